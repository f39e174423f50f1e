"""A name behind a title and what that is of: "President of Kenya William Ruto" is "Kenya's President William Ruto".

In: the core of a part and its complements. Out: the same with the name in the core, and whose the title is as an owner.
"""

from collections.abc import Sequence

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.kinds import PERSONS
from dragoman.actors.names.matching import Item
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import related

Complement = tuple[str, tuple[Item, ...]]
_TITLED = ("of", "for")
# Words of the full name of a person whom no table knows, at least.
_FULL = 2


def brought_forward(
    phrase: str, core: Sequence[Item], complements: Sequence[Complement], *, names: Roster
) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Complement, ...]] | None:
    """Owner, core and complements of a part whose last complement ends with the name of its head; None for others."""
    preposition, rest = complements[-1] if complements else ("", ())
    if preposition not in _TITLED or not _title(core, names):
        return None
    at = _name(phrase, rest, names)
    whose, name = rest[:at], rest[at:]
    if not name or not whose or whose[-1].key in listed("conjunctions"):
        return None
    if whose[-1].first("state", "capital", "organisation", "metonym", "region", "city"):
        return whose, (*core, *name), tuple(complements[:-1])
    return (), (*core, *name), (*complements[:-1], (preposition, whose))


def _title(core: Sequence[Item], names: Roster) -> bool:
    """Whether the head of a core is a title of one person."""
    noun = core[-1].first("noun") if core else None
    if noun is None or noun.text != noun.name or noun.name in names.collective or related(core):
        return False
    last = noun.name.rpartition(" ")[2]
    if noun.name.partition(" of ")[0].endswith("s"):
        return False  # "forces loyal to Syria's Bashar al-Assad"
    return noun.sector not in sectors_in("untitled") and last not in listed("kin") and last not in listed("no persons")


def _name(phrase: str, rest: Sequence[Item], names: Roster) -> int:
    """Where the name of a person begins that ends a complement; the end of the complement where none does."""
    first = len(rest)
    while first and _of_name(phrase, rest[first - 1]):
        first -= 1
    while first < len(rest) and rest[first].key in listed("particles"):
        first += 1
    portfolio = [at for at in range(first, len(rest)) if rest[at].key in listed("portfolios")]
    first = portfolio[-1] + 1 if portfolio else first
    known = next((at for at in range(first, len(rest)) if rest[at].first("person")), None)
    if known is not None:
        return known if known + 1 == len(rest) else len(rest)
    given = next((at for at in range(first, len(rest)) if rest[at].key in names.given), None)
    if given is not None and len(rest) - given >= _FULL:
        return given
    lone = first + 1 == len(rest) and rest[first].first("surname") is not None
    return first if lone and first and not _before_name(rest[first - 1]) else len(rest)


def _of_name(phrase: str, item: Item) -> bool:
    """Whether a word may be one of a person's name: a capitalised one that is no other name, a small "bin"."""
    if item.key in listed("particles"):
        return True
    plain = all(name.kind in PERSONS for name in item.names)
    return phrase[item.start].isupper() and (plain or item.key in listed("honorifics"))


def _before_name(item: Item) -> bool:
    """Whether a word makes a surname that of another than the head: "the widow of President Ruto"."""
    noun = item.first("noun", "demonym") is not None
    return noun or item.key in listed("titles") or item.key in listed("honorifics")
