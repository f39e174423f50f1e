"""CoNLL-U: sentences as tokens, with spans and events in the last column and in comments; written only.

In: events. Out: ten tab-separated columns a token in UTF-8, NFC, LF. There is no parse: what it would tell is "_".
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize

from dragoman.document import Document
from dragoman.event import Event
from dragoman.record.exchange.format import Format, Lookup, Written, all_but, no_documents
from dragoman.record.exchange.tokens import Annotated, write_sentences

_BLANK = re.compile(r"\s+")


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One block a sentence; events without a sentence are left out and counted."""
    return write_sentences(events, target, _put, documents=documents)


def _put(stream: BinaryIO, sentence: Annotated, document: Document | None) -> None:
    comments = _comments(sentence, document)
    stream.write(("\n".join([*comments, *_rows(sentence)]) + "\n\n").encode("utf-8", "replace"))


def _comments(sentence: Annotated, document: Document | None) -> list[str]:
    first = sentence.events[0]
    forms = (normalize("NFC", token.text) + (" " if token.space else "") for token in sentence.tokens)
    told = {
        "sent_id": f"{first.document_id}_{first.sentence_index}_{first.sentence_start}",
        "text": "".join(forms).strip(),
        "source": document.url if document else "",
    }
    lines = [f"# {name} = {_BLANK.sub(' ', value)}" for name, value in told.items() if value]
    lines += [f"# event = {_event(event)}" for event in sentence.events]
    numbers = {span: number for number, span in enumerate(sentence.spans, 1)}
    relations = (f"{numbers[r.trigger]} {r.role} {numbers[r.part]}" for r in sentence.relations)
    return [*lines, *(f"# relation = {relation}" for relation in relations)]


def _event(event: Event) -> str:
    row = event.to_dict()
    names = (
        "event_id",
        "event_type",
        "mode",
        "contexts",
        "cameo_code",
        "status",
        "date_start",
        "date_end",
        "confidence",
    )
    return json.dumps({name: row[name] for name in names})


def _rows(sentence: Annotated) -> Iterable[str]:
    for number, token in enumerate(sentence.tokens, 1):
        marks = [
            f"{'B' if span.first == number - 1 else 'I'}-{span.label}-{at}"
            for at, span in enumerate(sentence.spans, 1)
            if span.first <= number - 1 <= span.last
        ]
        told = [f"Span={','.join(marks)}"] if marks else []
        told += [] if token.space or number == len(sentence.tokens) else ["SpaceAfter=No"]
        form = normalize("NFC", token.text)
        yield "\t".join([str(number), form, *(["_"] * 7), "|".join(told) or "_"])


FORMAT = Format(
    name="conllu",
    title="CoNLL-U",
    suffixes=(".conllu",),
    write=write,
    read=None,
    losses=all_but(
        "event_id", "document_id", "sentence_index", "sentence", "sentence_start", "event_type", "mode", "contexts",
        "cameo_code", "party.text", "party.start", "party.end", "trigger", "status", "date_start", "date_end",
        "place.text", "place.start", "place.end", "said_by", "confidence",
    ),
    partial=(
        ("sentence", "normalised to NFC, any blank between words one space"),
        ("party.start", "as tokens; those outside of the sentence are left out"),
        ("said_by", "its words"),
    ),
)  # fmt: skip
