"""Phoenix events: 26 tab-separated columns without a header; its QuadClass is a class of five, from 0.

In: events, or a daily file (.txt). Out: rows; events marked "import phoenix". Issues hold context tags.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party
from dragoman.record.exchange.countries import country, role, split_code
from dragoman.record.exchange.foreign import Told, cameo_act, dated, day, foreign_row, party, placed
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, all_but, no_documents
from dragoman.record.exchange.issues import contexts_of, issues_of
from dragoman.record.exchange.pairs import Pair, cameo_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, read_rows

COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day",
    "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute",
    "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
    "EventCode", "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName",
    "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
_TABLE = Table("phoenix", COLUMNS, key=("EventID",), header=False)
# Phoenix's class of five by CAMEO root: statements and appeals are neutral, the rest as in quad classes.
_PENTA = {
    **dict.fromkeys(("01", "02"), 0),
    **dict.fromkeys(("03", "04", "05"), 1),
    **dict.fromkeys(("06", "07", "08"), 2),
    **dict.fromkeys(("09", "10", "11", "12", "13", "16"), 3),
    **dict.fromkeys(("14", "15", "17", "18", "19", "20"), 4),
}


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One row a pair of parties. Events that are no facts are left out and counted."""
    return write_pairs(events, target, _values, fact=cameo_fact, documents=documents)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    return read_rows(path, _TABLE, _row)


def _values(pair: Pair, document: Document | None) -> list[object]:
    event, place = pair.event, pair.event.place
    start = event.dating.date_start or ""
    point = [place.latitude, place.longitude, place.name or place.text, None, place.country] if place else [None] * 5
    return [
        pair.id, start.replace("-", ""), start[:4], start[5:7], start[8:10],
        *_party(pair.actor), *_party(pair.recipient), event.cameo_code, event.cameo_code[:2],
        _PENTA.get(event.cameo_code[:2]), event.goldstein, issues_of(event.contexts), *point,
        f"{event.document_id}_{event.sentence_index}",
        document.url if document else None, document.publisher if document else None,
    ]  # fmt: skip


def _party(party: Party | None) -> list[object]:
    if party is None:
        return [None] * 4
    land, _, kind = split_code(party.actor_code)
    return [party.actor_code, party.country or land, role(party.sector) or kind, None]


def _row(record: Record) -> Row:
    notes = record.notes
    contexts = contexts_of(record["Issues"])
    act = cameo_act(record["EventCode"], goldstein=record["GoldsteinScore"], contexts=contexts, notes=notes)
    sentence = record["SentenceID"].split(";")[0].rpartition("_")[2]
    told = Told(
        actors=_side(record, "Source"),
        recipients=_side(record, "Target"),
        dating=dated(day(record["Date"], notes=notes)),
        place=placed(
            record["LocationName"],
            country(record["CountryCode"]),
            (record["Lat"], record["Lon"]),
            notes=notes,
        ),
        sentence_index=int(sentence) if sentence.isdecimal() and len(sentence) < 7 else 0,
    )
    url, publisher = (record[name].split(";")[0] for name in ("URLs", "NewsSources"))
    document = Document(id=f"phoenix:{record.id}", text="", url=url, publisher=publisher)
    return foreign_row("phoenix", record, act, told, document=document)


def _side(record: Record, side: str) -> tuple[Party, ...]:
    code = record[f"{side}ActorFull"]
    land, sector, _ = split_code(code)
    kind = split_code(record[f"{side}ActorRole"])[1]
    return party("", country(record[f"{side}ActorEntity"]) or land, kind or sector, code)


FORMAT = Format(
    name="phoenix",
    title="Phoenix",
    suffixes=(".phoenix.txt",),
    write=write,
    read=read,
    losses=all_but(
        "sentence_index", "event_type", "mode", "contexts", "cameo_code", "goldstein", "quad_class", "party.country",
        "party.sector", "party.actor_code", "status", "date_start", "place.name", "place.country", "place.latitude",
        "place.longitude",
    ),
    partial=(
        ("event_type", "read back from the CAMEO code"),
        ("mode", "as PLOVER reads the CAMEO code: 163, sanctions of any mode, is discontinue, and 160 none"),
        ("contexts", "with those that the CAMEO code implies"),
        ("quad_class", "read back from the CAMEO code"),
        ("party.actor_code", "one row a pair of parties; a party without code, country and sector is lost"),
        ("party.sector", "CAMEO's role: PRM is read as UAF, SOC as CVL; INT and UNK are lost beside a country"),
        ("status", "only what happened, or is planned and has a code of intent (03), is written"),
        ("date_start", "a day: how precise it is gets lost"),
        ("place.name", "the words where there is no name"),
    ),
)  # fmt: skip
