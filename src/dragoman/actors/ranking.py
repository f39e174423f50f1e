"""Which country a mention belongs to when its own words do not say: candidates weighed by where they are named.

In: a mention and its `Scene`. Out: the likeliest country ("" for none) and its probability. The weights are data
(weights.json), fitted by training/actors.py to annotated news; each is a feature, alone and by kind of mention.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dragoman.actors.mentions import NOUN_KINDS, Mention
from dragoman.actors.scene import Scene
from dragoman.actors.sightings import RECENT, Sightings

# Candidates: every country named within the last sentences, and the most named ones of the document.
_MOST_NAMED = 6
_SHARES = ((0.6, "share>60"), (0.4, "share>40"), (0.25, "share>25"), (0.1, "share>10"), (0.03, "share>3"))
# A longer word before a mention is cut; what ends one, and what begins one.
_WORD = 24
_MARKS = '.,;:“”"\n'
_BREAKS = ' \n“”"([—'

Weights = dict[str, float]


@cache
def shipped() -> Weights:
    """The fitted weights."""
    source = files("dragoman.actors").joinpath("weights.json")
    weights: Weights = json.loads(source.read_text(encoding="utf-8"))
    return weights


def candidates(scene: Scene, mention: Mention) -> list[str]:
    """Countries that the mention may belong to, "" among them, in a fixed order."""
    recent = [c for i in range(mention.sentence - RECENT, mention.sentence + 1) for c in scene.sentence(i)]
    found = {c.country for c in recent} | set(scene.ranked[:_MOST_NAMED]) | scene.title | {""}
    homes = scene.view.roster.homes.get(mention.noun, frozenset()) if mention.kind == "people" else frozenset()
    at_home = found & homes
    return sorted({*at_home, ""} if at_home else found)


def weigh(scene: Scene, mention: Mention, seen: Sightings, weights: Weights) -> list[tuple[float, str]]:
    """Candidates with their probabilities, likeliest first."""
    able = candidates(scene, mention)
    seen = {name: where for name, where in seen.items() if where}
    if weights is shipped():
        scores = _scores(scene, mention, able, seen)
    else:
        found = [crossed(mention, features(scene, mention, country, seen)) for country in able]
        scores = [sum(weights.get(f, 0.0) for f in own) for own in found]
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return sorted(((p / total, c) for p, c in zip(powers, able, strict=True)), key=lambda pair: (-pair[0], pair[1]))


def _scores(scene: Scene, mention: Mention, able: Sequence[str], seen: Sightings) -> list[float]:
    """The candidates' sums of shipped weights, each sighting looked up once for all countries that it is of."""
    table = _summed(mention.kind)
    sums = dict.fromkeys(able, 0.0)
    for name, where in seen.items():
        weight = table.get(name, 0.0)
        for country in where:
            if country and country in sums:
                sums[country] += weight
    for country in able:
        own = features(scene, mention, "", seen) if not country else standing(scene, country)
        sums[country] += sum(table.get(name, 0.0) for name in own)
    return [sums[country] for country in able]


def crossed(mention: Mention, found: list[str]) -> list[str]:
    """Features alone and by kind of mention; common nouns share weights, "his" and "he" do, each sort adds its own."""
    return found + [f"{sort}|{f}" for sort in _sorts(mention.kind) for f in found]


def _sorts(kind: str) -> tuple[str, ...]:
    coarse = "noun" if kind in NOUN_KINDS else kind.partition("+")[0]
    return (coarse,) if coarse == kind else (coarse, kind)


@cache
def _sorted() -> dict[str, Weights]:
    """The shipped weights by the sort of mention that they are crossed with, "" for those of all mentions."""
    found: dict[str, Weights] = {"": {}}
    for name, weight in shipped().items():
        sort, crossing, feature = name.partition("|")
        found.setdefault(sort if crossing else "", {})[feature if crossing else name] = weight
    return found


@cache
def _summed(kind: str) -> Weights:
    """The shipped weights as they count for a kind of mention: a feature's own and its crossed ones in one."""
    sums = dict(_sorted()[""])
    for sort in _sorts(kind):
        for feature, weight in _sorted().get(sort, {}).items():
            sums[feature] = sums.get(feature, 0.0) + weight
    return sums


def features(scene: Scene, mention: Mention, country: str, seen: Sightings) -> list[str]:
    """What speaks for a country: where it is named, and how much the document is about it."""
    if not country:
        found = ["none", f"none {len(scene.ranked[:4])}"]
        if mention.noun:
            found.append(f"none head {mention.noun}")
        found.extend(f"none word {word}" for word in mention.words)
        found.extend(f"none said {word}" for word in mention.said)
        found.append(f"none after {word_before(scene.text, mention.start)}")
        if mention.sector:
            found.append(f"none sector {mention.sector}")
        for kind, share in scene.stateless.items():
            found.append(f"none {kind} {next((label for bound, label in _SHARES if share > bound), 'share<3')}")
        return found + [f"none {name}" for name, where in seen.items() if "" in where]
    return [name for name, where in seen.items() if country in where] + standing(scene, country)


def word_before(text: str, start: int) -> str:
    """The word that stands before a mention, folded, or the mark that ends it: "by", ","; "" where none does."""
    before = text[max(0, start - _WORD) : start].rstrip()
    if before[-1:] in _MARKS:
        return before[-1:]
    return before[max(map(before.rfind, _BREAKS)) + 1 :].casefold()


def standing(scene: Scene, country: str) -> list[str]:
    """How much the document is about a country."""
    if country not in scene.standing:
        scene.standing[country] = _standing(scene, country)
    return scene.standing[country]


def _standing(scene: Scene, country: str) -> list[str]:
    found = [f"top {at}" for at, top in enumerate(scene.ranked[:3]) if top == country]
    share = scene.share.get(country, 0.0)
    found.append(next((label for bound, label in _SHARES if share > bound), "share<3"))
    return found
