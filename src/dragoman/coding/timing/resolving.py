"""Resolving a date expression to days.

In: a `DateExpression`, the publication date, the tense of its event and, for words like "the next day", the dating of
the event told before. Out: a `Dating`: an inclusive range, its precision, the words and the basis. The precision is
never finer than the words; what cannot be resolved keeps its words and has no days.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal

from dragoman.coding.timing import relative, written
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.span import Days
from dragoman.event import Basis, Dating, Precision

Tense = Literal["past", "present", "future"]

# "Earlier this month" is over, whatever the verb.
_OVER = frozenset({"earlier", "so far"})


def resolve(
    expression: DateExpression, *, pub_date: date | None, tense: Tense = "past", anchor: Dating | None = None
) -> Dating:
    """The days that the expression means. `anchor` is the dating of the event told before, when known."""
    explicit = written.explicit(expression)
    if explicit is not None:
        days, precision = explicit
        return _dating(_bound(expression, days, pub_date, tense="present"), precision, expression, "explicit")
    if expression.point.year is not None:
        return Dating(date_text=expression.text, date_basis="explicit")
    tense = "past" if expression.side in _OVER else tense
    found = _relative(expression, pub_date, tense, _anchor(anchor))
    if found is None:
        return Dating(date_text=expression.text, date_basis="relative")
    days, precision = found
    return _dating(_bound(expression, days, pub_date, tense=tense), precision, expression, "relative")


def default(pub_date: date | None, *, tense: Tense = "past") -> Dating:
    """The dating of a report without date words: the publication day, unless it tells of the future."""
    if pub_date is None or tense == "future":
        return Dating()
    day = pub_date.isoformat()
    return Dating(day, day, "day", None, "publication")


def _relative(
    expression: DateExpression, pub_date: date | None, tense: Tense, anchor: tuple[Days, Precision] | None
) -> tuple[Days, Precision] | None:
    if expression.kind == "anchored":
        return relative.anchored(expression, anchor, pub_date)
    if pub_date is None:
        return None
    future = tense == "future" and expression.relation != "since"
    return _BY_KIND[expression.kind](expression, pub_date, future)


_BY_KIND: dict[str, Callable[[DateExpression, date, bool], tuple[Days, Precision] | None]] = {
    "date": written.nearest,
    "moment": written.nearest,
    "range": written.nearest_range,
    "slashes": lambda *_: None,
    "decade": lambda *_: None,
    "century": lambda *_: None,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "period": relative.period,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "recent": relative.recent,
    "vague": relative.vague,
}


def _anchor(anchor: Dating | None) -> tuple[Days, Precision] | None:
    if anchor is None or anchor.date_start is None or anchor.date_precision is None:
        return None
    start = date.fromisoformat(anchor.date_start)
    end = date.fromisoformat(anchor.date_end or anchor.date_start)
    return Days(start, max(start, end)), anchor.date_precision


def _bound(expression: DateExpression, days: Days, pub_date: date | None, *, tense: Tense) -> Days | None:
    """What "since", "before" and "after" leave; what is past ends, what is to come starts, at publication."""
    if expression.relation in {"before", "after"}:
        return None
    if pub_date is None:
        return days
    if tense == "future" and days.end >= pub_date:
        return Days(max(days.start, pub_date), days.end)
    if days.start > pub_date:
        return days
    if expression.relation == "since":
        return Days(days.start, pub_date)
    return Days(days.start, min(days.end, pub_date)) if tense == "past" else days


def _dating(days: Days | None, precision: Precision, expression: DateExpression, basis: Basis) -> Dating:
    if days is None:
        return Dating(date_text=expression.text, date_basis=basis)
    return Dating(days.start.isoformat(), days.end.isoformat(), precision, expression.text, basis)
