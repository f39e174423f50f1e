"""Organisations and armed groups: the table organisations.csv.

In: the shipped table. Out: `Organisation` tuples in its order.
"""

from datetime import date
from typing import NamedTuple

from dragoman.actors.knowledge.days import first_day, last_day, runs
from dragoman.actors.knowledge.rows import Row, split, table_rows


class Organisation(NamedTuple):
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


def load_organisations() -> tuple[Organisation, ...]:
    """Every row of organisations.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    return tuple(_organisation(row) for row in table_rows("organisations.csv", Organisation._fields))


def _organisation(row: Row) -> Organisation:
    name, title, aliases, kind, country, sector, code, start, end, wikidata = row.fields
    first = first_day(row, "start") if start else None
    last = last_day(row, "end") if end else None
    return Organisation(name, title, split(aliases), kind, country, sector, code, first, last, wikidata)
