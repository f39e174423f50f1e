"""CSV for spreadsheets: as `csv`, but no cell of words is taken for a formula (docs/formats.md).

In: documents with their events, or cells. Out: rows in which an apostrophe stands before what a spreadsheet would work
out; a file so written is for reading, and does not read back word for word.
"""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.writing import csv

if TYPE_CHECKING:
    from dragoman.writing import Write

# What a formula begins with, also behind a tab or a line break, which spreadsheets pass over.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def guarded(cell: Any) -> Any:
    """A cell that is no formula; numbers are none."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def opened(stream: BinaryIO) -> "AbstractContextManager[Write]":
    """A function that writes one document's events as rows; the header is written at once."""
    return csv.opened(stream, cell=guarded)
