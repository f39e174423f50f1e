"""When: date expressions in text, the days they mean, the tense of an event, and which expression is whose.

In: text, a publication date, spans of triggers. Out: `DateExpression`s and `dragoman.event.Dating`s.
The rules and their figures: docs/timing.md.
"""

from dragoman.coding.timing.anchoring import anchor
from dragoman.coding.timing.attaching import attach
from dragoman.coding.timing.bounds import of_accused, of_charge
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.filed import filed
from dragoman.coding.timing.finding import expressions
from dragoman.coding.timing.leaning import begun, counted_from, dated_beside, leans, of_first, without_since
from dragoman.coding.timing.neighbours import of_later, of_next, of_past, of_what_comes
from dragoman.coding.timing.nouns import of_another, of_pact, of_subject
from dragoman.coding.timing.participles import of_fronted, of_participle
from dragoman.coding.timing.reports import before_aim, before_judging, before_telling, behind_telling, of_decree
from dragoman.coding.timing.resolving import Tense, default, resolve
from dragoman.coding.timing.sequels import since_then, told_last, told_on
from dragoman.coding.timing.tense import possible, tense

__all__ = [
    "DateExpression",
    "Tense",
    "anchor",
    "attach",
    "before_aim",
    "before_judging",
    "before_telling",
    "begun",
    "behind_telling",
    "counted_from",
    "dated_beside",
    "default",
    "expressions",
    "filed",
    "leans",
    "of_accused",
    "of_another",
    "of_charge",
    "of_decree",
    "of_first",
    "of_fronted",
    "of_later",
    "of_next",
    "of_pact",
    "of_participle",
    "of_past",
    "of_subject",
    "of_what_comes",
    "possible",
    "resolve",
    "since_then",
    "tense",
    "told_last",
    "told_on",
    "without_since",
]
