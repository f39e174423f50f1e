"""Dates of a clause beside the trigger's: Monday in "will leave on Monday after Chad shelled it".

In: a date expression, its sentence, the trigger of a deed that happened. Out: whether the date is the other clause's.
"""

import re
from functools import cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.expression import DateExpression
from dragoman.coding.timing.tense import cues

# Behind the date of what is to come: a relative, or who announces it ("will leave on Monday, it said, accusing …") …
_RELATIVE = re.compile(r" (?:who|which|that|where)\b|, [^,;]{2,60} (?:said|says|announced), $")
# … or a clause of another deed, unless who speaks is told before ("said it would leave on Monday, accusing …").
_OPENING = re.compile(r",| (?:after|as|while|because|over|when|despite|although|though|but)\b")
# "By Sunday, he …", "Voters on Monday …": such a date is the whole sentence's.
_HEAD = re.compile(r"\W*(?:[\w’'-]+ ){0,2}")
_STOP = re.compile(r"[,;:“”\"]")
_UNTIL = frozenset({"until", "till"})
# The words that tell the tense are the last two before the date.
_LAST = 2
# From a past clause into the present: "and have warned", ", while Davis is in prison", ", and now threatens".
_NOW = re.compile(
    r"[^;]*?(?:, (?:and|but|while|whereas|although)| and)\b[^,;]* (?:has|have|is|are|now|still|remains?)\b[^,;]*"
)
# "For the past two nights jets and helicopters have attacked": these go with what has been.
_LASTING = frozenset({"past", "past few"})
_PAST = re.compile(r"\b(?:had|was|were|did)\b")
# Before a date that opens another deed of the same subject: "threatened the Kurds and in 2018 invaded".
_NEXT = re.compile(r",? (?:and|but|then) (?:(?:in|on|late|early|last|during|the) )*$")
# "Clashed on Wednesday over a woman who had been detained": what the relative tells came before.
_HAD = re.compile(r"(?<!,) (?:who|that|which) had (?:[a-z]+ly |already |once |since |been ){0,2}$")
# "Two days before he fled on Friday" counts from the day.
_UNCOUNTED = "".join(rf"(?<!\b{unit})(?<!\b{unit}s)" for unit in ("hour", "day", "week", "month", "year"))
# Behind "before" these are no clause.
_DARK = "dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|dark|midnight"
# From "before" across the subject and the verb of what is to come: "before talks start on March 10". What was done
# "before they arrived on Friday" was done not long before that.
_BEFORE_CLAUSE = re.compile(
    rf"{_UNCOUNTED} before (?!(?:{_DARK})\b)(?![a-z]+ing\b)[\w’' -]{{2,60}}? "
    r"(?:is|are|will|can|may|(?:start|begin|open|resume|end|expire)s?)\b[^,.;:“”]*$"
)
# "Called it a crime and said he would raise it this month".
_WOULD = re.compile(r"\b(?:will|would) [^,.;:“”\"]*$")


def of_what_comes(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the day is of what is to come, and another clause behind it tells what is done already."""
    if expression.end > trigger[0]:
        return False
    head, across = undotted(text)[: expression.start], text[expression.end : trigger[0]]
    ahead = [cue.lastgroup for cue in cues().before.finditer(_STOP.split(head)[-1])][-_LAST:]
    if _RELATIVE.search(across) and "future" in ahead:
        return True
    if not _OPENING.search(across) or _HEAD.fullmatch(head):
        return False
    return expression.relation in _UNTIL or ("future" in ahead and not _told().search(head))


def of_past(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date is of a past clause and the trigger's tells how things stand: "fought in 2006 and have won"."""
    lasting = expression.relation == "since" or expression.kind == "recent" or expression.which in _LASTING
    if expression.end > trigger[0] or lasting or _HEAD.fullmatch(text, 0, expression.start):
        return False
    between = text[expression.end : trigger[0]]
    return _NOW.fullmatch(between) is not None and not _PAST.search(between)


def of_next(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date, behind the trigger, opens another deed ("and in 2018 invaded") or is of what is to follow
    ("said he would raise it this month")."""
    between = text[trigger[1] : max(trigger[1], expression.start)]
    if _WOULD.search(between):
        return True
    if not _NEXT.search(between):
        return False
    return _deed().match(text, expression.end) is not None


def of_later(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date is that of what the trigger came before: "free them before talks start on March 10",
    "clashed on Friday over a man who had been shot"; "stormed it before declaring a coup on Friday" was one day."""
    if expression.end <= trigger[0]:
        return _HAD.search(text, expression.end, trigger[0]) is not None
    return _BEFORE_CLAUSE.search(text, trigger[1], max(trigger[1], expression.start)) is not None


@cache
def _told() -> re.Pattern[str]:
    """A past form of telling."""
    return re.compile(rf"\b(?:{'|'.join(words()['reporting'])}|told|warned|decided|denied)\b")


@cache
def _deed() -> re.Pattern[str]:
    """A past form right behind a date."""
    return re.compile(rf",? (?:[a-z]+ly )?(?:[a-z]{{2,14}}ed|was|were|had|has|{'|'.join(words()['pasts'])})\b")
