"""Dates said from the day of publication ("last week", "three years ago") or from another event ("the next day").

In: a `DateExpression`, the publication day, whether the event lies ahead. Out: days and precision, or None where the
words are too vague to date.
"""

import re
from dataclasses import replace
from datetime import date

from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.grammar import grammar
from dragoman.coding.timing.measure import ORDER, UNITS, stretch
from dragoman.coding.timing.piecing import cut
from dragoman.coding.timing.span import (
    Days,
    decade,
    month,
    share,
    shift,
    shift_months,
    week,
    weekend,
    year,
)
from dragoman.coding.timing.turning import turned
from dragoman.coding.timing.written import is_quarter, nearest, within
from dragoman.event import Precision

Found = tuple[Days, Precision] | None

_FORWARD = frozenset({"next", "coming"})
_BACK = frozenset({"last", "past"})
# Units from publication's own: the week before last, the month after next.
_STEPS = {"before last": -2, "last": -1, "past": -1, "next": 1, "coming": 1, "after next": 2}
# "Wednesday week", "Friday fortnight": so many days after the next such day.
_BEYOND = {"week": 7, "fortnight": 14}
# "Days ago", "weeks later": how many units an unstated number is taken to be, at least and at most.
_UNSTATED: dict[str, tuple[int, int]] = {"hour": (0, 0), "day": (2, 6), "week": (2, 4), "month": (2, 11)}
# "The last week" ends today; "last week" ended on Sunday.
_ROLLING = re.compile(r"the (?:last|next|coming)\b", re.IGNORECASE)
# "In two weeks' time", "a month from now": of what is to come, whatever the verb.
_TOLD_AHEAD = re.compile(r"\b(?:time|from)\b", re.IGNORECASE)
# "Three hours ago" is the day of publication up to so many hours.
_SAME_DAY = 12
# Months that "more than", "nearly" and "and a half" years ago lean away from the day.
_LEANING = {"more": -3, "less": 3, "half": -6}


def weekday(expression: DateExpression, pub_date: date, future: bool) -> Found:
    """The last such day up to publication, with `future` the next from it on; "last" and "next" leave it out."""
    target = expression.point.weekday
    if target is None:
        return None
    if expression.week in _BEYOND:
        day = shift(pub_date, (target - pub_date.weekday()) % 7 + _BEYOND[expression.week])
    elif expression.week:
        monday = shift(week(pub_date).start, {"last": -7, "next": 7}.get(expression.week, 0))
        day = shift(monday, target)
    elif expression.number is not None:
        day = shift(_last(target, pub_date), -7 * (expression.number - 1))
    elif expression.which in {"before last", "after next"}:
        day = _second(target, pub_date, back=expression.which == "before last")
    elif expression.which in _FORWARD or (future and expression.which not in _BACK):
        day = shift(pub_date, (target - pub_date.weekday()) % 7)
        day = shift(day, 7) if day == pub_date and expression.which in _FORWARD else day
    else:
        day = shift(pub_date, -((pub_date.weekday() - target) % 7))
        day = shift(day, -7) if day == pub_date and expression.which in _BACK else day
    return Days(day, day), "day"


def _last(target: int, pub_date: date) -> date:
    """The last such weekday before publication."""
    return shift(pub_date, -((pub_date.weekday() - target) % 7 or 7))


def _second(target: int, pub_date: date, *, back: bool) -> date:
    """The Friday before last, the Friday after next; publication's own day does not count."""
    if back:
        return shift(_last(target, pub_date), -7)
    return shift(pub_date, ((target - pub_date.weekday()) % 7 or 7) + 7)


def deictic(expression: DateExpression, pub_date: date, _future: bool) -> Found:
    """Today, yesterday, last night: so many days from publication."""
    if expression.offset is None:
        return None
    low, high = expression.offset
    return Days(shift(pub_date, low), shift(pub_date, high)), "day"


