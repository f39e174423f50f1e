"""Dates that are a noun's own: "last month's raid", "the 4 March vote", "the 2015 deal".

In: a sentence, a date expression after a trigger, the trigger. Out: whether the date is another event's.
"""

import re

from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.expression import DateExpression

_GENITIVE = re.compile(r"[’']s? (?=\w)")
# "The 4 March vote": an article before the date and, after it, a word that is none of grammar's.
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their) $")
_NEXT = re.compile(r" ([a-z-]{3,})\b")
_WORD = re.compile(r"[a-z]+")


def of_another(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date, which follows the trigger, belongs to a noun that names another event.

    "In retaliation for last month's raid" it does; "boycotted Tuesday's session" and "killed in Sunday's raid" it may
    be the trigger's own. "Condemned Sunday's raid" dates the raid.
    """
    genitive = _GENITIVE.match(text, expression.end) is not None
    article = _ARTICLE.search(text, max(0, expression.start - 7), expression.start)
    following = _NEXT.match(text, expression.end)
    noun = following is not None and following[1] not in words()["joining"]
    attribute = noun and article is not None and expression.kind == "date"
    if not (genitive or attribute):
        return False
    judging = set(words()["judging"]).intersection(_WORD.findall(text[trigger[0] : trigger[1]].lower()))
    before = _WORD.findall(text[trigger[1] : article.start() if article else expression.start])
    bare = expression.loose or expression.point.year is not None
    towards = bool(before) and before[-1] in words()["towards"]
    return bool(judging) or (towards and (not bare or before[-1] == "against"))
