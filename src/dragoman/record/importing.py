"""Importing: events of other sources are kept beside those coded here, marked by where they come from.

In: rows and problems as exchange formats read them. Out: rows of the record, some thousands a transaction, and an
`Imported` that counts. The same file again changes nothing, so a file that broke off is simply read again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.document import Document
from dragoman.errors import SourceError, UsageError
from dragoman.record.columns import table
from dragoman.record.exchange import Problem, Row
from dragoman.record.lock import only_writer
from dragoman.record.store import make, writing
from dragoman.record.writer import append_events
from dragoman.writing.parquet import schema as event_schema

# A transaction: large enough that its cost is nothing, small enough that little is read again.
_CHUNK = 10_000

_TEXTS = ("document_id", "source", "title", "author", "publisher", "url", "language")
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

    The record is made where there is none. Raises UsageError without an origin.
    """
    if not origin:
        raise UsageError("origin: name the source of the events, as gdelt")
    with only_writer(path):
        if not path.exists():
            make(path)
        with writing(path) as connection:
            return append_events(connection, events, origin=origin, documents=documents)


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
