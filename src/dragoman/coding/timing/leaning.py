"""Dates that lean on another date of the sentence: "two days after Sunday's vote", "since the invasion of 2022".

In: the expressions of a sentence, the nearest to a trigger, and the trigger. Out: what the two say together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.clauses import apart, words
from dragoman.coding.timing.expression import DateExpression, Point

# Between "two days after" and the date of what it follows: one clause, without a stop.
_CLAUSE = re.compile(r"[^,.;:“”\"–—]{0,80}")
# "Since the full-scale invasion of" before a date, which is the invasion's: what goes on began then.
_SINCE = re.compile(r"\bsince (?:the|a|an|his|her|its|their|last)? ?[^,.;:“”\"–—]{0,60}$", re.IGNORECASE)
_BACK = 75
# Before a trigger that is the noun: "its heaviest strikes since".
_ATTRIBUTE = 12
_HALF_YEAR = 6


def leans(expression: DateExpression) -> bool:
    """ "A week after he left": it tells how far two events lie apart and, of itself, the day of neither."""
    return expression.kind == "anchored" and expression.loose and expression.turn in ("after", "before")


def counted_from(
    nearest: DateExpression, expressions: Sequence[DateExpression], text: str, *, trigger: tuple[int, int]
) -> DateExpression | None:
    """The words that count from the nearest date to the trigger's event: "two days after" before "Sunday's vote"."""
    for expression in expressions:
        if leans(expression) and _CLAUSE.fullmatch(undotted(text), expression.end, nearest.start):
            return expression if _outside(expression.start, nearest, text, trigger) else None
    return None


def begun(nearest: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the nearest date is that of an event since which the trigger's goes on."""
    since = _SINCE.search(undotted(text), max(0, nearest.start - _BACK), nearest.start)
    return not nearest.relation and since is not None and _outside(since.start(), nearest, text, trigger)


def of_first(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date, behind the trigger, only tells since when nothing was like it: "for the first time since the
    vote in May", "its heaviest strikes since the start of the war in May"."""
    start, end = max(0, trigger[0] - _ATTRIBUTE), max(trigger[0], expression.start)
    return _first().search(undotted(text), start, end) is not None


@cache
def _first() -> re.Pattern[str]:
    """A superlative or "first", and "since" behind it, which then begins nothing. Of bare years the vetoes in
    data/dates.yaml say the same."""
    return re.compile(
        rf"\b(?:{'|'.join(words()['superlatives'])}|most (?!of\b)[\w-]{{5,15}}) [^,.;:“”\"–—]{{0,60}}"
        r"\bsince\b(?: [\w’'-]+){1,8}? (?:on|in|of) $"
    )


def dated_beside(expression: DateExpression, expressions: Sequence[DateExpression], text: str) -> DateExpression:
    """The expression with the year of the full date told before it in the sentence, if it names a month and no year.

    "On 7 August 1998 … on 20 August": the year that brings the two closest. One in a side clause lends none.
    """
    point = expression.point
    if expression.kind != "date" or not point.month or point.year or expression.which or expression.unit:
        return expression
    for other in reversed(expressions):
        plain = not other.loose and not other.relation
        full = other.kind == "date" and plain and other.point.year and other.point.month
        if full and other.end <= expression.start:
            spans = (other.start, other.end), (expression.start, expression.end)
            if apart(text, 0, *spans):
                return expression
            return replace(expression, point=replace(point, year=_closest(point, other.point)))
    return expression


def without_since(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> DateExpression:
    """The bare day where "when" tells of it: "had been meeting since Monday when an attack …"."""
    told = expression.relation == "since" and expression.end <= trigger[0] and text.startswith(" when ", expression.end)
    return replace(expression, relation="") if told else expression


def _closest(point: Point, full: Point) -> int:
    """The year that puts the month no more than half a year from the full date's."""
    ahead = (point.month or 0) - (full.month or 0)
    return (full.year or 0) + (ahead < -_HALF_YEAR) - (ahead > _HALF_YEAR)


def _outside(start: int, nearest: DateExpression, text: str, trigger: tuple[int, int]) -> bool:
    """Whether the trigger stands before the words, or after the comma that ends their clause."""
    return trigger[1] <= start or "," in text[nearest.end : max(nearest.end, trigger[0])]
