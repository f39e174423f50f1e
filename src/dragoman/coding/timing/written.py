"""Dates written out: days, months, seasons, years, decades, ranges of them and fixed holidays.

In: a `DateExpression`. Out: days and precision; from the words alone (`explicit`), or with the year that the day of
publication and the tense give (`nearest`). None where the words do not say enough or name no day of the calendar.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dragoman.coding.timing.expression import DateExpression, Point
from dragoman.coding.timing.feasts import easter
from dragoman.coding.timing.grammar import grammar
from dragoman.coding.timing.measure import ORDER
from dragoman.coding.timing.piecing import cut
from dragoman.coding.timing.span import Days, decade, month, share, shift, shift_months, week, weekend, year
from dragoman.event import Precision

# Units longer than a year; the contract names none longer than a decade.
_LONG: dict[str, Callable[[int], Days]] = {"decade": decade, "century": lambda first: year(first, length=100)}
# Years or months from publication's.
_TURNS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
# How many such times back or on, of those that publication does not fall into.
_BACK = {"last": 1, "past": 1, "before last": 2}
_AHEAD = {"next": 0, "coming": 0, "after next": 1}
# "The week of 5 May", "the weekend of 3 June".
_AROUND: dict[str, Callable[[date], Days]] = {"week": week, "weekend": weekend}
# A day and month without year is looked for so far around publication: 29 February may be eight years off.
_YEARS_AROUND = 8


def explicit(expression: DateExpression) -> tuple[Days, Precision] | None:
    """Days and precision where the words name the year; None where they do not, or name no real date."""
    point = expression.point
    if expression.kind == "moment":
        point = _holiday(expression)
    if point.year is None and (expression.until is None or expression.until.year is None):
        return None
    if expression.kind in _LONG and point.year is not None:
        return _part(expression, _LONG[expression.kind](point.year)), "decade"
    if expression.kind == "slashes" and expression.until is not None:
        return _whole(_slashes(point, expression.until))
    if expression.until is not None:
        return _range(point, expression.until)
    return _shaped(expression, _whole(point))


def nearest(expression: DateExpression, pub_date: date, future: bool) -> tuple[Days, Precision] | None:
    """A date without year: the latest begun by publication, or with `future` the earliest not over by then."""
    point = _holiday(expression) if expression.kind == "moment" else expression.point
    if point.day and not point.month:
        return _day_of_month(expression, pub_date, future)
    if point.year is not None or not (point.month or point.season or point.feast is not None):
        return None
    if expression.unit == "year":
        turn = _TURNS.get(expression.which, -(expression.number or 0))
        found = _whole(replace(point, year=min(max(pub_date.year + turn, 1), 9999)))
    else:
        found = _choose(point, expression.which, pub_date, future)
    return _shaped(expression, found)


def _day_of_month(expression: DateExpression, pub_date: date, future: bool) -> tuple[Days, Precision] | None:
    """ "On the 12th", "the 14th of next month": the month is publication's, or the one beside it."""
    first = date(pub_date.year, pub_date.month, 1)
    named = _TURNS.get(expression.which)
    around = [shift_months(first, turn) for turn in (range(-12, 13) if named is None else (named,))]
    points = [Point(year=day.year, month=day.month, day=expression.point.day) for day in around]
    return _pick([row for row in map(_whole, points) if row], pub_date, future, named is not None)


def nearest_range(expression: DateExpression, pub_date: date, future: bool) -> tuple[Days, Precision] | None:
    """A range without year, of months, of days or of weekdays, by the same rule."""
    first, last = expression.point, expression.until
    if last is None:
        return None
    if first.weekday is not None and last.weekday is not None:
        return _weekdays((first.weekday, last.weekday), expression, pub_date, future)
    around = range(max(pub_date.year - 1, 1), min(pub_date.year + 2, 9999))
    found = [row for row in (_range(replace(first, year=number), last) for number in around) if row]
    return _pick(found, pub_date, future)


def _whole(point: Point) -> tuple[Days, Precision] | None:
    """The unit that a point with a year names."""
    number = point.year
    if number is None:
        return None
    if point.feast is not None:
        day = shift(easter(number), point.feast)
        return Days(day, day), "day"
    if point.season:
        return month(number, grammar().tables["seasons"][point.season], length=3), "season"
    if point.month is None:
        return year(number), "year"
    if point.day is None:
        return month(number, point.month), "month"
    if not 1 <= point.month <= 12 or not 1 <= point.day <= monthrange(number, point.month)[1]:
        return None
    day = date(number, point.month, point.day)
    return Days(day, day), "day"


