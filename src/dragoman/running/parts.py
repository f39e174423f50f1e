"""A folder of results made part by part, on any machine: a part is a source file, its results are Parquet.

In: files and a coder. Out: `events/KEY.parquet` (the contract's columns), `documents/KEY.parquet` (a row for every item
of the file, failures too), and `parts.json`, which names them in the order of the input. KEY comes of the file's bytes,
the coder's version and how it was asked: a part that is there is not made again.
"""

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
from pyarrow import parquet

from dragoman.document import Document, Failure, storable
from dragoman.errors import DocumentError, SourceError, UsageError
from dragoman.event import Event
from dragoman.reading import ReadingOptions, scan
from dragoman.reading.folders import files_below
from dragoman.running.result import DocumentCoder, Result, code_one, result
from dragoman.running.worker import MakeCoder
from dragoman.writing.parquet import schema as event_schema

LIST = "parts.json"
# Documents held before they are written: some megabytes with their events.
_GROUP, _CHARACTERS = 256, 4_000_000
_CHUNK = 1 << 20
_FIELDS = ("id", "text", "source", "title", "author", "publisher", "url", "language", "pub_date", "pub_date_basis")


@dataclass(frozen=True, slots=True)
class Asked:
    """How parts are coded; all of it is in their keys. `coder` is the version of what codes."""

    coder: str
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    min_confidence: float = 0.0
    actors: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One part: `key` is "" where it could not be made, `error` says why; `again` when it was there before."""

    source: str
    key: str = ""
    documents: int = 0
    events: int = 0
    failed: int = 0
    skipped: int = 0
    again: bool = False
    error: str = ""


class Coded:
    """For the documents of `items`, in their order, a coder that tells what folders of parts hold.

    A document that has got another id meanwhile (a record gives a changed article the id that it had) is coded by
    `make_coder`, since ids of events come of it.
    """

    def __init__(self, folders: Iterable[Path], make_coder: MakeCoder) -> None:
        self._folders, self._make_coder = list(folders), make_coder
        self._waiting: deque[Result] = deque()
        self._coder: DocumentCoder | None = None

    def items(self) -> Iterator[Document | Failure]:
        """Every item of the folders, as reading would yield it. Raises SourceError for a folder that is none."""
        for folder in self._folders:
            for found in results(folder):
                if found.document:
                    self._waiting.append(found)
                    yield found.document
                elif found.failure:
                    yield found.failure

    def code_document(self, document: Document, /) -> list[Event]:
        """The document's events. Raises DocumentError where coding it had failed."""
        found = self._found(document)
        if found is None:
            return self._own().code_document(document)
        if found.failure:
            raise DocumentError(found.failure.reason)
        return list(found.events)

    def statements(self, document: Document, /) -> list[dict[str, Any]]:
        """The document's statements."""
        found = self._found(document)
        return self._own().statements(document) if found is None else list(found.statements)

    def _found(self, document: Document) -> Result | None:
        # Documents that the record has already are passed over.
        while self._waiting and (here := self._waiting[0].document) and here.text != document.text:
            self._waiting.popleft()
        same = self._waiting and here and here.id == document.id
        return self._waiting[0] if same else None

    def _own(self) -> DocumentCoder:
        self._coder = self._coder or self._make_coder()
        return self._coder


def files(sources: Iterable[str | Path]) -> list[str | Failure]:
    """The source files in the order of reading; what a folder holds besides as Failures.

    Raises UsageError for a source that other machines could not open (standard input, a URL).
    """
    found: list[str | Failure] = []
    for source in map(str, sources):
        if source == "-" or source.lower().startswith(("http://", "https://")):
            raise UsageError(f"{source}: only files and folders can be coded on several machines; save it as a file")
        below = files_below(Path(source)) if os.path.isdir(source) else [Path(source)]
        found += [item if isinstance(item, Failure) else str(item) for item in below]
    return found


def make(source: str, folder: Path, coder: DocumentCoder, asked: Asked) -> Done:
    """Code one file into the folder, unless its part is there."""
    try:
        key = _key(source, asked)
    except OSError as error:
        return Done(source, error=f"cannot be read: {error.strerror or error}")
    there = _counted(source, key, folder)
    if there:
        return there
    return _made(source, key, folder, _results(scan([source], asked.reading), coder))


def list_parts(folder: Path, found: Iterable[Done | Failure], *, coder: str) -> None:
    """Name the parts in the order given after those that the folder has; an older part of a source is removed."""
    rows = {row["source"]: row for row in _listed(folder)} if (folder / LIST).exists() else {}
    for item in found:
        old = rows.get(item.source, {}).get("key", "")
        if isinstance(item, Done) and item.key:
            rows[item.source] = {"source": item.source, "key": item.key, "coder": coder}
        else:
            failure = item if isinstance(item, Failure) else Failure(item.source, item.error)
            rows[item.source] = asdict(failure)
        if old and old not in {row.get("key") for row in rows.values()}:
            for kind in ("events", "documents"):
                _path(folder, kind, old).unlink(missing_ok=True)
    _replace(folder / LIST, json.dumps({"parts": list(rows.values())}, indent=1).encode())


def coders(folders: Iterable[Path]) -> str:
    """The versions of what coded these folders."""
    return ", ".join(sorted({row["coder"] for folder in folders for row in _listed(folder) if "coder" in row}))


