"""Which claims stand: of what people said of an event, the latest on each field that can be read and makes an event.

In: an event as the machine coded it, and rows of `reviews`. Out: the event as it stands, the claims that stand, and of
those that are left out why, so that one that cannot be read spoils nothing else.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from dragoman.document import broken
from dragoman.errors import DocumentError
from dragoman.record.exchange.contract import flaws, of_kind

Row = dict[str, Any]
# What an event is named by; another value would make it another event.
FIXED = ("event_id", "document_id")
# Values of the contract hold parts in a list at most.
_DEEPEST = 3
_UNREADABLE = "the value cannot be read"


class Claim(NamedTuple):
    """A row of `reviews`; `n` tells which of two at the same moment came later, `value` is JSON."""

    n: int
    event_id: str
    verdict: str
    field: str
    value: str | None
    reviewer: str
    note: str
    reviewed_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """`row`: the event as it stands; `claims` by field; `left_out`: why others do not stand, by `n`."""

    row: Row
    claims: dict[str, Claim]
    left_out: dict[int, str]


def standing(machine: Row, said: Iterable[Claim]) -> Standing:
    """What stands of what was said. `machine` has the contract's columns."""
    latest: dict[str, Claim] = {}
    spoilt: dict[str, dict[int, str]] = {}
    for claim in sorted((claim for claim in said if claim.field), key=_when):
        if why := _unreadable(machine, claim):
            spoilt.setdefault(claim.field, {})[claim.n] = why
        else:
            latest[claim.field] = claim
            # What came before on the field would not stand anyway.
            spoilt.pop(claim.field, None)
    corrected = {name: claim for name, claim in latest.items() if claim.verdict == "correct"}
    return _fitting(machine, corrected, {n: why for of_field in spoilt.values() for n, why in of_field.items()})


def value_of(written: str | None) -> Any:
    """The value that a claim holds as JSON. Raises ValueError where no record should hold it."""
    try:
        value = json.loads(written or "null")
    except RecursionError:
        raise ValueError(_UNREADABLE) from None
    if unfit(value):
        raise ValueError(_UNREADABLE)
    return value


def readable(written: str | None) -> Any:
    """The same, but what cannot be read as its JSON itself."""
    try:
        return value_of(written)
    except ValueError:
        return written


def unfit(value: Any) -> str:
    """Why no record can hold a value, whatever its field is; "" where it can."""
    level = [value]
    for _ in range(_DEEPEST + 1):
        texts = [one for one in level if isinstance(one, str)]
        if any(map(broken, texts)):
            return "holds half a character (a lone surrogate), which no record can hold; write it whole"
        inner = [part for one in level if isinstance(one, list | tuple) for part in one]
        level = inner + [part for one in level if isinstance(one, dict) for pair in one.items() for part in pair]
    return "is nested deeper than any field" if level else ""


def _fitting(machine: Row, corrected: dict[str, Claim], left_out: dict[int, str]) -> Standing:
    """All claims, if they make an event together; else those that do, as they came. What was kept together is tried
    together: a type brings its codes."""
    known = set(flaws(machine))
    row = machine | _values(corrected.values())
    if set(flaws(row)) <= known:
        return Standing(row, corrected, left_out)
    kept: dict[str, Claim] = {}
    row = machine
    for _, group in groupby(sorted(corrected.values(), key=_when), key=lambda claim: claim.reviewed_at):
        together = {claim.field: claim for claim in group}
        tried = row | _values(together.values())
        if wrong := sorted(set(flaws(tried)) - known):
            left_out |= {claim.n: wrong[0] for claim in together.values()}
        else:
            kept, row = kept | together, tried
    return Standing(row, kept, left_out)


def _values(claims: Iterable[Claim]) -> Row:
    return {claim.field: value_of(claim.value) for claim in claims}


def _unreadable(machine: Row, claim: Claim) -> str:
    if claim.verdict != "correct":
        return ""
    if claim.field in FIXED or claim.field not in machine:
        return f"field {claim.field[:30]!r} cannot be corrected"
    try:
        of_kind(claim.field, value_of(claim.value))
    except DocumentError as error:
        return str(error)
    except (KeyError, ValueError):
        return _UNREADABLE
    return ""


def _when(claim: Claim) -> tuple[datetime, int]:
    return claim.reviewed_at, claim.n
