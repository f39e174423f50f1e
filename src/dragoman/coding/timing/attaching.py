"""Which date expression is whose, where the model does not say.

In: the expressions of a sentence and a trigger. Out: one expression or None.
"""

import re
from collections.abc import Sequence

from dragoman.coding.timing.expression import DateExpression

# What ends a clause, and what it costs in characters to look across it; a full stop ends the search. Costs and the
# farthest distance were chosen on half of the calibration articles (docs/timing.md).
_BARRIERS = re.compile(
    r"(?P<stop>[.!?][”\"’]?\s+(?=[A-Z“\"])|(?<=[a-z\d)])\.[”\"’]?(?=[A-Z“][a-z])|\n)"
    r"|(?P<clause>;| – | — |:|,? (?:that|which|who|whose|where|when|while|although|though|because|after|before|but"
    r"|whereas|as)\b)"
    r"|(?P<comma>,)"
)
_CLAUSE_COST = 60
_COMMA_COST = 15
_FARTHEST = 260
# A stop is known by the two characters after it.
_LOOKAHEAD = 2
# "The 2015 deal" and "a week after he left" date their noun or clause: farther off for a trigger outside it.
_LOOSE_COST = 120
_LOOSE_REACH = 30
# Christmas, recently: taken where nothing better is near.
_VAGUE_COST = 60
_VAGUE = frozenset({"moment", "vague"})


def attach(
    expressions: Sequence[DateExpression], text: str, *, trigger_start: int, trigger_end: int
) -> DateExpression | None:
    """The expression that dates the trigger's event: the nearest, clause boundaries counted as distance."""
    best: tuple[int, DateExpression] | None = None
    for expression in expressions:
        cost = _cost(expression, text, trigger_start, trigger_end)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, expression)
    return best[1] if best else None


def _cost(expression: DateExpression, text: str, trigger_start: int, trigger_end: int) -> int | None:
    if expression.end > trigger_start and expression.start < trigger_end:
        return 0
    follows = expression.start >= trigger_end
    low, high = (trigger_end, expression.start) if follows else (expression.end, trigger_start)
    cost = high - low + _own(expression, high - low, follows)
    if cost > _FARTHEST:
        return None
    for barrier in _BARRIERS.finditer(text, low, high + _LOOKAHEAD):
        if barrier.lastgroup == "stop":
            return None
        cost += _CLAUSE_COST if barrier.lastgroup == "clause" else _COMMA_COST
    return cost if cost <= _FARTHEST else None


def _own(expression: DateExpression, distance: int, follows: bool) -> int:
    """What the expression itself costs: it may belong to a noun, or say little."""
    if expression.loose and (follows or distance > _LOOSE_REACH):
        return _LOOSE_COST
    return _VAGUE_COST if expression.kind in _VAGUE else 0
