"""Visits told from the host's side: "The sultan received the emir", "She was welcomed by the king".

In: a sentence and a finding of it. Out: its roles, with the guest as actor and the host as recipient.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dragoman.coding.arguing import Finding, Role

_LAST = re.compile(r"[\w’'-]+$")
# "was warmly received", "received with honours by": words that may stand between.
_BETWEEN = r"(?: [\w’'-]+){0,2}"


@dataclass(frozen=True, slots=True)
class _Words:
    """The verbs of receiving, and what stands before or behind their passive."""

    receiving: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _words() -> _Words:
    rows = yaml.safe_load(files("dragoman.coding.data").joinpath("visits.yaml").read_text(encoding="utf-8"))
    being = "|".join(rows["being"])
    before = re.compile(rf"\b(?:{being}){_BETWEEN} $")
    return _Words(frozenset(rows["receiving"]), before, re.compile(rf"{_BETWEEN} by\b"))


def directed(sentence: str, finding: Finding, roles: dict[str, tuple[Role, ...]]) -> dict[str, tuple[Role, ...]]:
    """The roles, with the guest as actor where the trigger is a verb of receiving with a party on each side of it."""
    verb = _LAST.search(sentence, finding.start, finding.end)
    visit = (finding.event_type, finding.mode) == ("CONSULT", "visit")
    if not visit or verb is None or verb.group().casefold() not in _words().receiving:
        return roles
    sides = sorted((*roles["actor"], *roles["recipient"]), key=lambda role: role.start)
    before = tuple(role for role in sides if role.end <= finding.start)
    behind = tuple(role for role in sides if role.start >= finding.end)
    if not before or not behind:
        return roles
    guest, host = (before, behind) if _passive(sentence, verb.start(), finding.end) else (behind, before)
    return {**roles, "actor": guest, "recipient": host}


def _passive(sentence: str, start: int, end: int) -> bool:
    """Whether the verb's subject is the one who is received."""
    if not sentence[start:end].casefold().endswith("ed"):
        return False
    return bool(_words().before.search(sentence, 0, start) or _words().behind.match(sentence, end))
