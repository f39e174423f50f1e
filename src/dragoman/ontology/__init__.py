"""What can happen: PLOVER's types, modes and contexts, and the CAMEO codes, as the tables here tell them.

In: types/*.yaml, contexts.yaml and cameo.csv, once a process. Out: a frozen `Ontology`. The way between
PLOVER and CAMEO is in `crosswalk`, the tagging of sentences by context in `dragoman.coding.contexts`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

QUAD_NAMES: Mapping[int, str] = MappingProxyType(
    {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
)


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's sixteen types; `modes` maps each mode to what it means, `is_not` names near misses.

    `speech` tells that the act itself is speech: who accuses is the actor, not the source of the accusing.
    """

    name: str
    quad_class: int
    cameo_root: str
    definition: str
    is_not: tuple[str, ...]
    modes: Mapping[str, str]
    recipient_required: bool
    reciprocal: bool
    speech: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One CAMEO code; `goldstein` runs from -10 (conflict) to 10 (cooperation)."""

    code: str
    name: str
    root: str
    goldstein: float
    quad_class: int


@dataclass(frozen=True, slots=True)
class Context:
    """One of PLOVER's context tags; `words` are the terms that give it away."""

    name: str
    definition: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that can happen; mappings keep the order of PLOVER's manual and of the CAMEO codes."""

    types: Mapping[str, EventType]
    cameo: Mapping[str, CameoCode]

    def quad_class(self, event_type: str) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self.types[event_type].quad_class

    def modes(self, event_type: str) -> tuple[str, ...]:
        """The modes of a type, () for a type that has none. Raises KeyError for an unknown type."""
        return tuple(self.types[event_type].modes)

    def goldstein(self, code: str) -> float:
        """Goldstein score of a CAMEO code, from -10 to 10. Raises KeyError for an unknown code."""
        return self.cameo[code].goldstein


# PLOVER's own order: by quad class, as the manual presents them.
TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)


@cache
def load() -> Ontology:
    """The ontology, read once a process. Raises KnowledgeError when a table is wrong."""
    types = {event_type.name: event_type for event_type in _types()}
    if set(types) != set(TYPES):
        raise KnowledgeError(f"ontology/types: types missing or unknown: {sorted(set(types) ^ set(TYPES))}")
    return Ontology(
        types=MappingProxyType({name: types[name] for name in TYPES}),
        cameo=MappingProxyType({code.code: code for code in _cameo()}),
    )


@cache
def speech_acts() -> frozenset[str]:
    """The types whose act is itself speech. A rule that leaves some out takes them off and tells why."""
    return frozenset(kind.name for kind in load().types.values() if kind.speech)


@cache
def contexts() -> Mapping[str, Context]:
    """PLOVER's context tags with the words that give them away, read once a process."""
    rows = _context_table()["contexts"]
    return MappingProxyType(
        {name: Context(name, " ".join(row["definition"].split()), tuple(row["words"])) for name, row in rows.items()}
    )


@cache
def neutral_terms() -> tuple[str, ...]:
    """Terms that hold a context's word and yet tag nothing, such as "poison gas"."""
    return tuple(_context_table()["neutral"])


def table(name: str) -> dict[str, Any]:
    """A YAML table of this package as a dictionary. Raises KnowledgeError naming the file and line."""
    return _mapping(files(__name__) / name)


@cache
def _context_table() -> Mapping[str, Any]:
    return MappingProxyType(table("contexts.yaml"))


def _types() -> Iterator[EventType]:
    for path in (files(__name__) / "types").iterdir():
        if path.name.endswith(".yaml"):
            yield _event_type(_mapping(path), path.name)


def _event_type(row: dict[str, Any], source: str) -> EventType:
    fields = {
        **row,
        "is_not": tuple(row.get("is_not", ())),
        "modes": MappingProxyType(row.get("modes") or {}),
    }
    try:
        return EventType(**fields)
    except TypeError as error:
        raise KnowledgeError(f"ontology/types/{source}: {error}; see another type for the fields") from error


def _cameo() -> Iterable[CameoCode]:
    lines = (files(__name__) / "cameo.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        score, quad = float(row["goldstein"]), int(row["quad_class"])
        yield CameoCode(row["code"], row["name"], row["root"], score, quad)


def _mapping(path: Traversable) -> dict[str, Any]:
    # The C parser is ten times quicker; a build of PyYAML without it still works.
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loaded = yaml.load(path.read_bytes(), Loader=parser)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"ontology/{path.name}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(loaded, dict):
        raise KnowledgeError(f"ontology/{path.name}: expected a mapping, found {type(loaded).__name__}")
    return loaded
