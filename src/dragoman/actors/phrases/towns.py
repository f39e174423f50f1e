"""Which country a populated place is in, as far as naming a party's country goes.

In: a name and the countries a text is about. Out: ISO 3166 alpha-3, "" when no such place is known or it is too
small to be meant without a word for place before it.
"""

from collections.abc import Sequence

from dragoman.actors.names.matching import Item, key
from dragoman.actors.names.words import listed
from dragoman.placing.gazetteer import cities

# People from which a place needs no "in" or "near" before it: below, surnames and first names crowd in.
_LARGE = 150_000
# Places nearby in the sense of the text beat namesakes elsewhere that are up to so many times as large.
_PULL = 50
# A place of a phrase without a document must have so many times the people of its namesakes in other countries.
_DOMINANT = 3
# People from which a place may be the first word of a phrase, where any word has a capital letter.
_GREAT = 500_000
# People from which a place may stand before a noun, where peoples and firms stand too: "a Veracruz crime reporter".
_BEFORE = 250_000
# Words of a place's name at most.
_LONGEST = 5


def country_of(name: str, *, near: Sequence[str] = (), said: bool = False) -> str:
    """Country of the likeliest place of that name; `said` when a word such as "in" says that a place is meant."""
    found = cities(name)
    if not found:
        return ""
    best = max(found, key=lambda city: city.population * (_PULL if city.country in near else 1))
    if said or (best.population >= _LARGE and best.name.casefold() == name.casefold()):
        return best.country
    return ""


def dominant(name: str, *, said: bool, opening: bool = False) -> str:
    """Country of the place of that name where none of another country comes near it in people; else "".

    `said` when a word such as "in" says that a place is meant; `opening` when the name begins the phrase.
    """
    found = cities(name)
    own = [city for city in found if key(city.name) == key(name)]  # "Cancun" is also an old name of a larger city
    most: dict[str, int] = {}
    for city in own or found:
        most[city.country] = max(most.get(city.country, 0), city.population)
    ranked = sorted(most.items(), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _DOMINANT):
        return ""
    return ranked[0][0] if said or ranked[0][1] >= (_GREAT if opening else _BEFORE) else ""


def place_in(phrase: str, words: Sequence[Item]) -> str:
    """Country of the place with which the words behind "in" or "at" begin: "Lagos airport", "Mae Sot"; "" for none."""
    named = [item for item in words if item.key != "the"]
    for last in range(min(len(named), _LONGEST), 0, -1):
        ends = (named[0], named[last - 1])
        if not all(phrase[item.start].isupper() for item in ends):
            continue
        country = dominant(phrase[named[0].start : named[last - 1].end], said=True)
        if country:
            return country
    return ""


def place_before(phrase: str, words: Sequence[Item]) -> str:
    """Country of a large place that stands before a head without another name: "a Veracruz crime reporter"."""
    for item in words:
        if item.names or not phrase[item.start].isupper() or item.key in listed("not names"):
            continue
        country = dominant(phrase[item.start : item.end], said=False, opening=item.start == 0)
        if country:
            return country
    return ""
