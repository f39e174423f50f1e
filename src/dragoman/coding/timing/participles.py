"""Dates of a noun's own participle: "demanded land seized in 1967", "killed a man arrested on Monday".

In: a date expression, its sentence, a trigger before it. Out: whether the date is the participle's alone.
"""

import re
from functools import cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.bounds import of_a_day
from dragoman.coding.timing.clauses import AUXILIARIES, words
from dragoman.coding.timing.expression import DateExpression

# "Born in Lima, Peru, in 1960" is closed by the comma behind the year.
_COMMA = re.compile(r",(?! (?:[A-Z][\w’' -]*,? )?in \w)(?! \d)")
# Units whose day, if not right behind the participle, is the trigger's: "shelled a town taken by rebels on Friday".
_DAYS = frozenset({"weekday", "deictic"})
# From the participle to the date: "in", "by the EU in".
_NEAR = re.compile(r"(?: (?:on|in|late|early|earlier|only|back in|again)){0,2} ?")
_REST = re.compile(r"(?: (?:by|in|at|from|during|on|for|to|near|under)\b(?:(?! as )[^,;:–—()“”\"]){0,60})? ?")
# "Killed in a raid ordered last month", "condemned it in a statement issued on Monday": one event, told twice.
_PART = re.compile(r" (?:in|during|under|at|for|through|via)\b")
# "The raid on a base mounted in May": the participle may tell of the trigger, a noun, as well.
_OF = re.compile(r" (?:of|on|against|by|between|from|at|with|to|for|over)\b")


def of_participle(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the participle of a noun behind the trigger keeps the date to itself."""
    if expression.start < trigger[1]:
        return False
    plain = undotted(text)
    between = plain[trigger[1] : expression.start]
    if _OF.match(between) and not _past().search(plain, *trigger):
        return False
    found = _reduced().match(between)
    if found is None or _PART.search(between, 0, found.start("participle")):
        return False
    rest = between[found.end() :]
    near = _NEAR.fullmatch(rest) is not None
    if expression.relation == "since":
        return near
    if found["participle"] in words()["lasting"]:
        return False
    return near or (expression.kind not in _DAYS and _REST.fullmatch(rest) is not None)


def of_fronted(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date is that of a turn of somebody's life that opens the sentence: "Elected in 2016, he was held".

    "Arrested on Monday, he was charged" may be one day.
    """
    if expression.end > trigger[0] or of_a_day(expression):
        return False
    opened = _fronted().match(text)
    closed = _COMMA.search(text, opened.end()) if opened else None
    return closed is not None and expression.end <= closed.start() < trigger[0]


@cache
def _fronted() -> re.Pattern[str]:
    """A participle of what happens once to somebody or something, at the head of a sentence."""
    listed = "|".join(words()["once"])
    return re.compile(rf"\W*(?:First |Originally |Already )?(?:{listed})\b", re.IGNORECASE)


@cache
def _reduced() -> re.Pattern[str]:
    """The last noun with a participle behind it, before which no clause opens."""
    opening = "|".join(words()["relatives"] + words()["causes"] + words()["opening"])
    before = "|".join(words()["no nouns"])
    return re.compile(
        rf"(?:(?!\b(?:{opening})\b)[^,;:–—()“”\"])*"
        rf" (?!(?:{before}|{AUXILIARIES}|[a-z]+ly) )[\w’'-]+(?<![’']s) (?:[a-z]{{3,12}}ly |first |originally )?"
        rf"(?P<participle>[a-z]{{2,14}}ed|{'|'.join(words()['participles'])})(?![\w’'-]| (?:that|and|to)\b)"
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[a-z]{{2,14}}ed|{'|'.join(words()['pasts'] + words()['participles'])})\b")
