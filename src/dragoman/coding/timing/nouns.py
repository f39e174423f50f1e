"""Dates that are a noun's own: "last month's raid", "the 4 March vote", "the 2015 deal".

In: a sentence, a date expression, a trigger. Out: whether the date is another event's, or a pact's.
"""

import re
from functools import cache

from dragoman.coding.timing.clauses import words
from dragoman.coding.timing.expression import DateExpression

_GENITIVE = re.compile(r"[’']s? (?=\w)")
# "The 4 March vote": an article before the date and, after it, a word that is none of grammar's.
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their) $")
_NEXT = re.compile(r" ([a-z-]{3,})\b")
_WORD = re.compile(r"[a-z]+")
_ATTRIBUTE = re.compile(r"(?:\b(?:the|an?|his|her|its|their)|[’']s?) $")
# "In the 1967 war Israel captured", "after the 2016 coup the army purged", "as he lost the 2020 vote, he …".
_WHEN = re.compile(
    r"\b(?:(?:in|during|at|after|since|following|before|by|from|under|amid|until) (?:[\w’'-]+ ){0,2}"
    r"|(?:when|while|as|once) [^,.;:“”\"]*)$",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(r"(?: [\w’'-]+){1,4},? (?:when|in which|on which|during which)\b")
# "The 2015 Iran nuclear deal".
_PHRASE = re.compile(r"(?: (?!of\b|and\b|in\b|on\b|to\b|by\b|for\b)[\w’'-]+){1,4}")
# Before the year of one that another word tells apart too ("the landmark 2015 deal"), and before its day.
_PACTS_YEAR = re.compile(r"(?:\b(?:the|an?|his|her|its|their)(?: [\w’'-]+){0,2}|[’']s?) $")
_PACTS_DAY = re.compile(r"\b(?:the|an?|his|her|its|their) $")
_BACK = 80
# "The coup of 2016", "a treaty of 1997".
_OF = re.compile(r"(?P<noun>[\w’'-]+) of (?:the )?$")
# "The 2011 invasion", "the 2016 coup attempt", "the 2014 massacre and abduction".
_NOUNS = re.compile(r"(?: (?!is\b|are\b|was\b|were\b|an?\b|the\b)[\w’'-]+){0,3} ")
_ITS_OWN = re.compile(r"(?:an?|the) ")


def of_another(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date, which follows the trigger, belongs to a noun that names another event.

    "In retaliation for last month's raid" it does; "boycotted Tuesday's session" and "killed in Sunday's raid" it may
    be the trigger's own. "Condemned Sunday's raid" dates the raid.
    """
    if _of_judged(expression, text, trigger) or _of_its_year(expression, text, trigger):
        return True
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
    return bool(judging) or (towards and (not bare or before[-1] in ("against", "over")))


def _of_judged(expression: DateExpression, text: str, trigger: tuple[int, int]) -> bool:
    """Whether a day of a month, behind a place, is that of the deed that the trigger judges: "condemned the attack at a
    hall in Kano, Nigeria, on 22 March"; "condemned the attack on 22 March" leaves it open."""
    if not (expression.point.month and expression.point.day):
        return False
    judged = set(words()["judging"]).difference(words()["naming"])
    if judged.isdisjoint(_WORD.findall(text[slice(*trigger)].lower())):
        return False
    return _deed_somewhere().fullmatch(text, trigger[1], expression.start) is not None


def _of_its_year(expression: DateExpression, text: str, trigger: tuple[int, int]) -> bool:
    """Whether a bare year behind "of" tells which deed the trigger judges: "condemned the coup of 2016"."""
    if expression.point.year is None or expression.point.month or expression.start < trigger[1]:
        return False
    judging = set(words()["judging"]).intersection(_WORD.findall(text[slice(*trigger)].lower()))
    return bool(judging) and _OF.search(text, trigger[1], expression.start) is not None


@cache
def _deed_somewhere() -> re.Pattern[str]:
    """From a verb of judging to the day of a deed, its place between, and no further clause."""
    clause = "|".join(words()["relatives"] + words()["causes"] + words()["opening"])
    plain = rf"(?:(?!\b(?:{clause}|and|but|to)\b)[^.;:–—“”])*"
    deed = rf"(?: and [\w-]+(?: [\w-]+)? )?\b(?:{'|'.join(words()['deeds'])})\b"  # "the heinous and cowardly attack"
    return re.compile(rf"{plain}{deed}{plain} (?:in|at|near|outside) {plain}[A-Z]{plain} on ")


def of_subject(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether a bare year before the trigger is that of a noun it speaks of: "said the 1973 ruling was wrong"."""
    if expression.end > trigger[0] or not _bare_year(expression) or _within(expression, text, trigger):
        return False
    before = text[max(0, expression.start - _BACK) : expression.start]
    told_when = _WHEN.search(before) or _TELLS_WHEN.match(text, expression.end)
    return _ATTRIBUTE.search(before) is not None and not told_when


def _within(expression: DateExpression, text: str, trigger: tuple[int, int]) -> bool:
    """Whether the trigger ends the noun phrase that the year opens."""
    article = _ITS_OWN.match(text, *trigger)
    return article is None and _NOUNS.fullmatch(text, expression.end, trigger[0]) is not None


def of_pact(expression: DateExpression, text: str, *, trigger: tuple[int, int]) -> bool:
    """Whether the date is that of an agreement or law in force: "is leaving the 2015 nuclear deal", "violated the Sept.
    19 agreement", "as it left the 2015 deal, Chad struck", "consults under a treaty of 1997"; not where the trigger is
    the pact or tells of its making."""
    if expression.kind != "date" or expression.relation:
        return False
    if _behind_pact(expression, text, trigger):
        return True
    if not _of_phrase(expression, text):
        return False
    made = set(_WORD.findall(text[trigger[0] : max(trigger[1], expression.start)].lower()))
    following = _PHRASE.match(text, expression.end)
    if following is None or not made.isdisjoint(words()["making"]) or expression.end <= trigger[0] < following.end():
        return False
    if expression.end <= trigger[0] and _WHEN.search(text, 0, expression.start):
        return False
    return not set(following[0].lower().split()).isdisjoint(words()["pacts"])


def _behind_pact(expression: DateExpression, text: str, trigger: tuple[int, int]) -> bool:
    """Whether a year stands behind "treaty of" or the like, and the trigger before it tells of no making."""
    named = _OF.search(text, trigger[1], max(trigger[1], expression.start))
    if named is None or expression.point.year is None or named["noun"].lower() not in words()["pacts"]:
        return False
    return set(_WORD.findall(text[trigger[0] : named.start()].lower())).isdisjoint(words()["making"])


def _of_phrase(expression: DateExpression, text: str) -> bool:
    """Whether a bare year or a day stands within a noun phrase."""
    before = text[max(0, expression.start - _BACK) : expression.start]
    if expression.point.year is not None and expression.point.month is None:
        return _PACTS_YEAR.search(before) is not None
    return expression.point.day is not None and _PACTS_DAY.search(before) is not None


def _bare_year(expression: DateExpression) -> bool:
    """Whether the words are a year with an article or a possessive before it."""
    return expression.loose and expression.point.year is not None and expression.point.month is None
