"""Date expressions as they are found: the words and what they say, not yet resolved to days."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "date",
    "range",
    "decade",
    "century",
    "weekday",
    "deictic",
    "period",
    "ago",
    "ahead",
    "anchored",
    "moment",
    "recent",
    "vague",
    "slashes",
]


@dataclass(frozen=True, slots=True)
class Point:
    """What the words say of one date; None where they say nothing. Months are 1-12, weekdays 0 (Monday) to 6.

    `feast` are days from Easter.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    feast: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a longer unit: "the first two weeks of", "the last Friday in". `place` counts from 1, or is -1.

    `number` None is one, 0 an unstated number ("the first few days"); `weekday` is that of "the first Monday of".
    """

    place: int
    unit: str
    number: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression. `start` and `end` are characters of the text it was found in, end exclusive.

    `relation` is "" or the word before it (since, until, before, after, by); `part` is a share of the unit (early,
    mid, late, first half …); `which` is last, this, next, past, coming, recent; `turn` is earlier, later, next,
    previous, same or that, for what is said from another event; `number` None means an unstated number ("weeks ago").
    `until` is the second date of a range; `offset` are days from publication; `side` is earlier, later or so far;
    `week` is the week a weekday is of; `name` is a holiday's; `about` is what an approximate count leans to, more,
    less or half a unit more; `piece` is a piece of what the rest names; `tail` is what follows "ago": today, this
    week, on or last before a weekday; `loose` says that the words belong to a noun or another event ("the 2015 deal",
    "a week after he left").
    """

    text: str
    start: int
    end: int
    kind: Kind
    point: Point = field(default_factory=Point)
    until: Point | None = None
    relation: str = ""
    part: str = ""
    which: str = ""
    unit: str = ""
    number: int | None = None
    turn: str = ""
    side: str = ""
    week: str = ""
    offset: tuple[int, int] | None = None
    name: str = ""
    about: str = ""
    piece: Piece | None = None
    tail: str = ""
    loose: bool = False
