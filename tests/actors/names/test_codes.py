"""Codes out: every sector and every state through the tables, and the changes of state that users compare on."""

from datetime import date

import pytest

from dragoman.actors.knowledge import Sector, State, load
from dragoman.actors.names.codes import actor_code, cow, gw, recoded
from dragoman.errors import UsageError
from dragoman.event import Party

SECTORS = load().sectors
STATES = load().states


@pytest.mark.parametrize("sector", SECTORS, ids=lambda s: s.code)
def test_every_sector_has_one_code_for_a_country(sector: Sector) -> None:
    role = "" if sector.code == "INT" else sector.cameo
    assert actor_code("RUS", sector.code) == f"RUS{role}"
    assert actor_code("", sector.code) == sector.cameo


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.iso3)
def test_every_state_has_its_codes(state: State) -> None:
    assert actor_code(state.iso3, "GOV") == f"{state.iso3}GOV"
    day = state.end or date(2025, 1, 1)
    assert cow(state.iso3, day) == (int(state.cow) if state.cow else None)
    assert gw(state.iso3, day) == (int(state.gw) if state.gw else None)


def test_media_and_medicine_bear_the_old_names() -> None:
    assert actor_code("IRN", "JRN") == "IRNMED"
    assert actor_code("SYR", "MED") == "SYRHLH"


def test_an_organisations_own_code_wins() -> None:
    assert actor_code("", "IGO", own="IGOEUREEC") == "IGOEUREEC"
    assert actor_code("PSE", "REB", own="PSEREBHAM") == "PSEREBHAM"


def test_a_country_alone_and_nothing_at_all() -> None:
    assert actor_code("FRA", "") == "FRA"
    assert actor_code("", "") == ""


def test_an_unknown_sector_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"'FOO'.*GOV"):
        actor_code("FRA", "FOO")


@pytest.mark.parametrize(
    ("iso3", "day", "cow_number", "gw_number"),
    [
        ("RUS", date(1985, 1, 1), 365, 365),
        ("SUN", date(1985, 1, 1), 365, 365),
        ("DEU", date(1995, 1, 1), 255, 260),
        ("GFR", date(1985, 1, 1), 260, 260),
        ("DDR", date(1985, 1, 1), 265, 265),
        ("DEU", date(1985, 1, 1), None, None),
        ("YEM", date(2000, 1, 1), 679, 678),
        ("SRB", date(2010, 1, 1), 345, 340),
        ("SRB", date(1995, 1, 1), 345, 345),
        ("CZE", date(2000, 1, 1), 316, 316),
        ("CZE", date(1980, 1, 1), 315, 315),
        ("SUN", date(2000, 1, 1), None, None),
        ("TON", date(2010, 1, 1), 955, 972),
        ("PSE", date(2010, 1, 1), None, None),
        ("USA", None, 2, 2),
    ],
)
def test_numbers_follow_the_day(iso3: str, day: date | None, cow_number: int | None, gw_number: int | None) -> None:
    assert (cow(iso3, day), gw(iso3, day)) == (cow_number, gw_number)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(UsageError, match="'XXQ'"):
        cow("XXQ")


def test_a_party_has_the_code_of_its_new_country_and_sector() -> None:
    party = Party(text="police", start=0, end=6, name="police", country="KEN", sector="COP", actor_code="KENCOP")
    moved = recoded(party, country="UGA", sector="COP")
    assert (moved.country, moved.sector, moved.actor_code, moved.text) == ("UGA", "COP", "UGACOP", "police")
    assert recoded(party, country="", sector="").actor_code == ""
