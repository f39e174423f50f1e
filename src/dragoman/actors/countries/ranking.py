"""Which country a mention belongs to when its own words do not say: candidates weighed by where they are named.

In: a mention and its `Scene`. Out: the likeliest country ("" for none) and its probability. The weights are data
(weights.json), fitted by training/actors.py to annotated news; each is a feature, alone and by kind of mention. What
each feature means and which module makes it is told in features.csv.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.actors.countries.earlier import RECENT
from dragoman.actors.countries.whereabouts import held
from dragoman.actors.mentions.mentions import NOUN_KINDS, Mention
from dragoman.actors.names.words import listed
from dragoman.actors.scene.scene import Scene, Sightings, kept
from dragoman.summing import added

# Candidates: every country named within the last sentences, and the most named ones of the document.
_MOST_NAMED = 6
_SHARES = ((0.6, "share>60"), (0.4, "share>40"), (0.25, "share>25"), (0.1, "share>10"), (0.03, "share>3"))
_NOTHING = (0.0, 0.0)
_NONE = "none "
# A longer word before a mention is cut; what ends one, and what begins one.
_WORD = 24
_MARKS = '.,;:“”"\n'
_BREAKS = ' \n“”"([—'

Weights = dict[str, float]


@cache
def shipped() -> Weights:
    """The fitted weights."""
    source = files("dragoman.actors.countries").joinpath("weights.json")
    weights: Weights = json.loads(source.read_text(encoding="utf-8"))
    return weights


def candidates(scene: Scene, mention: Mention) -> list[str]:
    """Countries that the mention may belong to, "" among them, in a fixed order."""
    return sorted(_able(scene, mention))


def _able(scene: Scene, mention: Mention) -> frozenset[str]:
    found = _around(scene, mention.sentence)
    homes = scene.view.roster.homes.get(mention.noun) if mention.kind == "people" else None
    at_home = found & homes if homes else None
    if mention.noun in listed("sent abroad") or not listed("envoys").isdisjoint(mention.words[-1:]):
        host = held(scene, mention).get("held in", frozenset())  # "the embassy in Kyiv"; "Arab ambassadors in London"
        return frozenset({""}) if host and mention.many and "+" not in mention.kind else found - host
    return at_home | {""} if at_home else found


@kept
def _around(scene: Scene, index: int) -> frozenset[str]:
    """The candidates of all mentions of a sentence."""
    recent = [c.country for i in range(index - RECENT, index + 1) for c in scene.sentence(i)]
    return frozenset((*recent, *scene.ranked[:_MOST_NAMED], *scene.title, ""))


def likeliest(
    scene: Scene, mention: Mention, seen: Sightings, weights: Weights, *, but: frozenset[str] = frozenset()
) -> str:
    """The likeliest candidate `but` some, the first by name of several."""
    if weights is not shipped():
        return next(country for _, country in weigh(scene, mention, seen, weights) if country not in but)
    scores = {country: score for country, score in _scores(scene, mention, seen).items() if country not in but}
    top = max(scores.values())
    return min([country for country, score in scores.items() if score == top])


def weigh(scene: Scene, mention: Mention, seen: Sightings, weights: Weights) -> list[tuple[float, str]]:
    """Candidates with their probabilities, likeliest first."""
    seen = {name: where for name, where in seen.items() if where}
    if weights is shipped():
        scores = _scores(scene, mention, seen)
    else:
        found = {c: crossed(mention, features(scene, mention, c, seen)) for c in candidates(scene, mention)}
        scores = {country: added(weights.get(f, 0.0) for f in own) for country, own in found.items()}
    top = max(scores.values())
    powers = {country: math.exp(s - top) for country, s in scores.items()}
    total = added(powers.values())
    return sorted(((p / total, c) for c, p in powers.items()), key=lambda pair: (-pair[0], pair[1]))


def _scores(scene: Scene, mention: Mention, seen: Sightings) -> dict[str, float]:
    """The candidates' sums of shipped weights, each sighting looked up once for all countries that it is of."""
    table = _summed(mention.kind)
    sums = dict.fromkeys(_able(scene, mention), 0.0)
    for name, where in seen.items():
        if where:
            own, none = table.get(name, _NOTHING)
            for country in where:
                if country in sums:
                    sums[country] += own if country else none
    for country in sums:
        stood = _stood(scene, mention.kind, country)
        sums[country] += stood if country else _with_words(stood, scene, mention)
    return sums


