"""Which names before them "both", "the two leaders" and "the group" mean.

In: a mention's words and the clues before it, in order of the text. Out: the clues that it means.
"""

from collections.abc import Collection, Sequence

from dragoman.actors.clues import Clue
from dragoman.actors.matching import PERSONS
from dragoman.actors.words import listed

_TWO = 2
# Words of "the group" and "the terror group".
_GROUP_LENGTHS = (2, 3)
# Sectors that "the bloc" and "the agency" mean, and those that "the group" does not.
_COMMON = frozenset({"IGO"})
_BODIES = frozenset({"GOV", "LEG", "JUD", "JRN", "MED", "BUS", "EDU", "COP", "MIL", "SPY"})
# What two parties at once may be, likelier kinds of names first; where a place is only a place comes last.
_STATES = frozenset({"state", "demonym", "metonym"})
_PAIRED = {
    "people": (PERSONS, _STATES),
    "persons": (PERSONS,),
    "states": (_STATES, _STATES | PERSONS | {"capital"}),
    "any": (_STATES | PERSONS | {"organisation"}, _STATES | PERSONS | {"capital", "organisation"}),
}


def two(pair: str, before: Sequence[Clue], *, facing: Collection[Clue] = ()) -> list[Clue]:
    """The last two clues of different countries that a pair of a kind means; two men may be of one. [] without two.

    Who is on the other side (`facing`) is none of the two: "Putin urged both presidents".
    """
    names = {c.name.name for c in facing}
    lands = {c.country for c in facing} if pair != "persons" else set()
    before = [c for c in before if c.name.name not in names and c.country not in lands]
    for kinds in _PAIRED[pair]:
        kept: dict[str, Clue] = {}
        for clue in reversed([c for c in before if c.country and c.name.kind in kinds]):
            kept.setdefault(clue.name.name if pair == "persons" else clue.country, clue)
            if len(kept) == _TWO:
                return list(reversed(kept.values()))
    return []


def group(words: Sequence[str], before: Sequence[Clue]) -> Clue | None:
    """The organisation last named before "the group", "the movement"; before "the bloc" of states, "the agency"."""
    if len(words) not in _GROUP_LENGTHS or words[0] != "the":
        return None
    if not listed("group adjectives").issuperset(words[1:-1]):
        return None
    several, body = words[-1] in listed("group nouns"), words[-1] in listed("body nouns")
    able = [c for c in before if c.name.kind == "organisation"] if several or body else []
    meant = [c for c in able if (body if c.name.sector in _COMMON else several and c.name.sector not in _BODIES)]
    return meant[-1] if meant else None
