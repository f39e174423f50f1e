"""Scoring: which of several cities of one name is meant.

In: the cities called so, and what narrows them: places named beside the name, the countries of the document. Out: the
likeliest city.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log10

from dragoman.placing.folding import fold
from dragoman.placing.gazetteer import City
from dragoman.placing.names import capitals

# Scores in powers of ten of population. The country that the document names most outweighs a namesake sixteen times
# the size (Tripoli, Cordoba, Birmingham; not Paris, London).
_HINT = 1.2
# In a document that names its country, a capital outweighs a namesake ten times its size (Victoria, San José).
_CAPITAL = 1.0
# A city outweighs one four times its size that has a tenth of its names in the world's languages (Cadiz, Granada).
_KNOWN = 0.6
_CONTAINED = 100.0
# A place of exactly that name outweighs one sixty times its size that was once called so (Salisbury).
_NAMED = 1.8
_FURTHEST = _HINT + _CAPITAL + _NAMED
# What a place without a count of people counts as.
_UNCOUNTED = 2_000
_DOUBLED = re.compile(r"([a-z])\1")
_SAINT = re.compile(r"\bst\b")
# Between a name and what tells it apart: "Santiago de Cuba" is just Santiago at home.
_TELLING = frozenset({"de", "del", "do", "da", "am", "an", "upon", "on", "of"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What narrows a name: the containers named beside it and the countries of the document."""

    hints: Mapping[str, float]
    countries: frozenset[str] = field(default_factory=frozenset)
    admins: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def likeliest(found: Sequence[City], key: str, setting: Setting) -> City | None:
    """The city with the highest score; the document is asked only where its countries can turn the scales."""
    scores = [(_score(city, key, setting), city) for city in found]
    top = max((score for score, _ in scores), default=0.0)
    able = [(score, city) for score, city in scores if score >= top - _FURTHEST and score + _at_home(city, key) >= top]
    if len(able) < 2:
        return able[0][1] if able else None
    most = max(setting.hints.values(), default=0.0) or 1.0
    return max(able, key=lambda one: one[0] + _hinted(one[1], key, setting.hints, most=most))[1]


def _at_home(city: City, key: str) -> float:
    """What a city's score gains in a document that names no country but the city's."""
    name = fold(city.name)
    capital = _CAPITAL if name == key == fold(capitals().get(city.country, "")) else 0.0
    return _HINT + capital + (_NAMED if _heads(key, name) else 0.0)


def _hinted(city: City, key: str, hints: Mapping[str, float], *, most: float) -> float:
    """What the countries of the document add to a city's score."""
    named = hints.get(city.country, 0.0)
    return _at_home(city, key) - _HINT * (1 - named / most) if named else 0.0


def _heads(key: str, name: str) -> bool:
    """Whether a name is that key with what tells it from its namesakes."""
    return name.startswith(f"{key} ") and name[len(key) + 1 :].partition(" ")[0] in _TELLING


def _canonical(city: City, key: str) -> bool:
    """Whether it is called exactly so, or but for a letter doubled (Odessa), or so in one of two languages."""
    names = fold(city.name.partition(" (")[0]).split(" / ")
    return _plain(key) in map(_plain, names)


def _plain(name: str) -> str:
    return _DOUBLED.sub(r"\1", _SAINT.sub("saint", name))


def _score(city: City, key: str, setting: Setting) -> float:
    score = log10((city.population or _UNCOUNTED) + 10) + _KNOWN * log10(city.spellings + 1)
    if _canonical(city, key):
        score += _NAMED
    if (city.country, city.admin) in setting.admins:
        score += _CONTAINED
    if city.country in setting.countries:
        score += _CONTAINED / 2
    return score
