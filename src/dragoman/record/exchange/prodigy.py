"""Prodigy's relations: one sentence a line with tokens, spans and relations from trigger to party; written only.

In: events. Out: JSON lines for `prodigy rel.manual`, already answered "accept".
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.event import Event
from dragoman.record.exchange.format import Format, Lookup, Written, all_but, no_documents
from dragoman.record.exchange.tokens import Annotated, Span, write_sentences
from dragoman.writing.jsonl import line

# Colours of the roles on Prodigy's page.
_COLOURS = {"ACTOR": "#96e8ce", "RECIPIENT": "#c5bdf4", "PLACE": "#ffd882", "SAID_BY": "#d9fbad"}


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One line a sentence; events without a sentence are left out and counted."""
    return write_sentences(events, target, _put, documents=documents)


def _put(stream: BinaryIO, sentence: Annotated, document: Document | None) -> None:
    stream.write(line(_task(sentence, document.url if document else "")))


def _task(sentence: Annotated, url: str) -> dict[str, Any]:
    text, events = sentence.text, sentence.events
    relations = [
        {
            "head": relation.trigger.last, "child": relation.part.last, "head_span": _span(relation.trigger),
            "child_span": _span(relation.part), "color": _COLOURS[relation.role], "label": relation.role,
        }
        for relation in sentence.relations
    ]  # fmt: skip
    return {
        "text": text,
        "_input_hash": _hash(text),
        "_task_hash": _hash(text, *(event.event_id for event in events)),
        "_is_binary": False,
        "spans": [_span(span) for span in sentence.spans],
        "tokens": [
            {"text": t.text, "start": t.start, "end": t.end, "id": number, "ws": t.space, "disabled": False}
            for number, t in enumerate(sentence.tokens)
        ],
        "_view_id": "relations",
        "relations": relations,
        "answer": "accept",
        "meta": {
            "document": events[0].document_id,
            "url": url,
            "events": [event.event_id for event in events],
        },
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": span.start, "end": span.end, "token_start": span.first, "token_end": span.last, "label": span.label,
    }  # fmt: skip


def _hash(*parts: str) -> int:
    """A signed 32-bit number, as Prodigy's hashes are."""
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, signed=True)


FORMAT = Format(
    name="prodigy",
    title="Prodigy relations",
    suffixes=(".prodigy.jsonl",),
    write=write,
    read=None,
    losses=all_but(
        "event_id", "document_id", "sentence", "event_type", "party.text", "party.start", "party.end", "trigger",
        "place.text", "place.start", "place.end", "said_by",
    ),
    partial=(
        ("party.start", "spans count from the start of the sentence; those outside of it are left out"),
        ("said_by", "its words"),
    ),
)  # fmt: skip
