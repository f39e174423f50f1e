"""Label Studio: a JSON list of sentences with predicted spans and relations; written only.

In: events. Out: a file for "Import", whose labelling interface names its text "text" and its labels "label".
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.event import Event
from dragoman.record.exchange.format import Format, Lookup, Written, all_but, no_documents, sink
from dragoman.record.exchange.tokens import Annotated, Span, write_sentences


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One list, one task a sentence; events without a sentence are left out and counted."""
    first = True

    def put(stream: BinaryIO, sentence: Annotated, document: Document | None) -> None:
        nonlocal first
        text = json.dumps(_task(sentence, document), ensure_ascii=False)
        stream.write((("" if first else ",\n") + text).encode("utf-8", "backslashreplace"))
        first = False

    with sink(target) as stream:
        stream.write(b"[\n")
        written = write_sentences(events, stream, put, documents=documents)
        stream.write(b"\n]\n")
    return written


def _task(sentence: Annotated, document: Document | None) -> dict[str, Any]:
    events = sentence.events
    names = {span: f"{events[0].event_id}-{number}" for number, span in enumerate(sentence.spans, 1)}
    relations = [
        {
            "from_id": names[relation.trigger], "to_id": names[relation.part], "type": "relation",
            "direction": "right", "labels": [relation.role],
        }
        for relation in sentence.relations
    ]  # fmt: skip
    data = {"text": sentence.text, "document": events[0].document_id, "events": [e.event_id for e in events]}
    if document and document.url:
        data["url"] = document.url
    prediction = {
        "model_version": events[0].coder,
        "score": min(event.confidence for event in events),
        "result": [*(_label(span, names[span], sentence.text) for span in sentence.spans), *relations],
    }
    return {"data": data, "predictions": [prediction]}


def _label(span: Span, name: str, text: str) -> dict[str, Any]:
    value = {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "labels": [span.label],
    }
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


FORMAT = Format(
    name="label-studio",
    title="Label Studio",
    suffixes=(".label-studio.json",),
    write=write,
    read=None,
    losses=all_but(
        "event_id", "document_id", "sentence", "event_type", "party.text", "party.start", "party.end", "trigger",
        "place.text", "place.start", "place.end", "said_by", "confidence", "coder",
    ),
    partial=(
        ("party.start", "spans count from the start of the sentence; those outside of it are left out"),
        ("said_by", "its words"),
        ("confidence", "the lowest of the sentence's events"),
        ("coder", "the first of the sentence's events"),
    ),
)  # fmt: skip
