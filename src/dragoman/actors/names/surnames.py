"""Whom a surname alone means: of all who bear it the likeliest, by offices and by the countries that a text names.

In: the readings of a surname, a day, the countries nearby. Out: one `Name`, or None.
"""

from collections.abc import Sequence
from datetime import date

from dragoman.actors.knowledge.offices import Holder, Office
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import FAME, LEADING, Roster

# Ranks, the likeliest first: 0 to 3 who serves or served; who is to lead a state; people of the tables without an
# office. Then those of a country that the text does not name: leaders and heads of bodies; ministers of foreign affairs
# and defence; who is to lead. From the last rank on nobody is meant.
_TO_BE = 4
_UNOFFICIAL = 5
_FAR = 6
_FARTHER = 7
_SOON_FAR = 8
_NOBODY = 9
_KNOWN_AFAR = LEADING | {"organisation_head"}
_ABROAD = frozenset({"foreign_minister", "defence_minister"})
# A person's terms as `Offices.career` gives them.
Terms = Sequence[tuple[Holder, Office, bool]]


def bearer(names: Sequence[Name], on: date | None, near: Sequence[str], *, roster: Roster) -> Name | None:
    """Whom a surname alone means that day: the likeliest office-holder. Where several are as likely and all of one
    country (the Barzanis), it is that country's, with the surname alone as its name; else None."""
    ranked = sorted((_standing(name, on, near, roster=roster), name) for name in set(names))
    likely = ranked[0][0][0]
    if likely == _FARTHER and len({name.name for name in names}) > 1:
        return None  # Musa may be anybody's, also where a minister bears it
    if likely == _SOON_FAR and _several(names, on, roster=roster):
        return None
    likeliest = [name for rank, name in ranked if rank == ranked[0][0] and rank[0] < _NOBODY]
    if len({name.country for name in likeliest}) != 1:
        return None
    first = likeliest[0]
    return first if len(likeliest) == 1 else first._replace(name=first.text, wikidata="")


def _several(names: Sequence[Name], on: date | None, *, roster: Roster) -> bool:
    """Whether several office-holders of those days, of whatever country, bear a surname: "Wang", "Johnson"."""
    careers = ((name, roster.offices.career(name.name, on)) for name in set(names))
    return sum(_rank(name, own, on, roster=roster) < _UNOFFICIAL for name, own in careers) > 1


def _standing(name: Name, on: date | None, near: Sequence[str], *, roster: Roster) -> tuple[int, int, bool]:
    """How likely a surname means this person, lower is likelier: the rank, how near the country is told, and whether
    somebody else leads it."""
    own = roster.offices.career(name.name, on)
    distance = near.index(name.country) if name.country in near else len(near)
    leader = roster.offices.leader(name.country, on) if name.country else None
    follows = leader is None or leader.name != name.name
    rank = _rank(name, own, on, roster=roster)
    if near and distance == len(near) and (name.country or own):
        rank = _afar(rank, own, on, roster=roster)
    return (rank, distance, follows)


def _rank(name: Name, own: Terms, on: date | None, *, roster: Roster) -> int:
    if not own:
        return _UNOFFICIAL if name.sector else _NOBODY
    holder, office, serving = own[0]
    if serving:
        return 0 if office.kind in LEADING else 1
    if holder.end is None or roster.offices.day(on) - holder.end > FAME or (on and holder.start > on):
        return _TO_BE if roster.to_lead(name.name, on) else _NOBODY
    return 2 if office.kind in LEADING else 3


def _afar(rank: int, own: Terms, on: date | None, *, roster: Roster) -> int:
    """The rank of somebody whose country the text does not name."""
    if not own:
        return _NOBODY
    holder, office, serving = own[0]
    if serving and office.kind in _KNOWN_AFAR:
        return _FAR
    if roster.to_lead(holder.name, on):
        return _SOON_FAR
    # The head of a body, of no country, is not meant for having been that: "Kim" is not he of the World Bank.
    told = (serving and office.kind in _ABROAD) or (not office.country and rank < _NOBODY)
    return _FARTHER if told else _NOBODY
