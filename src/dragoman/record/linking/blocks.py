"""Blocks: which reports are compared at all. Reports outside each other's blocks are of different happenings.

In: the traits of a report. Out: the blocks in which it stands, and those in which its likes may stand. A block is a
text: type, countries, days: "CONSULT|KEN|UGA|184712". If one report finds another that could match, the other finds
it too.
"""

from collections.abc import Iterable
from datetime import date

from dragoman.record.linking.report import Report
from dragoman.record.linking.rules import near
from dragoman.record.linking.scoring import SLACK
from dragoman.record.linking.traits import Traits, traits

# Days of one block: narrow, so that a busy pair of countries has few reports in it, but one lookup is mostly enough.
_DAYS = 4


def blocks(report: Report) -> tuple[str, ...]:
    """The blocks in which a report stands: what a store keeps beside it, to hand it out again by block."""
    return tuple(standing(traits(report)))


def standing(report: Traits) -> list[str]:
    """The blocks in which a report stands; none when it can be linked with nothing (no day, no party)."""
    if report.kind == "none":
        return []
    when = _years(report) if report.kind == "wide" else _buckets(report.first, report.last)
    return [f"{report.event_type}|{key}|{bucket}" for key in report.cast.stand for bucket in when]


def looking(report: Traits) -> list[str]:
    """The blocks in which reports of the same happening may stand."""
    if report.kind == "none":
        return []
    when = [*_buckets(report.first - SLACK, report.last + SLACK), *_years(report)]
    keys = [f"{key}|{bucket}" for key in report.cast.look for bucket in when]
    return [f"{event_type}|{key}" for event_type in near(report.event_type) for key in keys]


def _buckets(first: int, last: int) -> Iterable[int]:
    return range(first // _DAYS, last // _DAYS + 1)


def _years(report: Traits) -> list[str]:
    years = range(date.fromordinal(report.first).year, date.fromordinal(report.last).year + 1)
    return [f"y{year}" for year in years]
