"""Rows of the public contract, checked before they become events: a file may have been edited or made elsewhere.

In: a dictionary as JSON, Parquet or CSV gives it. Out: an `Event`, or DocumentError naming the field that is wrong.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Any, get_args

from dragoman.document import Document
from dragoman.errors import DocumentError
from dragoman.event import Basis, Event, Precision, Status
from dragoman.ontology import load
from dragoman.reading.jsonl import kind_of
from dragoman.record.exchange.format import Row

_SPAN = {"text": str, "start": int, "end": int}
_PARTY = _SPAN | dict.fromkeys(("name", "country", "sector", "actor_code", "office", "wikidata"), str)
_PLACE = _SPAN | {"name": str, "country": str}
_VOICE = _SPAN | dict.fromkeys(("name", "country", "sector", "voice"), str)
_PLAIN: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("document_id", "sentence", "event_type", "mode", "cameo_code", "status", "coder"), str),
    **dict.fromkeys(("sentence_index", "sentence_start", "sentence_end", "quad_class"), int),
    **dict.fromkeys(("goldstein", "confidence"), (int, float)),
    "historical": bool,
    "contexts": list,
    "actors": list,
    "recipients": list,
    "happening_id": str,
}
_SIDES = ("actors", "recipients")
_KINDS: dict[type, str] = {
    str: "a string", bool: "true or false", int: "a whole number", float: "a number", list: "a list", dict: "an object",
    type(None): "null",
}  # fmt: skip
_NULLABLE = ("date_start", "date_end", "date_precision", "date_text", "date_basis")
_POINT = ("latitude", "longitude", "geonames_id")
_PARTS: Mapping[str, tuple[Mapping[str, type], tuple[str, ...]]] = {
    "trigger": (_SPAN, ()),
    "place": (_PLACE, _POINT),
    "said_by": (_VOICE, ()),
}
_FIELDS = (*_PLAIN, *_NULLABLE, *_PARTS)
# Offsets and indexes are stored in 32 bits, GeoNames ids in 64.
_INT32, _INT64 = 2**31, 2**63


def contract_row(row: object, line: int, *, source: str = "", notes: list[str]) -> Row:
    """The event of a row, with the little that the row tells of its document. Raises DocumentError."""
    event = contract_event(row)
    told = row.get("event_id") if isinstance(row, dict) else None
    if told is not None and told != event.event_id:
        notes.append(f"event_id {str(told)[:40]!r} is not that of its words; read as {event.event_id}")
    return Row(line, event, Document(id=event.document_id, text="", source=source))


def contract_event(row: object) -> Event:
    """The event of a row. Raises DocumentError naming the first field that is missing or wrong."""
    if not isinstance(row, dict):
        raise DocumentError(f"is {kind_of(row)}, not an object with the contract's fields")
    # Files of before happenings were told lack the field.
    told = {"happening_id": ""} | row
    for name in _FIELDS:
        _field(name, told)
    for said in _meanings(row):
        raise DocumentError(said)
    return _event(row)


def of_kind(name: str, value: object) -> None:
    """Raises DocumentError for what is no value of this field, whatever the others hold."""
    _field(name, {name: value})


def flaws(row: dict[str, Any], *, text: str = "") -> Iterator[str]:
    """What keeps a row, each field of which is of its kind or null, from being an event; `text` is its document's."""
    yield from _meanings(row)
    if row["cameo_code"] not in load().cameo:
        yield f"cameo_code {row['cameo_code'][:30]!r} is no code of CAMEO; write it as 042"
    if not row["actors"] and not row["recipients"]:
        yield "actors and recipients are both empty; one side must be told"
    if row["sentence_index"] is not None and row["sentence_index"] < 0:
        yield f"sentence_index {row['sentence_index']} is below 0"
    point = row["place"] or {}
    for name, most in (("latitude", 90), ("longitude", 180)):
        if point.get(name) is not None and not -most <= point[name] <= most:
            yield f"place: {name} {point[name]} is not from -{most} to {most}"
    yield from _misplaced(row, text)


def misfit(row: dict[str, Any]) -> Iterator[str]:
    """A mode or a quad class that is none of the event's type."""
    kind, mode = load().types.get(row["event_type"]), row["mode"]
    if kind and row["quad_class"] != kind.quad_class:
        yield f"quad_class {row['quad_class']}: {kind.name} is of {kind.quad_class}"
    if kind and mode and mode not in kind.modes:
        yield f"mode {mode[:30]!r}: {kind.name} has {', '.join(kind.modes) or 'none'}"


