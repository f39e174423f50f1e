"""Parquet: one event a row under the contract's fixed schema.

In: events, or a file. Out: row groups; the same events. pyarrow is loaded when needed.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.errors import DocumentError, SourceError
from dragoman.event import Event
from dragoman.record.exchange.contract import contract_row
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, no_documents, sink

# Rows are some kilobytes: a batch stays under a few megabytes.
_BATCH = 1_000


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One row an event; `documents` is not needed."""
    from dragoman.writing.parquet import opened

    del documents
    written = 0
    nothing = Document(id="", text="")
    with sink(target) as stream, opened(stream) as put:
        for event in events:
            put(nothing, (event,))
            written += 1
    return Written(written, written)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file; a problem's line is its row. Raises SourceError for a damaged or foreign file."""
    import pyarrow

    try:
        for number, row in enumerate(_rows(path), 1):
            yield from _event(row, number, str(path))
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file or directory; check the path") from error
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        told = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise SourceError(f"{path}: is damaged or no Parquet: {told}") from error


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    with path.open("rb") as stream, ParquetFile(stream) as table:
        names = table.schema_arrow.names
        if "event_type" not in names:
            raise SourceError(f"{path}: holds no events; its columns are {', '.join(names)[:100]}")
        for batch in table.iter_batches(batch_size=_BATCH):
            yield from batch.to_pylist()


def _event(row: dict[str, Any], number: int, source: str) -> Iterator[Row | Problem]:
    notes: list[str] = []
    try:
        found = contract_row(row, number, source=source, notes=notes)
    except DocumentError as error:
        yield Problem(number, str(error))
        return
    yield from (Problem(number, note, left_out=False) for note in notes)
    yield found


FORMAT = Format("parquet", "Parquet", (".parquet",), write, read)
