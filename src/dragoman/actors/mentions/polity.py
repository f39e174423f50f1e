"""A state told by its people: "the Saudis bombed the port" is no deed of civilians.

In: a scene, the parties of a mention, and what they do. Out: the parties, the state for its people where it is meant.
"""

import re
from collections.abc import Sequence

from dragoman.actors.mentions.mentions import Act
from dragoman.actors.names.codes import recoded
from dragoman.actors.scene.scene import Scene
from dragoman.event import Party

_PEOPLE = re.compile(r"[Tt]he ([A-Z][a-z]+s)\Z")
# What a people does itself.
_OWN_DEEDS = frozenset({"PROTEST"})


def states(scene: Scene, parties: Sequence[Party], act: Act | None) -> list[Party]:
    """The parties, with the state for "the Saudis" who act, unless the text told before of some Saudis."""
    if act is None or act.side != "actor" or act.type in _OWN_DEEDS:
        return list(parties)
    return [_state(party) if party.sector == "CVL" and _meant(scene, party) else party for party in parties]


def _state(party: Party) -> Party:
    return recoded(party, country=party.country, sector="")


def _meant(scene: Scene, party: Party) -> bool:
    people = _PEOPLE.match(party.text)
    if people is None or all(name.kind != "demonym" for name in scene.view.roster.index.find(people[1])):
        return False
    return not re.search(rf"(?<![Tt]he )\b{people[1]}\b", scene.text[: party.start])
