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
    """One row: its values by column, and where it stands."""

    values: dict[str, str]
    table: str
    line: int

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.table} line {self.line}"

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values between semicolons; () when the field is empty."""
        value = self.values[column]
        return tuple(value.split(";")) if value else ()

    def day(self, column: str) -> date:
        """The ISO day of the field. Raises KnowledgeError when it is none."""
        try:
            return date.fromisoformat(self.values[column])
        except ValueError:
            message = f"{self.where}: {column} {self.values[column]!r} is no day; write YYYY-MM-DD"
            raise KnowledgeError(message) from None

    def day_or_none(self, column: str) -> date | None:
        """The ISO day of the field, None when it is empty. Raises KnowledgeError when it is no day."""
        return self.day(column) if self.values[column] else None


def table_rows(name: str) -> Iterator[Row]:
    """Rows of one table of this package. Raises KnowledgeError on a row with too few or too many fields."""
    return _rows(files("dragoman.actors.knowledge").joinpath(name), name)


def folder_rows(name: str) -> Iterator[Row]:
    """Rows of every CSV file of a folder of this package, files in order of name."""
    folder = files("dragoman.actors.knowledge").joinpath(name)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".csv"):
            yield from _rows(file, f"{name}/{file.name}")


def _rows(file: Traversable, table: str) -> Iterator[Row]:
    lines = file.read_text(encoding="utf-8").splitlines()
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.reader(lines[head:])
    columns = next(reader, [])
    for fields in reader:
        line = head + reader.line_num
        if len(fields) != len(columns):
            raise KnowledgeError(f"{table} line {line}: {len(fields)} fields, the head has {len(columns)}")
        yield Row(dict(zip(columns, fields, strict=True)), table, line)
