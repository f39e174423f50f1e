"""Tables in tab-separated text, as event data come: written cleanly, read with the defects they are known for.

In: a path and the columns of the format. Out: one `Record` a row; a `Problem` with its line for each defect: header
rows in the middle, stray columns, rows cut short, ids used twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DocumentError, SourceError
from dragoman.record.exchange.format import Problem, Row
from dragoman.record.exchange.lines import Line, lines

# What files write where there is nothing.
_MISSING = frozenset({"None", "---", "NULL", "\\N"})
_BREAKS = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Table:
    """A format's columns in order; `key` are those that make an id, `names` other names of columns.

    `optional` says how many columns at the end a row without header may lack.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    header: bool = True
    names: Mapping[str, str] = field(default_factory=dict)
    optional: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A row by column; `id` is unlike every other id of the file. What is missing is ""."""

    line: int
    id: str
    notes: list[str]
    fields: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields.get(column, "")


def write_row(stream: BinaryIO, values: Iterable[object]) -> None:
    """One row. None is empty; tabs and line ends inside a text become spaces."""
    text = "\t".join("" if value is None else str(value).translate(_BREAKS) for value in values)
    stream.write((text + "\n").encode("utf-8", "replace"))


def read_rows(path: Path, table: Table, build: Callable[[Record], Row]) -> Iterator[Row | Problem]:
    """Each row as `build` makes it; it raises DocumentError for a row that is no event and notes what it forgave."""
    for item in records(path, table):
        if isinstance(item, Problem):
            yield item
            continue
        try:
            row = build(item)
        except DocumentError as error:
            yield Problem(item.line, str(error))
            continue
        yield from (Problem(item.line, note, left_out=False) for note in item.notes)
        yield row


def records(path: Path, table: Table) -> Iterator[Record | Problem]:
    """Each row that has the columns of the table. Raises SourceError where a header lacks one that is needed."""
    header: tuple[str, ...] = () if table.header else table.columns
    seen: dict[str, tuple[int, int]] = {}
    for item in lines(path):
        if isinstance(item, Problem):
            yield item
            continue
        cells = [cell.strip() for cell in item.text.split("\t")]
        if not header:
            header, stray = _header(cells, table, path)
            yield from (Problem(item.number, f"stray column {name!r} is not read", left_out=False) for name in stray)
        elif tuple(_named(cell, table) for cell in cells[:2]) == table.columns[:2]:
            yield Problem(item.number, "is a header row, not an event")
        else:
            yield _record(item, cells, header, table, seen)


def _named(cell: str, table: Table) -> str:
    """The column that a header's cell names, "" for none."""
    folded = cell.strip('" ').casefold()
    folded = table.names.get(folded, folded)
    return next((name for name in table.columns if name.casefold() == folded), "")


def _header(cells: list[str], table: Table, path: Path) -> tuple[tuple[str, ...], list[str]]:
    header = tuple(_named(cell, table) for cell in cells)
    if lacking := [name for name in table.columns if name not in header]:
        told = ", ".join(lacking[:5]) + (" …" if len(lacking) > 5 else "")
        raise SourceError(f"{path}: line 1: is no header of {table.name}: {told} missing; choose the right format")
    return header, [cell for cell, name in zip(cells, header, strict=True) if not name]


def _record(
    line: Line, cells: list[str], header: tuple[str, ...], table: Table, seen: dict[str, tuple[int, int]]
) -> Record | Problem:
    notes: list[str] = []
    names = _layout(cells, header, table, notes)
    if names is None:
        return Problem(line.number, _short(line, len(cells), len(header), table))
    fields = {name: "" if cell in _MISSING else cell for name, cell in zip(names, cells, strict=False) if name}
    key, content = "_".join(fields.get(name, "") for name in table.key), hash(line.text)
    if key in seen:
        first, same = seen[key]
        if same == content:
            return Problem(line.number, f"repeats line {first}: {table.name} id {key[:60]!r}")
        notes.append(f"id {key[:60]!r} is that of line {first} too; kept apart by its line")
        key = f"{key}~{line.number}"
    seen[key] = (line.number, content)
    return Record(line.number, key, notes, fields)


def _layout(cells: list[str], header: tuple[str, ...], table: Table, notes: list[str]) -> tuple[str, ...] | None:
    """Which column each cell belongs to; None where cells are missing."""
    while len(cells) > len(header) and not cells[-1]:
        cells.pop()
    if len(cells) > len(header):
        notes.append(f"has {len(cells)} columns, {len(header)} expected; those at the end are not read")
        return header
    if len(cells) == len(header):
        return header
    known = tuple(name for name in header if name)
    if len(cells) == len(known) < len(header):
        notes.append("lacks the cells of stray columns; read without them")
        return known
    return header if len(header) - len(cells) <= table.optional else None


def _short(line: Line, found: int, expected: int, table: Table) -> str:
    if not line.ended:
        return f"has {found} of {expected} columns and no line end: the file is cut off here; fetch it again"
    return f"has {found} columns, {table.name} has {expected}"
