"""FollowTheMoney: events and their parties as entities, for Aleph and OpenSanctions; written only.

In: events. Out: JSON lines, {id, schema, properties}; the same party has the same id, whatever its event.
Negated and hypothetical events are left out: the model has no way to say that something did not happen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.actors.knowledge import load as knowledge
from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.document import Document
from dragoman.event import Event, Party
from dragoman.record.exchange.format import Format, Lookup, Written, all_but, no_documents, sink
from dragoman.writing.jsonl import line

Properties = dict[str, list[str]]


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """An Event and its parties for each event; entities that come again have the same id and are merged there."""
    left_out: Counter[str] = Counter()
    written = rows = 0
    with sink(target) as stream:
        for event in events:
            if event.status in ("negated", "hypothetical"):
                left_out[f"status {event.status}: an entity would state it as a fact"] += 1
                continue
            written += 1
            for entity in _entities(event, documents(event.document_id)):
                stream.write(line(entity))
                rows += 1
    return Written(written, rows, dict(left_out))


def _entities(event: Event, document: Document | None) -> Iterator[dict[str, Any]]:
    actors, recipients = ([_party(p) for p in side] for side in (event.actors, event.recipients))
    place, dating = event.place, event.dating
    properties: Properties = {
        "name": [_title(event)],
        "keywords": [
            event.event_type,
            event.mode,
            *event.contexts,
            f"CAMEO {event.cameo_code}",
            event.status,
        ],
        "organizer": [entity["id"] for entity in actors],
        "involved": [entity["id"] for entity in recipients],
        "startDate": [dating.date_start or ""],
        "endDate": [dating.date_end or ""],
        "location": [place.name or place.text] if place else [],
        "country": [_iso2(place.country)] if place else [],
        "description": [event.sentence],
        "sourceUrl": [document.url] if document else [],
        "publisher": [document.publisher] if document else [],
        "recordId": [event.event_id],
    }
    yield from {entity["id"]: entity for entity in (*actors, *recipients)}.values()
    yield _entity(event.event_id, "Event", properties)


def _title(event: Event) -> str:
    sides = (", ".join(p.name or p.text for p in side) for side in (event.actors, event.recipients))
    named = " – ".join(side for side in sides if side)
    return f"{event.event_type} {event.mode}".strip() + (f": {named}" if named else "")


def _party(party: Party) -> dict[str, Any]:
    name = party.name or party.text
    key = party.wikidata or "\x1f".join((name.casefold(), party.country, party.sector))
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    properties = {
        "name": [name],
        "alias": [party.text] if party.text != name else [],
        "country": [_iso2(party.country)],
        "wikidataId": [party.wikidata],
        "topics": ["gov"] if party.sector in sectors_in("of state") else [],
        "notes": [party.office],
    }
    schema = "Organization" if _is_body(party.sector) else "LegalEntity"
    return _entity(f"party-{digest}", schema, properties)


def _entity(key: str, schema: str, properties: Properties) -> dict[str, Any]:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def _iso2(iso3: str) -> str:
    """The lower-case alpha-2 code that its countries are, "" for what has none."""
    return _codes().get(iso3, "")


@cache
def _codes() -> dict[str, str]:
    return {state.iso3: state.iso2.lower() for state in knowledge().states if state.kind != "former"}


FORMAT = Format(
    name="followthemoney",
    title="FollowTheMoney entities",
    suffixes=(".ftm.jsonl", ".ftm.json"),
    write=write,
    read=None,
    losses=all_but(
        "event_id", "sentence", "event_type", "mode", "contexts", "cameo_code", "party.text", "party.name",
        "party.country", "party.office", "party.wikidata", "status", "date_start", "date_end", "place.name",
        "place.country",
    ),
    partial=(
        ("party.country", "alpha-2; lost for former states"),
        ("place.country", "alpha-2; lost for former states"),
        ("status", "negated and hypothetical events are left out"),
    ),
)  # fmt: skip


def _is_body(sector: str) -> bool:
    # Of the rest each may be a person or a body.
    return sector == "PTY" or sector in sectors_in("of no state") or sector in sectors_in("rebel")