def _misplaced(row: dict[str, Any], text: str) -> Iterator[str]:
    """Words that do not stand where the row says."""
    told = [("sentence", {"text": row["sentence"], "start": row["sentence_start"], "end": row["sentence_end"]})]
    told += [(name, row[name]) for name in ("trigger", "place", "said_by") if row[name]]
    told += [(f"{side} {n}", party) for side in _SIDES for n, party in enumerate(row[side], 1)]
    for name, words in told:
        start, end = words["start"], words["end"]
        if start is None or end is None:
            continue
        if not 0 <= start <= end:
            yield f"{name}: {start} to {end} is no stretch of a text"
        elif text and text[start:end] != words["text"]:
            yield f"{name} {words['text'][:40]!r} is not what the document has from {start} to {end}"


def _field(name: str, row: dict[str, Any]) -> None:
    """Raises DocumentError where a field of a row is missing or of another kind."""
    if name in _PARTS:
        fields, more = _PARTS[name]
        if row.get(name) is not None or name == "trigger":
            _object(row.get(name), fields, f"{name}: ", more=more)
        return
    kinds = (str, type(None)) if name in _NULLABLE else _PLAIN[name]
    _expect(name, row.get(name), kinds if isinstance(kinds, tuple) else (kinds,), there=name in row)
    for number, party in enumerate(row[name] if name in _SIDES else (), 1):
        _object(party, _PARTY, f"{name} {number}: ")


def _event(row: dict[str, Any]) -> Event:
    known = {"event_id", *_FIELDS}
    kept = {name: value for name, value in row.items() if name in known}
    numbers = {name: float(row[name]) for name in ("goldstein", "confidence")}
    return Event.from_dict({"place": None, "said_by": None, **kept, **numbers})


def _meanings(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with values that must be one of a few, or lie between two."""
    allowed: dict[str, tuple[Any, ...]] = {
        "event_type": tuple(load().types),
        "status": get_args(Status),
        "quad_class": (1, 2, 3, 4),
        "date_precision": (None, *get_args(Precision)),
        "date_basis": (None, *get_args(Basis)),
    }
    for name, values in allowed.items():
        if row[name] not in values:
            yield f"{name} {str(row[name])[:30]!r} is unknown"
    if row.get("said_by") and row["said_by"]["voice"] not in ("quoted", "reported"):
        yield f"said_by: voice {row['said_by']['voice'][:30]!r} is unknown"
    for name, (least, most) in {"confidence": (0, 1), "goldstein": (-10, 10)}.items():
        if row[name] is not None and not least <= row[name] <= most:
            yield f"{name} {row[name]} is not from {least} to {most}"
    if not all(isinstance(tag, str) for tag in row["contexts"]):
        yield "contexts hold something that is no text"
    yield from _dates(row["date_start"], row["date_end"])


def _dates(start: str | None, end: str | None) -> Iterator[str]:
    wrong = [
        f"{name} {day!r:.30} is no ISO day" for name, day in (("date_start", start), ("date_end", end)) if _no(day)
    ]
    yield from wrong
    if (start is None) != (end is None):
        yield f"date_start is {start or 'null'} and date_end {end or 'null'}; both are days, or both null"
    elif start and end and not wrong and end < start:
        yield f"date_end {end} is before date_start {start}"


def _no(day: str | None) -> bool:
    """Whether it is given and no day as 2024-06-21; Python reads 20240621 too, which no table does."""
    try:
        return day is not None and date.fromisoformat(day).isoformat() != day
    except ValueError:
        return True


def _object(value: object, fields: Mapping[str, type], where: str, *, more: tuple[str, ...] = ()) -> None:
    if not isinstance(value, dict):
        raise DocumentError(f"{where}is no object with its fields")
    if unknown := sorted(str(name) for name in value if name not in fields and name not in more):
        raise DocumentError(f"{where}unknown field {unknown[0][:30]!r}")
    _typed(value, fields, where)
    for name in more:
        kinds = (int, type(None)) if name == "geonames_id" else (int, float, type(None))
        _expect(where + name, value.get(name), kinds, there=True)


def _typed(row: dict[str, Any], fields: Mapping[str, Any], where: str) -> None:
    for name, kind in fields.items():
        _expect(where + name, row.get(name), kind if isinstance(kind, tuple) else (kind,), there=name in row)


def _expect(name: str, value: object, kinds: tuple[type, ...], *, there: bool) -> None:
    if not there:
        raise DocumentError(f"{name} is missing")
    # In Python true is an int; in the contract it is not.
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise DocumentError(f"{name} is {kind_of(value)}, not {_KINDS[kinds[0]]}")
    if isinstance(value, int):
        limit = _INT64 if name.endswith("geonames_id") else _INT32
        if not -limit <= value < limit:
            raise DocumentError(f"{name} is out of range")
    if isinstance(value, float) and not isfinite(value):
        raise DocumentError(f"{name} is not finite")
