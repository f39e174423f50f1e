"""What is compared of a report, worked out once: its window of days, parties as sets, terms and numbers.

In: a `Report`. Out: its `Traits`. Days are ordinals (`date.toordinal`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.record.linking.report import Report, Side
from dragoman.record.linking.rules import OTHERS, rules
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


@dataclass(frozen=True, slots=True)
class Flank:
    """One side of an event. `who` holds countries, for a party without one its folded name; `roles` the same with the
    class of the sector behind it ("COD/armed"), so that an army and its rebels are told apart; `vague` is true when
    some party has no country: organisations have many names, and two names may well be one."""

    who: frozenset[str]
    roles: frozenset[str]
    vague: bool


@dataclass(frozen=True, slots=True)
class Traits:
    """`order` sorts reports, the earliest published first; `heft` is the weight of all `stems`."""

    id: str
    report: Report
    order: tuple[date, str]
    kind: Kind
    first: int
    last: int
    actors: Flank
    recipients: Flank
    everyone: frozenset[str]
    countries: frozenset[str]
    people: frozenset[str]
    place: str
    stems: frozenset[str]
    heft: int
    numbers: frozenset[str]


def traits(report: Report) -> Traits:
    """What is compared of a report."""
    kind, first, last = window(report)
    actors, recipients = _flank(report.actors), _flank(report.recipients)
    sides = (*report.actors, *report.recipients)
    stems, numbers = read(report.sentence)
    return Traits(
        id=report.event_id,
        report=report,
        order=(report.pub_date or date.max, report.event_id),
        kind=kind,
        first=first,
        last=last,
        actors=actors,
        recipients=recipients,
        everyone=actors.who | recipients.who,
        countries=frozenset([country for _, country, _ in sides if country]),
        people=frozenset([name.casefold() for name, _, _ in sides if name]),
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


def _flank(sides: tuple[Side, ...]) -> Flank:
    known = [(country or name.casefold(), sector) for name, country, sector in sides if country or name]
    classes = rules().classes
    roles = [f"{who}/{classes.get(sector, OTHERS)}" for who, sector in known]
    vague = any(not country for _, country, _ in sides)
    return Flank(frozenset([who for who, _ in known]), frozenset(roles), vague)
