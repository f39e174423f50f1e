"""Voice: who says so, when it is not the author.

In: a story, a finding of it, and its actors. Out: a `Voice` or None. The rules over utterances and the network each
propose a source; whether there is one at all is weighed by data/voice_wording.json and data/voice_weights.json.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.speech import lexicon
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.voice.hearsay import close, hearsay
from dragoman.coding.voice.utterances import Utterance, quoted_at
from dragoman.coding.weighing import odds, table, weigh
from dragoman.coding.wording import place, wording
from dragoman.coding.words import words
from dragoman.event import Party, Voice
from dragoman.ontology import speech_acts

# A voice is told from this probability on: best F1 on held-out articles (`python -m training layers`).
LEAST = 0.35
# Words between what is said and its beginning, beyond which it makes no difference.
_FAR = 15


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is given as the source of a trigger, by which verb; characters of the document.

    `depth` are the words of what is said before the trigger, `clauses` how many of them open a clause. `nameless`: a
    voice that nobody owns; `sure`: its words belong to the trigger, and are no matter of weighing.
    """

    text: str
    start: int
    end: int
    verb: str
    voice: Literal["quoted", "reported"]
    depth: int = 0
    clauses: int = 0
    nameless: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """The voice of an event and why it is this one, or why there is none.

    `source` are the document's characters that may tell it, found `by` the rules (which `heard` it), the network, or
    both; `chance` that there is a voice at all (None: not weighed); `own`: the act is the source's own speech.
    """

    voice: Voice | None = None
    source: tuple[int, int] | None = None
    by: Literal["", "rules", "network", "both"] = ""
    heard: Heard | None = None
    chance: float | None = None
    who: Party | None = None
    own: bool = False


def said_by(story: Story, finding: Finding, *, actors: Sequence[Party]) -> Voice | None:
    """The voice of an event: None where the author speaks, or where the actor's own speech is the act."""
    return hearing(story, finding, actors=actors).voice


def hearing(story: Story, finding: Finding, *, actors: Sequence[Party]) -> Hearing:
    """The voice of an event with its evidence."""
    offset = story.spans[finding.sentence][0]
    rule = heard(story, offset + finding.start, offset + finding.end)
    source, by = _source(story, finding, rule)
    if source is None:
        return Hearing()
    sure = None if rule and rule.sure else chance(story, finding, rule, actors=actors)
    if sure is not None and sure < LEAST:
        return Hearing(None, source, by, rule, sure)
    start, end = source
    who = None if rule and rule.nameless else next(iter(story.cast.parties(start, end)), None)
    if finding.event_type in speech_acts() and who and any(_same(who, a) or _first(a, rule) for a in actors):
        return Hearing(None, source, by, rule, sure, who, own=True)
    voice = Voice(
        text=story.document.text[start:end], start=start, end=end,
        name=who.name if who else "", country=who.country if who else "", sector=who.sector if who else "",
        voice=rule.voice if rule else "reported",
    )  # fmt: skip
    return Hearing(voice, source, by, rule, sure, who)


def heard(story: Story, start: int, end: int) -> Heard | None:
    """The source of characters start..end-1 of the document by the rules; None: the author."""
    found = [told for told in story.said(start, end) if told.speaker]
    if found:
        return _heard(story, min(found, key=lambda u: (u.carried, u.end - u.start)), start)
    return _nameless(story, start, end)


def _heard(story: Story, found: Utterance, at: int) -> Heard:
    first, last = found.speaker or found.verb
    text = story.document.text
    said = text[found.start : at].lower().split()
    return Heard(
        text[first:last], first, last, text[slice(*found.verb)], "quoted" if quoted_at(found, at) else "reported",
        depth=len(said), clauses=sum(word in vocabulary().subordinate for word in said), sure=found.turn,
    )  # fmt: skip


def _nameless(story: Story, start: int, end: int) -> Heard | None:
    """ "Reportedly", "is said to": a voice without a name."""
    first, last = story.spans[story.cast.scene.sentence_at(start)]
    word = hearsay(story.document.text[first:last], start - first, end - first)
    if word is None:
        return None
    sure = close(story.document.text[first:last], word, start - first)
    return Heard(word.text, first + word.start, first + word.end, word.text, "reported", nameless=True, sure=sure)


