"""States, regions and memberships: the tables states.csv, regions.csv and memberships.csv.

In: the shipped tables. Out: `State`, `Region` and `Membership` tuples in the order of their files.
"""

from datetime import date
from typing import Literal, NamedTuple, cast, get_args

from dragoman.actors.knowledge.days import first_day, last_day, runs
from dragoman.actors.knowledge.rows import Row, table_rows
from dragoman.errors import KnowledgeError

StateKind = Literal["member", "observer", "partial", "breakaway", "territory", "former"]


class State(NamedTuple):
    """A state, territory or former state.

    `iso3` is its ISO 3166-1 alpha-3 code, a user-assigned one (XKX, XAB …) or a former state's usual code.
    `aliases`, `demonyms` (adjectives and persons, with plurals) and `metonyms` are forms as written; the
    capital stands for the government too. `start` None: before 1900 or not dated; `end` None: it exists.
    `successor` lists the states that came after a former one, the continuing state first. `sovereign` is the
    state that holds a territory, or claims a breakaway one; else "". `cow`, `gw` are numbers as text, or "".
    """

    iso3: str
    iso2: str
    name: str
    official_name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    cow: str
    gw: str
    fips: str
    start: date | None
    end: date | None
    successor: tuple[str, ...]
    kind: StateKind
    sovereign: str

    @property
    def country(self) -> str:
        """The code that a party of it gets: its sovereign's for a breakaway state, its own for all others."""
        return self.sovereign if self.kind == "breakaway" else self.iso3

    def exists(self, on: date | None = None) -> bool:
        """Whether it existed on a day; without a day, whether it exists now."""
        return runs(self.start, self.end, on)


class Region(NamedTuple):
    """A place or people below or above states: a province, city, people, continent.

    `country` is the ISO alpha-3 code it implies, "" when it implies none ("Europe", "the West").
    """

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    kind: str
    country: str


class Membership(NamedTuple):
    """A state's time in an organisation, first and last day included; `end` None: still a member."""

    organisation: str
    country: str
    start: date | None
    end: date | None

    def holds(self, on: date | None = None) -> bool:
        """Whether it was a member on a day; without a day, whether it is one now."""
        return runs(self.start, self.end, on)


def load_states() -> tuple[State, ...]:
    """Every row of states.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(_state(row) for row in table_rows("states.csv"))


def _state(row: Row) -> State:
    if row["kind"] not in get_args(StateKind):
        raise KnowledgeError(f"{row.where}: kind {row['kind']!r}; write one of {', '.join(get_args(StateKind))}")
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"],
        name=row["name"],
        official_name=row["official_name"],
        aliases=row.many("aliases"),
        demonyms=row.many("demonyms"),
        capital=row["capital"],
        metonyms=row.many("metonyms"),
        cow=row["cow"],
        gw=row["gw"],
        fips=row["fips"],
        start=first_day(row, "start"),
        end=last_day(row, "end"),
        successor=row.many("successor"),
        kind=cast("StateKind", row["kind"]),
        sovereign=row["sovereign"],
    )


def load_regions() -> tuple[Region, ...]:
    """Every row of regions.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(
        Region(row["name"], row.many("aliases"), row.many("demonyms"), row["kind"], row["country"])
        for row in table_rows("regions.csv")
    )


def load_memberships() -> tuple[Membership, ...]:
    """Every row of memberships.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(
        Membership(row["organisation"], row["country"], first_day(row, "start"), last_day(row, "end"))
        for row in table_rows("memberships.csv")
    )
