"""Behaviours: what is done to a filled template, and what the coder must then say.

In: templates and fillings. Out: `Case`s. A case holds one sentence and the one event that it must give; whatever
else the coder tells is a fault, unless the case allows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from behaviour.slots import Filling, Party, Template, fill, fillings, templates, words
from dragoman.event import Status

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A party that must be found: where its words stand and its country."""

    span: Span
    country: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what must come of it. `said_by` is where the speaker's words stand, None for the author's voice;
    `free` says that the recipients do not matter, `inner` that further events that are not actual are no fault, `also`
    that those of these types are none."""

    behaviour: str
    template: str
    row: int
    text: str
    event_type: str
    actors: tuple[Wanted, ...]
    recipients: tuple[Wanted, ...]
    anywhere: tuple[Wanted, ...]
    status: Status
    said_by: Span | None
    inner: bool
    also: frozenset[str]
    free: bool

    @property
    def name(self) -> str:
        """Which case it is: negation accuse-03 7."""
        return f"{self.behaviour} {self.template} {self.row}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern with slots and how what it gives differs from the plain event."""

    pattern: str
    status: Status = "actual"
    voice: bool = False
    call: bool = False
    without: str = ""


Framing = Callable[[Template, Filling, int], Frame | None]


def cases() -> Iterator[Case]:
    """Every behaviour of every template with every filling."""
    for number, template in enumerate(templates()):
        for row, filling in enumerate(fillings()[template.fillings]):
            for behaviour, framing in FRAMINGS.items():
                shown = _shown(behaviour, filling)
                frame = framing(template, filling, number + row) if shown else None
                if shown and frame:
                    yield _case(behaviour, template, row, frame, _values(shown, number + row, frame), shown)


def _shown(behaviour: str, filling: Filling) -> dict[str, Party] | None:
    parties = filling.parties
    if behaviour == "swap":
        return {"A": parties["B"], "B": parties["A"]} if filling.swap else None
    if behaviour == "names":
        return {slot: replace(party, text=party.other) for slot, party in parties.items()}
    return parties


def _values(parties: dict[str, Party], turn: int, frame: Frame) -> dict[str, str]:
    speakers = words()["callers" if frame.call else "speakers"]
    days = words()["days"]
    return {
        **{slot: party.text for slot, party in parties.items()},
        "S": speakers[turn % len(speakers)],
        "D": days[turn % len(days)],
    }


def _case(
    behaviour: str, template: Template, row: int, frame: Frame, values: dict[str, str], parties: dict[str, Party]
) -> Case:
    values["P"] = fillings()[template.fillings][row].place
    text, spans = fill(frame.pattern, values)

    def wanted(slots: tuple[str, ...]) -> tuple[Wanted, ...]:
        kept = (slot for slot in slots if slot in spans and slot != frame.without)
        return tuple(Wanted(spans[slot], parties[slot].country) for slot in kept)

    caller = (Wanted(spans["S"], ""),) if frame.call else ()
    return Case(
        behaviour=behaviour,
        template=template.name,
        row=row,
        text=text,
        event_type="REQUEST" if frame.call else template.event_type,
        actors=caller or wanted(template.actor),
        recipients=() if frame.call else wanted(template.recipient),
        anywhere=() if frame.call else wanted(template.anywhere),
        status=frame.status,
        said_by=spans["S"] if frame.voice else None,
        inner=template.inner or frame.call,
        also=template.also,
        free=frame.call,
    )


def _many(template: Template, filling: Filling) -> bool:
    return " and " in template.subject or "A" in filling.plural


def _plain(template: Template) -> str:
    return f"{template.subject} {template.verb.past}{template.rest}"


def _undated(template: Template) -> str:
    return template.rest.replace(" on {D}", "")


def _base(template: Template, _filling: Filling, _turn: int) -> Frame:
    return Frame(_plain(template) + ".")


def _negation(template: Template, filling: Filling, turn: int) -> Frame:
    subject, verb = template.subject, template.verb
    have = "have" if _many(template, filling) else "has"
    forms = (
        f"{subject} did not {verb.base}{template.rest}.",
        f"{subject} {have} not {verb.participle}{_undated(template)}.",
        f"{subject} never {verb.past}{_undated(template)}.",
    )
    return Frame(forms[turn % 3], status="negated")


def _modal(template: Template, _filling: Filling, turn: int) -> Frame:
    modal = ("may", "could", "might")[turn % 3]
    return Frame(f"{template.subject} {modal} {template.verb.base}{template.rest}.", status="hypothetical")


def _plan(template: Template, filling: Filling, turn: int) -> Frame:
    forms = ("will", "are to", "plan to") if _many(template, filling) else ("will", "is to", "plans to")
    return Frame(f"{template.subject} {forms[turn % 3]} {template.verb.base}{template.rest}.", status="planned")


def _condition(template: Template, _filling: Filling, turn: int) -> Frame:
    pattern = words()["conditions"][turn % 3]
    rest = _undated(template)
    filled = {"{base}": template.verb.base + rest, "{past}": template.verb.past + rest, "{X}": template.subject}
    for slot, value in filled.items():
        pattern = pattern.replace(slot, value)
    return Frame(pattern, status="hypothetical")


def _quotation(template: Template, _filling: Filling, turn: int) -> Frame:
    forms = (
        f"{_plain(template)}, {{S}} said.",
        f"According to {{S}}, {_plain(template)}.",
        f"{{S}} said that {template.subject} had {template.verb.participle}{_undated(template)}.",
    )
    return Frame(forms[turn % 3], voice=True)


def _tense(template: Template, filling: Filling, turn: int) -> Frame:
    many, verb, rest = _many(template, filling), template.verb, _undated(template)
    forms = (
        f"{template.subject} {'have' if many else 'has'} {verb.participle}{rest}.",
        f"{template.subject} {verb.base if many else verb.third}{rest}.",
        f"By then {template.subject} had {verb.participle}{rest}.",
    )
    return Frame(forms[turn % 3])


def _were(template: Template, filling: Filling) -> str:
    return template.passive.replace("{were}", "were" if "B" in filling.plural else "was")


def _passive(template: Template, filling: Filling, _turn: int) -> Frame | None:
    return Frame(_were(template, filling)) if template.passive else None


def _agentless(template: Template, filling: Filling, _turn: int) -> Frame | None:
    if not template.passive or not {"B"} & {*template.actor, *template.recipient}:
        return None
    return Frame(_were(template, filling).replace(" by {A}", ""), without="A")


def _clause(template: Template, filling: Filling, turn: int) -> Frame:
    clauses, endings = words()["clauses"][filling.kind], words()["endings"]
    if turn % 2 and template.subject == "{A}":
        return Frame(f"{{A}}, {clauses[turn % 3]}, {template.verb.past}{template.rest}.")
    return Frame(f"{_plain(template)}, {endings[turn % 3]}.")


def _call(template: Template, _filling: Filling, turn: int) -> Frame:
    forms = ("called for {X} to", "called on {X} to", "urged {X} to")
    call = forms[turn % 3].replace("{X}", template.subject)
    return Frame(f"{{S}} {call} {template.verb.base}{_undated(template)}.", call=True)


# Each behaviour by its name; None where a template has no such form.
FRAMINGS: dict[str, Framing] = {
    "base": _base,
    "names": _base,
    "swap": _base,
    "negation": _negation,
    "modal": _modal,
    "plan": _plan,
    "condition": _condition,
    "quotation": _quotation,
    "tense": _tense,
    "passive": _passive,
    "agentless": _agentless,
    "clause": _clause,
    "call": _call,
}
