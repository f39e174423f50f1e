"""Statements: what a party says, quoted or reported, each as a record of its own.

In: a document laid out as a `Story`. Out: `Statement`s in the order of the text, the same for the same document.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from dragoman.actors.names.matching import undotted
from dragoman.actors.scene.clues import Clue
from dragoman.coding import timing
from dragoman.coding.speech import lexicon
from dragoman.coding.story import Story
from dragoman.coding.voice.utterances import Utterance
from dragoman.event import Dating, Party, Words, flat

_TOLD = re.compile(
    r"(?:told|tells|telling|informed|assured|reminded|warned)\s+(?P<who>[^,.;:“\"]{2,60}?)"
    r"(?=\s(?:that|on|in|at|after|during|late|by|there|it|he|she|they|his|her|their)\b|\s*(?:[,.;:“\"]|$))"
)
# A full stop that ends a sentence and nothing else: no ellipsis, no initials ("the U.S.").
_STOPPED = re.compile(r"(?<![.…])(?<!\b[A-Za-z])\.\Z")
# Where what is claimed for oneself is named: "full responsibility for", "the lives of".
_CLAIMED = 2
# From its verb on, the telling is read so far for who is told.
_TELLING = 100
# Parties that one statement is about, at most: what names more is a list, not a subject.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Statement:
    """`words` are what is said, with their place in the document; `about` are the parties named in them.

    `dating` is the day on which it was said, by the words of the telling, else the publication's.
    """

    document_id: str
    sentence_index: int
    start: int
    end: int
    speaker: Party
    verb: str
    words: Words
    kind: Literal["quoted", "reported"]
    addressee: Party | None
    about: tuple[Party, ...]
    dating: Dating

    @property
    def statement_id(self) -> str:
        """The same document, speaker and words give the same id on any machine."""
        parts = [self.document_id, self.speaker.start, self.words.start, self.words.end, self.words.text]
        key = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
        return f"st-{blake2b(key, digest_size=10).hexdigest()}"

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the id first and the dating flat, as in the contract of events."""
        row: dict[str, Any] = {"statement_id": self.statement_id, **flat(self)}
        dating = flat(row.pop("dating"))
        row |= {"speaker": flat(self.speaker), "words": flat(self.words), "about": [flat(p) for p in self.about]}
        return {**row, "addressee": flat(self.addressee) if self.addressee else None, **dating}


def statements(story: Story) -> list[Statement]:
    """Every statement of a document whose speaker is named."""
    made = (_statement(story, found) for found in story.utterances)
    return _each_once(statement for statement in made if statement)


def _statement(story: Story, found: Utterance) -> Statement | None:
    spoken = _words(story, found)
    if found.speaker is None or not spoken.text:
        return None
    verb = found.verb
    speakers = story.parties([found.speaker]) if not _takes(story.document.text[slice(*verb)], spoken.text) else ()
    if not speakers:
        return None
    start, end = story.spans[found.sentence]
    last = max(end, spoken.end)
    return Statement(
        document_id=story.document.id, sentence_index=found.sentence, start=min(start, spoken.start), end=last,
        speaker=speakers[0], verb=story.document.text[slice(*verb)], words=spoken,
        kind="quoted" if _is_quoted(found, spoken) else "reported", addressee=_addressee(story, found),
        about=_about(story, spoken), dating=_dated(story, found),
    )  # fmt: skip


def _takes(verb: str, said: str) -> bool:
    """Whether something is claimed for oneself, as responsibility or victory, rather than said."""
    first = [word.strip(",.").lower() for word in said.split()[:_CLAIMED]]
    return verb.lower() in lexicon().claiming and not lexicon().claimed.isdisjoint(first)


def _words(story: Story, found: Utterance) -> Words:
    """What is said: the quotation alone where that is nearly all, else the whole clause.

    Without the full stop that ends it, which stands there only where the speaker is named first; other marks tell more.
    """
    start, end = found.start, found.end
    if len(found.quoted) == 1 and _share(found) > 0.8:
        start, end = found.quoted[0]
    text = story.document.text
    while start < end and (text[start].isspace() or text[start] in ',:;“”"«»'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;“”"«»'):
        end -= 1
    if _STOPPED.search(text, start, end):
        end -= 1
    return Words(text[start:end], start, end)


def _share(found: Utterance) -> float:
    return sum(b - a for a, b in found.quoted) / max(1, found.end - found.start)


def _is_quoted(found: Utterance, spoken: Words) -> bool:
    """Whether more than half of the words stand between quotation marks."""
    inside = sum(max(0, min(b, spoken.end) - max(a, spoken.start)) for a, b in found.quoted)
    return 2 * inside > spoken.end - spoken.start


def _addressee(story: Story, found: Utterance) -> Party | None:
    """Who is told: "told the council that"; no time as in "warned last week that", nor who speaks: "warned Lee"."""
    at, known = found.verb[0], lexicon()
    stop = found.start if found.start > at else at + _TELLING
    told = _TOLD.match(undotted(story.document.text[at : min(stop, at + _TELLING)]))
    if told is None or told["who"].lower() in known.hearers:
        return None
    opening = told["who"].split()[0]
    start, end = at + told.start("who"), at + told.end("who")
    speaks = found.speaker is not None and start < found.speaker[1] and found.speaker[0] < end
    if speaks or opening in known.tail | known.prepositions | {"that"} or opening.lower() in known.times:
        return None
    parties = story.parties([(start, end)])
    return parties[0] if parties else None


def _about(story: Story, spoken: Words) -> tuple[Party, ...]:
    """The parties named in what is said, each once."""
    clues: list[Clue] = story.cast.scene.between(spoken.start, spoken.end)
    spans = [(clue.start, clue.end) for clue in clues if clue.end <= spoken.end]
    return story.parties(spans)[:_MOST]


def _dated(story: Story, found: Utterance) -> Dating:
    """The day of the telling: an expression in its sentence outside what is said, else the publication day."""
    offset = story.spans[found.sentence][0]
    sentence, pub_date = story.sentence(found.sentence), story.document.pub_date
    verb = (found.verb[0] - offset, found.verb[1] - offset)
    if not 0 <= verb[0] < len(sentence):
        return timing.default(pub_date, tense="past")
    outside = [e for e in timing.expressions(sentence) if not found.start <= offset + e.start < found.end]
    chosen = timing.attach(outside, sentence, trigger_start=verb[0], trigger_end=verb[1])
    if chosen is None:
        return timing.default(pub_date, tense="past")
    return timing.resolve(chosen, pub_date=story.filed, tense="past")


def _each_once(made: Iterable[Statement]) -> list[Statement]:
    """One statement for the same words of the same speaker."""
    seen: dict[tuple[int, int, str], Statement] = {}
    for statement in made:
        key = (statement.words.start, statement.words.end, statement.speaker.name)
        seen.setdefault(key, statement)
    return list(seen.values())
