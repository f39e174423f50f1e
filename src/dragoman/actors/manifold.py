"""Words that mean parties of several countries, or of none: "western powers", "the international community".

In: the core of a party's words, in which no country is named. Out: whether they are of no one country.
"""

from collections.abc import Sequence

from dragoman.actors.matching import Item, Name
from dragoman.actors.resolving import related
from dragoman.actors.words import listed

# Sectors of nouns for bodies of several states and for states of a part of the world.
_BETWEEN_STATES = frozenset({"IGO", "INT"})


def manifold(core: Sequence[Item]) -> bool:
    """Whether the words of a core say that those whom they mean are of no one country."""
    if related(core):
        return _beside(core)
    head = next((name for item in reversed(core) if (name := item.first("noun"))), None)
    if head is not None and _of_states(head):
        return True
    peoples = any(item.first("people") and item.key not in listed("worldwide") for item in core)
    return not peoples and any(item.key in listed("worldwide") for item in core)


def _of_states(head: Name) -> bool:
    last = head.name.rpartition(" ")[2]
    if head.sector in _BETWEEN_STATES and last not in listed("one or several") and last not in listed("relations"):
        return True
    return head.text != head.name and head.name in listed("state nouns")


def _beside(core: Sequence[Item]) -> bool:
    """Whether the words mean several beside somebody, and no more: "its Western allies", not "its Arab allies"."""
    told = any(item.first("noun", "people") and item.key not in listed("worldwide") for item in core[:-1])
    return core[-1].key.endswith("s") and not told
