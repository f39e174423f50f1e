"""The dating told last before a place in the text: what "the next day" and "that year" count from.

In: the document's text and where the words stand. Out: a `Dating` or None.
"""

from datetime import date

from dragoman.coding.timing.clauses import of_report
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.finding import expressions
from dragoman.coding.timing.measure import ORDER, UNITS
from dragoman.coding.timing.resolving import resolve
from dragoman.coding.timing.tense import tense
from dragoman.event import Dating

# How far back, in characters, a date is still the one meant: three or four sentences.
_REACH = 600

# "The army has fought since 2015": no day, nor month, that "on the same day" could mean.
_OPEN = frozenset({"since", "until", "till"})
_SAME = frozenset({"same", "that"})


def anchor(
    text: str, before: int, *, pub_date: date | None = None, leaning: DateExpression | None = None
) -> Dating | None:
    """The dating of the last date expression that ends by `before`; those that lean on others are chained.

    `leaning` is the expression that counts from it.
    """
    told: Dating | None = None
    meant: Dating | None = None
    for expression in expressions(text, start=max(0, before - _REACH), end=before):
        when = tense(text, expression.start, expression.end)
        dating = resolve(expression, pub_date=pub_date, tense=when, anchor=told)
        if dating.date_start:
            told = dating
            meant = meant if leaning and _passed_over(expression, dating, leaning, text) else dating
    return meant or told


def _passed_over(expression: DateExpression, dating: Dating, leaning: DateExpression, text: str) -> bool:
    """Whether it is no anchor: a stretch longer than the unit counted in, open or not that unit itself, or, for "on
    the same day", the day of the report."""
    unit, same = UNITS.get(leaning.unit), leaning.turn in _SAME
    if unit is None or dating.date_precision is None:
        return False
    if leaning.turn == "same" and of_report(text, (expression.start, expression.end), (len(text), len(text))):
        return True
    longer = ORDER.index(dating.date_precision) > ORDER.index(unit)
    return longer and (same or expression.relation in _OPEN)
