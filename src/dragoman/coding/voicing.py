"""Voice: who says so, when it is not the author.

In: a story, the place of a trigger, and the words that the network gives the report's source. Out: a `Voice` or None,
by the rules over utterances where they see one, else by the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.arguing import Role
from dragoman.coding.hearsay import hearsay
from dragoman.coding.story import Story
from dragoman.coding.utterances import Utterance, quoted_at
from dragoman.event import Party, Voice

# Types whose act is itself speech.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is given as the source of a trigger, by which verb; characters of the document."""

    text: str
    start: int
    end: int
    verb: str
    voice: Literal["quoted", "reported"]


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
        text[first:last], first, last, text[slice(*found.verb)], "quoted" if quoted_at(found, at) else "reported"
    )


def _nameless(story: Story, start: int, end: int) -> Heard | None:
    """"Reportedly", "is said to": a voice without a name."""
    index = story.cast.scene.sentence_at(start)
    first, last = story.spans[index]
    word = hearsay(story.document.text[first:last], start - first, end - first)
    if word is None:
        return None
    span = slice(first + word.start, first + word.end)
    return Heard(story.document.text[span], span.start, span.stop, word.text, "reported")


def _source(story: Story, sentence: int, roles: Sequence[Role], rule: Heard | None) -> tuple[int, int]:
    """The words of the source: the network's where it has some, else the rules'; equal when there are none."""
    if roles:
        role, offset = max(roles, key=lambda r: r.chance), story.spans[sentence][0]
        return offset + role.start, offset + role.end
    return (rule.start, rule.end) if rule else (0, 0)


def _same(speaker: Party, actor: Party) -> bool:
    """Whether two mentions mean one party."""
    return speaker.name == actor.name or (speaker.start < actor.end and actor.start < speaker.end)


def said_by(
    story: Story, sentence: int, roles: Sequence[Role], *, trigger: tuple[int, int], event_type: str, actors: Sequence[Party]
) -> Voice | None:
    """The voice of an event; `trigger` is its place in the document.

    An act of speech whose actor is the speaker has the author's voice: who accuses is not the source of the accusing.
    """
    rule = heard(story, *trigger)
    start, end = _source(story, sentence, roles, rule)
    if start == end:
        return None
    who = next(iter(story.cast.parties(start, end)), None)
    if event_type in _SPOKEN and who and any(_same(who, actor) for actor in actors):
        return None
    return Voice(
        text=story.document.text[start:end], start=start, end=end,
        name=who.name if who else "", country=who.country if who else "", sector=who.sector if who else "",
        voice=rule.voice if rule else "reported",
    )  # fmt: skip