def _source(
    story: Story, finding: Finding, rule: Heard | None
) -> tuple[tuple[int, int] | None, Literal["", "rules", "network", "both"]]:
    """The words of the source, and who found them: the rules' where the network marks some of them or none at all, else
    the network's."""
    offset = story.spans[finding.sentence][0]
    role = max(finding.roles["said_by"], key=lambda r: r.chance, default=None)
    if role is None:
        return ((rule.start, rule.end), "rules") if rule else (None, "")
    start, end = offset + role.start, offset + role.end
    if rule and rule.start < end and start < rule.end:
        return (rule.start, rule.end), "both"
    return (start, end), "network"


def _same(speaker: Party, actor: Party) -> bool:
    """Whether two mentions mean one party."""
    return speaker.name == actor.name or (speaker.start < actor.end and actor.start < speaker.end)


def _first(actor: Party, rule: Heard | None) -> bool:
    """Whether an actor is the "we" of who surely speaks: the spokeswoman whose "we" is her state."""
    return rule is not None and rule.sure and rule.voice == "quoted" and actor.text.lower() in ("i", "we")


def phrasing(story: Story, finding: Finding, rule: Heard | None, *, actors: Sequence[Party]) -> Iterator[str]:
    """The wording around the trigger, and by which words and how closely the rules hear it told."""
    told = words(story.sentence(finding.sentence))
    kind = finding.event_type
    yield from wording(told, *place(told, finding.start, finding.end))
    yield from ("bias", f"type {kind}")
    if rule is None:
        yield from ("unheard", f"unheard, type {kind}")
        return
    same = _speaks(rule, actors)
    manner = "nameless" if rule.nameless else rule.voice
    yield from (f"verb {rule.verb.lower()}", manner, f"{manner}, type {kind}", f"speaks {same}, type {kind}")
    yield from (
        f"speaks {same}, {manner}",
        f"depth {min(rule.depth, _FAR)}, {manner}",
        f"clauses {min(rule.clauses, 3)}",
    )


def features(
    story: Story, finding: Finding, rule: Heard | None, *, actors: Sequence[Party], worded: float
) -> dict[str, float]:
    """What tells whether an event has a voice: the chances by network and wording, the rules, and the sort of act."""
    found = {"bias": 1.0, "network": odds(finding.voice_chance), "marked": float(bool(finding.roles["said_by"]))}
    found |= {"wording": odds(worded), "speech": float(finding.event_type in speech_acts())}
    if rule is None:
        return found
    same = _speaks(rule, actors)
    trigger = story.sentence(finding.sentence)[finding.start : finding.end].split()
    return found | {
        "nameless" if rule.nameless else "rule": 1.0,
        "quoted": float(rule.voice == "quoted"),
        "actor speaks": float(same),
        "actor speaks, speech": float(same and finding.event_type in speech_acts()),
        "past": float(bool(trigger) and trigger[0].endswith("ed")),
        "depth": min(rule.depth, _FAR) / _FAR,
        "not actual": float(finding.status != "actual"),
    }


def _speaks(rule: Heard, actors: Sequence[Party]) -> bool:
    """Whether the source is one of the actors, as far as their words tell."""
    return any(_content(rule.text) & _content(actor.text) for actor in actors)


def _content(text: str) -> set[str]:
    """The words of a party's phrase that tell it from others."""
    return {w.low for w in words(text) if w.is_word} - lexicon().nominal


def chance(story: Story, finding: Finding, rule: Heard | None, *, actors: Sequence[Party]) -> float:
    """The probability that an event has a voice at all."""
    said = dict.fromkeys(phrasing(story, finding, rule, actors=actors), 1.0)
    worded = weigh(said, table("voice_wording"))[1]
    return weigh(features(story, finding, rule, actors=actors, worded=worded), table("voice_weights"))[1]
