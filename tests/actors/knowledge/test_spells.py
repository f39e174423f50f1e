"""The years of a note are read, and the notes of those whose sector is an office's tell them so that they can be."""

import re

import pytest

from dragoman.actors.knowledge.offices import load
from dragoman.actors.knowledge.spells import spells

# What a single year may be of, beside an office.
EVENTS = re.compile(
    r"\b(?:died|killed|executed|convicted|jailed|held|tried|exchanged|defected|candidate|nominee|1990s)\b"
)


@pytest.mark.parametrize(
    ("roles", "years"),
    [
        ("White House chief of staff 2020-2021", ((2020, 2021),)),
        ("health secretary 2024-", ((2024, 9999),)),
        ("envoy for Lebanon until 2025", ((0, 2025),)),
        ("speaker -2007", ((0, 2007),)),
        ("representative 2001-2024; senator 2024-", ((2001, 2024), (2024, 9999))),
        ("member of parliament 1997-2015 and 2017-", ((1997, 2015), (2017, 9999))),
        ("senator 1987-2018; presidential nominee 2008", ((1987, 2018),)),
        # for times that are not told
        ("judge; justice minister 2019-2020", ()),
        ("lawmaker, killed 2021", ()),
        ("Hamas leader", ()),
        ("", ()),
    ],
)
def test_years_of_a_note(roles: str, years: tuple[tuple[int, int], ...]) -> None:
    assert spells(roles) == years


def test_notes_of_office_holders_can_be_read() -> None:
    for person in load().people.values():
        if person.sector not in ("GOV", "LEG", "JUD", "SPY", "COP"):
            continue
        for first, last in spells(person.roles):
            assert first <= last, person.name
        for role in person.roles.split("; "):
            lone = re.findall(r"(?<![-\d])\d{4}(?![-\d])", role.replace("until ", "-"))
            assert not lone or EVENTS.search(role), f"{person.name}: write one year of office as 2017-2017: {role}"
