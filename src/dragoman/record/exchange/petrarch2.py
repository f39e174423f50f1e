"""PETRARCH2's event file: tab-separated, without a header, and with columns that its settings turn on and off.

In: events, or an event file. Out: rows with the texts of the actors and of the event; events marked
"import petrarch2". Nothing is "---".
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party
from dragoman.record.exchange.countries import split_code
from dragoman.record.exchange.foreign import Told, cameo_act, dated, day, foreign_row, party
from dragoman.record.exchange.format import Format, Lookup, Problem, Row, Written, all_but, no_documents
from dragoman.record.exchange.issues import contexts_of, issues_of
from dragoman.record.exchange.pairs import Pair, cameo_fact, write_pairs
from dragoman.record.exchange.tabbed import Record, Table, read_rows

_HEAD = ("date", "source", "target", "code", "issues", "ids")
_TEXTS = ("source_text", "target_text")
_ROOTS = ("source_root", "target_root")
# Which columns follow the ids, by how many a row has. Nine may be those without URL but with both texts, or those
# with URL and the event's text: `_layout` looks.
_TAILS: dict[int, tuple[str, ...]] = {
    7: ("story",),
    8: ("url", "story"),
    9: ("url", "story", "event_text"),
    10: ("url", "story", *_TEXTS),
    11: ("url", "story", *_TEXTS, "event_text"),
    12: ("url", "story", *_TEXTS, *_ROOTS),
    13: ("url", "story", *_TEXTS, "event_text", *_ROOTS),
}
_COLUMNS = (*_HEAD, *_TAILS[13])
_KEY = ("date", "source", "target", "code", "ids")
_TABLE = Table("petrarch2", _COLUMNS, key=_KEY, header=False, optional=6)


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One row of 11 columns a pair of parties. Events that are no facts are left out and counted."""
    return write_pairs(events, target, _values, fact=cameo_fact, documents=documents)


def read(path: Path) -> Iterator[Row | Problem]:
    """Each event of a file, and each problem with its line."""
    return read_rows(path, _TABLE, _row)


def _values(pair: Pair, document: Document | None) -> list[object]:
    event = pair.event
    sides = (pair.actor, pair.recipient)
    values = [
        (event.dating.date_start or "").replace("-", ""), *(side.actor_code if side else "" for side in sides),
        event.cameo_code, issues_of(event.contexts), f"{event.document_id}_{event.sentence_index}",
        document.url if document else "", document.publisher if document else "",
        *((side.text or side.name) if side else "" for side in sides), event.trigger.text,
    ]  # fmt: skip
    return [value or "---" for value in values]


def _layout(record: Record) -> dict[str, str]:
    """The cells by what they are, told by how many there are."""
    cells = [record[name] for name in _COLUMNS if name in record.fields]
    tail = _TAILS[len(cells)]
    if len(cells) == 9 and cells[6] and "://" not in cells[6]:
        tail = ("story", *_TEXTS)
    return dict(zip((*_HEAD, *tail), cells, strict=True))


def _row(record: Record) -> Row:
    notes, cells = record.notes, _layout(record)
    act = cameo_act(cells["code"], contexts=contexts_of(cells["issues"]), notes=notes)
    sentence = cells["ids"].split(";")[0].rpartition("_")[2]
    told = Told(
        actors=_side(cells, "source"),
        recipients=_side(cells, "target"),
        dating=dated(day(cells["date"], notes=notes)),
        sentence_index=int(sentence) if sentence.isdecimal() and len(sentence) < 7 else 0,
    )
    document = Document(id=f"petrarch2:{record.id}", text="", url=cells.get("url", ""), publisher=cells["story"])
    return foreign_row("petrarch2", record, act, told, document=document)


def _side(cells: dict[str, str], side: str) -> tuple[Party, ...]:
    code, text = cells[side], cells.get(f"{side}_text", "")
    land, sector, _ = split_code(code)
    return party("", land, sector, code, text=text)


FORMAT = Format(
    name="petrarch2",
    title="PETRARCH2",
    suffixes=(".petrarch.txt",),
    write=write,
    read=read,
    losses=all_but(
        "sentence_index", "event_type", "mode", "contexts", "cameo_code", "goldstein", "quad_class", "party.text",
        "party.country", "party.sector", "party.actor_code", "status", "date_start",
    ),
    partial=(
        ("event_type", "read back from the CAMEO code"),
        ("mode", "as PLOVER reads the CAMEO code: 163, sanctions of any mode, is discontinue, and 160 none"),
        ("contexts", "with those that the CAMEO code implies"),
        ("quad_class", "read back from the CAMEO code"),
        ("goldstein", "read back from the CAMEO code"),
        ("party.text", "the name where there are no words; one row a pair of parties"),
        ("party.country", "as the actor code has it"),
        ("party.sector", "as the actor code has it: PRM is read as UAF, SOC as CVL; INT is lost beside a country"),
        ("status", "only what happened, or is planned and has a code of intent (03), is written"),
        ("date_start", "a day: how precise it is gets lost"),
    ),
)  # fmt: skip
