"""The tense of an event from the words around its trigger: past, present or future.

In: text and the trigger's span. Out: a tense, which tells whether "on Friday" is the last one or the next. The words
are data/tense.yaml.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

# How far the words that carry the tense stand from the trigger, in characters.
_BEFORE = 70
_AFTER = 50
_BREAK = re.compile(
    r"[.!?;:“”\"]|, (?:which|who|while|but|and|after|as)\b| (?:that|which|who|because|while|but|after|said) "
)


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled words of each tense."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    past_form: re.Pattern[str]
    not_past: frozenset[str]


@cache
def cues() -> Cues:
    """The words of data/tense.yaml, compiled on first use."""
    words = yaml.safe_load(files("dragoman.coding").joinpath("data/tense.yaml").read_text("utf-8"))
    before = "|".join(f"(?P<{name}>{_any(words[name])})" for name in ("future", "past", "present"))
    after = f"(?P<future>{_any(words['after_future'])})|(?P<past>{_any(words['after_past'])})"
    return Cues(
        re.compile(rf"(?<![\w-])(?:{before})(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{after})(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?:{_any(words['past_forms'])}|[a-z]+ed)\b", re.IGNORECASE),
        frozenset(words["not_past"]),
    )


def _any(words: list[str]) -> str:
    return "|".join(
        re.escape(word) if word != "-ed" else "[a-z]{2,}ed" for word in sorted(words, key=len, reverse=True)
    )


def tense(text: str, trigger_start: int, trigger_end: int) -> Literal["past", "present", "future"]:
    """Whether the trigger's event is told as past, present or to come. Without any sign: present."""
    rules = cues()
    head = _clause(text[max(0, trigger_start - _BEFORE) : trigger_start])
    trigger = text[trigger_start:trigger_end]
    found = [match.lastgroup for match in rules.before.finditer(head + trigger)]
    if "future" in found[-2:]:
        return "future"
    if rules.past_form.match(trigger) and trigger.split()[0].lower() not in rules.not_past:
        return "past"
    if found and found[-1] == "past":
        return "past"
    tail = _BREAK.split(text[trigger_end : trigger_end + _AFTER])[0]
    later = rules.after.search(tail)
    if later and later.lastgroup == "future":
        return "future"
    return "past" if later else "present"


def _clause(head: str) -> str:
    breaks = list(_BREAK.finditer(head))
    return head[breaks[-1].end() :] if breaks else head
