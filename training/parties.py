"""Parties of written sentences: states, their governments, armies and citizens, and the words around them.

In: frames.yaml beside this module and the states of the actor knowledge. Out: `Party`, and templates filled with words.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.actors.knowledge.states import load_states
from training.verbs import SLOT

COUNT = re.compile(
    r"^(?:(?:the|an?|two|three|four|five|six|seven|nine|forty) (?:hundred )?|(?:dozens|hundreds|thousands) of )"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Land:
    """A state and its words: code, name, name with its article, adjective, capital if that can stand for it."""

    iso3: str
    name: str
    said: str
    adjective: str
    capital: str


@dataclass(frozen=True, slots=True)
class Party:
    text: str
    country: str
    name: str
    many: bool
    kind: str


Side = tuple[Party, ...]


def some_party(kind: str, land: Land, rng: random.Random) -> Party:
    texts = data()["kinds"][kind]
    template, many = rng.choice([(text, number == "many") for number, found in texts.items() for text in found])
    person = _person(rng) if "{name}" in template else ""
    text = filled(template, rng, land=land, name=person)
    country = land.iso3 if re.search(r"\{(?:state|adj|capital)\}", template) else ""
    if template in ("{state}", "{capital}"):
        name = land.name
    else:
        name = person if "{name}" in template else COUNT.sub("", text)
    return Party(text, country, name, many, kind)


def _person(rng: random.Random) -> str:
    return f"{rng.choice(data()['first'])} {rng.choice(data()['last'])}"


def some_speaker(rng: random.Random) -> str:
    return filled(rng.choice(data()["words"]["speaker"]), rng)


def filled(template: str, rng: random.Random, *, land: Land | None = None, **known: str) -> str:
    """A template with its slots filled: words of one land (and of another in "{state2}"), a name, a town, numbers."""
    one, other = land or rng.choice(lands()), rng.choice(lands())
    teams = rng.sample(data()["teams"], 2) if "{team" in template else ("", "")
    made: Mapping[str, Callable[[], str]] = {
        "state": lambda: one.said, "state2": lambda: other.said, "adj": lambda: one.adjective,
        "capital": lambda: one.capital or one.said, "X": lambda: other.said,
        "town": lambda: rng.choice(data()["towns"]),
        "name": lambda: _person(rng), "n": lambda: str(rng.randint(3, 40)), "m": lambda: str(rng.randint(0, 2)),
        "team": lambda: teams[0], "team2": lambda: teams[1], "day": lambda: some_day(rng),
    }  # fmt: skip
    return SLOT.sub(lambda m: known[m.group(1)] if m.group(1) in known else made[m.group(1)](), template)


def some_day(rng: random.Random) -> str:
    return f"on {rng.choice(WEEKDAYS)}"


@cache
def data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("frames.yaml").read_text("utf-8"))
    return found


@cache
def lands() -> tuple[Land, ...]:
    known = data()
    return tuple(
        Land(
            state.iso3,
            state.name,
            f"the {state.name}" if state.name in known["articles"] else state.name,
            known["adjectives"].get(state.iso3, state.demonyms[0]),
            state.capital if re.fullmatch(r"[A-Z]\w+", state.capital) else "",
        )
        for state in load_states()
        if state.kind == "member" and state.demonyms and state.iso3 not in known["left_out"]
    )
