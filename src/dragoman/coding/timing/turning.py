"""Months, seasons and weekdays said from another event: "that September", "the following March", "the previous Friday".

In: a `DateExpression` that names one and a turn, and the days of the event told before. Out: days and precision.
"""

from datetime import date

from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.measure import ORDER
from dragoman.coding.timing.span import Days, shift
from dragoman.coding.timing.written import within
from dragoman.event import Precision

_AFTER = frozenset({"following", "next"})
_BEFORE = frozenset({"previous", "preceding"})


def turned(expression: DateExpression, anchor: Days, precision: Precision) -> tuple[Days, Precision] | None:
    """The named month, season or weekday of the event's time, or the first after or the last before it."""
    turn = expression.turn.removeprefix("the ")
    target = expression.point.weekday
    if target is not None:
        coarse = ORDER.index(precision) > ORDER.index("week")
        return (anchor, precision) if coarse else (_weekday(target, anchor, turn), "day")
    years = [number for number in range(anchor.start.year - 1, anchor.end.year + 2) if 1 <= number <= 9998]
    found = [row for row in (within(expression, Days(date(number, 1, 1), anchor.end)) for number in years) if row]
    if turn in _AFTER:
        return next((row for row in found if row[0].start > anchor.end), None)
    if turn in _BEFORE:
        return next((row for row in reversed(found) if row[0].end < anchor.start), None)
    return next((row for row in found if row[0].start.year == anchor.start.year), None)


def _weekday(target: int, anchor: Days, turn: str) -> Days:
    if turn in _BEFORE:
        day = shift(anchor.start, -((anchor.start.weekday() - target) % 7 or 7))
    elif turn in _AFTER:
        day = shift(anchor.end, (target - anchor.end.weekday()) % 7 or 7)
    else:
        day = shift(anchor.start, (target - anchor.start.weekday()) % 7)
    return Days(day, day)
