"""Why: for each field of an event which words gave it, by what, and how sure.

In: an event's row; for the chances, what the coder says when it reads the article again. Out: rows for a page.
"""

from dataclasses import dataclass
from typing import Any

from dragoman.coding.arguing import Finding
from dragoman.coding.reading import Reading
from dragoman.coding.settling import status_of
from dragoman.coding.story import Story
from dragoman.desk.coder import DeskCoder
from dragoman.document import Document
from dragoman.ontology import QUAD_NAMES, load

_TOLD = 0.01
_BASES = {
    "explicit": "the words alone",
    "relative": "the words, counted from the day of publication",
    "publication": "no words tell the day: the day of publication",
}


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
    """A choice that was weighed: what for, what, how likely; `taken` where it was taken."""

    what: str
    choice: str
    chance: float
    taken: bool = False


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
        Reason("status", row["status"], "", "the network, and rules on words such as “will” or “denied”"),
    ]


def _who(row: dict[str, Any]) -> list[Reason]:
    found = []
    for side in ("actors", "recipients"):
        for party in row[side]:
            told = " ".join(part for part in (party["name"], party["country"], party["sector"]) if part)
            office = f", as {party['office']}" if party["office"] else ""
            by = f"the network: which words; tables of states, offices and people: who that is{office}"
            found.append(Reason(side[:-1], told or "not resolved", party["text"], by))
    return found


def _when(row: dict[str, Any]) -> list[Reason]:
    if not row["date_start"]:
        return [Reason("date", "unknown", "", "rules: no words tell it, and no day of publication is known")]
    value = row["date_start"] if row["date_start"] == row["date_end"] else f"{row['date_start']} to {row['date_end']}"
    by = f"rules: {_BASES.get(row['date_basis'] or '', 'as the source says')}"
    return [Reason("date", f"{value} ({row['date_precision'] or 'day'})", row["date_text"] or "", by)]


def _where(row: dict[str, Any]) -> list[Reason]:
    place, voice = row["place"], row["said_by"]
    found = []
    if place:
        point = "" if place["latitude"] is None else f" ({place['latitude']:.2f}, {place['longitude']:.2f})"
        value = f"{place['name'] or place['text']} {place['country']}{point}"
        found.append(Reason("place", value, place["text"], "the network: which words; gazetteer: where that is"))
    if voice:
        value = f"{voice['name'] or voice['text']} {voice['country']}, {voice['voice']}".replace(" ,", ",")
        found.append(Reason("said_by", value, voice["text"], "rules: verbs of saying and quotation marks"))
    else:
        found.append(Reason("said_by", "the author", "", "rules: nobody else is named as the source"))
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
    return Reason(reason.field, reason.value, reason.words, f"{one['reviewer']}, who corrected “{one['machine']}”")


def _quad(number: int | None) -> str:
    return f"{number} {QUAD_NAMES[number]}" if number else "unknown"


def _score(value: float | None) -> str:
    return "unknown" if value is None else f"{value:+.1f}".replace("-", "−")


def chances(coder: DeskCoder, document: Document, event_id: str) -> list[Chance] | None:
    """What the coder weighs when it reads the article again; None where it finds no such event now."""
    for reading in coder.readings(document):
        if reading.event is not None and reading.event.event_id == event_id:
            return _weighed(coder, document, reading)
    return None


def _weighed(coder: DeskCoder, document: Document, reading: Reading) -> list[Chance]:
    finding, event = reading.decision.finding, reading.event
    assert event is not None
    ranked = sorted(zip(coder.types, finding.types, strict=True), key=lambda pair: -pair[1])
    told = [Chance("that this is an event", event.trigger.text, finding.chance, taken=True)]
    told += [
        Chance("type", name, chance, taken=name == event.event_type) for name, chance in ranked[:4] if chance >= _TOLD
    ]
    told.append(Chance("status", finding.status, finding.status_chance, taken=finding.status == event.status))
    cue = status_of(event.sentence, finding).cue
    if cue:
        told.append(Chance("words for the status", cue.text, 1.0, taken=True))
    told += _roles(Story.of(document), finding)
    return [*told, Chance("that type, actors and recipients are all right", "", event.confidence, taken=True)]


def _roles(story: Story, finding: Finding) -> list[Chance]:
    return [
        Chance(name, story.words(finding.sentence, role.start, role.end), role.chance, taken=True)
        for name, roles in finding.roles.items()
        for role in roles
    ]
