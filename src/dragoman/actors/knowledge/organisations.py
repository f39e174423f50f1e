"""Organisations, armed groups and sectors: the tables organisations.csv and sectors.csv.

In: the shipped tables. Out: `Organisation` and `Sector` tuples in the order of their files.
"""

from dataclasses import dataclass
from datetime import date

from dragoman.actors.knowledge.days import first_day, last_day, runs
from dragoman.actors.knowledge.rows import Row, table_rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or group, or one period of it where its sector changes (the Taliban in power and out).

    `id` is unique. `country` is ISO alpha-3, or "" for international ones. `sector` is a code of sectors.csv.
    `actor_code` is the CAMEO-style code where the usual one cannot be made from country and sector, else "".
    `start` and `end` bound the days for which the row is true; None: open. `wikidata` is a QID or "".
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    sector: str
    actor_code: str
    start: date | None
    end: date | None
    wikidata: str

    def exists(self, on: date | None = None) -> bool:
        """Whether the row is true of a day; without a day, whether it is true now."""
        return runs(self.start, self.end, on)


@dataclass(frozen=True, slots=True)
class Sector:
    """A PLOVER sector: its definition in our words, and the role code that CAMEO-style codes carry for it."""

    code: str
    name: str
    definition: str
    cameo: str


def load_organisations() -> tuple[Organisation, ...]:
    """Every row of organisations.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(_organisation(row) for row in table_rows("organisations.csv"))


def _organisation(row: Row) -> Organisation:
    return Organisation(
        id=row["id"],
        name=row["name"],
        aliases=row.many("aliases"),
        kind=row["kind"],
        country=row["country"],
        sector=row["sector"],
        actor_code=row["actor_code"],
        start=first_day(row, "start"),
        end=last_day(row, "end"),
        wikidata=row["wikidata"],
    )


def load_sectors() -> tuple[Sector, ...]:
    """Every row of sectors.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(Sector(row["code"], row["name"], row["definition"], row["cameo"]) for row in table_rows("sectors.csv"))
