"""Codes of actors for other data sets: CAMEO style (RUSGOV, PSEREB, IGOUNO), Correlates of War, Gleditsch and Ward.

In: a country (a code of states.csv, or "") with a sector of sectors.csv, or with a day. Out: the code.
One table each: sectors.csv gives the CAMEO role of a sector, states.csv the numbers of a state.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from dragoman.actors.knowledge import State, load
from dragoman.errors import UsageError
from dragoman.event import Party


def actor_code(country: str, sector: str, *, own: str = "") -> str:
    """The CAMEO-style code: country, then the role of the sector (JRN is MED there); "" when neither is known.

    `own` is a code that an organisation has of itself (IGOEUREEC) and wins. Raises UsageError on an unknown sector.
    """
    return own or country + _role(sector, country)


def recoded(party: Party, *, country: str, sector: str) -> Party:
    """The party with another country and sector, and the code that these make."""
    return replace(party, country=country, sector=sector, actor_code=actor_code(country, sector))


def _role(sector: str, country: str) -> str:
    if not sector:
        return ""
    roles = _roles()
    if sector not in roles:
        raise UsageError(f"sector {sector!r} is unknown; use one of {', '.join(roles)}")
    # An actor of several states is none of one: "INT" says nothing beside a country.
    return "" if country and sector == "INT" else roles[sector]


@cache
def _roles() -> dict[str, str]:
    return {sector.code: sector.cameo for sector in load().sectors}


def cow(iso3: str, on: date | None = None) -> int | None:
    """The Correlates of War number of a state on a day (None: today), None where it had none.

    A day before the state began gives the number of the state it continues: Russia in 1985 is the Soviet Union, 365.
    Two such states (Germany in 1985) give None: ask for GFR or DDR. Raises UsageError on an unknown code.
    """
    return _number(iso3, on, lambda state: state.cow)


def gw(iso3: str, on: date | None = None) -> int | None:
    """The Gleditsch and Ward number of a state on a day; otherwise as `cow`."""
    return _number(iso3, on, lambda state: state.gw)


def _number(iso3: str, on: date | None, of: Callable[[State], str]) -> int | None:
    states = _by_code()
    if iso3 not in states:
        raise UsageError(f"country {iso3!r} is unknown; use an ISO 3166-1 alpha-3 code or a former state's, like SUN")
    state = states[iso3]
    numbers = {of(state)} if state.exists(on) else {of(old) for old in _before(iso3) if old.exists(on)}
    number = numbers.pop() if len(numbers) == 1 else ""
    return int(number) if number else None


@cache
def _by_code() -> dict[str, State]:
    return {state.iso3: state for state in load().states}


def state_name(iso3: str) -> str:
    """The common name of a state; "" for a code that is none's."""
    return _by_code()[iso3].name if iso3 in _by_code() else ""


def _before(iso3: str) -> tuple[State, ...]:
    """The former states that a state continues."""
    return tuple(old for old in load().states if old.successor[:1] == (iso3,))
