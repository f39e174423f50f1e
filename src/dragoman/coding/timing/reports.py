"""Days of a report or a bidding: "will leave, the army said on Thursday", "on Monday he told the troops to leave".

In: a date expression, its sentence, a trigger of what may be to come. Out: whether the day is that of the telling.
"""

import re
from functools import cache

from dragoman.actors.matching import undotted
from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.tense import cues

# What stands between the verb and the date: "said late on", "announced earlier".
_NEAR = r"(?: (?:late|early|earlier|on|in|at)){0,2}"
# "Told reporters on Monday", but not "told to leave on Monday".
_HEARERS = r"(?: (?!to\b)[\w’'-]+){0,4}?"
# "Said Monday's talks would resume": the day is the talks'.
_GENITIVE = re.compile(r"[’']")
_TO = re.compile(r",? to \w")
# Nobody has told or bidden on a day that is still to come.
_AHEAD = frozenset({"next", "coming", "next few", "within"})
_BOUNDS = frozenset({"by", "until", "till", "from"})
# How far before the date its verb stands, in characters.
_REACH = 80


def behind_telling(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date stands right behind a verb of telling, which is not the trigger ("will be told on Monday")."""
    plain = undotted(text)
    if _to_come(expression) or _GENITIVE.match(plain, expression.end):
        return False
    told = _telling().search(plain, max(0, expression.start - _REACH), expression.start)
    if told is None or trigger[0] <= told.start() < trigger[1]:
        return False
    return told.lastgroup != "bidding" or _TO.match(plain, expression.end) is not None


def before_telling(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the verb of telling stands between the date and the trigger: "on Monday the ministry said it would"."""
    if _to_come(expression) or expression.end > trigger[0]:
        return False
    between = undotted(text)[expression.end : trigger[0]]
    return bool(_said().search(between) or cues().bidding.search(between))


def _to_come(expression: DateExpression) -> bool:
    """Whether the words tell of no day on which anything has been told."""
    return expression.kind == "ahead" or expression.which in _AHEAD or expression.relation in _BOUNDS


@cache
def _telling() -> re.Pattern[str]:
    """A verb of telling right before a date; "be told" and "will be announced" are still to come."""
    reporting = "|".join(words()["reporting"])
    return re.compile(
        rf"(?<!\bbe )\b(?:(?:{reporting}|{cues().saying.pattern}){_NEAR}|told{_HEARERS}{_NEAR}"
        rf"|(?P<bidding>{cues().bids.pattern}{_HEARERS}{_NEAR})) $"
    )


@cache
def _said() -> re.Pattern[str]:
    """A verb of saying in the main clause: not "the army, which said", nor "on Monday, the army said, it will"."""
    return re.compile(rf"(?<!\bwho )(?<!\bwhich )(?<!\bthe )(?:{cues().saying.pattern})(?!,)")
