"""A piece of a longer unit: "the first week of March", "the last two months of 2019", "the first Friday in May".

In: the days of the longer unit and the `Piece` that the words name. Out: the days of the piece and their precision.
"""

from datetime import date

from dragoman.coding.timing.expression import Piece
from dragoman.coding.timing.grammar import grammar
from dragoman.coding.timing.measure import UNITS, stretch
from dragoman.coding.timing.span import Days, shift, shift_months, weekend
from dragoman.event import Precision

_LENGTHS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def cut(days: Days, piece: Piece) -> tuple[Days, Precision] | None:
    """The piece of the days; None where they hold none such, as no month holds a sixth Friday."""
    if piece.weekday is not None or piece.unit == "weekend":
        return _among(days, piece)
    number = 1 if piece.number is None else piece.number or grammar().tables["pieces"].get(piece.unit, 1)
    if piece.place < 0:
        found = Days(_moved(shift(days.end, 1), piece.unit, -number), days.end)
    else:
        start = _moved(days.start, piece.unit, number * (piece.place - 1))
        found = Days(start, shift(_moved(start, piece.unit, number), -1))
    if not days.start <= found.start <= found.end <= days.end:
        return None
    return found, UNITS[piece.unit] if number == 1 else stretch(found)


def _among(days: Days, piece: Piece) -> tuple[Days, Precision] | None:
    """The first, second … last of the weekdays or weekends within the days."""
    target = 5 if piece.weekday is None else piece.weekday
    first = shift(days.start, (target - days.start.weekday()) % 7)
    last = shift(days.end, -((days.end.weekday() - target) % 7))
    day = last if piece.place < 0 else shift(first, 7 * (piece.place - 1))
    if not days.start <= day <= days.end:
        return None
    return (Days(day, day), "day") if piece.weekday is not None else (weekend(day), "week")


def _moved(day: date, unit: str, number: int) -> date:
    if unit in _MONTHS:
        return shift_months(day, number * _MONTHS[unit])
    return shift(day, number * _LENGTHS[unit])
