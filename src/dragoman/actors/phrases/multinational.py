"""Words that mean parties of several countries, or of none: "western powers", "the international community".

In: the core of a party's words, in which no country is named, or the readings of words that name several. Out: whether
they are one party of no one country.
"""

from collections.abc import Sequence

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.matching import Item, Name
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import related
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.resolving import Reading

# "US" and "UK" stand before a noun as adjectives do.
_SHORT = 4


def crowd(phrase: str, readings: Sequence[tuple[Part, Reading]]) -> bool:
    """Whether the readings of a phrase are one crowd from several countries: "hostages from Spain and Chile"."""
    if len(readings) <= 1 or len({reading.country for _, reading in readings}) < len(readings):
        return False
    heads = {reading.noun for part, reading in readings if reading.noun or not _short(phrase, part)}
    return len(heads) == 1 and readings[-1][1].noun in heads and readings[-1][1].sector in sectors_in("private")


def _short(phrase: str, part: Part) -> bool:
    written = phrase[part.start : part.end].replace(".", "")
    return written.isupper() and len(written) <= _SHORT


def manifold(core: Sequence[Item]) -> bool:
    """Whether the words of a core say that those whom they mean are of no one country."""
    if related(core):
        return _beside(core)
    head = next((name for item in reversed(core) if (name := item.first("noun"))), None)
    if head is not None and _of_states(head):
        return True
    wide = [item for item in core if _wide(item)]
    return bool(wide) and not any(item.first("people") and item not in wide for item in core)


def _wide(item: Item) -> bool:
    """Whether a word says that a party is of a part of the world, or of anywhere: "foreign", "Central Asian"."""
    if item.key in listed("worldwide"):
        return True
    return item.first("people") is not None and item.key.rpartition(" ")[2] in listed("regional")


def _of_states(head: Name) -> bool:
    last = head.name.rpartition(" ")[2]
    several = last not in listed("one or several") and last not in listed("relations")
    if several and head.sector in sectors_in("between states"):
        return True
    if head.sector in sectors_in("abroad") and head.name.partition(" ")[0] in listed("worldwide") and " " in head.name:
        return True  # "a multinational force"
    return head.text != head.name and head.name in listed("state nouns")


def _beside(core: Sequence[Item]) -> bool:
    """Whether the words mean several beside somebody, and no more: "its Western allies", not "its Arab allies"."""
    told = any(item.first("noun", "people") and item.key not in listed("worldwide") for item in core[:-1])
    return core[-1].key.endswith("s") and not told
