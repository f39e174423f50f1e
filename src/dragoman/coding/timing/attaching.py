"""Which date expression is whose, where the model does not say.

In: the expressions of a sentence and a trigger. Out: one expression or None.
"""

import re
from collections.abc import Sequence

from dragoman.coding.timing.expression import DateExpression

# What ends a clause, and what it costs in characters to look across it; a full stop ends the search.
_BARRIERS = re.compile(
    r"(?P<stop>[.!?][”\"’]?\s+(?=[A-Z“\"])|\n)|(?P<clause>;| – | — |:|,? (?:that|which|who|whose|where|when|while|although|though|because|after|before|but|whereas|as)\b)|(?P<comma>,)"
)
_CLAUSE_COST = 60
_COMMA_COST = 15
# Farther than this the expression belongs to something else.
_FARTHEST = 260


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
    if expression.end <= trigger_start:
        between = text[expression.end : trigger_start]
    elif expression.start >= trigger_end:
        between = text[trigger_end : expression.start]
    else:
        return 0
    cost = len(between)
    for barrier in _BARRIERS.finditer(between):
        if barrier.lastgroup == "stop":
            return None
        cost += _CLAUSE_COST if barrier.lastgroup == "clause" else _COMMA_COST
    return cost if cost <= _FARTHEST else None
