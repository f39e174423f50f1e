"""The sector of a person whose office no table of terms has: of the note's years, out of office elite, before it none.

In: a person's name, and a day. Out: a sector of sectors.csv, "" for somebody who is not yet what the note tells.
"""

from datetime import date

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.knowledge.spells import spells
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import Roster

_OUT = "ELI"


def sector_then(name: Name, on: date | None, *, names: Roster) -> str:
    """What a person was on a day who held none of the offices known by the day."""
    terms = names.offices.career(name.name, on)
    if not name.sector:
        return "GOV" if not terms else _OUT if _known(names, name.name, on) else ""
    person = names.offices.people.get(name.name)
    told = spells(person.roles) if person is not None and _ends_with_office(name.sector) else ()
    year = names.offices.day(on).year
    if on is None or not told or any(first <= year <= last for first, last in told):
        return name.sector
    over = any(last < year for _, last in told) or _known(names, name.name, on)
    return _OUT if over else ""


def _known(names: Roster, person: str, on: date | None) -> bool:
    """Whether a person has held an office, or is to lead a state or a body soon: a candidate, a president-elect."""
    day = names.offices.day(on)
    held = any(term.start <= day for term, _, _ in names.offices.career(person, on))
    return held or names.to_lead(person, on)


def _ends_with_office(sector: str) -> bool:
    # A general stays one.
    return sector == "COP" or sector in sectors_in("official")
