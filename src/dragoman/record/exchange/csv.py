"""CSV: one event a row, the contract whole and flat (docs/formats.md).

In: events, or a file under this header. Out: rows; the same events.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.errors import DocumentError, SourceError
from dragoman.event import Event
from dragoman.reading.jsonl import parsed
from dragoman.record.exchange.contract import contract_row
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, no_documents, sink
from dragoman.record.exchange.lines import LIMIT, lines
from dragoman.writing.csv import COLUMNS, opened

_WHOLE = ("sentence_index", "sentence_start", "sentence_end", "quad_class")
_NULLABLE = ("date_start", "date_end", "date_precision", "date_text", "date_basis")
_NUMBERS = ("start", "end", "geonames_id")
_POINT = ("latitude", "longitude")


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One row an event under one header; `documents` is not needed."""
    del documents
    written = 0
    nothing = Document(id="", text="")
    with sink(target) as stream, opened(stream) as put:
        for event in events:
            put(nothing, (event,))
            written += 1
    return Written(written, written)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file; a problem's line is the last of its row. Raises SourceError on another header."""
    # The library's own limit of 128 KiB a field is shared by the process; it is only ever raised here.
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT))
    problems: list[Problem] = []
    rows = csv.reader(_texts(path, problems), strict=True)
    header = _header(rows, path)
    for line, row in _numbered(rows):
        yield from problems
        problems.clear()
        yield from _event(header, row, line, str(path))
    yield from problems


def _texts(path: Path, problems: list[Problem]) -> Iterator[str]:
    """The lines with their ends; empty ones stand where a line was passed over, so that numbers stay right."""
    number = 0
    for item in lines(path, keep_ends=True):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        yield from ("\n" for _ in range(item.number - number - 1))
        number = item.number
        yield item.text


def _header(rows: Any, path: Path) -> list[str]:
    try:
        header: list[str] = next(rows, [])
    except csv.Error as error:
        raise SourceError(f"{path}: line 1: is no CSV: {error}") from error
    if lacking := [name for name in COLUMNS if name not in header]:
        raise SourceError(f"{path}: line 1: is no header of events: {', '.join(lacking[:5])} missing")
    return header


def _numbered(rows: Any) -> Iterator[tuple[int, list[str] | str]]:
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rows.line_num, f"is no CSV row: {error}; where it is the last, the file may be cut off"
            continue
        if row:
            yield rows.line_num, row


def _event(header: list[str], row: list[str] | str, line: int, source: str) -> Iterator[Row | Problem]:
    if isinstance(row, str) or len(row) != len(header):
        reason = row if isinstance(row, str) else f"has {len(row)} fields, the header {len(header)}"
        yield Problem(line, reason)
        return
    notes: list[str] = []
    try:
        found = contract_row(_nested(dict(zip(header, row, strict=True))), line, source=source, notes=notes)
    except DocumentError as error:
        yield Problem(line, str(error))
        return
    yield from (Problem(line, note, left_out=False) for note in notes)
    yield found


def _nested(flat: dict[str, str]) -> dict[str, Any]:
    """The contract's row: what is empty is null where null may be."""
    row: dict[str, Any] = {name: value for name, value in flat.items() if not _is_part(name)}
    row |= {name: _number(flat[name], name, int) for name in _WHOLE}
    row |= {name: _number(flat[name], name, float) for name in ("goldstein", "confidence")}
    row |= {name: flat[name] or None for name in _NULLABLE}
    row["historical"] = {"true": True, "false": False}.get(flat["historical"].lower(), flat["historical"])
    row["contexts"] = [tag for tag in flat["contexts"].split("; ") if tag]
    for side in ("actors", "recipients"):
        row[side] = _parties(flat[side], side)
    for name in ("trigger", "place", "said_by"):
        row[name] = _part(flat, name)
    return row


def _is_part(name: str) -> bool:
    return name.startswith(("actor_", "recipient_", "trigger_", "place_", "said_by_"))


def _part(flat: dict[str, str], name: str) -> dict[str, Any] | None:
    cells = {column.removeprefix(f"{name}_"): flat[column] for column in COLUMNS if column.startswith(f"{name}_")}
    if not any(cells.values()):
        return None
    return {part: _cell(value, f"{name}_{part}") for part, value in cells.items()}


def _cell(value: str, name: str) -> Any:
    if name.endswith(_NUMBERS):
        return _number(value, name, int) if value else None
    if name.endswith(_POINT):
        return _number(value, name, float) if value else None
    return value


def _number(text: str, name: str, kind: type[int] | type[float]) -> int | float:
    try:
        return kind(text)
    except ValueError as error:
        raise DocumentError(f"{name} {text[:30]!r} is no number") from error


def _parties(text: str, side: str) -> Any:
    try:
        return parsed(text)
    except ValueError as error:
        raise DocumentError(f"{side}: is no JSON: {error}") from error


FORMAT = Format("csv", "CSV", (".csv",), write, read)
