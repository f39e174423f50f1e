"""Verbs of events: their forms, prepositions and tails, and the parties they take.

In: verbs.yaml beside this module. Out: `Verb`; a form of one is its words as they stand in a sentence.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its preposition and tail: "<impose sanctions> on {B}"."""

    type: str
    mode: str
    head: str
    particle: str
    after: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    joint: bool = False
    swap: bool = False
    passive: bool = False

    @property
    def takes(self) -> bool:
        """Whether it has a recipient."""
        return "{B}" in self.after


@cache
def verbs() -> tuple[Verb, ...]:
    """All verbs, in the order of their file."""
    return tuple(read_verb(text, group) for group in _data()["groups"] for text in group["verbs"])


def read_verb(text: str, group: Mapping[str, Any] | None = None) -> Verb:
    """A verb as it is written down: "<impose sanctions> on {B}", with what its group says of it."""
    group = group or {}
    words, after = text.removeprefix("<").split(">", 1)
    head, _, particle = words.partition(" ")
    joint, swap = group.get("joint", False), group.get("swap", False)
    passive = after.startswith(" {B}") and group.get("passive", True) and not joint
    sides = {key: tuple(group.get(key, "").split()) for key in ("by", "to")}
    nouns, alone = tuple(group.get("nouns", ())), tuple(group.get("alone", ()))
    return Verb(
        group.get("type", ""), group.get("mode", ""), head, f" {particle}" if particle else "", after, **sides,
        nouns=nouns, alone=alone, joint=joint, swap=swap, passive=passive,
    )  # fmt: skip


def tailed(verb: Verb, rng: random.Random) -> Verb:
    """The verb with its tail chosen."""
    tails = _data()["tails"]

    def tail(match: re.Match[str]) -> str:
        return rng.choice(tails[match.group(1)]) if match.group(1) in tails else match.group()

    alone = (SLOT.sub(tail, rng.choice(verb.alone)),) if verb.alone else ()
    return replace(verb, after=SLOT.sub(tail, verb.after), alone=alone)


def formed(verb: Verb, form: str, *, many: bool = False) -> str:
    """The words of the act in a form: base, present, past, participle or ing."""
    third, past, participle, ing = _inflected(verb.head)
    table = {
        "base": verb.head,
        "present": verb.head if many else third,
        "past": past,
        "participle": participle,
        "ing": ing,
    }
    return table[form] + verb.particle


@cache
def _inflected(base: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing, by rule where the table has none."""
    if base in _data()["irregular"]:
        third, past, participle, ing = _data()["irregular"][base].split()
        return third, past, participle, ing
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    third = f"{base}es" if re.search(r"(?:s|x|z|ch|sh)$", base) else f"{base}s"
    return third, past, past, f"{re.sub(r'(?<!e)e$', '', base)}ing"


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("verbs.yaml").read_text("utf-8"))
    return found