def _choose(point: Point, which: str, pub_date: date, future: bool) -> tuple[Days, Precision] | None:
    around = range(max(pub_date.year - _YEARS_AROUND, 1), min(pub_date.year + _YEARS_AROUND, 9998) + 1)
    found = [row for row in (_whole(replace(point, year=number)) for number in around) if row]
    if which in _BACK:
        over = [row for row in found if row[0].end < pub_date]
        return over[-_BACK[which]] if len(over) >= _BACK[which] else None
    if which in _AHEAD:
        ahead = [row for row in found if row[0].start > pub_date]
        return ahead[_AHEAD[which]] if len(ahead) > _AHEAD[which] else None
    if which == "this" and not future:
        # A winter holds days of two years.
        same = [row for row in found if row[0].start <= pub_date <= row[0].end]
        same += [row for row in found if row[0].start.year == pub_date.year]
        return same[0] if same else None
    return _pick(found, pub_date, future)


def _pick(
    found: list[tuple[Days, Precision]], pub_date: date, future: bool, certain: bool = False
) -> tuple[Days, Precision] | None:
    """The latest begun by publication, or the earliest not over; with `certain` the only one, whenever it lies."""
    if certain:
        return found[0] if found else None
    if future:
        ahead = [row for row in found if row[0].end >= pub_date]
        return ahead[0] if ahead else None
    begun = [row for row in found if row[0].start <= pub_date]
    return begun[-1] if begun else None


def _range(first: Point, last: Point) -> tuple[Days, Precision] | None:
    """From the first point to the last; each lends the other the month and the year it lacks."""
    first = replace(first, month=first.month or (last.month if first.day else None), weekday=None)
    last = replace(last, month=last.month or (first.month if last.day else None), weekday=None)
    wraps = (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - wraps)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year + wraps)
    if not (1 <= (first.year or 0) <= 9999 and 1 <= (last.year or 0) <= 9999):
        return None
    low, high = _whole(first), _whole(last)
    if low is None or high is None or high[0].end < low[0].start:
        return None
    return Days(low[0].start, high[0].end), max(low[1], high[1], key=ORDER.index)


def _weekdays(
    ends: tuple[int, int], expression: DateExpression, pub_date: date, future: bool
) -> tuple[Days, Precision]:
    """From one weekday to the next such; the last of them falls by publication, or the first from it on."""
    first, last = ends
    length, which = (last - first) % 7, expression.which
    if expression.week:
        start = shift(week(pub_date).start, first + {"last": -7, "next": 7}.get(expression.week, 0))
    elif future or which in {"next", "coming"}:
        start = shift(pub_date, (first - pub_date.weekday()) % 7 or (7 if which in {"next", "coming"} else 0))
    else:
        back = (pub_date.weekday() - last) % 7 or (7 if which in {"last", "past"} else 0)
        start = shift(pub_date, -back - length)
    return Days(start, shift(start, length)), "day"


def within(expression: DateExpression, days: Days) -> tuple[Days, Precision] | None:
    """The month, or the day of it, that the expression names within a year."""
    return _whole(replace(expression.point, year=days.start.year))


def _shaped(expression: DateExpression, found: tuple[Days, Precision] | None) -> tuple[Days, Precision] | None:
    """What the rest of the words make of the unit: its week, a piece of it, its quarter, an early or late part."""
    if found is None:
        return None
    days, precision = found
    if expression.piece is not None:
        return cut(days, expression.piece)
    if precision == "day" and expression.unit in _AROUND:
        return _AROUND[expression.unit](days.start), "week"
    quarter = precision == "year" and is_quarter(expression.part)
    return _part(expression, days), "season" if quarter else precision


def is_quarter(part: str) -> bool:
    """Whether the part of a year is a quarter."""
    return part.endswith("quarter") or part.startswith("q")


def _part(expression: DateExpression, days: Days) -> Days:
    """The share of the days that "early", "the end of", "the first half of" names."""
    bounds = grammar().tables["parts"].get(expression.part.removeprefix("the "))
    return share(days, *bounds) if bounds else days


def _holiday(expression: DateExpression) -> Point:
    """The day of a holiday; a point that says nothing for one that moves, but for the feasts of Easter."""
    if expression.point.feast is not None:
        return expression.point
    found = grammar().tables["holidays"].get(expression.name)
    if found is None:
        return Point()
    year_said = found[2] if len(found) > 2 else expression.point.year
    return Point(year=year_said, month=found[0], day=found[1] or None)


def _slashes(first: Point, last: Point) -> Point:
    """Day and month where only one order is possible; where both are, the year alone is certain."""
    one, two = first.day or 0, last.day or 0
    if one > 12 or one == two:
        return Point(year=first.year, month=two, day=one)
    return Point(year=first.year, month=one, day=two) if two > 12 else Point(year=first.year)
