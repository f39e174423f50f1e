"""Kinds of names, and the sets of them that rules ask for, each with one name.

In: nothing. Out: the kinds; frozen sets of them, and tuples where the likelier reading comes first. A rule that needs
another set adds to one of these or takes off, and tells why.
"""

from typing import Final, Literal

# What a name stands for. "people" is an ethnic or religious group, "region" a part of a state, "surname" a person's.
Kind = Literal[
    "state",
    "demonym",
    "people",
    "capital",
    "metonym",
    "region",
    "city",
    "organisation",
    "person",
    "surname",
    "noun",
    "modifier",
]
# Names that people have: in full, and the last one alone.
PERSONS: Final[frozenset[Kind]] = frozenset({"person", "surname"})
# A state by its name or its people's; and by a word that stands for its government ("the Kremlin").
STATES: Final[frozenset[Kind]] = frozenset({"state", "demonym"})
GOVERNMENTS: Final[frozenset[Kind]] = STATES | {"metonym"}
# Places within a state, which may have namesakes; and with the states.
TOWNS: Final[frozenset[Kind]] = frozenset({"city", "region", "capital"})
PLACES: Final[frozenset[Kind]] = STATES | TOWNS
# What names of whose a person, a body or an office is may be.
OWNERS: Final[frozenset[Kind]] = GOVERNMENTS | {"people", "capital", "region", "organisation"}
# Every kind that tells of somebody, likelier first.
TELLING: Final[tuple[Kind, ...]] = (
    "person",
    "organisation",
    "state",
    "demonym",
    "capital",
    "metonym",
    "people",
    "region",
    "city",
    "surname",
)
# Those that are somebody, where a demonym or a people only tells whose somebody is.
WHO: Final = tuple(kind for kind in TELLING if kind not in ("demonym", "people"))
# What tells of where somebody is, likelier first.
WHENCE: Final[tuple[Kind, ...]] = ("demonym", "people", "state", "capital", "metonym", "region", "city")