def results(folder: Path) -> Iterator[Result]:
    """What was made of every item, in the order of the input. Raises SourceError for a folder that is none."""
    for row in _listed(folder):
        if "key" not in row:
            yield Result(None, failure=Failure(row["source"], row["reason"], row["kind"]))
            continue
        yield from _read(folder, row["key"])


def _key(source: str, asked: Asked) -> str:
    digest = blake2b(repr((source, asked)).encode("utf-8", "surrogatepass"), digest_size=12)
    for path in filter(None, (source, asked.actors)):
        with open(path, "rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def _results(items: Iterable[Document | Failure], coder: DocumentCoder) -> Iterator[Result]:
    for item in map(storable, items):
        yield result(item, code_one(coder, item, statements=True) if isinstance(item, Document) else None)


def _made(source: str, key: str, folder: Path, made: Iterable[Result]) -> Done:
    done = Done(source, key)
    with ExitStack() as stack:
        documents = stack.enter_context(_Part(_path(folder, "documents", key), _documents()))
        events = stack.enter_context(_Part(_path(folder, "events", key), event_schema()))
        rest = iter(made)
        while some := list(_group(rest)):
            documents.add([_row(item) for item in some])
            events.add([event.to_dict() for item in some for event in item.events])
            done = _count(done, some)
    return done


def _group(rest: Iterator[Result]) -> Iterator[Result]:
    """The next results up to a number or a size."""
    size = 0
    for found in islice(rest, _GROUP):
        yield found
        size += len(found.document.text) if found.document else 0
        if size > _CHARACTERS:
            return


def _count(done: Done, some: Iterable[Result]) -> Done:
    for item in some:
        kind = item.failure.kind if item.failure else ""
        done = replace(
            done, documents=done.documents + (not kind), events=done.events + len(item.events),
            failed=done.failed + (kind == "failed"), skipped=done.skipped + (kind == "skipped"),
        )  # fmt: skip
    return done


def _counted(source: str, key: str, folder: Path) -> Done | None:
    """The part as it was made before; None where it was not. Documents come last: they close a part."""
    path = _path(folder, "documents", key)
    if not path.exists():
        return None
    kinds = parquet.read_table(path, columns=["status"])["status"].to_pylist()
    events = parquet.read_metadata(_path(folder, "events", key)).num_rows
    return Done(source, key, kinds.count("coded"), events, kinds.count("failed"), kinds.count("skipped"), again=True)


class _Part:
    """A Parquet file that appears whole or not at all."""

    def __init__(self, path: Path, schema: Any) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._schema = path, schema
        # Two machines may make the same part at once: each writes its own file, and the last to end stays.
        self._own = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}")

    def __enter__(self) -> "_Part":
        self._writer = parquet.ParquetWriter(self._own, self._schema, compression="zstd")
        return self

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Write a group of rows."""
        self._writer.write_table(pa.Table.from_pylist(rows, schema=self._schema))

    def __exit__(self, kind: object, *_: object) -> None:
        self._writer.close()
        if kind is None:
            os.replace(self._own, self._path)
        else:
            self._own.unlink(missing_ok=True)


@cache
def _documents() -> Any:
    """Columns of documents/KEY.parquet; `statements` is JSON, `events` is how many of the events are this item's."""
    texts = [(name, pa.string()) for name in (*_FIELDS, "status", "reason", "statements") if name != "pub_date"]
    return pa.schema([*texts, ("pub_date", pa.date32()), ("events", pa.int32())])


def _row(item: Result) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(item.document, name, None) for name in _FIELDS}
    if item.failure:
        row |= {"status": item.failure.kind, "reason": item.failure.reason}
        row |= {} if item.document else {"source": item.failure.source}
    else:
        row |= {"status": "coded", "statements": json.dumps(item.statements)}
    return row | {"events": len(item.events)}


def _read(folder: Path, key: str) -> Iterator[Result]:
    """The results of one part: documents and their events stand in the same order in both files."""
    try:
        events = _events(_path(folder, "events", key))
        with parquet.ParquetFile(_path(folder, "documents", key)) as documents:
            for batch in documents.iter_batches(_GROUP):
                for row in batch.to_pylist():
                    yield _result(row, tuple(islice(events, row["events"])))
    except (OSError, pa.ArrowInvalid, TypeError, KeyError, UsageError) as error:
        said = " ".join(str(error).split())[:200]
        raise SourceError(f"{folder}: part {key} is damaged ({said}); remove its files and code again") from error


def _events(path: Path) -> Iterator[Event]:
    with parquet.ParquetFile(path) as stored:
        for batch in stored.iter_batches(_GROUP):
            yield from map(Event.from_dict, batch.to_pylist())


def _result(row: dict[str, Any], events: tuple[Event, ...]) -> Result:
    if row["id"] is None:
        return Result(None, failure=Failure(row["source"], row["reason"], row["status"]))
    document = Document(**{name: row[name] for name in _FIELDS})
    if row["status"] != "coded":
        return Result(document, failure=Failure(document.source or document.id, row["reason"], row["status"]))
    return Result(document, events=events, statements=tuple(json.loads(row["statements"])))


def _listed(folder: Path) -> list[dict[str, Any]]:
    try:
        told = json.loads((folder / LIST).read_text(encoding="utf-8"))["parts"]
        rows = [dict(row) for row in told]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(f"{folder}: has no list of parts ({LIST}); `dragoman code --engine ray` makes one") from error
    return rows


def _path(folder: Path, kind: Literal["events", "documents"], key: str) -> Path:
    return folder / kind / f"{key}.parquet"


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)
