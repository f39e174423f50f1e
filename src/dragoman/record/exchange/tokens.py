"""Sentences with their tokens and spans, for the formats of annotation and of language tools.

In: events as they come. Out: one `Annotated` for the events of one sentence that follow each other: tokens that
break wherever a span begins or ends, spans of parties, triggers, places and voices that lie in it, and their roles.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party, Place, Voice, Words
from dragoman.record.exchange.format import Lookup, Written, sink

NO_SENTENCE = "no sentence to annotate"

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of the sentence, `space` telling whether something blank follows."""

    text: str
    start: int
    end: int
    space: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled piece of the sentence in characters, and its first and last token."""

    start: int
    end: int
    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Relation:
    """From an event's trigger to a span, by the role that it has in the event."""

    trigger: Span
    part: Span
    role: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence."""

    events: tuple[Event, ...]
    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.events[0].sentence


Part = Party | Place | Voice | Words


def annotated(events: Iterable[Event]) -> Iterator[Annotated]:
    """Each sentence with its events; imported events, which have no sentence, are passed over."""
    for _, group in groupby(events, key=lambda e: (e.document_id, e.sentence_index, e.sentence_start, e.sentence)):
        together = tuple(group)
        if together[0].sentence.strip():
            yield _annotated(together)


def _annotated(events: tuple[Event, ...]) -> Annotated:
    pieces = {
        (*found, label) for event in events for part, label, _ in _parts(event) if (found := _within(event, part))
    }
    tokens = tuple(_tokens(events[0].sentence, {cut for start, end, _ in pieces for cut in (start, end)}))
    spans = {piece: span for piece in sorted(pieces) if (span := _span(tokens, piece))}
    relations = tuple(dict.fromkeys(relation for event in events for relation in _relations(event, spans)))
    return Annotated(events, tokens, tuple(spans.values()), relations)


def _parts(event: Event) -> Iterator[tuple[Part, str, str]]:
    """Each part with the label of its span and its role in the event."""
    yield event.trigger, event.event_type, ""
    for side, role in ((event.actors, "ACTOR"), (event.recipients, "RECIPIENT")):
        yield from ((party, "PARTY", role) for party in side)
    if event.place:
        yield event.place, "PLACE", "PLACE"
    if event.said_by:
        yield event.said_by, "VOICE", "SAID_BY"


def _within(event: Event, part: Part) -> tuple[int, int] | None:
    """Where a part lies in the sentence; None where it is empty, lies elsewhere, or does not say what it should."""
    start, end = part.start - event.sentence_start, part.end - event.sentence_start
    # Blank ends would leave a span without a token of its own.
    good = 0 <= start < end <= len(event.sentence) and part.text == part.text.strip() != ""
    return (start, end) if good and event.sentence[start:end] == part.text else None


def _tokens(sentence: str, cuts: set[int]) -> Iterator[Token]:
    for found in _TOKEN.finditer(sentence):
        bounds = [found.start(), *sorted(c for c in cuts if found.start() < c < found.end()), found.end()]
        for start, end in pairwise(bounds):
            yield Token(sentence[start:end], start, end, sentence[end : end + 1].isspace())


def _span(tokens: tuple[Token, ...], piece: tuple[int, int, str]) -> Span | None:
    start, end, label = piece
    inside = [number for number, token in enumerate(tokens) if start <= token.start and token.end <= end]
    return Span(start, end, inside[0], inside[-1], label) if inside else None


def _relations(event: Event, spans: dict[tuple[int, int, str], Span]) -> Iterator[Relation]:
    trigger: Span | None = None
    for part, label, role in _parts(event):
        found = _within(event, part)
        span = spans.get((*found, label)) if found else None
        if not role:
            trigger = span
        elif trigger and span:
            yield Relation(trigger, span, role)


def write_sentences(
    events: Iterable[Event],
    target: BinaryIO | Path,
    put: Callable[[BinaryIO, Annotated, Document | None], None],
    *,
    documents: Lookup,
) -> Written:
    """Put every sentence into the target; events without a sentence are left out and counted."""
    given = written = rows = 0

    def counted() -> Iterator[Event]:
        nonlocal given
        for event in events:
            given += 1
            yield event

    with sink(target) as stream:
        for sentence in annotated(counted()):
            put(stream, sentence, documents(sentence.events[0].document_id))
            rows += 1
            written += len(sentence.events)
    return Written(written, rows, {NO_SENTENCE: given - written} if given > written else {})
