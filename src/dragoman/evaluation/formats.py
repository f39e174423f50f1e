"""The forms in which people keep gold data, read into `Gold`.

    events JSONL    a sentence a line: {"id", "document_id"?, "text", "context"?, "events": [{"actor": [party], ...}]};
                    with NAME.documents.jsonl beside NAME.jsonl, those documents are coded
    pairs JSONL     {"id", "text", "actor": [[start, end], ...], "recipient": [...], "event_type"}
    PLOVER JSON     gold standard records of the PLOVER project: one event a record, in a list, in lines or one after
                    another; "actor"/"source", "recipient"/"target", "event", "text"
    ZSP TSV         columns "sentence_id" or "uid", "marked_sentence" (<s>actor</s>, <t>recipient</t>), "gold_root"

The form is told by the suffix .tsv or by the keys of the first record. Errors are SourceErrors that name the record.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.document import Document
from dragoman.errors import SourceError, UsageError
from dragoman.evaluation.gold import (
    YIELD,
    Gold,
    GoldEvent,
    GoldPair,
    GoldParty,
    GoldSentence,
    Span,
    joined,
    partial_date,
)
from dragoman.ontology import load
from dragoman.ontology.crosswalk import plover

Record = Mapping[str, Any]

_INK = re.compile(r"\S")


def read_gold(path: Path) -> Gold:
    """Read a gold file. Raises SourceError when it cannot be read or a record is not of its form."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}; give a gold file") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    if path.suffix.lower() == ".tsv":
        return Gold(path.name, pairs=tuple(_zsp_pairs(text, str(path))))
    records = list(_records(text, str(path)))
    if not records:
        raise SourceError(f"{path}: empty; give a file with at least one annotated sentence")
    return _by_form(records, path)


def _by_form(records: list[tuple[str, Record]], path: Path) -> Gold:
    first = records[0][1]
    if "events" in first:
        sentences = tuple(gold_sentence(where, row) for where, row in records)
        return Gold(path.name, sentences, _documents(path, sentences))
    if "event_type" in first:
        return Gold(path.name, pairs=tuple(_pair(where, row) for where, row in records))
    if "event" in first:
        sentences = tuple(_plover_record(where, row) for where, row in records)
        return Gold(path.name, sentences, joined(sentences))
    keys = ", ".join(list(first)[:8])
    raise SourceError(f"{records[0][0]}: no gold record (keys: {keys}); expected one of events, event_type, event")


def _records(text: str, source: str) -> Iterator[tuple[str, Record]]:
    """Each JSON object of a list, of lines, or of values one after another, with its place for messages."""
    decoder, place, line = json.JSONDecoder(), 0, 1
    while match := _INK.search(text, place):
        line += text.count("\n", place, match.start())
        where = f"{source}: line {line}"
        try:
            value, place = decoder.raw_decode(text, match.start())
        except (json.JSONDecodeError, RecursionError) as error:
            raise SourceError(f"{where}: not JSON: {getattr(error, 'msg', 'nested too deep')}") from error
        for row in value if isinstance(value, list) else [value]:
            if not isinstance(row, dict):
                raise SourceError(f"{where}: expected a JSON object, found {type(row).__name__}")
            yield where, row
        line += text.count("\n", match.start(), place)


def gold_sentence(where: str, row: Record) -> GoldSentence:
    """A sentence with its whole events; `where` it stands is for messages. Raises SourceError."""
    name = _text(where, row, "id")
    return GoldSentence(
        id=name,
        document_id=str(row.get("document_id", name)),
        text=_text(where, row, "text"),
        events=tuple(_event(where, event) for event in _list(where, row, "events")),
        context=str(row.get("context") or ""),
        title=str(row.get("title") or ""),
        pub_date=partial_date(row.get("pub_date")),
    )


def _event(where: str, row: Record) -> GoldEvent:
    return GoldEvent(
        event_type=_event_type(where, row.get("type")),
        actors=tuple(_party(where, party) for party in _list(where, row, "actor")),
        recipients=tuple(_party(where, party) for party in _list(where, row, "recipient")),
        **{key: None if row.get(key) is None else str(row[key]) for key in _LAYERS},
    )


_LAYERS = ("mode", "status", "when", "place", "said_by")


def _party(where: str, row: object) -> GoldParty:
    if not isinstance(row, dict):
        raise SourceError(f'{where}: a party should be like {{"text": ..., "country": ...}}, found {row!r:.40}')
    return GoldParty(*(str(row.get(key) or "") for key in ("text", "country", "name")))


def _documents(path: Path, sentences: tuple[GoldSentence, ...]) -> tuple[Document, ...]:
    """The documents beside the file, those that have gold sentences; else the sentences joined."""
    beside = path.with_name(f"{path.stem}.documents.jsonl")
    if not beside.is_file():
        return joined(sentences)
    wanted = {sentence.document_id for sentence in sentences}
    rows = _records(beside.read_text(encoding="utf-8-sig"), str(beside))
    found = tuple(_document(where, row) for where, row in rows if str(row.get("id")) in wanted)
    missing = wanted - {document.id for document in found}
    if missing:
        raise SourceError(f"{beside}: no document {min(missing)!r}, which {path.name} has sentences of")
    return found


