"""PLOVER JSON lines: one event an object, with the names of PLOVER's manual.

In: events, or a file of objects (or one list of them on a line). Out: lines; events marked "import plover". Status
stands among the contexts as PLOVER's auxiliary modes: future, hypothetical, negation, historical.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.errors import DocumentError
from dragoman.event import Dating, Event, Party, Place, Status, Words
from dragoman.reading.jsonl import kind_of
from dragoman.record.exchange.countries import country, country_name, sectors_by_role, sectors_by_words
from dragoman.record.exchange.foreign import Told, dated, day, foreign_event, placed, plover_act, whole
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, no_documents, sink
from dragoman.record.exchange.jsonl import json_value
from dragoman.record.exchange.lines import Line, lines
from dragoman.record.exchange.pairs import agreed
from dragoman.writing.jsonl import line as json_line

_STATUS: dict[str, str] = {"planned": "future", "hypothetical": "hypothetical", "negated": "negation"}
_FROM_AUXILIARY: dict[str, Status] = {
    "future": "planned",
    "hypothetical": "hypothetical",
    "negation": "negated",
}
_HISTORICAL = "historical"
# More parties of one side than any text names: a longer list is no event.
_MANY = 500


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One object an event; planned cooperation is AGREE, as PLOVER's rule is."""
    written = 0
    with sink(target) as stream:
        for event in events:
            stream.write(json_line(_object(agreed(event), event.event_id, documents(event.document_id))))
            written += 1
    return Written(written, written)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    seen: dict[str, int] = {}
    for item in lines(path):
        if isinstance(item, Problem):
            yield item
        else:
            yield from _line(item, seen)


def _line(line: Line, seen: dict[str, int]) -> Iterator[Row | Problem]:
    try:
        value = json_value(line)
    except DocumentError as error:
        yield Problem(line.number, str(error))
        return
    for row in value if isinstance(value, list) else [value]:
        notes: list[str] = []
        try:
            found = _row(row, line.number, seen, notes)
        except DocumentError as error:
            yield Problem(line.number, str(error))
            continue
        yield from (Problem(line.number, note, left_out=False) for note in notes)
        yield found


def _object(event: Event, key: str, document: Document | None) -> dict[str, Any]:
    auxiliary = [_STATUS[event.status]] if event.status in _STATUS else []
    auxiliary += [_HISTORICAL] if event.historical else []
    return {
        "id": key,
        "has_event": True,
        "date": event.dating.date_start or "",
        "enddate": event.dating.date_end or "",
        "actor": [_entity(party) for party in event.actors],
        "recipient": [_entity(party) for party in event.recipients],
        "event": [event.event_type],
        "mode": [event.mode] if event.mode else [],
        "context": [*event.contexts, *auxiliary],
        "event_loc": _location(event.place),
        "event_text": event.trigger.text,
        "quad_code": event.quad_class,
        "event_scale": event.goldstein,
        "text": event.sentence,
        "text_info": {
            "sequence": event.sentence_index, "start": event.sentence_start, "end": event.sentence_end,
        },
        "cite_info": _citation(event, document),
        "coder": event.coder,
    }  # fmt: skip


def _entity(party: Party) -> dict[str, str]:
    return {
        "code": party.country, "sector": party.sector, "entity_text": party.text, "identifier_id": party.wikidata,
        "identifier_text": party.name, "office": party.office,
    }  # fmt: skip


def _location(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "extracted_place": place.text, "resolved_place": place.name, "geonameid": place.geonames_id,
        "lat": place.latitude, "lon": place.longitude,
        "country": country_name(place.country), "country_code": place.country,
    }  # fmt: skip


def _citation(event: Event, document: Document | None) -> dict[str, str]:
    told = {"citation": event.document_id}
    if document:
        told |= {
            "url": document.url, "title": document.title, "language": document.language,
            "publication": document.publisher,
        }  # fmt: skip
    return told


