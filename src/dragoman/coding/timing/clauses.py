"""Clauses that keep a date to themselves: "the envoy, who left in May, spoke", "driven out last year, he came back".

In: a sentence and two spans of it. Out: how one of them stands in a side clause that is closed before the other.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

# What closes a side clause: a comma, the second dash of two; or, at once, the finite verb of the main clause.
_MARK = re.compile(r",(?!\d)|\)")
_DASH = re.compile(r" [–—] ")
AUXILIARIES = "have|has|had|is|are|was|were|will|would|could|may|might|must|should|did|does|do"
_VERB = re.compile(rf" (?:{AUXILIARIES}|said|says|told)\b")
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|said|says|told)\b")
# From a date in a relative to the main verb, with no further clause: " massacre in Rwanda have ".
_MAIN = re.compile(
    rf"(?: (?!(?:who|that|which|and|but)\b)[\w’'-]+)* (?:{AUXILIARIES}) (?:(?:been|now|also|since|[a-z]+ly) )*"
)
# Before a date that opens another deed of the same subject: "in 1963 and six years later annexed it".
_GOES_ON = re.compile(r"\b(?:and|but|then) (?:on |in )?$")
# What may stand between a date and the main verb that follows it at once.
_AUXILIARY = re.compile(r" (?:(?:have|has|had|is|are|was|were) )?(?:been |later |then |again )?")
# After the mark but still of the side clause: "in Riyadh, Saudi Arabia, on Friday", "generals, envoys and met".
_JOINED = re.compile(r"\b(?:and|or)\b")
_DATE_HEAD = re.compile(r"\W{0,3}(?:(?:on|in|at|late|early|from|since|during|by)\s){0,2}(?:the\s)?")

Clause = Literal["", "relative", "participle"]


@cache
def words() -> Mapping[str, tuple[str, ...]]:
    """The lists of data/clauses.yaml by their names."""
    table = yaml.safe_load(files("dragoman.coding").joinpath("data/clauses.yaml").read_text("utf-8"))
    return {name: tuple(map(str, listed)) for name, listed in table.items()}


@cache
def _openers() -> re.Pattern[str]:
    """What opens a side clause about a noun, from data/clauses.yaml."""
    relatives, pasts, participles = (
        "|".join(map(re.escape, words()[name])) for name in ("relatives", "pasts", "participles")
    )
    return re.compile(
        rf"(?P<relative>\b(?:(?:{relatives})|that (?:had |has |have )?(?:[a-z]{{2,14}}ed|{pasts}))\b)"
        rf"|(?P<participle>, (?:[a-z]{{3,12}}ly |first |once |later |also |since )?(?:[a-z]{{2,14}}ed|{participles})\b"
        r"(?! (?:and|that)\b))"
    )


@cache
def _report() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['reporting'])}) (?:(?:late|early|earlier|on) ){{0,2}}$")


def of_report(text: str, expression: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Whether the day is that of the report of what the trigger tells: "said on Tuesday it had expelled him"."""
    before = text[max(0, expression[0] - 40) : expression[0]]
    return expression[1] <= trigger[0] and _report().search(before) is not None


def apart(text: str, start: int, expression: tuple[int, int], trigger: tuple[int, int]) -> Clause:
    """The side clause that whichever of the two comes first stands in and that ends before the other; "" for none.

    `start` is where the sentence begins.
    """
    first, second = (expression, trigger) if expression[0] < trigger[0] else (trigger, expression)
    clause = _inside(text, start, first[0])
    between = text[first[1] : second[0]]
    if first is expression and _at_once(text, start, expression, trigger):
        return clause or "participle"
    if not clause:
        return ""
    if first is expression and clause == "relative" and _VERB.match(between):
        return clause
    dashed = _DASH.search(text, start, first[0]) is not None
    marks = list(_MARK.finditer(between)) + (list(_DASH.finditer(between)) if dashed else [])
    if not marks:
        return ""
    rest = between[max(mark.end() for mark in marks) :]
    within = (second is expression and _DATE_HEAD.fullmatch(rest)) or _list_goes_on(rest)
    return "" if within else clause


def _list_goes_on(rest: str) -> bool:
    """Whether what follows the mark is still of the side clause: not "…, met the envoy and", whose verb is the main
    clause's."""
    joined = _JOINED.search(rest)
    if joined is None:
        return False
    return not any(verb.search(rest, 0, joined.start()) for verb in (_past(), _FINITE))


def closed(text: str, start: int, expression: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Whether the date goes with a relative's verb and the auxiliary before the trigger is the main clause's.

    "Nuns who survived the 1994 massacre in Rwanda have sued"; not "who since 2014 have been jailed".
    """
    if expression[1] > trigger[0] or _inside(text, start, expression[0]) != "relative":
        return False
    opening = list(_openers().finditer(text, start, expression[0]))[-1]
    verb = _past().search(text, opening.start(), expression[0]) is not None
    return verb and _MAIN.fullmatch(text, expression[1], trigger[0]) is not None


def _at_once(text: str, start: int, expression: tuple[int, int], trigger: tuple[int, int]) -> bool:
    """Whether the trigger, a past form, follows the date at once and another verb precedes it.

    "Troops who entered on Friday shot him", "the truce agreed on Friday fell": the first verb is a side clause's; in
    "troops entered and on Friday shot him" it is not.
    """
    if not _AUXILIARY.fullmatch(text, expression[1], trigger[0]) or _GOES_ON.search(text, start, expression[0]):
        return False
    opening = list(_openers().finditer(text, start, expression[0]))
    begin = opening[-1].start() if opening else start
    return _past().match(text, trigger[0]) is not None and _past().search(text, begin, expression[0]) is not None


@cache
def _past() -> re.Pattern[str]:
    """A past form or participle; of the irregular ones those in data/clauses.yaml."""
    return re.compile(rf"\b(?:[a-z]{{2,14}}ed|{'|'.join(words()['pasts'] + words()['participles'])})\b")


def _inside(text: str, start: int, at: int) -> Clause:
    """The side clause that opens before the place and has not been closed by a comma."""
    openings = list(_openers().finditer(text, start, at))
    if not openings or _MARK.search(text, openings[-1].end(), at):
        return ""
    return "relative" if openings[-1].lastgroup == "relative" else "participle"
