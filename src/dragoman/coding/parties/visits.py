"""Visits told from the host's side: "The sultan received the emir", "She was welcomed by the king", "He was visited".

In: a sentence and a finding of it. Out: its roles, with the guest as actor and the host as recipient.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from dragoman.coding.triggers.arguing import Finding, Role

_LAST = re.compile(r"[\w’'-]+$")
# Visits, and meetings of which the network tells no more.
_MODES = frozenset({"visit", ""})
# "was warmly received", "received with honours by": words that may stand between.
_BETWEEN = r"(?: [\w’'-]+){0,2}"


@dataclass(frozen=True, slots=True)
class _Words:
    """The verbs of receiving and of visiting, and what stands before or behind their passive."""

    receiving: frozenset[str]
    visiting: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _words() -> _Words:
    rows = yaml.safe_load(files("dragoman.coding.data").joinpath("visits.yaml").read_text(encoding="utf-8"))
    being = "|".join(rows["being"])
    before = re.compile(rf"\b(?:{being}){_BETWEEN} $")
    receiving, visiting = frozenset(rows["receiving"]), frozenset(rows["visiting"])
    return _Words(receiving, visiting, before, re.compile(rf"{_BETWEEN} by\b"))


def directed(sentence: str, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The roles, with the guest as actor where the trigger is a verb of receiving with a party on each side of it, or
    where somebody "was visited"."""
    if finding.event_type != "CONSULT" or finding.mode not in _MODES:
        return roles
    verb = _LAST.search(sentence, finding.start, finding.end)
    if verb is None:
        return roles
    word = verb.group().casefold()
    sides = sorted((*roles["actor"], *roles["recipient"]), key=lambda role: role.start)
    before = tuple(role for role in sides if role.end <= finding.start)
    behind = tuple(role for role in sides if role.start >= finding.end)
    passive = before and _passive(sentence, verb.start(), finding.end)
    if word in _words().visiting and passive:
        return {**roles, "actor": _ruled(behind), "recipient": _ruled(before)}
    if word not in _words().receiving or not before or not behind:
        return roles
    guest, host = (before, behind) if passive else (behind, before)
    return {**roles, "actor": _ruled(guest), "recipient": _ruled(host)}


def _ruled(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    return tuple(replace(role, rule="guest and host of a visit") for role in roles)


def _passive(sentence: str, start: int, end: int) -> bool:
    """Whether the verb's subject is the one who is received."""
    if not sentence[start:end].casefold().endswith("ed"):
        return False
    return bool(_words().before.search(sentence, 0, start) or _words().behind.match(sentence, end))