@kept
def _stood(scene: Scene, kind: str, country: str) -> float:
    """The shipped weights of how much a document is about a country, or about none, for a kind of mention."""
    return _sum(_summed(kind), standing(scene, country) if country else _none_of(scene))


def _with_words(stood: float, scene: Scene, mention: Mention) -> float:
    """The shipped weights for no country, with those of the words of a mention and of the one before it."""
    after, _ = _summed(mention.kind).get(_after(scene, mention), _NOTHING)
    return stood + after + _worded_sum(mention.kind, *_own(mention))


@lru_cache(maxsize=4096)
def _worded_sum(kind: str, noun: str, words: tuple[str, ...], said: tuple[str, ...], sector: str) -> float:
    return _sum(_summed(kind), _worded(noun, words, said, sector))


def _sum(table: Mapping[str, tuple[float, float]], found: Sequence[str]) -> float:
    return added([table[name][0] for name in found if name in table])


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
def _summed(kind: str) -> dict[str, tuple[float, float]]:
    """The shipped weights as they count for a kind of mention, a feature's own and its crossed ones in one.

    Each stands beside that of the same feature for no country.
    """
    if not kind:
        return _added({}, _sorted()[""])
    sums = dict(_summed(""))
    for sort in _sorts(kind):
        _added(sums, _sorted().get(sort, {}))
    return sums


def _added(sums: dict[str, tuple[float, float]], more: Weights) -> dict[str, tuple[float, float]]:
    for feature, weight in more.items():
        own, none = sums.get(feature, _NOTHING)
        sums[feature] = own + weight, none
        if feature.startswith(_NONE):
            name = feature.removeprefix(_NONE)
            own, none = sums.get(name, _NOTHING)
            sums[name] = own, none + weight
    return sums


def features(scene: Scene, mention: Mention, country: str, seen: Sightings) -> list[str]:
    """What speaks for a country: where it is named, and how much the document is about it."""
    if not country:
        return _of_none(scene, mention) + [f"none {name}" for name, where in seen.items() if "" in where]
    return [name for name, where in seen.items() if country in where] + standing(scene, country)


def _of_none(scene: Scene, mention: Mention) -> list[str]:
    """What speaks for no country, wherever countries are seen: the document, and the words of the mention."""
    return [*_none_of(scene), *_worded(*_own(mention)), _after(scene, mention)]


def _own(mention: Mention) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    return mention.noun, mention.words, mention.said, mention.sector


def _none_of(scene: Scene) -> list[str]:
    kinds = [f"none {kind} {_part(share)}" for kind, share in scene.stateless.items()]
    return ["none", f"none {len(scene.ranked[:4])}", *kinds]


def _worded(noun: str, words: Sequence[str], said: Sequence[str], sector: str) -> list[str]:
    found = [f"none head {noun}"] if noun else []
    found.extend([f"none word {word}" for word in words])
    found.extend([f"none said {word}" for word in said])
    return [*found, f"none sector {sector}"] if sector else found


def _after(scene: Scene, mention: Mention) -> str:
    return f"none after {word_before(scene.text, mention.start)}"


def word_before(text: str, start: int) -> str:
    """The word that stands before a mention, folded, or the mark that ends it: "by", ","; "" where none does."""
    before = text[max(0, start - _WORD) : start].rstrip()
    word = before.rpartition(" ")[2]
    if word.isalnum():  # nearly always
        return word.casefold()
    if before[-1:] in _MARKS:
        return before[-1:]
    return before[max(map(before.rfind, _BREAKS)) + 1 :].casefold()


def _part(share: float) -> str:
    return next((label for bound, label in _SHARES if share > bound), "share<3")


@kept
def standing(scene: Scene, country: str) -> list[str]:
    """How much the document is about a country."""
    found = [f"top {at}" for at, top in enumerate(scene.ranked[:3]) if top == country]
    return [*found, _part(scene.share.get(country, 0.0))]
