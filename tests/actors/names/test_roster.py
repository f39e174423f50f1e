"""The roster answers for a day: who held an office, who bears a surname, what a writing stood for."""

from datetime import date

import pytest

from dragoman.actors.knowledge import load
from dragoman.actors.knowledge.offices import load as load_offices
from dragoman.actors.names.matching import Name
from dragoman.actors.names.roster import build, roster


@pytest.mark.parametrize(
    ("country", "title", "on", "name"),
    [
        ("FRA", "president", date(2015, 1, 1), "François Hollande"),
        ("GBR", "prime minister", date(2022, 10, 1), "Liz Truss"),
        ("CHN", "leader", date(2015, 1, 1), "Xi Jinping"),
    ],
)
def test_holders(country: str, title: str, on: date, name: str) -> None:
    held = roster().holder(country, title, on)
    assert held is not None
    assert held.name == name
    assert held.serving


def test_an_office_nobody_holds() -> None:
    assert roster().holder("FRA", "queen", None) is None
    assert roster().office_held("Nobody Atall", None) is None


def test_a_king_of_many_realms_is_of_the_one_nearby() -> None:
    day = date(2023, 1, 1)
    near = roster().office_held("Charles III", day, ("CAN",))
    home = roster().office_held("Charles III", day)
    assert near is not None
    assert home is not None
    assert (near.country, home.country, home.title) == ("CAN", "GBR", "king")


def test_a_writing_is_true_of_its_days() -> None:
    name = Name("Iron Pact", "organisation", "Iron Pact", start="2001-01-01", end="2009-12-31")
    assert [roster().valid(name, date(year, 1, 1)) for year in (2000, 2005, 2010)] == [False, True, False]
    assert not roster().valid(name, None)


def test_own_names_replace_and_nouns_that_begin_with_a_name_are_left_out() -> None:
    made = build(load(), load_offices(), [Name("Kremlin", "organisation", "Kremlin Museum")])
    assert [n.name for n in made.index.find("kremlin")] == ["Kremlin Museum"]
    assert not any(n.kind == "noun" for n in made.index.find("EU leaders"))


def test_peoples_of_several_countries_have_homes() -> None:
    assert {"IRQ", "SYR", "TUR"} <= roster().homes["Kurds"]


def test_given_names_tell_the_gender_that_all_their_bearers_have() -> None:
    given = roster().given
    assert (given["angela"], given["vladimir"]) == ("f", "m")
    assert set(given.values()) == {"f", "m"}
