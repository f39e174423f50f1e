"""Lists as files: CSV (also for spreadsheets), JSON lines, Parquet, Arrow; by the Accept header or `format`.

In: chunks of rows. Out: chunks of bytes, sent while made. Events are written by the same code as `dragoman code` writes
them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, BinaryIO, cast

import pyarrow as pa

from dragoman.desk.details import Row
from dragoman.document import Document
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.columns import table
from dragoman.writing.parquet import schema
from dragoman.writing.rows import write_stream

MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.stream",
    "sheet": "text/csv; charset=utf-8",
}
FILES = tuple(name for name in MEDIA if name != "json")
_SUFFIX = {"jsonl": "jsonl", "csv": "csv", "parquet": "parquet", "arrow": "arrows", "sheet": "csv"}
_NOBODY = Document("", "")
_WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")

Chunks = Iterable[Sequence[Row]]


def form_of(accept: str, asked: str | None) -> str:
    """The name of the form: what is asked for, else what Accept likes best of what there is, the first of equals, else
    json."""
    if asked:
        if asked not in MEDIA:
            raise UsageError(f"format {asked[:20]!r}: choose {', '.join(MEDIA)}")
        return asked
    known = {media.partition(";")[0]: name for name, media in MEDIA.items() if name != "sheet"} | {
        "*/*": "json",
        "application/*": "json",
    }
    liked: dict[str, float] = {}
    for part in accept.split(","):
        media, *more = (one.strip().lower() for one in part.split(";"))
        if media in known:
            liked[known[media]] = max(_weight(more), liked.get(known[media], 0.0))
    best = max(liked, key=lambda name: liked[name], default="json")
    return best if liked.get(best) else "json"


def _weight(parameters: list[str]) -> float:
    """How much a kind is liked, 0 to 1: its q, else 1."""
    (written,) = [one[2:] for one in parameters if one.startswith("q=")][:1] or ["1"]
    return float(written) if _WEIGHT.fullmatch(written) else 0.0


def disposition(name: str, form: str) -> str:
    """The header by which a browser keeps a list as a file."""
    return f'attachment; filename="{name}.{_SUFFIX[form]}"'


def events(chunks: Chunks, form: str) -> Iterator[bytes]:
    """Bytes of events that come in chunks."""
    sink = Sink()
    if form == "arrow":
        with pa.ipc.new_stream(sink, schema()) as writer:
            for chunk in chunks:
                writer.write_table(table([_event(row).to_dict() for row in chunk], schema()))
                yield sink.taken()
    else:
        opener = import_module(f"dragoman.writing.{form}").opened
        with opener(cast(BinaryIO, sink)) as write:
            for chunk in chunks:
                write(_NOBODY, tuple(map(_event, chunk)))
                yield sink.taken()
    yield sink.taken()


def rows(found: Any, form: str) -> Iterator[bytes]:
    """Bytes of an Arrow table of any columns."""
    sink = Sink()
    if form == "arrow":
        with pa.ipc.new_stream(sink, found.schema) as writer:
            writer.write_table(found)
    else:
        write_stream(found, cast(BinaryIO, sink), format=form)
    yield sink.taken()


def _event(row: Row) -> Event:
    names = schema().names
    return Event.from_dict({name: row[name] for name in names})


class Sink:
    """A stream that is written to and whose bytes are taken away in between."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._written = 0

    def write(self, data: Any) -> int:
        """Keep bytes."""
        part = bytes(data)
        self._parts.append(part)
        self._written += len(part)
        return len(part)

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Keep lines."""
        for line in lines:
            self.write(line)

    def tell(self) -> int:
        """How much was written."""
        return self._written

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is to be closed."""

    def readable(self) -> bool:
        """It is not read from."""
        return False

    def writable(self) -> bool:
        """It is written to."""
        return True

    def seekable(self) -> bool:
        """It goes forward only."""
        return False
