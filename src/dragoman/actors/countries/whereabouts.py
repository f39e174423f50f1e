"""Where the words of a mention, or those right behind it, put it, and of which country the text spoke most of late.

In: a mention and its `Scene`. Out: the countries by what tells them.
"""

import math
import re
from collections.abc import Sequence

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.mentions.mentions import NOUN_KINDS, Mention
from dragoman.actors.names.kinds import PLACES
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene, Sightings, kept

# What may stand between a mention and the place where it is, or the country of which it is, and how many words.
_IN = frozenset(("in", "at", "near", "inside", "outside", "across", "throughout", "around", "on", "along"))
_OF = frozenset(("of", "from"))
_HELD = 4
# The opening of a sentence that puts it somewhere: "Meanwhile, in neighbouring Niger, armed men ...".
_OPENS = re.compile(
    r"(?:Meanwhile,? |Elsewhere,? )?[Ii]n (?:(?:the|neighbou?ring|nearby|northern|southern|eastern|western|central) )*"
)
_BEHIND = re.compile(r", (?:an? |the )?")
# Who is of where the sentence plays; who meets somewhere is of anywhere.
_NATIVE = NOUN_KINDS - {"other"}
# Whose land settlers are in the news for settling on, and who they are.
_OCCUPIED, _SETTLING = "PSE", "ISR"
# How much a name still counts for what a text is about, by how many sentences ago it stood.
_FADING = tuple(math.exp(-ago / 2.5) for ago in range(13))


def held(scene: Scene, mention: Mention) -> Sightings:
    """Where the last words of a mention, or those right behind it, put it: "villages in northern Kenya"."""
    inside = scene.between(mention.start, mention.end)[-1:]
    if inside and inside[0].at and inside[0].end == mention.end:
        return {"held in": frozenset((inside[0].country,))}
    if not scene.text.startswith(" ", mention.end):
        return {}
    after = scene.between(mention.end, scene.sentences[mention.sentence][1])[:1]
    words = scene.text[mention.end : after[0].start].split(maxsplit=_HELD) if after else []
    plain = 0 < len(words) <= _HELD and all(w.islower() and w.replace("-", "").isalpha() for w in words)
    return _behind(words, after[0]) if plain else {}


def _behind(words: Sequence[str], clue: Clue) -> Sightings:
    """What the words between a mention and the next name make of it: where the mention is, or whose."""
    country = frozenset((clue.country,))
    if words[0] in _OF:
        return {"held of": country}
    if words[0] in _IN and clue.name.kind in PLACES:
        return {"held in": country}
    return {"held later": country} if clue.at and not _IN.isdisjoint(words) else {}


def opened(scene: Scene, mention: Mention) -> frozenset[str]:
    """The country or town that a sentence opens with, for the bare noun right behind it: "In Peru, a court ..."."""
    if mention.kind not in _NATIVE or mention.sector in sectors_in("between states"):
        return frozenset()
    opening = scene.opening(mention.sentence)
    before = scene.between(opening, mention.start)
    if not before or before[0].name.kind not in PLACES or not _OPENS.fullmatch(scene.text, opening, before[0].start):
        return frozenset()
    behind = _BEHIND.fullmatch(scene.text, before[-1].end, mention.start)
    return frozenset(c.country for c in before) if behind else frozenset()


def placed(scene: Scene, mention: Mention) -> Sightings:
    """What tells nearly always: the one country before "its forces"; where civilians and places of no owner are."""
    if mention.kind == "it+noun":
        before = [c for c in scene.sentence(mention.sentence) if c.end <= mention.start]
        return {"same before": frozenset([c.country for c in before])}
    if mention.sector == "SET" and mention.kind in NOUN_KINDS and _OCCUPIED in scene.view.near:
        return {"settlers": frozenset((_SETTLING,))}
    able = mention.sector == "CVL" or mention.noun in listed("places")
    if not able or mention.kind == "they" or "+" in mention.kind:
        return {}
    return {name: where for name, where in held(scene, mention).items() if name == "held in"}


def foremost(scene: Scene, mention: Mention) -> frozenset[str]:
    """The country that the text before a mention speaks of most, the nearer the sentence the more."""
    earlier, most = _faded(scene, mention.sentence)
    here = scene.between(scene.sentences[mention.sentence][0], mention.start)
    if not here:
        return most
    weights = dict(earlier)
    for clue in here:
        if clue.country:
            weights[clue.country] = weights.get(clue.country, 0.0) + _FADING[0]
    return _top(weights)


@kept
def _faded(scene: Scene, index: int) -> tuple[dict[str, float], frozenset[str]]:
    """How much the sentences before one speak of each country, found once for all its mentions, and of which most."""
    weights: dict[str, float] = {}
    opening = scene.sentences[max(0, index - len(_FADING) + 1)][0]
    for clue in scene.between(opening, scene.sentences[index][0]):
        if clue.country:
            weights[clue.country] = weights.get(clue.country, 0.0) + _FADING[index - clue.sentence]
    return weights, _top(weights)


def _top(weights: dict[str, float]) -> frozenset[str]:
    return frozenset((max(weights, key=weights.__getitem__),)) if weights else frozenset()
