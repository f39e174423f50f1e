"""Countries and roles as other data sets write them: FIPS codes, names, CAMEO's codes.

In: a code or name of theirs, or an ISO alpha-3 code of ours. Out: the other, "" where there is none.
The tables are those of `dragoman.actors.knowledge`, and names.csv and roles.csv beside this file.
"""

import csv
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files

from dragoman.actors.knowledge import State, load

_CHUNK = 3


def country_name(iso3: str) -> str:
    """The English name of a country; the code itself where it is none of ours."""
    state = _states().get(iso3)
    return state.name if state else iso3


def country(text: str) -> str:
    """The ISO alpha-3 code of a country given by name, by that code or by CAMEO's; "" when it is none."""
    return text if text in _states() else _by_name().get(text.casefold(), "")


def named(text: str) -> str:
    """The ISO alpha-3 code of a country by its short or its official name, case aside; "" for anything else."""
    return _by_own_name().get(text.strip().casefold(), "")


def codes() -> Collection[str]:
    """The ISO alpha-3 codes of all countries that are or were."""
    return _states().keys()


def fips(iso3: str) -> str:
    """The FIPS 10-4 code of a country, as GDELT's places have it."""
    state = _states().get(iso3)
    return state.fips if state else ""


def from_fips(code: str) -> str:
    """The ISO alpha-3 code for a FIPS 10-4 code."""
    return _by_fips().get(code.upper(), "")


def split_code(code: str) -> tuple[str, str, str]:
    """Country, sector and CAMEO role in a code like RUSGOV: the first country and the first role of its parts."""
    parts = [code[at : at + _CHUNK].upper() for at in range(0, min(len(code), 5 * _CHUNK), _CHUNK)]
    role = next((part for part in parts[:2] if part in sectors_by_role()), "")
    land = country(parts[0]) if parts and parts[0] != role else ""
    return land, sectors_by_role().get(role, ""), role


def role(sector: str) -> str:
    """CAMEO's role of a sector: MED for JRN."""
    return {row.code: row.cameo for row in load().sectors}.get(sector, "")


@cache
def sectors_by_role() -> Mapping[str, str]:
    """Sectors by CAMEO's role; where two share one (UAF, CVL), the sector called like it."""
    by_role: dict[str, str] = {}
    for row in load().sectors:
        if row.cameo and (row.cameo not in by_role or row.code == row.cameo):
            by_role[row.cameo] = row.code
    return by_role


@cache
def sector_words() -> Mapping[str, str]:
    """The words that ICEWS has for a sector, by sector."""
    return {row["sector"]: row["words"] for row in _table("roles.csv")}


@cache
def sectors_by_words() -> Mapping[str, str]:
    """Sectors by the words that ICEWS has for them, folded to lower case."""
    found: dict[str, str] = {}
    for row in _table("roles.csv"):
        for words in (row["words"], *filter(None, row["also"].split(";"))):
            found.setdefault(words.casefold(), row["sector"])
    return found


@cache
def _states() -> Mapping[str, State]:
    return {state.iso3: state for state in load().states}


@cache
def _by_fips() -> Mapping[str, str]:
    return {state.fips: state.iso3 for state in load().states if state.fips}


@cache
def _by_own_name() -> Mapping[str, str]:
    return {name.casefold(): state.iso3 for state in load().states for name in (state.official_name, state.name)}


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for state in load().states:
        found[state.name.casefold()] = state.iso3
    for row in _table("names.csv"):
        found.setdefault(row["name"].casefold(), row["iso3"])
    for state in load().states:
        if state.kind != "former":
            for name in (state.official_name, *state.aliases):
                found.setdefault(name.casefold(), state.iso3)
    return found


def _table(name: str) -> Iterator[dict[str, str]]:
    text = (files("dragoman.record.exchange") / name).read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
