"""Pairs of parties from corpora that annotate no whole events, as sentence, two sides and the types that may be meant.

In: relations-train.jsonl (a type), spans-train.jsonl (a quad class), triplets-train.jsonl (a CAMEO root), of which the
last two may be missing. Out: `Pair`s.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.ontology import load
from training.corpus import Pair, Span, find, rows
from training.labels import TYPES

# CAMEO's roots as PLOVER's types; a public statement says nothing about the type.
ROOTS = {
    "Appeal": ("REQUEST",),
    "Express Intent to Cooperate": ("AGREE",),
    "Consult": ("CONSULT",),
    "Engage In Diplomatic Cooperation": ("SUPPORT", "AGREE"),
    "Engage In Material Cooperation": ("COOPERATE",),
    "Provide Aid": ("AID",),
    "Yield": ("CONCEDE", "RETREAT"),
    "Investigate": ("ACCUSE",),
    "Demand": ("REQUEST",),
    "Disapprove": ("ACCUSE",),
    "Reject": ("REJECT",),
    "Threaten": ("THREATEN",),
    "Protest": ("PROTEST",),
    "Exhibit Military Posture": ("MOBILIZE",),
    "Reduce Relations": ("SANCTION",),
    "Coerce": ("COERCE",),
    "Assault": ("ASSAULT",),
    "Fight": ("ASSAULT",),
    "Engage in unconventional mass violence": ("ASSAULT",),
}


def annotated(path: Path) -> list[Pair]:
    """Pairs of the relations format: spans and one type, YIELD standing for CONCEDE or RETREAT."""
    return [Pair(row["text"], _sides(row), yielding(row["event_type"])) for row in rows(path)]


def yielding(name: str) -> tuple[str, ...]:
    """The types that a label of the relations format allows."""
    return ("CONCEDE", "RETREAT") if name == "YIELD" else (name,)


def coarse(folder: Path) -> list[Pair]:
    """Pairs whose annotation narrows the type without always naming it."""
    found: list[Pair] = []
    for name, read in (("spans-train.jsonl", _of_spans), ("triplets-train.jsonl", _of_triplets)):
        path = folder / name
        found += [pair for row in (rows(path) if path.exists() else []) for pair in read(row)]
    return found


def _of_spans(row: dict[str, Any]) -> Iterator[Pair]:
    types = tuple(name for name in TYPES[1:] if load().quad_class(name) == row["quad_class"])
    sides = _sides(row)
    sides["actor"] += [(start, end) for start, end in row["both"]]
    if types and any(sides.values()):
        yield Pair(row["text"], sides, types)


def _of_triplets(row: dict[str, Any]) -> Iterator[Pair]:
    for triplet in row["triplets"]:
        types = ROOTS.get(triplet["cameo_root"])
        sides = {name: [s] if (s := find(row["text"], triplet[name])) else [] for name in ("actor", "recipient")}
        if types and all(sides.values()):
            yield Pair(row["text"], sides, types)


def _sides(row: dict[str, Any]) -> dict[str, list[Span]]:
    return {name: [(start, end) for start, end in row[name]] for name in ("actor", "recipient")}
