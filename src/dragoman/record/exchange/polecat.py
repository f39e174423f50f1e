"""POLECAT events: 40 tab-separated columns under a header, PLOVER's types.

In: events, or a weekly file. Out: rows; events marked "import polecat". Several values of a cell are joined by
"; ", nothing is "None". Files in ISO-8859-1, with stray columns or "Event Intensity" are read and told.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.actors.names.codes import cow
from dragoman.document import Document
from dragoman.errors import DocumentError, UsageError
from dragoman.event import Event, Party, Place
from dragoman.ontology import QUAD_NAMES
from dragoman.record.exchange.countries import country, sectors_by_role, sectors_by_words
from dragoman.record.exchange.foreign import (
    Told,
    dated,
    day,
    foreign_row,
    placed,
    plover_act,
)
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, all_but, no_documents
from dragoman.record.exchange.pairs import Pair, plover_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, read_rows


def _columns(side: str) -> tuple[str, ...]:
    return (
        f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector", f"{side} Sectors",
        f"{side} Title", f"{side} Name Raw", f"Wikipedia {side} ID",
    )  # fmt: skip


COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_columns("Actor"), *_columns("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
_TABLE = Table("polecat", COLUMNS, key=("Event ID",), names={"event intensity": "intensity"})
_LIST = "; "


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """A header and one row a pair of parties. Planned cooperation is AGREE; what is no fact is left out and counted."""
    return write_pairs(events, target, _values, fact=plover_fact, documents=documents, header=COLUMNS)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    return read_rows(path, _TABLE, _row)


def _values(pair: Pair, document: Document | None) -> list[object]:
    event, on = pair.event, pair.event.dating.date_start
    published = document.pub_date if document else None
    values = [
        pair.id, on, event.event_type, event.mode, event.goldstein, QUAD_NAMES[event.quad_class].upper(),
        _LIST.join(event.contexts), *_party(pair.actor, on), *_party(pair.recipient, on), *_place(event.place),
        document.publisher if document else None, published, None, None, None,
        document.language if document else None, event.coder,
    ]  # fmt: skip
    return ["None" if value in (None, "") else value for value in values]


def _party(party: Party | None, on: str | None) -> list[object]:
    if party is None:
        return [None] * 8
    return [
        party.name, party.country, _cow(party.country, on), party.sector, party.sector, party.office, party.text, None,
    ]  # fmt: skip


def _cow(iso3: str, on: str | None) -> int | None:
    if not iso3:
        return None
    try:
        return cow(iso3, date.fromisoformat(on) if on else None)
    except UsageError:
        # A code that is no state of ours has no number either.
        return None


def _place(place: Place | None) -> list[object]:
    if place is None:
        return [None] * 10
    point = [place.latitude, place.longitude]
    return [place.name, None, None, None, place.country, *point, place.geonames_id, place.text, None]


def _row(record: Record) -> Row:
    notes = record.notes
    contexts = record["Contexts"].split(";")
    score = record["Intensity"]
    act = plover_act(record["Event Type"], record["Event Mode"], contexts, goldstein=score, notes=notes)
    place = placed(
        record["Placename"] or record["City"] or record["District"] or record["Province"],
        country(record["Country"]),
        (record["Latitude"], record["Longitude"]),
        text=record["Raw Placename"],
        geonames_id=record["GeoNames ID"],
        notes=notes,
    )
    told = Told(
        actors=_side(record, "Actor"),
        recipients=_side(record, "Recipient"),
        dating=dated(day(record["Event Date"], notes=notes)),
        place=place,
        version=record["Version"],
    )
    return foreign_row("polecat", record, act, told, document=_document(record))


def _document(record: Record) -> Document:
    try:
        published = day(record["Publication Date"], notes=record.notes)
    except DocumentError as error:
        record.notes.append(f"publication {error}; not read")
        published = None
    return Document(
        id=f"polecat:{record.id}",
        text="",
        publisher=record["Source"],
        language=record["Language"][:2].lower(),
        pub_date=published,
        pub_date_basis="metadata" if published else "",
    )


def _side(record: Record, side: str) -> tuple[Party, ...]:
    """The parties of a side: several where the cells of name, country and raw name hold equally many values."""
    cells = [record[f"{side} {part}"] for part in ("Name", "Country", "Title", "Name Raw")]
    sector = _sector(record[f"Primary {side} Sector"] or record[f"{side} Sectors"].split(";")[0])
    if not any((*cells, sector)):
        return ()
    split = [cell.split(_LIST) for cell in cells]
    many = len(split[0])
    if many == 1 or any(len(part) not in (0, many) for part in split[:2]):
        return (_party_of(cells, sector),)
    return tuple(_party_of([part[at] if at < len(part) else "" for part in split], sector) for at in range(many))


def _party_of(cells: list[str], sector: str) -> Party:
    name, land, title, raw = cells
    return Party(raw, 0, 0, name, country(land), sector, office=title)


def _sector(code: str) -> str:
    code = code.strip()
    sectors = set(sectors_by_words().values())
    return code if code in sectors else sectors_by_role().get(code, "")


FORMAT = Format(
    name="polecat",
    title="POLECAT",
    suffixes=(".polecat.tsv",),
    write=write,
    read=read,
    losses=all_but(
        "event_type", "mode", "contexts", "quad_class", "goldstein", "party.text", "party.name", "party.country",
        "party.sector", "party.office", "status", "date_start", "place.text", "place.name", "place.country",
        "place.latitude", "place.longitude", "place.geonames_id",
    ),
    partial=(
        ("event_type", "planned cooperation is AGREE"),
        ("mode", "lost where planned cooperation is AGREE"),
        ("quad_class", "read back from the type"),
        ("party.name", "one row a pair of parties"),
        ("status", "only what happened, and planned cooperation as AGREE, is written"),
        ("date_start", "a day: how precise it is gets lost"),
    ),
)  # fmt: skip
