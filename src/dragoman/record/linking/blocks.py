"""Blocks: which reports are compared at all. Two reports outside each other's blocks can never be of one happening.

In: the traits of a report. Out: the blocks in which it stands, and those in which its likes may stand. A block is a
text: type, countries, days: "CONSULT|KEN|UGA|184712". If one report finds another that could match, the other finds
it too.
"""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from dragoman.record.linking.report import Report
from dragoman.record.linking.rules import near
from dragoman.record.linking.scoring import SLACK
from dragoman.record.linking.traits import Traits, traits

# Days of one block: narrow, so that a busy pair of countries has few reports in it, but one lookup is mostly enough.
_DAYS = 4
# Parties that make blocks; who stands in a longer list is found by those that come first in the alphabet.
_PARTIES = 6


def blocks(report: Report) -> tuple[str, ...]:
    """The blocks in which a report stands: what a store keeps beside it, to hand it out again by block."""
    return tuple(standing(traits(report)))


def standing(report: Traits) -> list[str]:
    """The blocks in which a report stands; none when it can be linked with nothing (no day, no party)."""
    when = _years(report) if report.kind == "wide" else _buckets(report.first, report.last)
    event_type = report.report.event_type
    names = _names(report)
    if report.kind == "none" or not names:
        return []
    keys = [f"{names[0]}|-"] if len(names) == 1 else [*_pairs(names), *(f"{name}|*" for name in names)]
    return [f"{event_type}|{key}|{bucket}" for key in keys for bucket in when]


def looking(report: Traits) -> list[str]:
    """The blocks in which reports of the same happening may stand."""
    names = _names(report)
    if report.kind == "none" or not names:
        return []
    if len(names) == 1:
        keys = [f"{names[0]}|-", f"{names[0]}|*"]
    else:
        keys = [*_pairs(names), *(f"{name}|-" for name in names)]
    when = [*_buckets(report.first - SLACK, report.last + SLACK), *_years(report)]
    types = near(report.report.event_type)
    return [f"{event_type}|{key}|{bucket}" for event_type in types for key in keys for bucket in when]


def _names(report: Traits) -> list[str]:
    """Countries, when any is known: organisations have many names. A bar would end a name early."""
    names = report.countries or {name.replace("|", " ") for name in report.everyone}
    return sorted(names)[:_PARTIES]


def _pairs(names: list[str]) -> list[str]:
    return [f"{one}|{other}" for one, other in combinations(names, 2)]


def _buckets(first: int, last: int) -> Iterable[int]:
    return range(first // _DAYS, last // _DAYS + 1)


def _years(report: Traits) -> list[str]:
    if report.kind == "none":
        return []
    years = range(date.fromordinal(report.first).year, date.fromordinal(report.last).year + 1)
    return [f"y{year}" for year in years]
