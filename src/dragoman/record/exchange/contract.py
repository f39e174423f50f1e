"""Rows of the public contract, checked before they become events: a file may have been edited or made elsewhere.

In: a dictionary as JSON, Parquet or CSV gives it. Out: an `Event`, or DocumentError naming the field that is wrong.
"""

from collections.abc import Mapping
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
}
_KINDS: dict[type, str] = {
    str: "a string", bool: "true or false", int: "a whole number", float: "a number", list: "a list", dict: "an object",
    type(None): "null",
}  # fmt: skip
_NULLABLE = ("date_start", "date_end", "date_precision", "date_text", "date_basis")
_POINT = ("latitude", "longitude", "geonames_id")
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
    _typed(row, _PLAIN, "")
    for name in _NULLABLE:
        _expect(name, row.get(name), (str, type(None)), there=name in row)
    for side in ("actors", "recipients"):
        for number, party in enumerate(row[side], 1):
            _object(party, _PARTY, f"{side} {number}: ")
    # Files of before happenings were told lack the field.
    _expect("happening_id", row.get("happening_id", ""), (str,), there=True)
    _object(row.get("trigger"), _SPAN, "trigger: ")
    if row.get("place"):
        _object(row["place"], _PLACE, "place: ", more=_POINT)
    if row.get("said_by"):
        _object(row["said_by"], _VOICE, "said_by: ")
    _meanings(row)
    return _event(row)


def _event(row: dict[str, Any]) -> Event:
    known = {"event_id", *_PLAIN, *_NULLABLE, "trigger", "place", "said_by", "happening_id"}
    kept = {name: value for name, value in row.items() if name in known}
    numbers = {name: float(row[name]) for name in ("goldstein", "confidence")}
    return Event.from_dict({"place": None, "said_by": None, **kept, **numbers})


def _meanings(row: dict[str, Any]) -> None:
    """Values that must be one of a few."""
    allowed: dict[str, tuple[Any, ...]] = {
        "event_type": tuple(load().types),
        "status": get_args(Status),
        "quad_class": (1, 2, 3, 4),
        "date_precision": (None, *get_args(Precision)),
        "date_basis": (None, *get_args(Basis)),
    }
    for name, values in allowed.items():
        if row[name] not in values:
            raise DocumentError(f"{name} {str(row[name])[:30]!r} is unknown")
    if row.get("said_by") and row["said_by"]["voice"] not in ("quoted", "reported"):
        raise DocumentError(f"said_by: voice {row['said_by']['voice'][:30]!r} is unknown")
    if not 0 <= row["confidence"] <= 1:
        raise DocumentError(f"confidence {row['confidence']} is not from 0 to 1")
    if not -10 <= row["goldstein"] <= 10:
        raise DocumentError(f"goldstein {row['goldstein']} is not from -10 to 10")
    if not all(isinstance(tag, str) for tag in row["contexts"]):
        raise DocumentError("contexts hold something that is no text")
    for name in ("date_start", "date_end"):
        _day(name, row[name])


def _day(name: str, text: str | None) -> None:
    try:
        if text is not None:
            date.fromisoformat(text)
    except ValueError as error:
        raise DocumentError(f"{name} {text!r:.30} is no ISO day") from error


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