def period(expression: DateExpression, pub_date: date, future: bool) -> Found:
    """This week, last month, the past three years, the end of the year."""
    unit, which = expression.unit, expression.which
    if unit not in UNITS or (unit in {"hour", "day"} and not which):
        return None
    rolling = expression.piece is None and (
        which == "past" or expression.number is not None or _ROLLING.match(expression.text) is not None
    )
    if which in _BACK | _FORWARD and (rolling or unit in {"hour", "day", "fortnight", "decade"}):
        return _rolling(unit, expression.number or 1, pub_date, which in _FORWARD)
    if unit == "weekend":
        return _weekend(which, pub_date, future)
    found = _within(expression, pub_date, _STEPS.get(which, 0))
    if found is None or which or not (expression.piece or is_quarter(expression.part)):
        return found
    if not future and found[0].start > pub_date:
        return _within(expression, pub_date, -1)
    return _within(expression, pub_date, 1) if future and found[0].end < pub_date else found


def _within(expression: DateExpression, pub_date: date, step: int) -> Found:
    """So many units from publication's own: the whole, a piece of it, or what "early" and "earlier" leave of it."""
    unit = expression.unit
    days = _unit_of(unit, _moved(pub_date, unit, step))
    if expression.piece is not None:
        return cut(days, expression.piece)
    quarter = unit == "year" and is_quarter(expression.part)
    return _sided(expression, days, pub_date), "season" if quarter else UNITS[unit]


def ago(expression: DateExpression, pub_date: date, _future: bool) -> Found:
    """So many units before publication, to the precision of the unit; "a year ago today" is exact."""
    base = pub_date
    if (expression.tail or expression.point.weekday is not None) and expression.number is not None:
        return _ago_from(expression, expression.number, pub_date)
    if expression.unit == "year" and expression.about:
        base = shift_months(pub_date, _LEANING[expression.about])
    return _counted(expression, Days(base, base), back=True)


def _ago_from(expression: DateExpression, number: int, pub_date: date) -> Found:
    """ "A year ago today", "five years ago this week", "a week ago last Thursday", "Friday two weeks ago"."""
    tail, target, unit = expression.tail, expression.point.weekday, expression.unit
    if target is not None:
        if tail in {"on", "ago"} and unit in {"week", "fortnight"}:
            day = shift(week(_moved(pub_date, unit, -number)).start, target)
        else:
            back = (pub_date.weekday() - target) % 7 or (7 if tail == "last" else 0)
            day = _moved(shift(pub_date, -back), unit, -number)
        return Days(day, day), "day"
    if tail.startswith("this "):
        inner = tail.removeprefix("this ")
        return _unit_of(inner, _moved(pub_date, unit, -number)), UNITS[inner]
    day = shift(_moved(pub_date, unit, -number), {"yesterday": -1, "tomorrow": 1}.get(tail, 0))
    return Days(day, day), "day"


def ahead(expression: DateExpression, pub_date: date, future: bool) -> Found:
    """In so many units, of what is to come; of what is past it tells how long it took, which is no date."""
    if not future and not _TOLD_AHEAD.search(expression.text):
        return None
    if expression.text.lower().startswith("within") and expression.number is not None:
        return _rolling(expression.unit, expression.number, pub_date, forward=True)
    return _counted(expression, Days(pub_date, pub_date), back=False)


def recent(expression: DateExpression, pub_date: date, future: bool) -> Found:
    """In recent days, in the coming weeks: a stretch beside publication, to a precision coarser than the unit."""
    bounds = grammar().tables["recent"].get(expression.unit)
    if bounds is None or (expression.which == "within" and not future):
        return None
    if expression.which in {"coming", "next few", "within"}:
        return Days(pub_date, shift(pub_date, bounds[0])), bounds[1]
    return Days(shift(pub_date, -bounds[0]), pub_date), bounds[1]


def vague(_expression: DateExpression, _pub_date: date, _future: bool) -> Found:
    """Recently, in recent weeks: no date."""
    return None


def anchored(expression: DateExpression, anchor: tuple[Days, Precision] | None, pub_date: date | None) -> Found:
    """So long before or after the event told before, or on its day; "earlier" alone counts from publication."""
    turn, point = expression.turn, expression.point
    named = point.weekday is not None or point.season or (point.month and not expression.unit)
    if anchor is None and named:
        return _near(expression, pub_date)
    if anchor is None:
        if turn != "earlier" or expression.loose or pub_date is None:
            return None
        return _counted(expression, Days(pub_date, pub_date), back=True)
    days, precision = anchor
    if named:
        return turned(expression, days, precision)
    if point.month:
        return _month_of(expression, days)
    unit_precision = UNITS.get(expression.unit)
    if unit_precision is None or ORDER.index(precision) > ORDER.index(unit_precision):
        return anchor
    step = _step(turn)
    if step is not None:
        return _unit_of(expression.unit, _moved(days.start, expression.unit, step)), unit_precision
    return _counted(expression, days, back=turn in {"earlier", "before", "previously"})