def _row(row: object, line: int, seen: dict[str, int], notes: list[str]) -> Row:
    if not isinstance(row, dict):
        raise DocumentError(f"is {kind_of(row)}, not an object with PLOVER's fields")
    if row.get("has_event") is False:
        raise DocumentError("tells of itself that it has no event")
    key = _text(row.get("id")) or f"line {line}"
    if key in seen:
        notes.append(f"id {key[:60]!r} is that of line {seen[key]} too; kept apart by its line")
        key = f"{key}~{line}"
    seen[key] = line
    tags = [_text(tag).lower() for tag in _list(row.get("context"))]
    found: list[Status] = [_FROM_AUXILIARY[tag] for tag in tags if tag in _FROM_AUXILIARY]
    status = found[0] if found else "actual"
    auxiliary = {*_FROM_AUXILIARY, _HISTORICAL}
    act = plover_act(
        _first(row, "event", notes), _first(row, "mode", notes), [tag for tag in tags if tag not in auxiliary],
        goldstein=_text(row.get("event_scale")), notes=notes,
    )  # fmt: skip
    told = Told(
        actors=_parties(row.get("actor")), recipients=_parties(row.get("recipient")), dating=_dating(row, notes),
        place=_place(_mapping(row.get("event_loc")), notes), version=_text(row.get("coder")),
    )  # fmt: skip
    if not told.actors and not told.recipients:
        raise DocumentError("names neither actor nor recipient")
    document = _document(row, key)
    event = foreign_event("plover", document.id, act, told)
    event = replace(event, status=status, historical=_HISTORICAL in tags)
    return Row(line, _worded(event, row, notes), document)


def _worded(event: Event, row: dict[str, Any], notes: list[str]) -> Event:
    """The event with its sentence, where the object has the text."""
    info, text = _mapping(row.get("text_info")), row.get("text")
    index, start = (whole(_text(info.get(name)), name, notes=notes) or 0 for name in ("sequence", "start"))
    sentence = text if isinstance(text, str) else ""
    return replace(
        event, sentence_index=index, sentence=sentence, sentence_start=start, sentence_end=start + len(sentence),
        trigger=Words(_text(row.get("event_text")), 0, 0),
    )  # fmt: skip


def _document(row: dict[str, Any], key: str) -> Document:
    cited = _mapping(row.get("cite_info"))
    url, title, publisher, language = (_text(cited.get(n)) for n in ("url", "title", "publication", "language"))
    return Document(id=f"plover:{key}", text="", url=url, title=title, publisher=publisher, language=language)


def _dating(row: dict[str, Any], notes: list[str]) -> Dating:
    start = day(_text(row.get("date")), notes=notes)
    end: date | None = day(_text(row.get("enddate")), notes=notes)
    return dated(start, end)


def _parties(value: object) -> tuple[Party, ...]:
    entities = [_mapping(item) for item in _list(value)[:_MANY]]
    return tuple(_party(entity) for entity in entities if any(entity.values()))


def _party(entity: dict[str, Any]) -> Party:
    text, name, office, key = (
        _text(entity.get(field)) for field in ("entity_text", "identifier_text", "office", "identifier_id")
    )
    sector = _text(entity.get("sector"))
    known = sector in set(sectors_by_words().values())
    return Party(
        text, 0, 0, name, country(_text(entity.get("code"))[:60]),
        sector if known else sectors_by_role().get(sector[:3], ""), office=office, wikidata=key,
    )  # fmt: skip


def _place(told: dict[str, Any], notes: list[str]) -> Place | None:
    land = country(_text(told.get("country_code"))) or country(_text(told.get("country")))
    point = (_text(told.get("lat")), _text(told.get("lon")))
    name, text = _text(told.get("resolved_place")), _text(told.get("extracted_place"))
    return placed(name, land, point, text=text, geonames_id=_text(told.get("geonameid")), notes=notes)


def _first(row: dict[str, Any], name: str, notes: list[str]) -> str:
    values = [_text(value) for value in _list(row.get(name))]
    if len(values) > 1:
        notes.append(f"{name} has {len(values)} values; the first is read")
    return values[0] if values else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """A scalar as text; what is no scalar is nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    # A number of thousands of digits is nothing either: Python refuses to write it out.
    return "" if isinstance(value, int) and abs(value) >= 2**63 else str(value)


FORMAT = Format(
    name="plover",
    title="PLOVER JSON lines",
    suffixes=(".plover.jsonl", ".plover.json"),
    write=write,
    read=read,
    losses=(
        "event_id", "document_id", "cameo_code", "party.start", "party.end", "party.actor_code",
        "date_precision", "date_text", "date_basis", "place.start", "place.end", "said_by", "confidence",
        "happening_id",
    ),
    partial=(
        ("event_type", "planned cooperation is AGREE"),
        ("mode", "lost where planned cooperation is AGREE"),
        ("quad_class", "read back from the type"),
        ("status", "planned cooperation is AGREE and actual"),
        ("trigger", "its words without their place"),
        ("coder", 'read back after "import plover: "'),
    ),
)  # fmt: skip
