"""Which country a populated place is in, as far as naming a party's country goes.

In: a name and the countries a text is about. Out: ISO 3166 alpha-3, "" when no such place is known or it is too
small to be meant without a word for place before it.
"""

from collections.abc import Sequence

# People from which a place needs no "in" or "near" before it: below, surnames and first names crowd in.
_LARGE = 150_000
# Places nearby in the sense of the text beat namesakes elsewhere that are up to so many times as large.
_PULL = 50


def country_of(name: str, *, near: Sequence[str] = (), said: bool = False) -> str:
    """Country of the likeliest place of that name; `said` when a word such as "in" says that a place is meant."""
    from dragoman.coding.placing.gazetteer import cities  # the gazetteer is read when the first place is asked for

    found = cities(name)
    if not found:
        return ""
    best = max(found, key=lambda city: city.population * (_PULL if city.country in near else 1))
    if said or (best.population >= _LARGE and best.name.casefold() == name.casefold()):
        return best.country
    return ""
