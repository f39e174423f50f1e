"""What is compared of a report, worked out once: its window of days, its cast, terms and numbers.

In: a `Report`. Out: its `Traits`. Days are ordinals (`date.toordinal`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.record.linking.cast import Cast, cast
from dragoman.record.linking.report import Report
from dragoman.record.linking.terms import read, weight

# "exact": the words name the day. "loose": some days, a week. "near": only the day of publication tells; it was that
# day or shortly before. "ahead": to come, no day told. "wide": a month, a season, a year. "none": no day at all, or a
# range that tells as good as nothing.
Kind = Literal["exact", "loose", "near", "ahead", "wide", "none"]

# News is at most this many days older than the paper that gives no day for it.
_BEFORE = 2
# What is announced without a day is looked for this many days ahead.
_AHEAD = 14
# "Overnight" is two days and still names the day; up to ten days a range is a week, above it is background.
_EXACT, _NARROW = 2, 10
# A longer range ("in the 1990s", "from 2003 to 2011") does not tell which happening is meant.
_WIDEST = 366


@dataclass(slots=True, eq=False)
class Traits:
    """`order` sorts reports, the earliest published first; `heft` is the weight of all `stems`. Nothing is changed once
    made; it is not frozen because making one is a good part of all the work."""

    id: str
    report: Report
    event_type: str
    order: tuple[date, str]
    kind: Kind
    first: int
    last: int
    cast: Cast
    place: str
    stems: frozenset[str]
    heft: int
    numbers: frozenset[str]


def traits(report: Report) -> Traits:
    """What is compared of a report."""
    kind, first, last = window(report)
    stems, numbers = read(report.sentence)
    return Traits(
        id=report.event_id,
        report=report,
        event_type=report.event_type,
        order=(report.pub_date or date.max, report.event_id),
        kind=kind,
        first=first,
        last=last,
        cast=cast(report.actors, report.recipients),
        place=report.place_name.casefold(),
        stems=stems,
        heft=weight(stems),
        numbers=numbers,
    )


def window(report: Report) -> tuple[Kind, int, int]:
    """The days on which the happening may have been, first and last inclusive, and how they are known."""
    start, end = report.date_start, report.date_end or report.date_start
    if start is None or end is None:
        return _undated(report)
    first, last = start.toordinal(), max(start, end).toordinal()
    if last - first >= _WIDEST:
        return "none", 0, 0
    if report.date_basis == "publication":
        return "near", first - _BEFORE, last
    days = last - first + 1
    return ("exact" if days <= _EXACT else "loose" if days <= _NARROW else "wide"), first, last


def _undated(report: Report) -> tuple[Kind, int, int]:
    if report.pub_date is None:
        return "none", 0, 0
    day = report.pub_date.toordinal()
    if report.status in ("planned", "hypothetical"):
        return "ahead", day, day + _AHEAD
    return "near", day - _BEFORE, day
