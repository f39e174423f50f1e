"""The day on which a report was filed, by its dateline: what "yesterday" and "on Friday" in it count from.

In: a document's datelines, the publication date. Out: a day, None where nothing tells one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.coding.timing.finding import expressions
from dragoman.coding.timing.resolving import resolve
from dragoman.datelines import Dateline

# A report of the day before is often printed under its own date but told from the paper's; one that lay longer was
# taken over as it was. What is older than a month is no news of its dateline.
_LEAST, _MOST = timedelta(days=2), timedelta(days=30)


def filed(lines: Sequence[Dateline], *, pub_date: date | None) -> date | None:
    """The one day that the datelines tell, some days before publication; else the publication date.

    Datelines of several days are a chronicle, in which each paragraph has its own.
    """
    if pub_date is None:
        return None
    days = {day for line in lines if (day := _day(line.day, pub_date))}
    day = days.pop() if len(days) == 1 else pub_date
    return day if _LEAST <= pub_date - day <= _MOST else pub_date


def _day(line: str, pub_date: date) -> date | None:
    """The day that a dateline names."""
    told = [resolve(found, pub_date=pub_date) for found in expressions(line) if found.point.day is not None]
    return date.fromisoformat(told[0].date_start) if told and told[0].date_start else None
