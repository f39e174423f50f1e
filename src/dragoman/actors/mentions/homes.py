"""Countries that are found before anybody is asked for, so that pronouns can lean on them: of a people of several
countries where it is named, of people known only from their document.

In: a scene, and what tells the country of a mention. Out: clues with their country, for the scene to take in.
"""

from collections.abc import Callable
from dataclasses import replace

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.matching import Name
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene


def peoples(scene: Scene, country: Callable[[int, int], str]) -> list[Clue]:
    """The clues to peoples of several countries, each with the one it is of there: where the Kurds are Syria's."""
    homes = scene.view.roster.homes
    left = [c for c in scene.clues if c.name.kind == "people" and not c.country and c.name.name in homes]
    return [replace(clue, country=country(clue.start, clue.end)) for clue in left]


def strangers(scene: Scene, country: Callable[[Mention], str]) -> list[Clue]:
    """Clues to each person known only from here, wherever they are named and no clue stands yet."""
    found: list[Clue] = []
    for chain in scene.chains.values():
        start, end = chain.spans[0]
        home = country(Mention(start, end, scene.sentence_at(start), "name"))
        for first, last in chain.spans:
            name = Name(chain.called(last), "person", chain.called(last), home)
            found.append(Clue(first, last, scene.sentence_at(first), home, name))
    taken = {(clue.start, clue.end) for clue in scene.clues}
    return [clue for clue in found if (clue.start, clue.end) not in taken]
