"""Locating: which words of its sentence tell where an event happened.

In: a sentence and a finding in it with the place words that the network marks. Out: the span of the words. Where the
network marks none, what the annotated news gives the event: where who speaks spoke ("told reporters in Oslo"), where
those are who protest, arrest or muster ("Police in Victoria"), and what "here" means under a dateline.
"""

import re
from collections.abc import Sequence

from dragoman.actors.names.words import listed
from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.datelines import datelines
from dragoman.ontology import speech_acts
from dragoman.placing.mentions import mentions
from dragoman.placing.names import CONTAINERS, words

# Between the parts of one place that the network marks apart: "Vaziani" air base in "Georgia"; "Afrin", "Syria".
_CUT = re.compile(
    r"(?: (?!is\b|are\b|was\b|were\b|has\b|had\b|\w+ed\b)[a-z]+){1,2} (?:in|of|on|near) (?:the )?(?:[a-z-]+ )?"
)
_PARTED = re.compile(r" (?:in|of) (?:the )?(?:[a-z-]+ )?|, (?:in )?(?:the )?(?:[a-z-]+ )?")
# What leads to a place and is no part of it; "near Lamu" and "off Yemen" are not in it.
_LEADING = re.compile(r"(?:of|in|at|on|to|into|from) (?!least\b|most\b)")
# A clause or a phrase behind a place of which no more than its opening is marked: "areas where", "the bank of".
_TRAILING = re.compile(r"(?:\s+(?:where|which|that|of|in|on|to|with|from|the|a|an|its|his|her|their))+$")
# Likely enough each alone: "Cheonan" in "the Yellow Sea" is a ship.
_SURE = 0.8
_SPOKE = re.compile(
    r"\b(?:[Ss]peaking|[Tt]old|[Tt]elling|[Aa]ddressing)(?: (?!that\b)[a-z’'-]+){0,4}? (?:in|at) (?:the )?(?=[A-Z])"
)
# In the annotated news 10 of 11 such acts of an actor "in" a place are where the actor is; speech acts seldom are.
_WHERE_THEY_ARE = frozenset({"COERCE", "MOBILIZE", "PROTEST"})
_ASSEMBLED = frozenset({"AGREE", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"})
_MEETING = re.compile(
    r"(?P<at>\b(?:at|during) the )?(?P<name>\b(?!The )[A-Z][\w’'-]+(?: [A-Z][\w-]+){0,2}) (?:peace )?"
    r"(?:talks|summit|conference|negotiations)\b"
)
_TAKING = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_STATES = CONTAINERS - {"admin"}
# From such a trigger to its town: "shelled the besieged town of", "a visit to".
_BEHIND = re.compile(r" (?:(?:to|in) )?(?:the )?(?:(?!by\b|from\b)[a-z-]+ ){0,2}(?:of )?(?=[A-Z])")
_OWN = re.compile(r"[’']s [A-Z]")
_IN = re.compile(r" (?:in|(?P<at>at)|across) (?:the )?(?:[a-z-]+ern )?(?=[A-Z])")
_HERE = re.compile(r"[^“”\"]{0,60}?\bhere\b(?= (?:on|late|early|today|yesterday|tomorrow|[MTWFS]\w+day)\b|[.,;])")
_NEXT = re.compile(r" ([A-Za-z]+)")
# Further from its name than this nothing is a place's preposition.
_REACH = 60


def chosen(sentence: str, finding: Finding, *, document: str) -> tuple[int, int] | None:
    """The span of the place words of a finding within its sentence; None when none tell where. `document` is the
    document's text down to the sentence's end."""
    return _told(sentence, finding) or _here(sentence, finding, document)


def _told(sentence: str, finding: Finding) -> tuple[int, int] | None:
    roles = [role for role in finding.roles["place"] if _somewhere(sentence[role.start : role.end])]
    if roles:
        likeliest = max(roles, key=lambda role: (_capital(sentence[role.start : role.end]), role.chance))
        start, end = _named(sentence, *_whole(sentence, likeliest, roles))
        leading, trailing = _LEADING.match(sentence, start, end), _TRAILING.search(sentence, start, end)
        return leading.end() if leading else start, trailing.start() if trailing else end
    if finding.event_type in speech_acts():
        found = _SPOKE.search(sentence)
        return _name_at(sentence, found.end()) if found else None
    return _theirs(sentence, finding) or _taken(sentence, finding) or _assembled(sentence, finding)


def _somewhere(written: str) -> bool:
    """Whether words name a place, of which the network may mark but some: not "its" of "its borders"."""
    return not all(word in words().nowhere or word in listed("quantities") for word in written.lower().split())


def _capital(words: str) -> bool:
    """Whether a name is among words: "pariah", which the network may mark, is seldom where; "Russia" beside it is."""
    return any(word[:1].isupper() for word in words.split())


def _whole(sentence: str, role: Role, roles: Sequence[Role]) -> tuple[int, int]:
    """The likeliest words with those beside them that tell of the same place."""
    start, end = role.start, role.end
    for other in sorted(roles, key=lambda one: -one.start):
        if other.end <= start and _one(sentence[other.end : start], min(role.chance, other.chance)):
            start = other.start
    for other in sorted(roles, key=lambda one: one.start):
        if other.start >= end and _one(sentence[end : other.start], min(role.chance, other.chance)):
            end = other.end
    return start, end


def _one(gap: str, chance: float) -> bool:
    """Whether what stands between two place words makes one of them."""
    return _CUT.fullmatch(gap) is not None or (chance >= _SURE and _PARTED.fullmatch(gap) is not None)


def _named(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The words grown over a name that they hold a part of: "Zaporizhzhia" of its nuclear power plant."""
    for name in mentions(sentence, start=start, end=min(len(sentence), end + _REACH)):
        if name.start < end < name.end:
            return start, name.end
    return start, end


def _theirs(sentence: str, finding: Finding) -> tuple[int, int] | None:
    """Where those are who act, by their own words, or the house where it is done to somebody."""
    if finding.event_type not in _WHERE_THEY_ARE:
        return None
    roles = [role for role in finding.roles["actor"] if role.end <= finding.start]
    roles += [role for role in finding.roles["recipient"] if _housed(sentence[role.start : role.end])]
    return next((span for span in (_within(sentence, role) for role in roles) if span), None)


def _housed(party: str) -> bool:
    """Whether a party is a house: "the Spanish embassy", "the embassy in Washington"."""
    head = _IN.split(party, maxsplit=1)[0].split()[-1:]
    return bool(head) and head[0].lower() in words().houses


def _within(sentence: str, role: Role) -> tuple[int, int] | None:
    """The place of a party's words, or of those right behind them."""
    inside = list(_IN.finditer(sentence, role.start, role.end))
    found = _IN.match(sentence, role.end) or (inside[-1] if inside else None)
    span = _name_at(sentence, found.end()) if found else None
    # "At" a city is a body ("workers at Amazon"), unless it is the city's own.
    return None if found and span and found["at"] and not _OWN.match(sentence, span[1]) else span


def _taken(sentence: str, finding: Finding) -> tuple[int, int] | None:
    """The city that is shelled, retaken, visited: who suffers it is where it happens."""
    trigger = sentence[finding.start : finding.end].lower()
    takes = finding.event_type in _TAKING and any(trigger.startswith(verb) for verb in words().taking)
    if not takes and (finding.event_type, finding.mode) != ("CONSULT", "visit"):
        return None
    verb = sentence.find(" ", finding.start, finding.end) if takes else -1  # the town may be part of the trigger
    behind = _BEHIND.match(sentence, finding.end if verb < 0 else verb) or _BEHIND.match(sentence, finding.end)
    span = _name_at(sentence, behind.end()) if behind else None
    if span is None or not _is_town(sentence, *span):
        return None
    suffers = any(role.start < span[1] <= role.end for role in finding.roles["recipient"])
    return span if takes or suffers else None


def _assembled(sentence: str, finding: Finding) -> tuple[int, int] | None:
    """The city by which a meeting goes: "the Oslo talks", "at the Singapore summit"."""
    if finding.event_type not in _ASSEMBLED:
        return None
    for found in _MEETING.finditer(sentence):
        itself = finding.start < found.end() and found.start("name") < finding.end
        if (itself or found["at"]) and _is_town(sentence, *found.span("name")):
            return found.span("name")
    return None


def _is_town(sentence: str, start: int, end: int) -> bool:
    """Whether words are the name of one place within a state."""
    named = mentions(sentence, start=start, end=end)
    if len(named) != 1 or (named[0].start, named[0].end) != (start, end):
        return False
    wide = [area for area in named[0].areas if area.kind in _STATES or not area.country]
    return all(area.country in words().city_states for area in wide)


def _name_at(sentence: str, start: int) -> tuple[int, int] | None:
    """The span of the place name that begins at a character, with "province" or the like behind it."""
    named = mentions(sentence, start=start, end=min(len(sentence), start + _REACH))[:1]
    if not named or named[0].start != start or any(area.kind == "demonym" for area in named[0].areas):
        return None
    after = _NEXT.match(sentence, named[0].end)
    return start, after.end() if after and after[1].lower() in words().areas else named[0].end


def _here(sentence: str, finding: Finding, document: str) -> tuple[int, int] | None:
    """The word "here" behind the trigger, where a dateline tells what it means."""
    found = _HERE.match(sentence, finding.end)
    if found is None or not datelines(document):
        return None
    return found.end() - len("here"), found.end()
