"""Why: for each field of an event which words gave it, by what, and how sure.

In: an event's row; for the chances, what the coder says when it reads the article again. Out: rows for a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.coding.explaining import BASES, Explanation, Filling
from dragoman.desk.coder import DeskCoder
from dragoman.document import Document
from dragoman.event import Event, Party
from dragoman.ontology import QUAD_NAMES, load

_TOLD = 0.01
# Types of a trigger that are shown.
_TYPES = 4
_SIDES = {"said_by": "source", "when": "date"}
# Whether each weighed the others is told of the event at hand, in what the coder weighed.
_STATUS = "rules on words such as “will” or “denied”, mostly weighed with the wording and the network"
_VOICE = "rules on verbs of saying and quotation marks, and the network: mostly weighed with the wording"
_AUTHOR = "by rules and network nobody else is likely to say so, or the act is their own speech"
# What stands for a field of which nothing is told.
_UNTOLD = {"mode": "none told", "said_by": "the author", "confidence": "0 %"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One field: its value in words, the words of the text that gave it, and by what they did."""

    field: str
    value: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Chance:
    """A choice that was weighed or ruled on: what for, what, how likely (None: not weighed), and by what; `taken` where
    it was taken."""

    what: str
    choice: str
    chance: float | None
    taken: bool = True
    why: str = ""


def reasons(row: dict[str, Any]) -> list[Reason]:
    """The reasons that an event carries with it. A correction is told in the place of the machine's reason, and of an
    event of another source no more than that it says so: how it came by it is not known."""
    found = [*_what(row), *_who(row), *_when(row), *_where(row), _sure(row)]
    if row.get("origin"):
        found = [_told_by(row["origin"], reason) for reason in found]
    corrected = {one["field"]: one for one in row.get("corrections", ())}
    return [_corrected(reason, corrected) for reason in found]


def _what(row: dict[str, Any]) -> list[Reason]:
    trigger = (row["trigger"] or {}).get("text", "")
    types = load().types
    kind = types.get(row["event_type"])
    code = load().cameo.get(row["cameo_code"])
    named = f"{row['cameo_code']} {code.name}" if code else row["cameo_code"]
    return [
        Reason("event_type", row["event_type"], trigger, "the network: trigger and its sentence"),
        Reason("mode", row["mode"] or "none told", trigger, "the network" if kind and kind.modes else "no modes"),
        Reason("cameo_code", named, trigger, "table: type, mode and words (ontology)"),
        Reason("quad_class", _quad(row["quad_class"]), "", "table: by the type"),
        Reason("goldstein", _score(row["goldstein"]), "", "table: by the CAMEO code"),
        Reason("status", row["status"], "", _STATUS),
    ]


def _who(row: dict[str, Any]) -> list[Reason]:
    found = []
    for side in ("actors", "recipients"):
        for party in row[side]:
            told = " ".join(part for part in (party["name"], party["country"], party["sector"]) if part)
            office = f", as {party['office']}" if party["office"] else ""
            by = f"the network or rules: which words; tables and the text around: who that is{office}"
            found.append(Reason(side[:-1], told or "not resolved", party["text"], by))
    return found


def _when(row: dict[str, Any]) -> list[Reason]:
    if not row["date_start"]:
        return [Reason("date", "unknown", "", "rules: no words tell it, and no day of publication is known")]
    basis = BASES.get(row["date_basis"] or "", "as the source says")
    value = row["date_start"] if row["date_start"] == row["date_end"] else f"{row['date_start']} to {row['date_end']}"
    by = f"the network or rules: which words; rules: {basis}" if row["date_text"] else f"rules: {basis}"
    return [Reason("date", f"{value} ({row['date_precision'] or 'day'})", row["date_text"] or "", by)]


def _where(row: dict[str, Any]) -> list[Reason]:
    place, voice = row["place"], row["said_by"]
    found = []
    if place:
        point = "" if place["latitude"] is None else f" ({place['latitude']:.2f}, {place['longitude']:.2f})"
        value = f"{place['name'] or place['text']} {place['country']}{point}"
        found.append(
            Reason("place", value, place["text"], "the network or rules: which words; gazetteer: where that is")
        )
    if voice:
        value = f"{voice['name'] or voice['text']} {voice['country']}, {voice['voice']}".replace(" ,", ",")
        found.append(Reason("said_by", value, voice["text"], _VOICE))
    else:
        found.append(Reason("said_by", "the author", "", _AUTHOR))
    return found


