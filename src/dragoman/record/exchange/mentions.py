"""GDELT 2.0 mentions: 16 tab-separated columns without a header, which document reports which event and where.

In: events with their documents, or a file of mentions. Out: rows; or, for the reader of events, what the first
mention of each event tells. A mention alone is no event, so the format is not imported by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event
from dragoman.record.exchange.foreign import number, whole
from dragoman.record.exchange.format import Format, Lookup, Problem, Written, all_but, no_documents
from dragoman.record.exchange.pairs import Pair, cameo_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, records

COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
# The same event is mentioned by many documents, or many times by one: every column makes the id.
_TABLE = Table("gdelt-mentions", COLUMNS, key=COLUMNS, header=False, optional=2)
# GDELT's kinds of source: a page of the web; a citation of something that is none.
_WEB, _CITATION = 1, 2


@dataclass(frozen=True, slots=True)
class Mention:
    """What a mention tells of its event; `confidence` from 0 to 1."""

    event: str
    sentence_index: int
    confidence: float
    publisher: str
    identifier: str


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One mention for each row that the format gdelt writes, under the same id."""
    return write_pairs(events, target, _values, fact=cameo_fact, documents=documents)


def read_mentions(path: Path) -> Iterator[Mention | Problem]:
    """Each mention of a file, with its problems before it."""
    for item in records(path, _TABLE):
        if isinstance(item, Problem):
            yield item
            continue
        mention = _mention(item)
        yield from (Problem(item.line, note, left_out=False) for note in item.notes)
        yield mention


def first_mentions(path: Path, *, into: dict[str, Mention]) -> Iterator[Problem]:
    """Fill `into` with the first mention of each event; the problems are given."""
    for item in read_mentions(path):
        if isinstance(item, Problem):
            yield item
        else:
            into.setdefault(item.event, item)


def _mention(record: Record) -> Mention:
    sentence = whole(record["SentenceID"], "sentence", notes=record.notes)
    percent = number(record["Confidence"], "confidence", limit=100, notes=record.notes)
    return Mention(
        event=record["GLOBALEVENTID"],
        sentence_index=max(0, (sentence or 1) - 1),
        confidence=max(0.0, percent or 0.0) / 100,
        publisher=record["MentionSourceName"],
        identifier=record["MentionIdentifier"],
    )


def _values(pair: Pair, document: Document | None) -> list[object]:
    event = pair.event
    start = (event.dating.date_start or "").replace("-", "")
    published = document.pub_date.strftime("%Y%m%d") if document and document.pub_date else ""
    url = document.url if document else ""
    sides = [side.start if side else -1 for side in (pair.actor, pair.recipient)]
    return [
        pair.number, start and f"{start}000000", published and f"{published}000000", _WEB if url else _CITATION,
        document.publisher if document else None, url or event.document_id, event.sentence_index + 1, *sides,
        event.trigger.start, 1, round(event.confidence * 100), len(document.text) if document else None,
        None, None, None,
    ]  # fmt: skip


FORMAT = Format(
    name="gdelt-mentions",
    title="GDELT 2.0 mentions",
    suffixes=(".mentions.csv",),
    write=write,
    read=None,
    losses=all_but("document_id", "sentence_index", "party.start", "trigger", "status", "date_start", "confidence"),
    partial=(
        ("document_id", "where the document has no URL"),
        ("trigger", "its start"),
        ("status", "only what happened, or is planned and has a code of intent (03), is written"),
        ("date_start", "a day: how precise it is gets lost"),
        ("confidence", "whole percent"),
    ),
)
