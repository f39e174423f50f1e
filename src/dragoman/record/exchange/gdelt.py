"""GDELT 2.0 events: 61 tab-separated columns without a header.

In: events, or a file as GDELT publishes it (.CSV, also zipped), with its mentions if there are. Out: rows; events
marked "import gdelt". Countries of actors are CAMEO's, those of places FIPS.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party, Place
from dragoman.record.exchange.countries import country, country_name, fips, from_fips, role, split_code
from dragoman.record.exchange.foreign import (
    Told,
    cameo_act,
    dated,
    day,
    foreign_row,
    party,
    placed,
)
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, all_but, no_documents
from dragoman.record.exchange.mentions import Mention, first_mentions
from dragoman.record.exchange.pairs import Pair, cameo_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, read_rows

_PARTY = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _PARTY), *(f"Actor2{part}" for part in _PARTY),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_TABLE = Table("gdelt", COLUMNS, key=("GLOBALEVENTID",), header=False)
# GDELT's kinds of place: a country; a city of the USA; a city elsewhere.
_COUNTRY, _AMERICAN, _CITY = 1, 3, 4


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One row a pair of parties. Events that are no facts are left out and counted."""
    return write_pairs(events, target, _values, fact=cameo_fact, documents=documents)


def read(path: Path, *, mentions: Path | None = None) -> Iterator[Row | Problem]:
    """Each event of a file; `mentions` is the file of mentions beside it: sentence and confidence of the first."""
    found: dict[str, Mention] = {}
    if mentions:
        yield from first_mentions(mentions, into=found)
    yield from read_rows(path, _TABLE, partial(_row, mentions=found))


def _values(pair: Pair, document: Document | None) -> list[object]:
    event, code = pair.event, pair.event.cameo_code
    added = document.pub_date.strftime("%Y%m%d000000") if document and document.pub_date else None
    # One document reports it, as far as one event knows.
    counts = [1, 1, 1, None]
    scale = [event.quad_class, event.goldstein]
    return [
        pair.number, *_days(event.dating.date_start), *_party(pair.actor), *_party(pair.recipient),
        int(event.sentence_index == 0), code, code[:3], code[:2], *scale, *counts,
        *([None] * (2 * len(_GEO))), *_geo(event.place), added, document.url if document else None,
    ]  # fmt: skip


def _days(iso: str | None) -> list[object]:
    if not iso:
        return [None] * 4
    start = date.fromisoformat(iso)
    # The fraction is GDELT's own: months of 30 days.
    fraction = f"{start.year + (start.month * 30 + start.day) / 365:.4f}"
    return [start.strftime("%Y%m%d"), start.strftime("%Y%m"), start.year, fraction]


def _party(party: Party | None) -> list[object]:
    if party is None:
        return [None] * len(_PARTY)
    kind = role(party.sector)
    return [party.actor_code, party.name or party.text, party.country, *([None] * 4), kind, None, None]


def _geo(place: Place | None) -> list[object]:
    if place is None:
        return [0, *([None] * (len(_GEO) - 1))]
    land, name = country_name(place.country), place.name or place.text
    whole = name == land or not name
    kind = _COUNTRY if whole else _AMERICAN if place.country == "USA" else _CITY
    full = land if whole else ", ".join(part for part in (name, land) if part)
    code = fips(place.country)
    return [kind, full, code, code, None, place.latitude, place.longitude, None]


def _row(record: Record, *, mentions: Mapping[str, Mention]) -> Row:
    notes = record.notes
    act = cameo_act(record["EventCode"], goldstein=record["GoldsteinScale"], notes=notes)
    if record["QuadClass"] in {"1", "2", "3", "4"}:
        act = replace(act, quad_class=int(record["QuadClass"]))
    point = (record["ActionGeo_Lat"], record["ActionGeo_Long"])
    name = record["ActionGeo_FullName"].split(",")[0]
    mention = mentions.get(record["GLOBALEVENTID"])
    told = Told(
        actors=_side(record, "Actor1"),
        recipients=_side(record, "Actor2"),
        dating=dated(day(record["SQLDATE"], notes=notes)),
        place=placed(name, from_fips(record["ActionGeo_CountryCode"]), point, notes=notes),
        sentence_index=mention.sentence_index if mention else 0,
    )
    publisher = mention.publisher if mention else ""
    document = Document(id=f"gdelt:{record.id}", text="", url=record["SOURCEURL"], publisher=publisher)
    row = foreign_row("gdelt", record, act, told, document=document)
    return replace(row, event=replace(row.event, confidence=mention.confidence)) if mention else row


def _side(record: Record, side: str) -> tuple[Party, ...]:
    code = record[f"{side}Code"]
    land, sector, _ = split_code(code)
    kind = split_code(record[f"{side}Type1Code"])[1]
    return party(record[f"{side}Name"], country(record[f"{side}CountryCode"]) or land, kind or sector, code)


FORMAT = Format(
    name="gdelt",
    title="GDELT 2.0 events",
    suffixes=(".export.csv",),
    write=write,
    read=read,
    losses=all_but(
        "event_type", "mode", "contexts", "cameo_code", "quad_class", "goldstein", "party.name", "party.country",
        "party.sector", "party.actor_code", "status", "date_start", "place.name", "place.country", "place.latitude",
        "place.longitude",
    ),
    partial=(
        ("event_type", "read back from the CAMEO code"),
        ("mode", "as PLOVER reads the CAMEO code: 163, sanctions of any mode, is discontinue, and 160 none"),
        ("contexts", "those that the CAMEO code implies"),
        ("party.name", "the phrase where there is no name; one row a pair of parties"),
        ("party.sector", "CAMEO's role: PRM is read as UAF, SOC as CVL; INT and UNK are lost beside a country"),
        ("status", "only what happened, or is planned and has a code of intent (03), is written"),
        ("date_start", "a day: how precise it is gets lost"),
        ("place.name", "up to its first comma; the country's name where there is none"),
        ("place.country", "FIPS 10-4: lost for former and breakaway states"),
    ),
)  # fmt: skip
