"""Several named together, for the "they" behind them: "Talin and Mirela Oberek wept. They".

In: a mention and its `Scene`. Out: a `Clue` to both, or those of several countries.
"""

import re
from functools import cache

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.matching import Name
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import OPENING, Scene

_TWO = 2
# Behind a list the sentence goes on with its verb.
_GOES_ON = re.compile(r" [a-z]")
# What may stand between the names of one list.
_LISTING = frozenset({", ", " and ", ", and ", " and the "})


def couple(scene: Scene, mention: Mention) -> Clue | None:
    """The only people of the sentence before, two of one country joined by "and", who begin it or end it."""
    start, end = scene.sentences[max(0, mention.sentence - 1)]
    people = [c for c in scene.people("") if start <= c.start < end]
    if len(people) != _TWO or not mention.sentence:
        return None
    first, last = people
    if scene.text[first.end : last.start] != " and " or first.country != last.country or not first.country:
        return None
    if first.start - start > OPENING and scene.text[last.end : end].strip(" .") != "":
        return None
    name = f"{first.name.name} and {last.name.name}"
    return Clue(first.start, last.end, first.sentence, first.country, Name(name, "person", name, first.country))


def together(scene: Scene, mention: Mention) -> list[Clue]:
    """Those of several countries whom "they" means that act at the head of a sentence: whom the sentence before lists
    at its own head, or the two people who met in it; [] else."""
    acts = mention.act is None or mention.act.side == "actor"
    heads = mention.sentence > 0 and mention.start == scene.opening(mention.sentence)
    if mention.said != ("they",) or not heads or not acts:
        return []
    opening, end = scene.opening(mention.sentence - 1), scene.sentences[mention.sentence - 1][1]
    return _list(scene, opening, end) or _met(scene, opening, end)


def _list(scene: Scene, start: int, end: int) -> list[Clue]:
    """The names of a list at the head of a sentence, where they are of several countries."""
    run: list[Clue] = []
    for clue in scene.between(start, end):
        gap = scene.text[run[-1].end : clue.start] if run else scene.text[start : clue.start].removeprefix("The ")
        if gap not in _LISTING and (run or gap):
            break
        run.append(clue)
    apart = len({clue.country for clue in run}) == len(run) >= _TWO and all(clue.country for clue in run)
    named = apart and all(clue.name.kind != "demonym" for clue in run)
    return run if named and _GOES_ON.match(scene.text, run[-1].end) else []


def _met(scene: Scene, start: int, end: int) -> list[Clue]:
    """The only two people of a sentence that tells that they met: of two countries, with no group of people behind."""
    people = [c for c in scene.between(start, end) if scene.human(c)]
    if len(people) != _TWO or not _meeting().search(scene.text, start, end):
        return []
    if len({c.country for c in people} - {""}) != _TWO or people[0].start - start > OPENING:
        return []
    return [] if any(n.many for n in scene.phrases(people[1].end, end)) else people


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('meetings')))})\b")
