"""Importing: events of other sources are kept beside those coded here, marked by where they come from.

In: rows and problems as exchange formats read them. Out: rows of the record, some thousands a transaction, and an
`Imported` that counts. The same file again changes nothing, so a file that broke off is simply read again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.document import Document
from dragoman.errors import DocumentError, SourceError, UsageError
from dragoman.event import Event
from dragoman.record.columns import table
from dragoman.record.exchange import Problem, Row
from dragoman.record.exchange.contract import of_kind
from dragoman.record.lock import only_writer
from dragoman.record.store import first_line, make, writing
from dragoman.record.writer import append_events
from dragoman.writing.parquet import schema as event_schema

# A transaction: large enough that its cost is nothing, small enough that little is read again.
_CHUNK = 10_000

_TEXTS = ("document_id", "source", "title", "author", "publisher", "url", "language")
# What every event has, whoever tells it.
_NEEDED = (
    "document_id", "sentence", "event_type", "mode", "contexts", "cameo_code", "actors", "recipients", "status",
    "coder", "happening_id",
)  # fmt: skip
_DOCUMENTS = pa.schema([(name, pa.string()) for name in _TEXTS] + [("pub_date", pa.date32())])


@dataclass(slots=True)
class Imported:
    """What an import did: events that are new, that were there, lines left out, and lines read with a remark."""

    events: int = 0
    known: int = 0
    left_out: int = 0
    remarks: int = 0


def import_rows(
    path: Path, items: Iterable[Row | Problem], *, origin: str, on_problem: Callable[[Problem], object] = lambda _: None
) -> Imported:
    """Keep the events of `items` under `origin`; each problem is handed on as it is met.

    Raises SourceError where the file breaks off: what came before is kept then. Raises RecordError as `append` does.
    """
    done = Imported()
    rows: list[Row] = []
    try:
        for item in items:
            if isinstance(item, Problem):
                done.left_out += item.left_out
                done.remarks += not item.left_out
                on_problem(item)
                continue
            rows.append(item)
            if len(rows) == _CHUNK:
                _keep(path, rows, origin, done)
                rows = []
    except SourceError:
        # Of a file that is not there no record is made.
        if rows:
            _keep(path, rows, origin, done)
        raise
    _keep(path, rows, origin, done)
    return done


def append(path: Path, events: Any, *, origin: str, documents: Any = None) -> int:
    """Keep Arrow tables of events, and of their documents, in one transaction; how many events were new.

    The record is made where there is none. Raises UsageError without an origin, and for a table of something else.
    """
    if not origin:
        raise UsageError("origin: name the source of the events, as gdelt")
    with only_writer(path):
        if not path.exists():
            make(path)
        with writing(path) as connection:
            try:
                return append_events(connection, events, origin=origin, documents=documents)
            except (duckdb.DataError, duckdb.IntegrityError, duckdb.ProgrammingError) as error:
                raise UsageError(f"append: these are no events of the contract: {first_line(error)}") from error


def told(events: Iterable[Event | dict[str, Any]]) -> Any:
    """Events and rows of the contract as an Arrow table. Raises UsageError for what is neither."""
    return table([_row(event, number) for number, event in enumerate(events, 1)], event_schema())


def _row(event: object, number: int) -> dict[str, Any]:
    if isinstance(event, Event):
        return event.to_dict()
    if not isinstance(event, dict):
        raise UsageError(f"append: {event!r:.60} is no event; give `Event`s, rows of the contract, or an Arrow table")
    if not isinstance(event.get("event_id"), str):
        raise UsageError(f"append: row {number} is no event: it has no event_id, or one that is no text")
    try:
        for name in event_schema().names[1:]:
            # Other sources do not tell all.
            if event.get(name) is not None or name in _NEEDED:
                of_kind(name, event.get(name))
    except DocumentError as error:
        raise UsageError(f"append: row {number} is no event: {error}") from None
    return event


def _keep(path: Path, rows: list[Row], origin: str, done: Imported) -> None:
    events = table([row.event.to_dict() for row in rows], event_schema())
    told = {row.document.id: _told(row.document) for row in rows if _tells(row.document)}
    new = append(path, events, origin=origin, documents=table(list(told.values()), _DOCUMENTS))
    done.events += new
    done.known += len(rows) - new


def _tells(document: Document) -> bool:
    return bool(document.url or document.title or document.publisher or document.author or document.pub_date)


def _told(document: Document) -> dict[str, Any]:
    fields = {name: getattr(document, name) for name in (*_TEXTS[1:], "pub_date")}
    return {"document_id": document.id, **fields}
