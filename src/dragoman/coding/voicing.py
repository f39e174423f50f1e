"""Voice: who says so, when it is not the author.

In: a story, a finding of it, and its actors. Out: a `Voice` or None. The rules over utterances and the network each
propose a source; whether there is one at all is weighed by data/voice_weights.json.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.coding.arguing import Finding
from dragoman.coding.hearsay import hearsay
from dragoman.coding.speech import lexicon
from dragoman.coding.story import Story
from dragoman.coding.utterances import Utterance, quoted_at
from dragoman.coding.words import words
from dragoman.event import Party, Voice
from dragoman.models import sigmoid

# Types whose act is itself speech: who accuses is the actor, not the source of the accusing.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT", "CONCEDE"})
# A voice is told from this probability on: best F1 on held-out articles (`python -m training layers`).
LEAST = 0.35
# The network is never taken to be surer than this.
_SUREST = 1e-3
# Words between what is said and its beginning, beyond which it makes no difference.
_FAR = 15


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is given as the source of a trigger, by which verb; characters of the document."""

    text: str
    start: int
    end: int
    verb: str
    voice: Literal["quoted", "reported"]
    depth: int = 0
    nameless: bool = False


def said_by(story: Story, finding: Finding, *, actors: Sequence[Party]) -> Voice | None:
    """The voice of an event: None where the author speaks, or where the actor's own speech is the act."""
    offset = story.spans[finding.sentence][0]
    rule = heard(story, offset + finding.start, offset + finding.end)
    source = _source(story, finding, rule)
    if source is None or chance(features(story, finding, rule, actors=actors)) < LEAST:
        return None
    start, end = source
    who = None if rule and rule.nameless else next(iter(story.cast.parties(start, end)), None)
    if finding.event_type in _SPOKEN and who and any(_same(who, actor) for actor in actors):
        return None
    return Voice(
        text=story.document.text[start:end], start=start, end=end,
        name=who.name if who else "", country=who.country if who else "", sector=who.sector if who else "",
        voice=rule.voice if rule else "reported",
    )  # fmt: skip


def heard(story: Story, start: int, end: int) -> Heard | None:
    """The source of characters start..end-1 of the document by the rules; None: the author."""
    found = [u for u in story.utterances if u.speaker and u.holds(start, end)]
    if found:
        return _heard(story, min(found, key=lambda u: (u.carried, u.end - u.start)), start)
    return _nameless(story, start, end)


def _heard(story: Story, found: Utterance, at: int) -> Heard:
    first, last = found.speaker or found.verb
    text = story.document.text
    return Heard(
        text[first:last], first, last, text[slice(*found.verb)], "quoted" if quoted_at(found, at) else "reported",
        depth=len(text[found.start : at].split()),
    )  # fmt: skip


def _nameless(story: Story, start: int, end: int) -> Heard | None:
    """ "Reportedly", "is said to": a voice without a name."""
    first, last = story.spans[story.cast.scene.sentence_at(start)]
    word = hearsay(story.document.text[first:last], start - first, end - first)
    if word is None:
        return None
    return Heard(word.text, first + word.start, first + word.end, word.text, "reported", nameless=True)


def _source(story: Story, finding: Finding, rule: Heard | None) -> tuple[int, int] | None:
    """The words of the source: the rules' where the network marks some of them or none at all, else the network's."""
    offset = story.spans[finding.sentence][0]
    role = max(finding.roles["said_by"], key=lambda r: r.chance, default=None)
    if role is None:
        return (rule.start, rule.end) if rule else None
    start, end = offset + role.start, offset + role.end
    if rule and rule.start < end and start < rule.end:
        return rule.start, rule.end
    return start, end


def _same(speaker: Party, actor: Party) -> bool:
    """Whether two mentions mean one party."""
    return speaker.name == actor.name or (speaker.start < actor.end and actor.start < speaker.end)


def features(story: Story, finding: Finding, rule: Heard | None, *, actors: Sequence[Party]) -> dict[str, float]:
    """What tells whether an event has a voice: the network's chance, what the rules see, and the sort of act."""
    offset = story.spans[finding.sentence][0]
    p = min(max(finding.voice_chance, _SUREST), 1 - _SUREST)
    found = {"bias": 1.0, "network": math.log(p / (1 - p)), "marked": float(bool(finding.roles["said_by"]))}
    found["speech"] = float(finding.event_type in _SPOKEN)
    if rule is None:
        return found
    same = any(_content(rule.text) & _content(actor.text) for actor in actors)
    trigger = story.document.text[offset + finding.start : offset + finding.end].split()
    return found | {
        "nameless" if rule.nameless else "rule": 1.0,
        "quoted": float(rule.voice == "quoted"),
        "actor speaks": float(same),
        "actor speaks, speech": float(same and finding.event_type in _SPOKEN),
        "past": float(bool(trigger) and trigger[0].endswith("ed")),
        "depth": min(rule.depth, _FAR) / _FAR,
        "not actual": float(finding.status != "actual"),
    }


def _content(text: str) -> set[str]:
    """The words of a party's phrase that tell it from others."""
    return {w.low for w in words(text) if w.is_word} - lexicon().nominal


@cache
def weights() -> dict[str, float]:
    """The weight of each feature towards having a voice, as `python -m training layers` fitted them."""
    text = files("dragoman.coding.data").joinpath("voice_weights.json").read_text(encoding="utf-8")
    return {name: float(row[0]) for name, row in json.loads(text)["weights"].items()}


def chance(found: Mapping[str, float]) -> float:
    """The probability that an event with these features has a voice."""
    return sigmoid(sum(weights().get(name, 0.0) * value for name, value in found.items()))
