"""What parts of a phrase share: a head, an owner or adjective, a place behind."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.names.choosing import View
from dragoman.actors.names.days import day
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.resolving import read


@pytest.mark.parametrize(
    ("phrase", "parties"),
    [
        ("Haitian police and heavily armed gangs", [("HTI", "COP"), ("HTI", "CRM")]),
        ("Spain's police and firefighters", [("ESP", "COP"), ("ESP", "COP")]),
        ("Congolese soldiers and Rwandan-backed rebels", [("COD", "MIL"), ("COD", "REB")]),
        ("clerics and shopkeepers in Isfahan", [("IRN", "REL"), ("IRN", "BUS")]),
        ("Somali pirates and their hostages", [("SOM", "CRM")]),
        ("Turkish officials and foreign diplomats", [("TUR", "GOV"), ("", "GOV")]),
        ("Turkey and its allies", [("TUR", "")]),
        ("Kenyan nurses and Ugandan doctors", [("KEN", "MED"), ("UGA", "MED")]),
    ],
)
def test_an_adjective_spreads_over_what_has_none(phrase: str, parties: list[tuple[str, str]]) -> None:
    assert [(p.country, p.sector) for p in resolve(phrase, on="2018-05-05")] == parties


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("the Polish and Hungarian prime ministers", ["Mateusz Morawiecki", "Viktor Orbán"]),
        ("the leaders of France and Germany", ["Emmanuel Macron", "Angela Merkel"]),
        ("the presidents of Kenya, Uganda and Rwanda", ["Uhuru Kenyatta", "Yoweri Museveni", "Paul Kagame"]),
    ],
)
def test_a_title_of_several_is_one_of_each(phrase: str, names: list[str]) -> None:
    assert [party.name for party in resolve(phrase, on="2018-05-05")] == names


def test_foes_of_forces_are_not_theirs_within_a_text() -> None:
    view = View(roster(), day("2018-05-05"), lenient=True)
    assert [r.country for _, r in read("French soldiers and insurgents", view)] == ["FRA"]
    assert [r.country for _, r in read("French soldiers and officials", view)] == ["FRA", "FRA"]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        (
            "his French, German and Dutch counterparts",
            ["French counterpart", "German counterpart", "Dutch counterpart"],
        ),
        ("the Kenyan and Ugandan armies", ["Kenyan army", "Ugandan army"]),
        ("the US, UK and Canadian ambassadors", ["US ambassador", "UK ambassador", "Canadian ambassador"]),
        ("British, French and Saudi troops", ["British troops", "French troops", "Saudi troops"]),
        ("the ambassadors of Kenya and the UK", ["ambassador of Kenya", "ambassador of the UK"]),
        ("ministers from Kenya and Uganda", ["ministers from Kenya", "ministers from Uganda"]),
        ("Egypt, Jordan and Qatari officials", ["Egypt", "Jordan", "Qatari officials"]),
    ],
)
def test_who_shares_a_head_is_called_by_it(phrase: str, names: list[str]) -> None:
    assert [party.name for party in resolve(phrase, on="2018-05-05")] == names