def _near(expression: DateExpression, pub_date: date | None) -> Found:
    """ "The previous Wednesday" where nothing was told before: as without "previous"."""
    if pub_date is None:
        return None
    future = expression.turn.endswith(("next", "following"))
    plain = replace(expression, which="")
    return weekday(plain, pub_date, future) or nearest(plain, pub_date, future)


def _month_of(expression: DateExpression, anchor: Days) -> Found:
    """December that year, October the previous year."""
    step = _step(expression.turn) or 0
    return within(expression, Days(shift_months(anchor.start, 12 * step), anchor.end))


def _step(turn: str) -> int | None:
    """Units from the anchor's: that day, the next day, the previous day; None for a count of units."""
    word = turn.removeprefix("the ")
    if word in {"same", "that", ""}:
        return 0
    return {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word)


def _rolling(unit: str, number: int, pub_date: date, forward: bool) -> Found:
    """The stretch of so many units that ends, or begins, with publication."""
    if unit not in UNITS or unit == "weekend":
        return None
    number = -(-number // 24) if unit == "hour" else number
    far = _moved(pub_date, unit, number if forward else -number)
    days = Days(pub_date, far) if forward else Days(far, pub_date)
    return days, stretch(days)


def _weekend(which: str, pub_date: date, future: bool) -> Found:
    this = weekend(shift(pub_date, 7 * _STEPS.get(which, 0)))
    if not which and not future and this.start > pub_date:
        return weekend(shift(pub_date, -7)), "week"
    return this, "week"


def _sided(expression: DateExpression, days: Days, pub_date: date) -> Days:
    """What "earlier", "so far", "later", "early", "late" and "the end of" leave of the unit."""
    side = expression.side
    if side in {"earlier", "so far"} and days.start <= pub_date:
        return Days(days.start, min(days.end, pub_date))
    if side == "later" and days.end >= pub_date:
        return Days(max(days.start, pub_date), days.end)
    bounds = grammar().tables["parts"].get(side or expression.part)
    return share(days, *bounds) if bounds else days


def _counted(expression: DateExpression, base: Days, *, back: bool) -> Found:
    """So many units before or after the base; an unstated number gives a stretch and a coarser precision."""
    unit, number = expression.unit, expression.number
    sign = -1 if back else 1
    origin = base.start if back else base.end
    if number is None:
        return _unstated(unit, origin, sign)
    if unit not in UNITS:
        return None
    if unit == "hour" and number < _SAME_DAY:
        return Days(origin, origin), "day"
    if unit == "hour":
        return Days(*sorted((origin, shift(origin, sign * -(-number // 24))))), "day"
    if unit == "decade":
        return year(min(max(origin.year + sign * 10 * number, 1), 9999)), "decade"
    return _unit_of(unit, _moved(origin, unit, sign * number)), UNITS[unit]


def _unstated(unit: str, origin: date, sign: int) -> Found:
    if unit not in _UNSTATED:
        return None
    least, most = _UNSTATED[unit]
    near, far = (_moved(origin, "day" if unit == "hour" else unit, sign * n) for n in (least, most))
    days = Days(min(near, far), max(near, far))
    return days, stretch(days)


def _moved(day: date, unit: str, number: int) -> date:
    if unit in {"hour", "day"}:
        return shift(day, number)
    if unit in {"week", "fortnight", "weekend"}:
        return shift(day, number * (14 if unit == "fortnight" else 7))
    return shift_months(day, number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


def _unit_of(unit: str, day: date) -> Days:
    """The calendar unit that holds the day."""
    if unit in {"week", "fortnight"}:
        return week(day)
    if unit == "weekend":
        return weekend(day)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "quarter":
        return month(day.year, (day.month - 1) // 3 * 3 + 1, length=3)
    if unit == "year":
        return year(day.year)
    return decade(day.year) if unit == "decade" else Days(day, day)
