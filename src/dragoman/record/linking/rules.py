"""How two reports are compared, as data: near types, classes of sectors, and points for what they have in common.

In: rules.yaml of this package. Out: one frozen `Rules`.
"""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

# The class of every sector that rules.yaml does not list.
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Points:
    """What each finding adds to the sum of two reports; rules.yaml says what each one is."""

    start: int
    near_type: int
    side_same: int
    side_class: int
    side_other: int
    side_missing: int
    swapped: int
    name_same: int
    day_same: int
    day_next: int
    day_near: int
    day_wide: int
    day_ahead: int
    place_same: int
    place_within: int
    place_far: int
    place_abroad: int
    number_same: int
    number_other: int
    status: int
    words_from: int
    words: int
    words_most: int
    floor: int


@dataclass(frozen=True, slots=True)
class Rules:
    """`near` gives for each type the types that may tell the same happening, itself first."""

    near: dict[str, tuple[str, ...]]
    mutual: frozenset[str]
    classes: dict[str, str]
    points: Points


@cache
def rules() -> Rules:
    """The shipped rules, read on first use. Raises KnowledgeError when the table does not fit."""
    table = yaml.safe_load(files("dragoman.record.linking").joinpath("rules.yaml").read_text(encoding="utf-8"))
    return Rules(
        near=_near(table["near"]),
        mutual=frozenset(table["mutual"]),
        classes={sector: name for name, sectors in table["classes"].items() for sector in sectors},
        points=_points(table["points"]),
    )


def near(event_type: str) -> tuple[str, ...]:
    """The types that reports of one happening may give it, itself first."""
    return rules().near.get(event_type, (event_type,))


def _near(pairs: list[list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        found[one] = (*found.get(one, (one,)), other)
        found[other] = (*found.get(other, (other,)), one)
    return found


def _points(table: dict[str, Any]) -> Points:
    names = {field.name for field in fields(Points)}
    if wrong := names ^ set(table):
        raise KnowledgeError(f"rules.yaml: points: {', '.join(sorted(wrong))}: missing or unknown; see Points")
    if wrong := {name for name, value in table.items() if type(value) is not int}:
        raise KnowledgeError(f"rules.yaml: points: {', '.join(sorted(wrong))}: write whole numbers")
    return Points(**table)
