"""Lists as files: CSV (also for spreadsheets), JSON lines, Parquet, Arrow; by the Accept header or `format`.

In: chunks of rows. Out: chunks of bytes, sent while made. Events are in the columns in which `dragoman code` writes
them, with what people say of them beside.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any, BinaryIO, cast

import pyarrow as pa
from pyarrow import parquet

from dragoman.desk.details import Row
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.columns import table
from dragoman.writing.csv import COLUMNS, flat
from dragoman.writing.jsonl import line
from dragoman.writing.parquet import schema
from dragoman.writing.rows import write_stream
from dragoman.writing.sheet import guarded

MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.stream",
    "sheet": "text/csv; charset=utf-8",
}
_SUFFIX = {"jsonl": "jsonl", "csv": "csv", "parquet": "parquet", "arrow": "arrows", "sheet": "csv"}
_WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
# Beside the contract's columns: which incident an event is of, and what people say of it.
_CORRECTION = pa.struct([(name, pa.string()) for name in ("field", "machine", "reviewer", "note", "reviewed_at")])
TOLD = {"incident_id": pa.string(), "verdict": pa.string(), "corrections": pa.list_(_CORRECTION)}
# And how many report an incident, since when.
REPORTED = TOLD | dict.fromkeys(("reports", "documents", "publishers"), pa.int32())
REPORTED |= dict.fromkeys(("first_seen", "last_seen"), pa.string())

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


def events(chunks: Chunks, form: str, *, more: Mapping[str, Any] = TOLD) -> Iterator[bytes]:
    """Bytes of events that come in chunks, with columns beside the contract's: their kinds in Arrow by their names."""
    told = ([(_event(row), _beside(row, more)) for row in chunk] for chunk in chunks)
    if form in ("csv", "sheet"):
        return _csv(told, more, cell=guarded if form == "sheet" else None)
    whole = ([event.to_dict() | beside for event, beside in chunk] for chunk in told)
    return {"jsonl": _jsonl, "parquet": _parquet, "arrow": _arrow}[form](whole, more)


def _csv(
    chunks: Iterable[Sequence[tuple[Event, Row]]], more: Mapping[str, Any], *, cell: Callable[[Any], Any] | None
) -> Iterator[bytes]:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, [*COLUMNS, *more], lineterminator="\r\n")
    writer.writeheader()
    for chunk in chunks:
        for event, beside in chunk:
            cells = flat(event) | beside | {"corrections": _json(beside["corrections"])}
            writer.writerow({name: cell(value) for name, value in cells.items()} if cell else cells)
        yield text.getvalue().encode("utf-8", "backslashreplace")
        text.seek(0)
        text.truncate()


def _jsonl(chunks: Chunks, _more: Mapping[str, Any]) -> Iterator[bytes]:
    return (b"".join(map(line, chunk)) for chunk in chunks)


def _parquet(chunks: Chunks, more: Mapping[str, Any]) -> Iterator[bytes]:
    sink = Sink()
    with parquet.ParquetWriter(sink, _schema(more), compression="zstd") as writer:
        for chunk in chunks:
            if chunk:
                writer.write_table(_table(chunk, more))
            yield sink.taken()
    yield sink.taken()


def _arrow(chunks: Chunks, more: Mapping[str, Any]) -> Iterator[bytes]:
    sink = Sink()
    with pa.ipc.new_stream(sink, _schema(more)) as writer:
        for chunk in chunks:
            writer.write_table(_table(chunk, more))
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
    """The event of a row, by its own id, also where its type was corrected."""
    return Event.stored({name: row[name] for name in schema().names})


def _beside(row: Row, more: Mapping[str, Any]) -> Row:
    """What stands beside the contract's columns, days as ISO text."""
    told = {name: row[name] for name in more}
    return told | {name: value.isoformat() for name, value in told.items() if isinstance(value, date)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _schema(more: Mapping[str, Any]) -> Any:
    return pa.schema([*schema(), *(pa.field(name, kind) for name, kind in more.items())])


def _table(chunk: Sequence[Row], more: Mapping[str, Any]) -> Any:
    """Rows as Arrow; what the machine said of a field is of any kind, and so JSON."""
    told = [[one | {"machine": _json(one["machine"])} for one in row["corrections"]] for row in chunk]
    rows = [row | {"corrections": corrections} for row, corrections in zip(chunk, told, strict=True)]
    return table(rows, _schema(more))


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
        for part in lines:
            self.write(part)

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
