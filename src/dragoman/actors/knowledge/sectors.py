"""Sectors: the table sectors.csv, and the sets of them that rules ask for, each with one name.

In: the shipped table. Out: `Sector` tuples in its order; frozen sets of codes. A rule that needs another set adds to
one of these or takes off, and tells why.
"""

from functools import cache
from typing import Final, NamedTuple

from dragoman.actors.knowledge.rows import table_rows


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


def _all(name: str) -> frozenset[str]:
    return frozenset(sector.code for sector in load_sectors() if name in sector.sets)


# Bodies of a state and who serve in them; those whose work ends with the office; those who have power in one.
OF_STATE: Final = _all("of state")
OFFICIAL: Final = _all("official")
RULING: Final = _all("ruling")
# What states make together, and states of a part of the world; bodies of no country, whose people are of none.
BETWEEN_STATES: Final = _all("between states")
OF_NO_STATE: Final = _all("of no state")
COMPANIES: Final = _all("company")
# Who may be a side of a war without being a state; bodies that have arms; who fights a state or breaks its law.
REBELS: Final = _all("rebel")
ARMED: Final = _all("armed")
LAWLESS: Final = _all("lawless")
# Nouns for people of a body, who are what it is: fighters where it has arms, officers and workers.
FIGHTERS: Final = _all("fighters")
STAFF: Final = _all("staff")
# Bodies that people join, and whose heads are theirs; bodies that "the group" does not mean.
JOINED: Final = _all("joined")
INSTITUTIONS: Final = _all("institution")
# People who act for no state: of several countries they are one crowd, as the annotation has it, while "Russian and
# Iranian forces" are two parties.
PRIVATE: Final = _all("private")
# Of compounds like "foreign fighters", who are of no one country; "foreign ministers" are of one each.
ABROAD: Final = _all("abroad")
# Who arrests and sentences where he is.
ON_DUTY: Final = _all("on duty")
# Nouns that are no titles: the victim, the lawyer, the killer of somebody.
UNTITLED: Final = _all("untitled")
# Of a person without an office these say less than the words beside the name: "rebel leader Riek Machar".
LOOSE: Final = _all("loose")
