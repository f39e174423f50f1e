"""Whose a director or spokesman at the head of a sentence is: "UNHCR criticised Kenya. Its chief, X, ..." is UNHCR's.

In: a `Scene` and where the sentence begins. Out: the clue to the body with which the sentence before begins.
"""

import re

from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene

# The head of a body before the name: "Its executive director, ".
_ITS = re.compile(r"Its (?:[a-z-]+ ){0,3}[a-z-]+,? ")
_THE = 4


def owner(scene: Scene, start: int) -> Clue | None:
    """The body that "its" at the start of a sentence means; None where the one before begins otherwise."""
    index = scene.sentence_at(start)
    if not index or scene.sentences[index][0] != start:
        return None
    opening = scene.opening(index - 1)
    first = next(iter(scene.between(opening, scene.sentences[index - 1][1])), None)
    begins = first is not None and first.start - opening <= _THE and first.name.kind == "organisation"
    return first if begins else None


def headed(scene: Scene, start: int) -> frozenset[str]:
    """The country of the body whose head the name at `start` is, right behind words for them: "Its director, X"."""
    opening = scene.sentences[scene.sentence_at(start)][0]
    if not scene.text.startswith("Its ", opening) or not _ITS.fullmatch(scene.text, opening, start):
        return frozenset()
    body = owner(scene, opening)
    return frozenset() if body is None else frozenset([body.country])
