"""The dating told last before a place in the text: what "the next day" and "that year" count from.

In: the document's text and where the words stand. Out: a `Dating` or None.
"""

from datetime import date

from dragoman.coding.timing.finding import expressions
from dragoman.coding.timing.resolving import resolve
from dragoman.coding.timing.tense import tense
from dragoman.event import Dating

# How far back, in characters, a date is still the one meant: three or four sentences.
_REACH = 600


def anchor(text: str, before: int, *, pub_date: date | None = None) -> Dating | None:
    """The dating of the last date expression that ends by `before`; those that lean on others are chained."""
    told: Dating | None = None
    for expression in expressions(text, start=max(0, before - _REACH), end=before):
        when = tense(text, expression.start, expression.end)
        dating = resolve(expression, pub_date=pub_date, tense=when, anchor=told)
        told = dating if dating.date_start else told
    return told
