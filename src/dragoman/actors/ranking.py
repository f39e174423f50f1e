"""Which country a mention belongs to when its own words do not say: candidates weighed by where they are named.

In: a mention and its `Scene`. Out: the likeliest country ("" for none) and its probability. The weights are data
(weights.json), fitted by training/actors.py to annotated news; each is a feature, alone and by kind of mention.
"""

import json
import math
from functools import cache
from importlib.resources import files

from dragoman.actors.clues import Clue
from dragoman.actors.mentions import Mention
from dragoman.actors.scene import Scene

# Candidates: every country named within the last sentences, and the most named ones of the document.
_RECENT = 3
_MOST_NAMED = 6
_SHARES = ((0.6, "share>60"), (0.4, "share>40"), (0.25, "share>25"), (0.1, "share>10"), (0.03, "share>3"))
_CLOSE = 25

Weights = dict[str, float]


@cache
def shipped() -> Weights:
    """The fitted weights."""
    source = files("dragoman.actors").joinpath("weights.json")
    weights: Weights = json.loads(source.read_text(encoding="utf-8"))
    return weights


def candidates(scene: Scene, mention: Mention) -> list[str]:
    """Countries that the mention may belong to, "" among them, in a fixed order."""
    recent = [c for i in range(mention.sentence - _RECENT, mention.sentence + 1) for c in scene.sentence(i)]
    found = {c.country for c in recent} | set(scene.ranked[:_MOST_NAMED]) | scene.title | {""}
    return sorted(found)


def weigh(scene: Scene, mention: Mention, weights: Weights) -> list[tuple[float, str]]:
    """Candidates with their probabilities, likeliest first."""
    able = candidates(scene, mention)
    seen = sightings(scene, mention)
    scores = [
        sum(weights.get(f, 0.0) for f in crossed(mention, features(scene, mention, c, seen))) for c in able
    ]
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return sorted(
        ((p / total, c) for p, c in zip(powers, able, strict=True)), key=lambda pair: (-pair[0], pair[1])
    )


def crossed(mention: Mention, found: list[str]) -> list[str]:
    """Features alone and by kind of mention."""
    return found + [f"{mention.kind}|{f}" for f in found]


Sightings = dict[str, frozenset[str]]


def sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries by where they are named as seen from the mention."""
    here = [c for c in scene.sentence(mention.sentence) if c.end <= mention.start or c.start >= mention.end]
    before = [c for c in here if c.end <= mention.start]
    after = [c for c in here if c.start >= mention.end]
    previous = scene.sentence(mention.sentence - 1)
    earlier = scene.sentence(mention.sentence - 2)
    past = [*scene.sentence(mention.sentence - 3), *earlier, *previous, *before]
    lead = [*scene.sentence(0), *scene.sentence(1)]
    seen: dict[str, list[Clue]] = {
        "same before": before,
        "same nearest": before[-1:],
        "same first": before[:1],
        "same after": after,
        "same next": after[:1],
        "close before": [c for c in before if mention.start - c.end <= _CLOSE],
        "close after": [c for c in after if c.start - mention.end <= _CLOSE],
        "previous": previous,
        "previous first": previous[:1],
        "previous last": previous[-1:],
        "previous person": [c for c in previous if c.person][:1],
        "earlier": earlier,
        "nearest": past[-1:],
        "nearest person": [c for c in past if c.person][-1:],
        "nearest state": [c for c in past if c.name.kind == "state"][-1:],
        "nearest group": [c for c in past if c.name.kind == "organisation"][-1:],
        "lead": lead,
        "lead first": lead[:1],
    }
    inside = [c for c in scene.between(mention.start, mention.end)]
    seen["inside"] = inside
    out = {name: frozenset(c.country for c in rows) for name, rows in seen.items()}
    if len({c.country for c in here if c.country}) == 1:
        out["only here"] = frozenset(c.country for c in here if c.country)
    out["title"] = scene.title
    return {**out, **chain_sightings(scene, mention)}


def chain_sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries named beside the other places where the same person or body is named."""
    if mention.kind != "name":
        return {}
    last = (
        scene.text[mention.start : mention.end].split()[-1].casefold() if mention.end > mention.start else ""
    )
    chain = scene.chains.get(last)
    if chain is None:
        return {}
    beside: set[str] = set()
    shared: set[str] = set()
    for start, end in chain.spans:
        here = scene.sentence(scene.sentence_at(start))
        shared.update(c.country for c in here)
        beside.update(c.country for c in here if 0 <= start - c.end <= _CLOSE or 0 <= c.start - end <= _CLOSE)
    first = scene.sentence(scene.sentence_at(chain.spans[0][0]))
    return {
        "chain beside": frozenset(beside),
        "chain with": frozenset(shared),
        "chain first": frozenset(c.country for c in first),
    }


def features(scene: Scene, mention: Mention, country: str, seen: Sightings) -> list[str]:
    """What speaks for a country: where it is named, and how much the document is about it."""
    if not country:
        found = ["none", f"none {len(scene.ranked[:4])}"]
        if mention.noun:
            found.append(f"none {mention.noun}")
        return found + [f"none {name}" for name, where in seen.items() if "" in where]
    found = [name for name, where in seen.items() if country in where]
    found.extend(f"top {at}" for at, top in enumerate(scene.ranked[:3]) if top == country)
    total = sum(n for c, n in scene.share.items() if c) or 1
    share = scene.share[country] / total
    found.append(next((label for bound, label in _SHARES if share > bound), "share<3"))
    return found
