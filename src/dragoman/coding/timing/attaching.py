"""Which date expression is whose, where the model does not say.

In: the expressions of a sentence and a trigger. Out: one expression or None.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.coding.sentences import sentences
from dragoman.coding.timing.bounds import OF_TRIGGER, beyond, of_a_day
from dragoman.coding.timing.clauses import apart, closed, of_report
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.nouns import of_another

# What ends a clause, and what it costs in characters to look across it; a full stop ends the search. Costs and the
# farthest distance were chosen on half of the calibration articles (docs/timing.md).
_BARRIERS = re.compile(
    r"(?P<stop>(?<=[a-z\d)])\.[”\"’]?(?=[A-Z“][a-z])|\n)"
    r"|(?P<clause>;| – | — |:|,? (?:that|which|who|whose|where|when|while|although|though|because|but"
    r"|(?:after|before)(?! (?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|dark|midnight)\b)"
    r"|despite|whereas|(?<!such )(?<!well )as(?! (?:many|much|few|little|well|soon|long|far|part)\b))\b)"
    r"|(?P<purpose> to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]{2,})"
    r"|(?P<joined> (?:and|then) (?=[a-z]))"
    r"|(?P<comma>,(?!\d))"
)
_COSTS = {"clause": 60, "purpose": 30, "comma": 15, "joined": 15}
_FARTHEST = 260
# These choose between dates and put none out of reach.
_CHOOSING = ("purpose", "joined")
# A stop is known by the two characters after it.
_LOOKAHEAD = 2
# "The 2015 deal" and "a week after he left" date their noun or clause: farther off for a trigger outside it.
_LOOSE_COST = 120
_LOOSE_REACH = 30
# Christmas, recently: taken where nothing better is near.
_VAGUE_COST = 60
_VAGUE = frozenset({"moment", "vague"})
# "Mid-February, when …": the clause tells what happened then. "The truce that took effect on …" tells of the truce.
_WHEN = re.compile(r"(?: [\w’'-]+){0,4},? (?:when|in which|on which|during which)\b")


def attach(
    expressions: Sequence[DateExpression], text: str, *, trigger_start: int, trigger_end: int
) -> DateExpression | None:
    """The expression that dates the trigger's event: the nearest, clause boundaries counted as distance."""
    head = _sentence(text, trigger_start) if expressions else (0, 0)
    found = [(_cost(expression, text, (trigger_start, trigger_end), head), expression) for expression in expressions]
    near = [(distance, expression) for distance, expression in found if distance is not None]
    return min(near, key=lambda row: row[0])[1] if near else None


def _cost(expression: DateExpression, text: str, trigger: tuple[int, int], head: tuple[int, int]) -> int | None:
    """How far the expression is from the trigger, in characters and what boundaries add; None beyond reach.

    `head` is the trigger's sentence.
    """
    trigger_start, trigger_end = trigger
    if expression.end > trigger_start and expression.start < trigger_end:
        return 0
    if not head[0] <= expression.start < head[1]:
        return None
    follows = expression.start >= trigger_end
    low, high = (trigger_end, expression.start) if follows else (expression.end, trigger_start)
    clause = apart(text, head[0], (expression.start, expression.end), trigger)
    if clause == "relative" or (follows and of_another(expression, text, trigger=trigger)):
        return None
    if not of_a_day(expression) and closed(text, head[0], (expression.start, expression.end), trigger):
        return None
    if follows and beyond(expression, text, trigger=trigger):
        return None
    barriers = _barriers(text, low, high, follows)
    if barriers is None:
        return None
    found = high - low + _own(expression, high - low, follows) + sum(barriers[name] * _COSTS[name] for name in _COSTS)
    if found - sum(barriers[name] * _COSTS[name] for name in _CHOOSING) > _FARTHEST:
        return None
    across = clause or of_report(text, (expression.start, expression.end), trigger)
    return found + _COSTS["clause"] if across else found


def _sentence(text: str, at: int) -> tuple[int, int]:
    return next((span for span in sentences(text) if span[0] <= at < span[1]), (0, len(text)))


def _barriers(text: str, low: int, high: int, follows: bool) -> Counter[str] | None:
    """The boundaries between, by name; None where a sentence ends. What lies ahead "to …" bars only dates after it."""
    free = (OF_TRIGGER if follows else _WHEN).match(text, low, high)
    found: Counter[str] = Counter()
    for barrier in _BARRIERS.finditer(text, low, high + _LOOKAHEAD):
        name = barrier.lastgroup or ""
        if name == "stop":
            return None
        if (free is None or barrier.start() >= free.end()) and (follows or name != "purpose"):
            found[name] += 1
    return found


def _own(expression: DateExpression, distance: int, follows: bool) -> int:
    """What the expression itself costs: it may belong to a noun, or say little."""
    if expression.loose and (follows or distance > _LOOSE_REACH):
        return _LOOSE_COST
    return _VAGUE_COST if expression.kind in _VAGUE else 0
