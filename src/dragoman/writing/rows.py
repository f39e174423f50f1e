"""Rows of any columns -> a terminal, a pipe or a file: for ledgers and queries, whose columns are not the contract's.

In: an Arrow table. Out: a table for people, JSON lines, CSV, CSV for spreadsheets or Parquet; a file appears under its
name only when whole.
"""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa

from dragoman.writing.destination import destination
from dragoman.writing.jsonl import line
from dragoman.writing.plain import plain
from dragoman.writing.sheet import guarded

if TYPE_CHECKING:
    from rich.table import Table

# Wide enough for most rows, narrow enough for mail and wikis.
_WIDTH = 140
# Characters of one cell of a table: a sentence is cut, an id is not.
_CELL = 120


def write_rows(rows: Any, path: Path | None, *, format: str, spare: Sequence[str] = ()) -> None:
    """Write rows in one of `writing.FORMATS`; None as path is standard output. Raises UsageError, DragomanError.

    A table that has no room leaves the columns `spare` out.
    """
    with destination(path) as stream:
        write_stream(rows, stream, format=format, spare=spare)


def write_stream(rows: Any, stream: BinaryIO, *, format: str, spare: Sequence[str] = ()) -> None:
    """Write rows to an open stream, which stays open."""
    if format == "parquet":
        from pyarrow import parquet

        parquet.write_table(_storable(rows), stream, compression="zstd")
    elif format == "table":
        _write_table(rows, stream, spare)
    elif format == "jsonl":
        stream.writelines(_lines(rows))
    else:
        stream.writelines(_csv(rows, guard=format == "sheet"))


def _storable(rows: Any) -> Any:
    """The table with intervals, which Parquet cannot hold, as text."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_interval(field.type):
            texts = [None if value is None else _duration(value) for value in rows.column(place).to_pylist()]
            rows = rows.set_column(place, field.name, pa.array(texts, pa.string()))
    return rows


def _lines(rows: Any) -> Iterator[bytes]:
    return (line({key: _json(value) for key, value in row.items()}) for row in _each(rows))


def _csv(rows: Any, *, guard: bool) -> Iterator[bytes]:
    yield _csv_line(rows.column_names)
    for row in _each(rows):
        cells = map(_flat, row.values())
        yield _csv_line(map(guarded, cells) if guard else cells)


def _csv_line(cells: Iterable[object]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _write_table(rows: Any, stream: BinaryIO, spare: Sequence[str]) -> None:
    from rich.console import Console

    from dragoman.writing.fitting import fits, fitted

    text = StringIO()
    console = Console(file=text, width=_width(stream), highlight=False)
    shown = _table(rows)
    if not fits(shown, console):
        shown = _table(rows.drop_columns([name for name in spare if name in rows.column_names]))
    console.print(fitted(shown, console) if rows.num_rows else "nothing found")
    stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def _table(rows: Any) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, collapse_padding=True)
    for name, kind in zip(rows.column_names, rows.schema.types, strict=True):
        number = str(kind).startswith(("int", "uint", "double", "float", "decimal"))
        # An id that is broken cannot be copied.
        whole = name.endswith("_id")
        shown.add_column(name, justify="right" if number else "left", overflow="fold", no_wrap=whole)
    for row in _each(rows):
        shown.add_row(*(Text(_shown(value)) for value in row.values()))
    return shown


def _width(stream: BinaryIO) -> int:
    import os
    import shutil

    told = stream.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size((_WIDTH, 0)).columns if told else _WIDTH


def _each(rows: Any) -> Iterator[dict[str, Any]]:
    for batch in rows.to_batches():
        yield from batch.to_pylist()


def _json(value: Any) -> Any:
    """A value as JSON has it, down to its innermost parts: not-a-number and infinities, which it lacks, are null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, dict):
        return {str(key): _json(inner) for key, inner in value.items()}
    if isinstance(value, pa.MonthDayNano):
        return _duration(value)
    if isinstance(value, list | tuple):
        return [_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _duration(value: Any) -> str:
    """An interval as ISO 8601 writes it: P1Y2M3DT4.5S."""
    sign = "-" if max(value) <= 0 and min(value) < 0 else ""
    months, days, nanoseconds = (abs(part) if sign else part for part in value)
    years, months = divmod(months, 12) if months >= 0 else (0, months)
    seconds = f"{nanoseconds / 1e9:.9f}".rstrip("0").rstrip(".")
    parts = "".join(f"{number}{unit}" for number, unit in ((years, "Y"), (months, "M"), (days, "D")) if number)
    return f"{sign}P{parts}{f'T{seconds}S' if nanoseconds or not parts else ''}"


def _flat(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(_json(value), ensure_ascii=False)
    return value if isinstance(value, float) else _json(value)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    text = plain(f"{value:.2f}" if isinstance(value, float) else str(_flat(value)))
    return text if len(text) <= _CELL else text[:_CELL].rpartition(" ")[0] + " …"
