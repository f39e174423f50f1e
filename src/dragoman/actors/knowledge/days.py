"""Days from and to which a row of a table is true.

In: a row and the name of a column with a date. Out: the first or last day it means, None where it is open.
"""

import re
from calendar import monthrange
from datetime import date

from dragoman.actors.knowledge.rows import Row
from dragoman.errors import KnowledgeError

_FORM = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def first_day(row: Row, column: str) -> date | None:
    """The day on which something starts: "1991" and "1991-08" count from their first day; "" is None."""
    return _day(row, column, last=False)


def last_day(row: Row, column: str) -> date | None:
    """The last day of something: "1991" and "1991-08" run to their last day; "" is None."""
    return _day(row, column, last=True)


def _day(row: Row, column: str, *, last: bool) -> date | None:
    cell = row[column]
    if not cell:
        return None
    try:
        return _in_full(cell, last=last)
    except ValueError as error:
        message = f"{row.where}: {column} {cell!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
        raise KnowledgeError(message) from error


def _in_full(cell: str, *, last: bool) -> date:
    found = _FORM.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    month = month or (12 if last else 1)
    if not day:
        day = monthrange(year, month)[1] if last else 1
    return date(year, month, day)


def runs(start: date | None, end: date | None, on: date | None) -> bool:
    """Whether a span of days (None: open) holds the day `on`; with `on` None, whether it is still open."""
    if on is None:
        return end is None
    return (start is None or start <= on) and (end is None or on <= end)