def _sure(row: dict[str, Any]) -> Reason:
    value = f"{row['confidence'] * 100:.0f} %"
    return Reason("confidence", value, "", f"calibrated on news that the network had not seen; coded by {row['coder']}")


def _told_by(origin: str, reason: Reason) -> Reason:
    """What another source tells; where it tells nothing, the contract has a blank, no voice, or a confidence of 0."""
    if reason.value in ("", "unknown", _UNTOLD.get(reason.field)):
        return Reason(reason.field, "unknown", "", f"not told by {origin}")
    return Reason(reason.field, reason.value, reason.words, f"told by {origin}")


def _corrected(reason: Reason, corrected: dict[str, dict[str, Any]]) -> Reason:
    one = corrected.get(reason.field)
    if one is None:
        return reason
    return Reason(reason.field, reason.value, reason.words, f"{one['reviewer']}, who corrected {told(one['machine'])}")


def told(value: Any) -> str:
    """What the machine said of a field, as people read it: names of parties and places, in quotation marks."""
    parts = value if isinstance(value, list | tuple) else [value]
    names = [part["name"] or part["text"] if isinstance(part, dict) else str(part) for part in parts if part != ""]
    return f"“{', '.join(names)}”" if names and value is not None else "nothing"


def _quad(number: int | None) -> str:
    return f"{number} {QUAD_NAMES[number]}" if number else "unknown"


def _score(value: float | None) -> str:
    return "unknown" if value is None else f"{value:+.1f}".replace("-", "−")


def chances(coder: DeskCoder, document: Document, event_id: str) -> list[Chance] | None:
    """What the coder weighs when it reads the article again; None where it finds no such event now."""
    for told in coder.explain(document):
        if told.event is not None and told.event.event_id == event_id:
            return [*_weighed(told, told.event), *_settled(told, told.event)]
    return None


def _weighed(told: Explanation, event: Event) -> Iterator[Chance]:
    """What the network makes of the trigger: event or none, type, status, and the words of each role."""
    yield Chance("that this is an event", event.trigger.text, told.chance, why="the network")
    for kind in told.types[:_TYPES]:
        if kind.chance >= _TOLD:
            yield Chance("type", kind.name, kind.chance, taken=kind.name == event.event_type, why="the network")
    network = told.status
    yield Chance("status", network.name, network.chance, taken=network.name == event.status, why="the network alone")
    for role in told.roles:
        yield Chance(f"words of the {_SIDES.get(role.role, role.role)}", role.words.text, role.chance, why=_by(role))


def _by(role: Filling) -> str:
    return f"rules: {role.rule}" if role.rule else "the network"


def _settled(told: Explanation, event: Event) -> Iterator[Chance]:
    """What was made of that for each field, and why."""
    for who in told.parties:
        yield Chance(f"who is {who.side}", _named(who.party), who.why.chance, why=who.why.told)
    if told.whether:
        sure = told.whether.chance if told.whether.weighed else None
        yield Chance("whether it happened", event.status, sure, why=told.whether.told)
    if told.when:
        yield Chance("when", event.date_start or "unknown", None, why=told.when.told)
    if told.where:
        yield Chance("where", told.where.place.name or told.where.place.text, None, why=told.where.told)
    if told.voiced:
        by = event.said_by.text if event.said_by else "the author"
        speaker = f"; who that is: {told.voiced.why.told}" if event.said_by and told.voiced.why else ""
        yield Chance(
            "who says so", by, told.voiced.hearing.chance if event.said_by else None, why=told.voiced.told + speaker
        )
    yield Chance("confidence", "type, actors and recipients are all right", event.confidence, why="calibrated")


def _named(party: Party) -> str:
    return " ".join(part for part in (party.name or party.text, party.country, party.sector) if part)
