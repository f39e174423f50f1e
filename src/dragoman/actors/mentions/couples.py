"""Two people named together, for the "they" behind them: "Talin and Mirela Oberek wept. They".

In: a mention and its `Scene`. Out: a `Clue` to both.
"""

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.matching import Name
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene

_TWO = 2
# How near its start a sentence's subject stands.
_OPENING = 40


def couple(scene: Scene, mention: Mention) -> Clue | None:
    """The only people of the sentence before, two of one country joined by "and", who begin it or end it."""
    start, end = scene.sentences[max(0, mention.sentence - 1)]
    people = [c for c in scene.people("") if start <= c.start < end]
    if len(people) != _TWO or not mention.sentence:
        return None
    first, last = people
    if scene.text[first.end : last.start] != " and " or first.country != last.country or not first.country:
        return None
    if first.start - start > _OPENING and scene.text[last.end : end].strip(" .") != "":
        return None
    name = f"{first.name.name} and {last.name.name}"
    return Clue(first.start, last.end, first.sentence, first.country, Name(name, "person", name, first.country))
