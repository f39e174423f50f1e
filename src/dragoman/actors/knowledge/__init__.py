"""What is known of actors, but for offices and their holders: tables read once.

In: the CSV tables beside this module. Out: `load()`, one `Knowledge` of frozen rows, cached.
"""

from dataclasses import dataclass
from functools import cache

from dragoman.actors.knowledge.agents import (
    AgentNoun,
    Ambiguity,
    Modifier,
    load_agents,
    load_ambiguities,
    load_modifiers,
)
from dragoman.actors.knowledge.organisations import Organisation, load_organisations
from dragoman.actors.knowledge.sectors import Sector, load_sectors
from dragoman.actors.knowledge.states import (
    Membership,
    Region,
    State,
    load_memberships,
    load_regions,
    load_states,
)

__all__ = [
    "AgentNoun",
    "Ambiguity",
    "Knowledge",
    "Membership",
    "Modifier",
    "Organisation",
    "Region",
    "Sector",
    "State",
    "load",
]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables, each a tuple in the order of its file."""

    states: tuple[State, ...]
    regions: tuple[Region, ...]
    memberships: tuple[Membership, ...]
    organisations: tuple[Organisation, ...]
    sectors: tuple[Sector, ...]
    agents: tuple[AgentNoun, ...]
    modifiers: tuple[Modifier, ...]
    ambiguities: tuple[Ambiguity, ...]


@cache
def load() -> Knowledge:
    """Read every table once. Raises KnowledgeError, naming file and line, when one is wrong."""
    return Knowledge(
        states=load_states(),
        regions=load_regions(),
        memberships=load_memberships(),
        organisations=load_organisations(),
        sectors=load_sectors(),
        agents=load_agents(),
        modifiers=load_modifiers(),
        ambiguities=load_ambiguities(),
    )
