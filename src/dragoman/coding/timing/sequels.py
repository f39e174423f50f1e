"""Sequels: a sentence without a date that goes on from the history told before it: "Within weeks they fled".

In: a sentence, a trigger, the dating of the history. Out: whether the trigger's deed goes on from it; its days, where
"within" tells them. "Later" and "had" tell none.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from dragoman.coding.timing.clauses import apart, words
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.grammar import grammar
from dragoman.coding.timing.measure import ORDER
from dragoman.coding.timing.span import shift
from dragoman.event import Dating

_ON = r"(?:then|later|subsequently|eventually|afterwards|thereafter)"
# At the head of the sentence; "Then president Ann Lee" is a title.
_HEAD = re.compile(
    r"\W*(?:(?:And|But) )?(?:Within (?:[\w-]+ ){0,3}?(?:hour|day|week|month|year)s?\b"
    rf"|(?!Then ){_ON}\b|then (?:the|an?|he|she|it|they|came)\b)",
    re.IGNORECASE,
)
# Right before the trigger, or where the trigger takes in what stands before its verb.
_BEFORE = re.compile(rf"\b(?:{_ON}(?: [a-z]+ed and)?|had(?: (?:not|never|also|already|then|later|been)){{0,2}}) $")
_WITHIN = re.compile(rf"(?:(?:was|were) )?{_ON} |had ")
# "Since 2014", "by 2020" and the like tell of no deed in their year.
_OPEN = frozenset({"since", "until", "till", "before", "after", "by"})


def told_on(text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the trigger's deed goes on from what the sentence before tells; not where somebody reports it."""
    if _reported().search(text, 0, trigger[0]) or _reported().search(text, trigger[1]):
        return False
    return bool(_HEAD.match(text) or _BEFORE.search(text, 0, trigger[0]) or _WITHIN.match(text, trigger[0]))


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['reporting'])}|told|according)\b")


def told_last(expressions: Sequence[DateExpression], text: str) -> DateExpression | None:
    """The last date of a sentence that is its main clause's; those that belong to nouns and side clauses are not."""
    whole = (len(text), len(text))
    plain = (e for e in reversed(expressions) if not e.loose and e.kind != "anchored" and e.relation not in _OPEN)
    return next((e for e in plain if not apart(text, 0, (e.start, e.end), whole)), None)


def since_then(expressions: Sequence[DateExpression], before: Dating) -> Dating:
    """The days from what was told before to the end of "within weeks"; none where no such words stand at the head."""
    expression = next((e for e in expressions if e.kind == "recent" and e.which == "within"), None)
    known = before.date_start and before.date_end and before.date_precision
    if expression is None or not known or expression.unit not in grammar().tables["recent"]:
        return Dating()
    days, precision = grammar().tables["recent"][expression.unit]
    end = shift(date.fromisoformat(before.date_end or ""), days).isoformat()
    coarser = max(precision, before.date_precision or precision, key=ORDER.index)
    return Dating(before.date_start, end, coarser, expression.text, "relative")
