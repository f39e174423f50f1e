"""Rows of the knowledge tables: CSV files with '#' lines at the head, ';' between several values of one field.

In: a table's file name inside this package. Out: `Row`s that know their file and line, for clear errors.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import KnowledgeError


@dataclass(slots=True)
class Row:
    """One row: its fields, the place of each column among them, and where the row stands."""

    fields: list[str]
    columns: dict[str, int]
    table: str
    line: int

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.table} line {self.line}"

    def __getitem__(self, column: str) -> str:
        return self.fields[self.columns[column]]

    def many(self, column: str) -> tuple[str, ...]:
        """The values between semicolons; () when the field is empty."""
        return split(self.fields[self.columns[column]])

    def day(self, column: str) -> date:
        """The ISO day of the field. Raises KnowledgeError when it is none."""
        return self.iso(column, self[column])

    def iso(self, column: str, written: str) -> date:
        """The ISO day that is written in a field. Raises KnowledgeError when it is none."""
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise KnowledgeError(f"{self.where}: {column} {written!r} is no day; write YYYY-MM-DD") from None

    def day_or_none(self, column: str) -> date | None:
        """The ISO day of the field, None when it is empty. Raises KnowledgeError when it is no day."""
        return self.day(column) if self[column] else None


def split(field: str) -> tuple[str, ...]:
    """The values of a field between semicolons; () when it is empty."""
    return tuple(field.split(";")) if field else ()


def table_rows(name: str, columns: tuple[str, ...] = ()) -> Iterator[Row]:
    """Rows of one table of this package. Raises KnowledgeError on a row with too few or too many fields.

    `columns`, where given, are those that the table must have, in this order: the large tables are unpacked by them.
    """
    return _rows(files("dragoman.actors.knowledge").joinpath(name), name, columns)


def folder_rows(name: str, columns: tuple[str, ...] = ()) -> Iterator[Row]:
    """Rows of every CSV file of a folder of this package, files in order of name; `columns` as in `table_rows`."""
    folder = files("dragoman.actors.knowledge").joinpath(name)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".csv"):
            yield from _rows(file, f"{name}/{file.name}", columns)


def _rows(file: Traversable, table: str, wanted: tuple[str, ...]) -> Iterator[Row]:
    lines = file.read_text(encoding="utf-8").splitlines()
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.reader(lines[head:])
    columns = {name: at for at, name in enumerate(next(reader, []))}
    if wanted and tuple(columns) != wanted:
        raise KnowledgeError(f"{table} line {head + 1}: the head is not {','.join(wanted)}; put the columns so")
    width = len(columns)
    for fields in reader:
        row = Row(fields, columns, table, head + reader.line_num)
        if len(fields) != width:
            raise KnowledgeError(f"{row.where}: {len(fields)} fields, the head has {width}")
        yield row