def _document(where: str, row: Record) -> Document:
    day = partial_date(row.get("pub_date"))
    return Document(
        id=_text(where, row, "id"),
        text=_text(where, row, "text"),
        source=where,
        title=str(row.get("title") or ""),
        publisher=str(row.get("source") or ""),
        language="en",
        pub_date=day,
        pub_date_basis="metadata" if day else "",
    )


def _pair(where: str, row: Record) -> GoldPair:
    text = _text(where, row, "text")
    sides = (_first_span(where, row.get(side), text) for side in ("actor", "recipient"))
    actor, recipient = sides
    return GoldPair(str(row.get("id", where)), text, actor, recipient, _event_type(where, row["event_type"]))


def _first_span(where: str, spans: object, text: str) -> Span | None:
    """The first mention of a party; a party that is named again is the same party."""
    if not spans:
        return None
    match spans:
        case [[int(start), int(end)], *_] if 0 <= start < end <= len(text):
            return start, end
        case _:
            limit = f"inside the {len(text)} characters of the text"
            raise SourceError(f"{where}: spans should be like [[0, 12]], {limit}; found {spans!r:.40}")


def _plover_record(where: str, row: Record) -> GoldSentence:
    name = str(row.get("id") or where)
    kinds = row["event"] if isinstance(row.get("event"), list) else [row.get("event")]
    actors = _plover_side(row.get("actor", row.get("source")))
    recipients = _plover_side(row.get("recipient", row.get("target")))
    mode = row.get("mode")
    mode = mode[0] if isinstance(mode, list) and mode else mode or ""
    events = tuple(GoldEvent(_event_type(where, kind), actors, recipients, mode=str(mode)) for kind in kinds if kind)
    return GoldSentence(name, name, _text(where, row, "text"), events, pub_date=partial_date(row.get("date")))


def _plover_side(value: object) -> tuple[GoldParty, ...]:
    rows = value if isinstance(value, list) else [value] if value else []
    return tuple(_plover_party(row) for row in rows)


def _plover_party(row: object) -> GoldParty:
    if not isinstance(row, dict):
        return GoldParty(str(row))
    text = next((str(row[key]) for key in _PARTY_TEXT if row.get(key)), "")
    code = next((str(row[key]) for key in ("code", "country", "country_code") if row.get(key)), "")
    return GoldParty(text, "" if code in _NO_COUNTRY or len(code) != 3 else code, str(row.get("entity_name", "")))


_PARTY_TEXT = ("entity_text", "raw_text", "actor_text", "actorText", "text")
# PLOVER's codes for parties that are of no country.
_NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "NGM", "ISM", "IMG", "MNC"})


def _zsp_pairs(text: str, source: str) -> Iterator[GoldPair]:
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    missing = {"marked_sentence", "gold_root"} - set(rows.fieldnames or ())
    if missing:
        raise SourceError(f"{source}: no column {min(missing)}; expected a table of marked pairs with gold_root")
    for row in rows:
        where = f"{source}: line {rows.line_num}"
        sentence, spans = _unmarked(where, row["marked_sentence"] or "")
        name = row.get("uid") or row.get("sentence_id") or where
        kind = _event_type(where, row["gold_root"])
        yield GoldPair(name, sentence, spans.get("s"), spans.get("t"), kind)


_MARK = re.compile(r"<(/?)([st])>")


def _unmarked(where: str, marked: str) -> tuple[str, dict[str, Span]]:
    """The sentence without its marks, and the first span of each mark."""
    plain, place, opened = "", 0, {}
    spans: dict[str, Span] = {}
    for match in _MARK.finditer(marked):
        plain += marked[place : match.start()]
        place = match.end()
        if not match[1]:
            opened[match[2]] = len(plain)
        elif match[2] in opened:
            spans.setdefault(match[2], _stripped(plain, opened.pop(match[2])))
    if not spans or opened:
        raise SourceError(f"{where}: marks should be like <s>actor</s> and <t>recipient</t>: {marked[:40]!r}")
    return plain + marked[place:], spans


def _stripped(plain: str, start: int) -> Span:
    """A span to the end of the text so far, less the spaces that stand inside its marks."""
    inside = plain[start:]
    return start + len(inside) - len(inside.lstrip()), len(plain.rstrip())


def _event_type(where: str, value: object) -> str:
    """A PLOVER type, YIELD, or a CAMEO code read as its type."""
    name = str(value or "").strip().upper()
    if name in load().types or name == YIELD:
        return name
    try:
        kind = plover(name)[0]
    except UsageError as error:
        raise SourceError(f"{where}: no event type {value!r}; see dragoman ontology") from error
    if not kind:
        raise SourceError(f"{where}: CAMEO code {name} has no PLOVER type; leave the record out")
    return kind


def _text(where: str, row: Record, key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(f"{where}: no {key!r}; each record needs it as text")
    return value


def _list(where: str, row: Record, key: str) -> list[Any]:
    value = row.get(key) if row.get(key) is not None else []
    if not isinstance(value, list):
        raise SourceError(f"{where}: {key!r} should be a list, found {type(value).__name__}")
    return value
