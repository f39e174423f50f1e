"""What linking keeps of a report, worked out once: its window of days, its cast, terms and numbers, and what it counts.

In: a `Report`. Out: its `Traits`, which is all that the linker holds: thousands of reports stand in memory between
batches, so they are small, and texts and days that many have are the same object. Days are ordinals (`date.toordinal`).
"""

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from dragoman.event import Status
from dragoman.record.linking.cast import Cast, cast
from dragoman.record.linking.report import Person, Report
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
    """`told` counts sides and place that are named; `heft` is the weight of all `stems`, none of which stands twice.
    Nothing is changed once made; it is not frozen because making one is a good part of all the work."""

    id: str
    document_id: str
    event_type: str
    status: Status
    publisher: str
    pub_date: date | None
    date_start: date | None
    date_end: date | None
    kind: Kind
    first: int
    last: int
    cast: Cast
    place: str
    place_country: str
    latitude: float | None
    longitude: float | None
    told: int
    stems: tuple[str, ...]
    heft: int
    numbers: frozenset[str]
    confidence: float
    said_by: str
    mode: str
    happening_id: str
    persons: tuple[Person, ...]

    @property
    def order(self) -> tuple[date, str]:
        """Sorts reports, the earliest published first."""
        return self.pub_date or date.max, self.id


def traits(report: Report) -> Traits:
    """What linking keeps of a report."""
    kind, first, last = window(report)
    stems, numbers = read(report.sentence)
    return Traits(
        id=report.event_id,
        document_id=_same(report.document_id),
        event_type=_same(report.event_type),
        status=_same(report.status),
        publisher=_same(report.publisher),
        pub_date=_same(report.pub_date),
        date_start=_same(report.date_start),
        date_end=_same(report.date_end),
        kind=kind,
        first=first,
        last=last,
        cast=cast(report.actors, report.recipients),
        place=_same(report.place_name.casefold()),
        place_country=_same(report.place_country),
        latitude=report.latitude,
        longitude=report.longitude,
        told=bool(report.actors) + bool(report.recipients) + bool(report.place_name),
        stems=tuple(sorted(stems)),
        heft=weight(stems),
        numbers=_same(numbers),
        confidence=report.confidence,
        said_by=_same(report.said_by),
        mode=_same(report.mode),
        # Mostly its own: then one text, not two.
        happening_id=report.event_id if report.happening_id == report.event_id else _same(report.happening_id),
        persons=_same(report.persons),
    )


def alike(one: Traits, other: Traits) -> bool:
    """Whether linking can tell no difference between two reports."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(Traits))


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


# What is read from a record is a new object each time; most of it is a country, a publisher, a day seen just before.
@lru_cache(maxsize=4_096)
def _same(value: Any) -> Any:
    return value
