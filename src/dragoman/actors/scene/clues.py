"""What a document says of countries, and where: each name of a state, a people, a place, a group or a person.

In: a document's items (names and words in order) and its sentences. Out: `Clue`s in order of the text, and the
countries of the document, the most named first.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors.names.choosing import View, beside, choose
from dragoman.actors.names.kinds import PERSONS, PLACES, TELLING
from dragoman.actors.names.matching import Item, Name
from dragoman.actors.names.words import listed
from dragoman.datelines import in_dateline

_TELLING = frozenset(TELLING)
# How far before a place its preposition is looked for: "in the Czech capital, Prague", "across northern Syria".
_BEFORE, _BETWEEN = 60, 7
# How far before a medium the one who speaks to it is looked for: "told the ".
_SPOKEN = 9
# What follows the last of several places ("in the town of Kilis, Turkey,"), and what may stand inside one.
_CLOSED = (",", ".", ";", ":", ")", "")
_WITHIN = frozenset({"of", "the"})
# Countries kept as the context for ambiguous names.
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Clue:
    """One name in the text that speaks of a country ("" for international bodies), in sentence `sentence`.

    `at` says that a word of place stands before it: something happens "in northern Syria", "near Kyiv".
    """

    start: int
    end: int
    sentence: int
    country: str
    name: Name
    at: bool = False

    @property
    def person(self) -> bool:
        """Whether the name is a person's."""
        return self.name.kind in PERSONS


def sentence_of(starts: Sequence[int], at: int) -> int:
    """Index of the sentence that a character belongs to; 0 before the first."""
    return max(0, bisect_right(starts, at) - 1)


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a preposition of place stands before a name, adjectives and wider or narrower places between allowed."""
    closed = text[end : end + 1] in _CLOSED
    listed_in = False
    places, verbs = listed("place prepositions"), listed("verbs")
    for word in reversed(text[max(0, start - _BEFORE) : start].split()[-_BETWEEN:]):
        listed_in = listed_in or (closed and word.endswith(","))
        plain = word.removesuffix(",")
        if plain.casefold() in places:
            return True
        if not plain.replace("-", "").isalpha() or (plain in verbs and plain not in _WITHIN):
            return False
        if not (plain.islower() or listed_in):
            return False
    return False


def _speaking(found: Sequence[Item]) -> list[tuple[int, Item]]:
    """The items that speak of a country, with their numbers."""
    named = [(number, item) for number, item in enumerate(found) if item.names]
    return [
        (number, item)
        for number, item in named
        if item.names[0].kind in _TELLING or any(name.kind in _TELLING for name in item.names[1:])
    ]


def _needs_others(item: Item, view: View) -> bool:
    """Whether a name counts only beside others of its country, and so is no sign of it: Memorial in Dhaka."""
    trap = view.roster.traps.get(item.key)
    return trap is not None and trap.rule == "context" and item.first("capital") is None


def _home(name: Name, view: View) -> str:
    """A person's country on the day: the high commissioner of the United Nations has none."""
    return view.roster.home(view.roster.office_held(name.name, view.on, view.near), name.country)


def _media(text: str, start: int) -> bool:
    """Whether somebody speaks to a medium or it wrote the text, which says nothing of whom that is about: "told The
    Associated Press", "LAGOS (Reuters) - ..."."""
    return in_dateline(text, start) or text[max(0, start - _SPOKEN) : start].casefold().removesuffix("the ").endswith(
        ("told ", "tells ")
    )


def clues(text: str, found: Sequence[Item], starts: Sequence[int], view: View) -> tuple[list[Clue], tuple[str, ...]]:
    """Clues of a text and its countries; names that mean several countries are settled by the others of the text."""
    counts: Counter[str] = Counter()
    speaking = _speaking(found)
    for _, item in speaking:
        if _needs_others(item, view):
            continue
        if len(item.names) == 1 or len({n.country for n in item.names}) == 1:
            counts[item.names[0].country] += 1
    near = tuple(c for c, _ in counts.most_common(_NEAR) if c)
    settled = replace(view, near=near)
    out: list[Clue] = []
    for number, item in speaking:
        name = choose(item, TELLING, settled, beside=beside(found, number), phrase=text)
        if name is not None and not (name.sector == "JRN" and _media(text, item.start)):
            at = name.kind in PLACES and is_place(text, item.start, item.end)
            country = _home(name, settled) if name.kind in PERSONS else name.country
            out.append(Clue(item.start, item.end, sentence_of(starts, item.start), country, name, at))
    ranked = Counter(c.country for c in out if c.country)
    return out, tuple(c for c, _ in ranked.most_common())
