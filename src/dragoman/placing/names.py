"""Names that are no cities of the gazetteer: states and their demonyms, regions, provinces, seas, camps and sites.

In: the states and regions that the actors' tables know, and data/places.csv. Out: `Area`s by folded name, and the
words around names (data/words.yaml).
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

from dragoman.actors.knowledge import load
from dragoman.errors import KnowledgeError
from dragoman.placing.folding import fold

AreaKind = Literal["country", "demonym", "admin", "area", "sea", "point", "alias"]
# Kinds of areas that are a country, by its name or its people's, or a part of one.
CONTAINERS: frozenset[AreaKind] = frozenset({"country", "demonym", "admin"})
_COLUMNS = ("name", "aliases", "kind", "country", "admin", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Area:
    """What a name means when it is no city; an `alias` is the gazetteer's name of a city. Points have coordinates."""

    name: str
    kind: AreaKind
    country: str
    admin: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words around names; all lower case."""

    areas: frozenset[str]
    kinds: tuple[str, ...]
    offshore: frozenset[str]
    city_states: frozenset[str]
    abroad: frozenset[str]
    unlikely: frozenset[str]
    bearings: frozenset[str]
    articles: frozenset[str]
    houses: frozenset[str]
    taking: tuple[str, ...]
    nowhere: frozenset[str]


@cache
def words() -> Words:
    """The words of data/words.yaml."""
    table = yaml.safe_load(files("dragoman.placing").joinpath("data/words.yaml").read_text("utf-8"))
    longest = {name: tuple(sorted(rows, key=len, reverse=True)) for name, rows in table.items()}
    several = {name: frozenset(rows) for name, rows in table.items()}
    return Words(
        areas=several["areas"],
        kinds=longest["kinds"],
        offshore=several["offshore"],
        city_states=several["city_states"],
        abroad=several["abroad"],
        unlikely=several["unlikely"],
        bearings=several["bearings"],
        articles=several["articles"],
        houses=several["houses"],
        taking=longest["taking"],
        nowhere=several["nowhere"],
    )


@cache
def areas() -> dict[str, tuple[Area, ...]]:
    """Areas by folded name; a name of several (Georgia) has several, the state first."""
    found: dict[str, list[Area]] = {}
    for name, area in [*_states(), *_shipped(), *_peoples()]:
        rows = found.setdefault(fold(name), [])
        if area not in rows:
            rows.append(area)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def openers() -> frozenset[str]:
    """The first words of the areas' names of several words, folded."""
    return frozenset(name.partition(" ")[0] for name in areas() if " " in name)


@cache
def capitals() -> dict[str, str]:
    """The capital of each state by its code."""
    return {state.iso3: state.capital for state in load().states if state.kind != "former" and state.capital}


def _states() -> list[tuple[str, Area]]:
    """Every state's names and people; a former one of one successor lies in that (Rhodesia), another keeps its code."""
    rows: list[tuple[str, Area]] = []
    for state in sorted(load().states, key=lambda state: state.kind == "former"):
        country = state.successor[0] if state.kind == "former" and len(state.successor) == 1 else state.country
        area = Area(state.name, "country", country)
        rows += [(name, area) for name in (state.name, state.official_name, *state.aliases) if name]
        rows += [(name, Area(state.name, "demonym", country)) for name in state.demonyms]
    bare = [(name.removeprefix("the "), area) for name, area in rows]
    return [(name, area) for name, area in bare if fold(name) not in words().bearings]


def _peoples() -> list[tuple[str, Area]]:
    """The peoples of one country ("Catalan"), and names of several words that hold another's ("Latin American")."""
    return [
        (name, Area(_state_names().get(region.country, region.name), "demonym", region.country))
        for region in load().regions
        for name in region.demonyms
        if region.country or " " in name
    ]


@cache
def _state_names() -> dict[str, str]:
    return {state.iso3: state.name for state in load().states if state.kind != "former"}


def _shipped() -> list[tuple[str, Area]]:
    lines = files("dragoman.placing").joinpath("data/places.csv").read_text("utf-8").splitlines()
    reader = csv.reader(line for line in lines if not line.startswith("#"))
    if tuple(next(reader)) != _COLUMNS:
        raise KnowledgeError(f"places.csv: the columns must be {','.join(_COLUMNS)}")
    return [(name.removeprefix("the "), area) for row in reader for name, area in _named(row)]


def _named(row: list[str]) -> list[tuple[str, Area]]:
    if len(row) != len(_COLUMNS) or row[2] not in get_args(AreaKind):
        raise KnowledgeError(f"places.csv: write {len(_COLUMNS)} values with a known kind: {','.join(row)}")
    name, aliases, kind, country, admin, latitude, longitude = row
    area = Area(
        _state_names().get(country, name) if kind == "demonym" else name,
        next(known for known in get_args(AreaKind) if known == kind),
        country,
        admin,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
    )
    return [(alias, area) for alias in [name, *filter(None, aliases.split(";"))]]
