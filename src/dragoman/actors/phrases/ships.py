"""Ships of navies by what stands before their names: the "USS" of "USS Donald Cook" tells whose they are.

In: a phrase and the words of a party in it. Out: the reading of a warship; None where they are none.
"""

from collections.abc import Sequence
from functools import cache

from dragoman.actors.knowledge.rows import table_rows
from dragoman.actors.names.matching import Item
from dragoman.actors.phrases.readings import Reading


@cache
def prefixes() -> dict[str, str]:
    """The countries of knowledge/ships.csv by prefix."""
    return {row["prefix"]: row["country"] for row in table_rows("ships.csv")}


def warship(phrase: str, core: Sequence[Item]) -> Reading | None:
    """The reading of words that begin with a navy's prefix and go on with a name."""
    words = [item for item in core if item.key != "the"]
    if len(words) < 2 or not phrase[words[1].start].isupper():
        return None
    country = prefixes().get(phrase[words[0].start : words[0].end], "")
    return Reading(country=country, sector="MIL", noun="ship", bare=False) if country else None
