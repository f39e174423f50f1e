"""Who takes part: the parties of a report as texts that can be compared, and as the keys of its blocks.

In: the actors and recipients of a report. Out: a `Cast`, of which reports with the same parties share what they can.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dragoman.record.linking.report import Side
from dragoman.record.linking.rules import OTHERS, rules

# Parties that make keys; who stands in a longer list is found by those that come first in the alphabet.
_PARTIES = 6
# Sectors of a country as a whole and of its people: anybody may be meant.
_ANYBODY = ("", "CVL")


@dataclass(frozen=True, slots=True)
class Flank:
    """One side of an event. `who` holds countries, for a party without one its folded name; `roles` the same with the
    class of the sector behind it ("COD/armed"), so that an army and its rebels are told apart; `vague` is true when
    some party has no country: organisations have many names, and two names may well be one. `sectors` are the parties
    by country and sector, none where a sector is unknown or tells nothing, as of "four people".

    Nothing stands twice in a tuple; tuples, for a set of one text is four times as large."""

    who: tuple[str, ...]
    roles: tuple[str, ...]
    vague: bool
    sectors: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cast:
    """Both sides; `people` are the folded names of all parties. `keys` are the parties whose blocks it is found in:
    countries, when any is known, else names."""

    actors: Flank
    recipients: Flank
    people: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def stand(self) -> tuple[str, ...]:
        """The keys of the blocks in which the report stands: pairs of parties, or one party."""
        return _met(self.keys)[0]

    @property
    def look(self) -> tuple[str, ...]:
        """The keys of the blocks in which its likes may stand."""
        return _met(self.keys)[1]


# Reports of one load often name the same parties.
@lru_cache(maxsize=1_024)
def cast(actors: tuple[Side, ...], recipients: tuple[Side, ...]) -> Cast:
    """The cast of a report with these parties."""
    sides = (*actors, *recipients)
    one, other = _flank(_known(actors), _vague(actors)), _flank(_known(recipients), _vague(recipients))
    # Countries, when any is known: organisations have many names. A bar would end a name early.
    keys = {country for _, country, _ in sides if country} or {who.replace("|", " ") for who in (*one.who, *other.who)}
    people = tuple(dict.fromkeys([name.casefold() for name, _, _ in sides if name]))
    return Cast(one, other, people, tuple(sorted(keys)[:_PARTIES]))


def _known(sides: tuple[Side, ...]) -> tuple[tuple[str, str], ...]:
    return tuple([(country or name.casefold(), sector) for name, country, sector in sides if country or name])


def _vague(sides: tuple[Side, ...]) -> bool:
    return any(not country for _, country, _ in sides)


# Few countries and sectors make most sides, whatever the names.
@lru_cache(maxsize=1_024)
def _flank(known: tuple[tuple[str, str], ...], vague: bool) -> Flank:
    classes = rules().classes
    who = dict.fromkeys([one for one, _ in known])
    roles = dict.fromkeys([f"{one}/{classes.get(sector, OTHERS)}" for one, sector in known])
    sectors = frozenset(known) if all(sector not in _ANYBODY for _, sector in known) else frozenset()
    return Flank(tuple(who), tuple(roles), vague, sectors)


# Most reports name a few countries; they share these texts.
@lru_cache(maxsize=1_024)
def _met(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two parties meet the same two, and each of them alone; one party meets all that name it."""
    if len(names) < 2:
        return tuple([f"{name}|-" for name in names]), tuple([f"{name}|{other}" for name in names for other in "-*"])
    pairs = [f"{one}|{other}" for one, other in combinations(names, 2)]
    return (*pairs, *[f"{name}|*" for name in names]), (*pairs, *[f"{name}|-" for name in names])
