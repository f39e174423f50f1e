"""Templates and fillings: news-like sentences with slots, and who stands in them.

In: templates/*.yaml, fillings.yaml and verbs.yaml beside this file. Out: `Template`s and `Filling`s.
A template is "{A} [accused] {B} of …": the subject, the trigger's verb in the past tense in brackets, and the rest.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_TEMPLATE = re.compile(r"(?P<subject>[^\[]+) \[(?P<verb>[a-z]+)\](?P<rest>.*)\.")
_SLOT = re.compile(r"\{([A-Z])\}")


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb: accused, accuse, accuses, accused."""

    past: str
    base: str
    third: str
    participle: str


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence with slots. `actor` and `recipient` name the slots that must fill the roles, `anywhere` those that
    may stand on either side; `passive` is its passive with {were}, "" where it has none. `inner` tells that a further
    event that is not actual is no fault (what is promised, asked, threatened), `also` the types of events that its
    nouns name besides ("the request of")."""

    name: str
    event_type: str
    fillings: str
    subject: str
    verb: Verb
    rest: str
    passive: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    anywhere: tuple[str, ...]
    inner: bool
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Party:
    """Words for a slot, the country that they belong to, and other words for the same party."""

    text: str
    country: str
    other: str


@dataclass(frozen=True, slots=True)
class Filling:
    """One row of a set: both parties and a place, and how the set is spoken of."""

    parties: dict[str, Party]
    place: str
    kind: str
    swap: bool
    plural: frozenset[str]


def read(name: str) -> Any:
    """A YAML file beside this one."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@cache
def words() -> dict[str, Any]:
    """Speakers, callers, days, clauses, endings and conditions."""
    return {key: value for key, value in read("fillings.yaml").items() if key != "sets"}


@cache
def fillings() -> dict[str, tuple[Filling, ...]]:
    """The rows of each set."""
    return {
        name: tuple(_filling(row, given) for row in given["rows"])
        for name, given in read("fillings.yaml")["sets"].items()
    }


@cache
def templates() -> tuple[Template, ...]:
    """All templates, by type and in the order of their files."""
    return tuple(
        _template(f"{path.stem}-{number:02d}", {**given, **row})
        for path in sorted((HERE / "templates").glob("*.yaml"))
        for given in [read(f"templates/{path.name}")]
        for number, row in enumerate(given["templates"], 1)
    )


def fill(pattern: str, values: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence with its slots filled and a capital at its head, and where each slot's words stand."""
    text, spans, done = "", {}, 0
    for slot in _SLOT.finditer(pattern):
        text += _joined(text, pattern[done : slot.start()])
        spans[slot[1]] = (len(text), len(text) + len(values[slot[1]]))
        text, done = text + values[slot[1]], slot.end()
    text += _joined(text, pattern[done:])
    return text[:1].upper() + text[1:], spans


def _joined(before: str, after: str) -> str:
    """The Philippines' and not the Philippines's."""
    return "'" + after[2:] if before.endswith("s") and after.startswith("'s") else after


def _filling(row: dict[str, Any], given: dict[str, Any]) -> Filling:
    parties = {slot: Party(*row[slot]) for slot in "AB"}
    return Filling(parties, row["P"], given["kind"], given["swap"], frozenset(given.get("plural", ())))


@cache
def _verbs() -> dict[str, Verb]:
    return {past: Verb(past, *forms) for past, forms in read("verbs.yaml").items()}


def _template(name: str, row: dict[str, Any]) -> Template:
    found = _TEMPLATE.fullmatch(row["text"])
    if found is None:
        raise ValueError(f"{name}: no template, write it as '{{A}} [accused] {{B}} of it.': {row['text']}")
    verb, slots = _verbs()[found["verb"]], set(_SLOT.findall(row["text"]))
    anywhere = tuple(row.get("anywhere", ()))
    actor = tuple(row.get("actor", ("A",)))
    recipient = tuple(row.get("recipient", ("B",) if "B" in slots and "B" not in actor else ()))
    return Template(
        name=name,
        event_type=row["type"],
        fillings=row["fillings"],
        subject=found["subject"],
        verb=verb,
        rest=found["rest"],
        passive=_passive(row, found["rest"], verb),
        actor=actor,
        recipient=recipient,
        anywhere=anywhere,
        inner=bool(row.get("inner")),
        also=frozenset(row.get("also", ())),
    )


def _passive(row: dict[str, Any], rest: str, verb: Verb) -> str:
    if "passive" in row:
        return "" if row["passive"] == "none" else str(row["passive"])
    if not rest.startswith(" {B}") or rest.startswith(" {B}'s"):
        return ""
    head, tail = f"{{B}} {{were}} {verb.participle}", rest.removeprefix(" {B}")
    return f"{head}{tail} by {{A}}." if row.get("agent") == "last" else f"{head} by {{A}}{tail}."
