"""The tense of an event from the words around its trigger: past, present or future.

In: text and the trigger's span. Out: a tense, which tells whether "on Friday" is the last one or the next. The words
are data/tense.yaml.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import yaml

from dragoman.actors.names.matching import undotted
from dragoman.coding.timing.expression import DateExpression

# How far the words that carry the tense stand from the trigger, in characters.
_BEFORE = 70
_AFTER = 50
_BREAK = re.compile(
    r"[.!?;:“”\"]|, (?:which|who|while|but|and|after|as)\b| (?:that|which|who|because|while|but|after|said) "
)
# Right before a trigger these tell that it is over, whatever the main clause says.
_OVER = frozenset({"since", "after", "having"})
# The words between a date and a trigger are read so far.
_BETWEEN = 200


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled words of each tense."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    past_form: re.Pattern[str]
    saying: re.Pattern[str]
    bidding: re.Pattern[str]
    bids: re.Pattern[str]
    not_past: frozenset[str]
    possible: re.Pattern[str]


@cache
def cues() -> Cues:
    """The words of data/tense.yaml, compiled on first use."""
    words = yaml.safe_load(files("dragoman.coding").joinpath("data/tense.yaml").read_text("utf-8"))
    before = "|".join(f"(?P<{name}>{_any(words[name])})" for name in ("future", "past", "present"))
    after = f"(?P<future>{_any(words['after_future'])})|(?P<past>{_any(words['after_past'])})"
    return Cues(
        re.compile(rf"(?<![\w-])(?:{before})(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{after})(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?:{_any(words['past_forms'])}|[a-z]{{2,20}}ed)\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_any(words['saying'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_any(words['bidding'])}) [^.;:]{{2,60}} to $", re.IGNORECASE),
        re.compile(rf"\b(?:{_any(words['bidding'])})\b", re.IGNORECASE),
        frozenset(words["not_past"]),
        re.compile(
            rf"\b(?P<modal>{_any(words['possible'])}|if|unless)\b(?!.*\b(?:have|had|been)\b)"
            r"(?P<near>(?: (?:be|also|soon|even|yet|still|then|again|well|[a-z]+ly)){0,2} $)?",
            re.IGNORECASE,
        ),
    )


def _any(words: list[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join("[a-z]{2,20}ed" if word == "-ed" else re.escape(word) for word in longest)


def tense(
    text: str, trigger_start: int, trigger_end: int, *, expression: DateExpression | None = None
) -> Literal["past", "present", "future"]:
    """Whether the trigger's event is told as past, present or to come; without any sign: present.

    With the date expression of the event, the words between it and the trigger count too: "on Sunday the ministry
    said that talks would go on" is a past Sunday, "talks due to resume on Tuesday" a Tuesday to come.
    """
    plain = undotted(text)
    between = _between(plain, trigger_start, trigger_end, expression)
    return between or _around(plain, trigger_start, trigger_end)


def possible(text: str, trigger_start: int, trigger_end: int, *, expression: DateExpression) -> bool:
    """Whether the trigger's clause tells what may still come, or on what condition: "could attack in June", "if talks
    fail in June"; not "may have attacked", nor where somebody said so then ("said in June that it could")."""
    plain, rules = undotted(text), cues()
    if expression.end <= trigger_start and rules.saying.search(plain, 0, trigger_start):
        return False
    found = rules.possible.search(_clause(plain[max(0, trigger_start - _BEFORE) : trigger_start]))
    if found is None:
        return False
    return found["near"] is not None or not rules.past_form.match(plain, trigger_start, trigger_end)


def _between(text: str, start: int, end: int, expression: DateExpression | None) -> Literal["past", "future"] | None:
    rules = cues()
    if expression is None:
        return None
    if expression.end <= start and start - expression.end <= _BETWEEN:
        return "past" if rules.saying.search(text, expression.end, start) else None
    if not end <= expression.start <= end + _BETWEEN:
        return None
    last = [match.lastgroup for match in rules.after.finditer(text, end, expression.start)][-1:]
    return "future" if last == ["future"] else None


@lru_cache(maxsize=64)
def _around(text: str, start: int, end: int) -> Literal["past", "present", "future"]:
    rules = cues()
    trigger = text[start:end]
    cues_before = list(rules.before.finditer(_clause(text[max(0, start - _BEFORE) : start])))
    found = [match.lastgroup for match in cues_before]
    if cues_before and cues_before[-1][0].lower() in _OVER:
        return "past"
    if "future" in found[-2:] or rules.bidding.search(text[max(0, start - _BEFORE) : start]):
        return "future"
    own = rules.before.search(trigger)
    if rules.past_form.match(trigger) and trigger.split()[0].lower() not in rules.not_past:
        return "past"
    if own and own.lastgroup == "future":
        return "future"
    if (own and own.lastgroup == "past") or found[-1:] == ["past"]:
        return "past"
    if rules.saying.match(trigger):
        return "present"
    later = rules.after.search(_BREAK.split(text[end : end + _AFTER])[0])
    if later is None:
        return "present"
    return "future" if later.lastgroup == "future" else "past"


def _clause(head: str) -> str:
    breaks = list(_BREAK.finditer(head))
    return head[breaks[-1].end() :] if breaks else head
