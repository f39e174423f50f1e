"""Sectors: the table sectors.csv, and the sets of them that rules ask for, each with one name.

In: the shipped table. Out: `Sector` tuples in its order; sets of codes. A rule that needs another set adds to one of
these or takes off, and tells why.
"""

from functools import cache
from typing import NamedTuple

from dragoman.actors.knowledge.rows import table_rows
from dragoman.errors import KnowledgeError


class Sector(NamedTuple):
    """A PLOVER sector: its definition in our words, the role code that CAMEO-style codes carry for it, its sets."""

    code: str
    name: str
    definition: str
    cameo: str
    sets: tuple[str, ...]


@cache
def load_sectors() -> tuple[Sector, ...]:
    """Every row of sectors.csv. Raises KnowledgeError, with file and line, on a wrong one."""
    rows = table_rows("sectors.csv")
    return tuple(Sector(r["code"], r["name"], r["definition"], r["cameo"], r.many("sets")) for r in rows)


@cache
def sectors_in(name: str) -> frozenset[str]:
    """Codes of the sectors in a set; the head of the table says what each means. Raises KnowledgeError: no such set."""
    codes = frozenset(sector.code for sector in load_sectors() if name in sector.sets)
    if not codes:
        raise KnowledgeError(f"sectors.csv: no sector is in a set called {name!r}")
    return codes
