"""Rules of dates, asked of a sentence by its words."""

from typing import Protocol

from dragoman.coding.timing import DateExpression, expressions


class Rule(Protocol):
    """Whether something holds of a date expression, its sentence and a trigger."""

    def __call__(self, expression: DateExpression, text: str, /, *, trigger: tuple[int, int]) -> bool: ...


def asked(rule: Rule, text: str, trigger: str) -> bool:
    """What a rule says of the one date expression of a sentence, for the trigger with these words."""
    (found,) = expressions(text)
    start = text.index(trigger)
    return rule(found, text, trigger=(start, start + len(trigger)))
