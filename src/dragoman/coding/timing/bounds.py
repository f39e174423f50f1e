"""Clauses behind a trigger that keep their date: "toppled the statue of X, who led the country in 1971".

In: a sentence, a date expression after a trigger, the trigger. Out: whether the date is that clause's alone.
"""

import re
from functools import cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.clauses import AUXILIARIES, words
from dragoman.coding.timing.expression import DateExpression

# "The truce that took effect on …" tells of the truce, right behind it.
OF_TRIGGER = re.compile(
    r",? (?:that|which) (?:last \w+ |[a-z]{3,12}ly )?(?:had |has |have |was |were )?"
    r"(?:[a-z]{2,14}ed|took|began|broke|came|drove|left|fell)\b"
)
# Before the deed of which somebody is accused; with more prepositions, of which somebody is charged.
_DOING = re.compile(r" (?:of|for) (?:having )?(?:[a-z]+ly )?[a-z]{2,}ing\b")
_CHARGE = re.compile(r" (?:of|for|with|over) (?:having )?(?:[a-z]+ly )?[a-z]{2,}ing\b")
# Kinds of dates that may name a year or a month, which may lie long before the trial.
_YEARS = frozenset({"date", "range"})
_SAYING = re.compile(r"\b(?:say|said|allege|claim|argue|maintain|insist|contend|believe)(?:s|d|ed)?\b")
_THAT = re.compile(r" that\b")
_GUILTY = frozenset({"guilty"})
# "Has been jailed": in these days.
_FRESH = re.compile(r"\b(?:has|have) (?:now |also |just )?(?:been |$)")
# Units whose day may still be the whole story's: "arrested six men after gunmen attacked the barracks on Friday".
_DAYS = frozenset({"weekday", "deictic"})


def beyond(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether a clause that opens between the trigger and the date behind it keeps the date to itself."""
    plain = undotted(text)
    free = OF_TRIGGER.match(plain, trigger[1])
    between = plain[trigger[1] : expression.start]
    for opening in _openings().finditer(between, free.end() - trigger[1] if free else 0):
        rest = between[opening.end() :]
        amid = opening.lastgroup == "later" and _amid(plain, opening.end() + trigger[1], expression)
        opens = opening.lastgroup == "parted" or _verb().search(rest) or amid
        open_day = opening.lastgroup == "later" and of_a_day(expression) and not amid
        if opens and not open_day and not _outside().search(rest):
            return True
    return _answered(plain[: trigger[0]], between) or of_accused(expression, text, trigger=trigger)


@cache
def _openings() -> re.Pattern[str]:
    """What opens a clause that has its own date; "joined" and "later" ones need a verb to be clauses."""
    relatives, causes, pasts = ("|".join(words()[name]) for name in ("relatives", "causes", "pasts"))
    same = rf"(?:[a-z]+ly |then |later |also )?(?:[a-z]+ed|{pasts}|{AUXILIARIES})\b"
    return re.compile(
        rf"(?P<parted>;|,? \b(?:{relatives}|that|{causes})\b|,? but\b(?! (?:also|not|only)\b)|,? while (?!\w+ing\b))"
        rf"|(?P<joined>, and (?!{same}))|(?P<later> after\b)"
    )


@cache
def _outside() -> re.Pattern[str]:
    """What stands before a date that is no more the clause's: "…, who had fled, on Friday", "…, police said today"."""
    reporting = "|".join(words()["reporting"])
    return re.compile(rf",(?: [^,;]{{1,60}} (?:{reporting}))?(?: early| late)?(?: on| in)? (?:the )?$")


@cache
def _verb() -> re.Pattern[str]:
    """A finite past form or an auxiliary."""
    pasts = "|".join(words()["pasts"] + words()["participles"])
    return re.compile(rf"\b(?:[a-z]{{2,14}}ed|{pasts}|{AUXILIARIES})\b")


def _amid(text: str, start: int, expression: DateExpression) -> bool:
    """Whether the date stands between a clause's subject and its verb: "after the court yesterday banned the rally"."""
    subject = re.fullmatch(r"(?: [\w’'-]+){1,4}(?: on)? ", text[start : expression.start])
    return subject is not None and re.match(rf" {_verb().pattern}", text[expression.end :]) is not None


def _answered(before: str, between: str) -> bool:
    """Whether the date is the subject's, which answers the trigger: "angered by the raid, Chad on Friday …"."""
    answering = "|".join(words()["answering"])
    return "," in between and re.search(rf"\b(?:{answering}) (?:[\w’'-]+ ){{0,3}}$", before, re.IGNORECASE) is not None


def of_a_day(expression: DateExpression) -> bool:
    """Whether the words name one day."""
    return expression.kind in _DAYS or expression.point.day is not None or expression.point.weekday is not None


def of_charge(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether a year, or a stretch of years, is that of the deed charged: "found guilty of taking bribes between 2009
    and 2011", "say that he took bribes in 2011".

    "Was jailed for taking bribes in 2015" may date the verdict; "has been jailed" is of these days.
    """
    if expression.start < trigger[1] or expression.kind not in _YEARS or of_a_day(expression):
        return False
    if _SAYING.search(text, *trigger) and _THAT.search(text, trigger[1], expression.start):
        return True
    told = set(_words(text[slice(*trigger)])) | _GUILTY.intersection(_words(text[trigger[1] : expression.start]))
    charged, jailed = told.intersection(words()["accusing"]), told.intersection(words()["jailing"])
    if not (charged or jailed) or not _CHARGE.search(undotted(text), trigger[1], expression.start):
        return False
    fresh = _FRESH.search(text, 0, trigger[0]) or _FRESH.match(text, *trigger)
    return expression.kind == "range" or not jailed or fresh is not None


def of_accused(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date is that of what somebody is accused of: "accused France of violating its airspace last year".

    "Charged him with stealing a boat last month" may date the charge; the day of a month is the deed's.
    """
    judging = set(words()["judging"] + words()["accusing"]).intersection(_words(text[slice(*trigger)]))
    deed = _CHARGE if expression.point.month and expression.point.day else _DOING
    return bool(judging) and deed.search(text, trigger[1], max(trigger[1], expression.start)) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
