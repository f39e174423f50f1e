"""ICEWS events: 20 tab-separated columns under a header, as Dataverse has them.

In: events, or a file (.tab, .tsv, zipped or not). Out: rows; events marked "import icews". Countries and sectors
are words there. An id counts with its day: ICEWS gives the same number to different events.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party, Place
from dragoman.ontology import load
from dragoman.record.exchange.countries import (
    country,
    country_name,
    sector_words,
    sectors_by_words,
)
from dragoman.record.exchange.foreign import (
    Told,
    cameo_act,
    dated,
    day,
    foreign_row,
    party,
    placed,
    whole,
)
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, all_but, no_documents
from dragoman.record.exchange.pairs import Pair, cameo_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, read_rows

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_NAMES = {name.replace(" ", "_").casefold(): name.casefold() for name in COLUMNS}
_TABLE = Table("icews", COLUMNS, key=("Event ID", "Event Date"), names=_NAMES)


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """A header and one row a pair of parties. Events that are no facts are left out and counted."""
    return write_pairs(events, target, _values, fact=cameo_fact, documents=documents, header=COLUMNS)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    return read_rows(path, _TABLE, _row)


def _values(pair: Pair, document: Document | None) -> list[object]:
    event = pair.event
    code = load().cameo.get(event.cameo_code)
    publisher = document.publisher if document else None
    return [
        pair.number, event.dating.date_start, *_party(pair.actor), code.name if code else None, event.cameo_code,
        event.goldstein, *_party(pair.recipient), event.document_id, event.sentence_index + 1, publisher,
        *_place(event.place),
    ]  # fmt: skip


def _party(party: Party | None) -> list[object]:
    if party is None:
        return [None] * 3
    words = sector_words().get(party.sector, "")
    return [party.name or party.text, words, country_name(party.country)]


def _place(place: Place | None) -> list[object]:
    if place is None:
        return [None] * 6
    land, name = country_name(place.country), place.name or place.text
    city = None if name == land else name
    return [city, None, None, land, place.latitude, place.longitude]


def _row(record: Record) -> Row:
    notes = record.notes
    act = cameo_act(record["CAMEO Code"], goldstein=record["Intensity"], notes=notes)
    city = record["City"] or record["District"] or record["Province"] or record["Country"]
    point = (record["Latitude"], record["Longitude"])
    sentence = whole(record["Sentence Number"], "sentence number", notes=notes)
    told = Told(
        actors=_side(record, "Source"),
        recipients=_side(record, "Target"),
        dating=dated(day(record["Event Date"], notes=notes)),
        place=placed(city, country(record["Country"]), point, notes=notes),
        sentence_index=max(0, (sentence or 1) - 1),
    )
    document = Document(id=f"icews:{record.id}", text="", source=record["Story ID"], publisher=record["Publisher"])
    return foreign_row("icews", record, act, told, document=document)


def _side(record: Record, side: str) -> tuple[Party, ...]:
    words = [part.strip().casefold() for part in record[f"{side} Sectors"].split(",")]
    found = (sectors_by_words().get(part, "") for part in words)
    sector = next((code for code in found if code), "")
    return party(record[f"{side} Name"], country(record[f"{side} Country"]), sector)


FORMAT = Format(
    name="icews",
    title="ICEWS",
    suffixes=(".tab",),
    write=write,
    read=read,
    losses=all_but(
        "sentence_index", "event_type", "mode", "contexts", "cameo_code", "goldstein", "quad_class", "party.name",
        "party.country", "party.sector", "status", "date_start", "place.name", "place.country", "place.latitude",
        "place.longitude",
    ),
    partial=(
        ("event_type", "read back from the CAMEO code"),
        ("mode", "as PLOVER reads the CAMEO code: 163, sanctions of any mode, is discontinue, and 160 none"),
        ("contexts", "those that the CAMEO code implies"),
        ("quad_class", "read back from the CAMEO code"),
        ("party.name", "the phrase where there is no name; one row a pair of parties"),
        ("status", "only what happened, or is planned and has a code of intent (03), is written"),
        ("date_start", "a day: how precise it is gets lost"),
        ("place.name", "the country's name where there is none"),
    ),
)  # fmt: skip
