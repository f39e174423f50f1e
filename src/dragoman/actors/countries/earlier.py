"""Where countries are named before a mention: the nearest clue of each sort, the sentence before, the lead, the title.

In: a `Scene` and a sentence, or what stands before a mention in its own. Out: `Sightings`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.kinds import PERSONS, TOWNS, Kind
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import OPENING, Scene, Sightings, kept

# How many sentences before the mention are looked at.
RECENT = 3
# How far before a name its titles reach: "with the Turkish president, Recep Tayyip Erdoğan".
_TITLED = 40
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
# A plural noun after a name, with at most two words between.
_PLURAL = re.compile(r"(?:['’]s)?(?: [a-z-]{1,20}){0,2} [a-z]{2,20}s\b")
# What a clue may be the nearest of.
_NEAREST = 7


@kept
def earlier(scene: Scene, index: int) -> Sightings:
    """What is seen alike from all mentions of a sentence: the sentences before, the lead, the title."""
    previous, lead = scene.sentence(index - 1), scene.span(0, 1)
    seen = {
        "previous": previous,
        "previous first": previous[:1],
        "previous last": previous[-1:],
        "previous direct": first(c for c in previous if direct(scene, c.start)),
        "previous many": first(c for c in previous if _many(scene.text, c)),
        "previous subject": opener(scene, index - 1),
        "at previous": [c for c in previous if c.at][-1:],
        "earlier": scene.sentence(index - 2),
        "lead": lead,
        "lead first": lead[:1],
    }
    return {"title": scene.title, **known(seen)}


def nearest(scene: Scene, mention: Mention, before: Sequence[Clue]) -> Sightings:
    """The nearest clues of each sort: `before` the mention in its sentence, else in those before it."""
    found = _nearest(scene, reversed(before), {})
    if len(found) == _NEAREST:
        return found
    reach, past = _behind(scene, mention.sentence)
    if reach <= mention.start:
        return {**past, **found}
    clues = scene.span(mention.sentence - RECENT, mention.sentence - 1)  # a name runs over the sentence's beginning
    return _nearest(scene, [c for c in reversed(clues) if c.end <= mention.start], found)


@kept
def _behind(scene: Scene, index: int) -> tuple[int, Sightings]:
    """The nearest clues of each sort in the sentences before one, and where the last of them ends."""
    past = [_own(scene, number) for number in range(max(0, index - RECENT), index)]
    last = {sort: where for _, own in past for sort, where in own.items()}
    return max([end for end, _ in past], default=0), last


@kept
def _own(scene: Scene, index: int) -> tuple[int, Sightings]:
    """Where the last clue of a sentence ends, and the last clue of each sort in it."""
    own = scene.sentence(index)
    return max([c.end for c in own], default=0), _nearest(scene, reversed(own), {})


def _nearest(scene: Scene, past: Iterable[Clue], found: Sightings) -> Sightings:
    """Each sort of clue that is not found yet, by the first of it; `past` are clues, nearest first."""
    for clue in past:
        country = alone(clue.country)
        for sort in _sorts(clue.name.kind):
            found.setdefault(sort, country)
        if "nearest direct" not in found and direct(scene, clue.start):
            found["nearest direct"] = country
        if "nearest many" not in found and _many(scene.text, clue):
            found["nearest many"] = country
        if len(found) == _NEAREST:
            break
    return found


@cache
def _sorts(kind: Kind) -> tuple[str, ...]:
    """What a name of a kind may be the nearest of, wherever it stands."""
    able = {
        "nearest": True,
        "nearest person": kind in PERSONS,
        "nearest state": kind == "state",
        "nearest group": kind == "organisation",
        "nearest place": kind in TOWNS,
    }
    return tuple([sort for sort, so in able.items() if so])


@kept
def direct(scene: Scene, start: int) -> bool:
    """Whether the name at a character is no object: no preposition and no verb stands before it and its titles."""
    for word in reversed(scene.text[max(0, start - _TITLED) : start].split()):
        plain = word.casefold()
        if plain in listed("prepositions") or word.endswith("ed") or plain in listed("verbs"):
            return False
        if word.islower() and plain not in listed("titles") and plain not in _ARTICLES:
            return True
    return True


def opener(scene: Scene, index: int) -> list[Clue]:
    """The name that a sentence begins with, when it is no place where something happens."""
    found = scene.sentence(index)[:1]
    return [c for c in found if not c.at and c.start - scene.sentences[index][0] <= OPENING]


def _many(text: str, clue: Clue) -> bool:
    """Whether a name stands for many people: "the Houthis", "US special forces"."""
    return clue.name.sector == "CVL" or _PLURAL.match(text, clue.end) is not None


def first(found: Iterable[Clue]) -> list[Clue]:
    """The first clue; [] where there is none."""
    return list(islice(found, 1))


def known(seen: Mapping[str, Sequence[Clue]]) -> Sightings:
    """The countries of clues, where there are any."""
    return {name: countries_of(rows) for name, rows in seen.items() if rows}


def countries_of(rows: Sequence[Clue]) -> frozenset[str]:
    """The countries of clues."""
    return alone(rows[0].country) if len(rows) == 1 else frozenset([c.country for c in rows])


@lru_cache(maxsize=1024)
def alone(country: str) -> frozenset[str]:
    """One country as a set."""
    return frozenset((country,))
