"""CSV: one event a row, flat columns for spreadsheets, R and Stata (docs/formats.md).

In: documents with their events. Out: UTF-8 rows under one header line; nothing is kept back.
"""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.document import Document
from dragoman.event import Event

if TYPE_CHECKING:
    from dragoman.writing import Write

_PARTY = ("text", "name", "country", "sector", "actor_code")
_VOICE = ("text", "start", "end", "name", "country", "sector", "voice")
_PLACE = ("text", "start", "end", "name", "country", "latitude", "longitude", "geonames_id")
_SIDES = (("actors", "actor"), ("recipients", "recipient"))
_PLAIN = (
    "event_id",
    "document_id",
    "sentence_index",
    "sentence",
    "sentence_start",
    "sentence_end",
    "event_type",
    "mode",
    "cameo_code",
    "quad_class",
    "goldstein",
    "status",
    "historical",
    "date_start",
    "date_end",
    "date_precision",
    "date_text",
    "date_basis",
    "confidence",
    "coder",
    "happening_id",
)
COLUMNS = (
    *_PLAIN,
    "contexts",
    *(f"{short}_{part}" for _, short in _SIDES for part in _PARTY),
    *(f"trigger_{part}" for part in ("text", "start", "end")),
    *(f"place_{part}" for part in _PLACE),
    *(f"said_by_{part}" for part in _VOICE),
    "actors",
    "recipients",
)


def flat(event: Event) -> dict[str, Any]:
    """One event by column: several parties are joined by "; ", and whole as JSON in the last two columns."""
    row = event.to_dict()
    out: dict[str, Any] = {name: row[name] for name in _PLAIN}
    out["historical"] = "true" if row["historical"] else "false"
    out["contexts"] = "; ".join(row["contexts"])
    for side, short in _SIDES:
        # A semicolon inside a phrase would shift the parties after it: the JSON column keeps it.
        joined = {p: "; ".join(party[p].replace(";", ",") for party in row[side]) for p in _PARTY}
        out.update({f"{short}_{part}": value for part, value in joined.items()})
        out[side] = json.dumps(row[side], ensure_ascii=False)
    for name, parts in (("trigger", ("text", "start", "end")), ("place", _PLACE), ("said_by", _VOICE)):
        nested = row[name] or {}
        out.update({f"{name}_{part}": nested.get(part) for part in parts})
    return out


def _as_it_stands(cell: Any) -> Any:
    return cell


@contextmanager
def opened(stream: BinaryIO, *, cell: Callable[[Any], Any] = _as_it_stands) -> Iterator["Write"]:
    """A function that writes one document's events as rows; the header is written at once. `cell` makes of a value what
    is written."""
    text = TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    # CRLF, as RFC 4180 has it: with a bare newline, Python 3.11 leaves a lone CR in a sentence unquoted.
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    rows.writeheader()

    def write(_document: Document, events: tuple[Event, ...]) -> None:
        rows.writerows({name: cell(value) for name, value in flat(event).items()} for event in events)
        text.flush()

    try:
        yield write
        text.flush()
    finally:
        text.detach()
