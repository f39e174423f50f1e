"""Who takes part: the parties of a report as sets that can be compared, and as the keys of its blocks.

In: the actors and recipients of a report. Out: a `Cast`, worked out once for all reports with the same parties.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dragoman.record.linking.report import Side
from dragoman.record.linking.rules import OTHERS, rules

# Parties that make keys; who stands in a longer list is found by those that come first in the alphabet.
_PARTIES = 6


@dataclass(frozen=True, slots=True)
class Flank:
    """One side of an event. `who` holds countries, for a party without one its folded name; `roles` the same with the
    class of the sector behind it ("COD/armed"), so that an army and its rebels are told apart; `vague` is true when
    some party has no country: organisations have many names, and two names may well be one."""

    who: frozenset[str]
    roles: frozenset[str]
    vague: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """Both sides; `people` are the folded names of all parties. `stand` and `look` are the keys of the blocks in which
    the report stands and in which its likes may stand: pairs of countries, or one country."""

    actors: Flank
    recipients: Flank
    everyone: frozenset[str]
    people: frozenset[str]
    stand: tuple[str, ...]
    look: tuple[str, ...]


# Asked for twice a report, one after the other, and 3 kB each: more would only fill memory.
@lru_cache(maxsize=1_024)
def cast(actors: tuple[Side, ...], recipients: tuple[Side, ...]) -> Cast:
    """The cast of a report with these parties."""
    one, other = _flank(actors), _flank(recipients)
    everyone = one.who | other.who
    sides = (*actors, *recipients)
    # Countries, when any is known: organisations have many names. A bar would end a name early.
    names = {country for _, country, _ in sides if country} or {name.replace("|", " ") for name in everyone}
    stand, look = _keys(tuple(sorted(names)[:_PARTIES]))
    people = frozenset([name.casefold() for name, _, _ in sides if name])
    return Cast(one, other, everyone, people, stand, look)


def _flank(sides: tuple[Side, ...]) -> Flank:
    known = [(country or name.casefold(), sector) for name, country, sector in sides if country or name]
    classes = rules().classes
    roles = [f"{who}/{classes.get(sector, OTHERS)}" for who, sector in known]
    vague = any(not country for _, country, _ in sides)
    return Flank(frozenset([who for who, _ in known]), frozenset(roles), vague)


# Most reports name a few countries; they share these texts.
@lru_cache(maxsize=1_024)
def _keys(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two parties meet the same two, and each of them alone; one party meets all that name it."""
    if len(names) < 2:
        return tuple([f"{name}|-" for name in names]), tuple([f"{name}|{other}" for name in names for other in "-*"])
    pairs = [f"{one}|{other}" for one, other in combinations(names, 2)]
    return (*pairs, *[f"{name}|*" for name in names]), (*pairs, *[f"{name}|-" for name in names])
