"""States, regions and memberships: the tables are sound, and say what people look up in them."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from dragoman.actors.knowledge import Knowledge, State, load

KNOWN: Knowledge = load()
BY_CODE = {state.iso3: state for state in KNOWN.states}
GROUPS = {row.id for row in KNOWN.organisations}


def members(organisation: str, on: date) -> set[str]:
    return {row.country for row in KNOWN.memberships if row.organisation == organisation and row.holds(on)}


def test_codes_are_unique_and_well_formed() -> None:
    codes = Counter(state.iso3 for state in KNOWN.states)
    assert [code for code, times in codes.items() if times > 1] == []
    assert [code for code in codes if not re.fullmatch("[A-Z]{3}", code)] == []
    assert all(re.fullmatch("([A-Z]{2})?", code) for s in KNOWN.states for code in (s.iso2, s.fips))


@pytest.mark.parametrize("column", ["cow", "gw"])
def test_numbers_are_numbers_and_belong_to_one_state_of_a_day(column: str) -> None:
    seen: dict[str, list[State]] = {}
    for state in KNOWN.states:
        number = getattr(state, column)
        assert number == "" or number.isdecimal()
        if number:
            seen.setdefault(number, []).append(state)
    for states in seen.values():
        assert len([state for state in states if state.end is None]) <= 1


def test_every_member_of_the_united_nations_is_there() -> None:
    kinds = Counter(state.kind for state in KNOWN.states)
    assert kinds["member"] == 193
    assert {s.iso3 for s in KNOWN.states if s.kind == "observer"} == {"PSE", "VAT"}
    assert {"TWN", "XKX", "ESH"} <= {s.iso3 for s in KNOWN.states if s.kind == "partial"}


def test_every_living_state_has_a_capital_and_demonyms() -> None:
    free = [s for s in KNOWN.states if s.kind in ("member", "observer", "partial")]
    assert [s.iso3 for s in free if not s.capital or not s.demonyms or not s.official_name] == []


def test_dates_run_forward_and_only_ended_states_have_successors() -> None:
    for state in KNOWN.states:
        assert not (state.start and state.end and state.end < state.start), state.iso3
        assert (state.kind == "former") <= bool(state.end), state.iso3
        assert bool(state.successor) == bool(state.end), state.iso3
        assert set(state.successor) <= set(BY_CODE), state.iso3


def test_sovereigns_are_states_and_every_breakaway_state_has_one() -> None:
    for state in KNOWN.states:
        assert state.sovereign in {"", *BY_CODE}, state.iso3
        assert (state.kind == "breakaway") <= bool(state.sovereign), state.iso3
    assert BY_CODE["XAB"].country == "GEO"
    assert BY_CODE["HKG"].country == "HKG"


@pytest.mark.parametrize(
    ("iso3", "form"),
    [
        ("USA", "U.S."), ("ARE", "UAE"), ("PRK", "DPRK"), ("KOR", "ROK"), ("CHN", "PRC"), ("MMR", "Burma"),
        ("CIV", "Côte d'Ivoire"), ("COD", "Zaire"), ("TUR", "Türkiye"), ("SWZ", "Swaziland"), ("SUN", "USSR"),
    ],
)  # fmt: skip
def test_other_names_lead_to_their_state(iso3: str, form: str) -> None:
    assert form in BY_CODE[iso3].aliases


@pytest.mark.parametrize(
    ("iso3", "form"),
    [
        ("RUS", "Kremlin"), ("GBR", "Downing Street"), ("FRA", "Élysée"), ("USA", "Foggy Bottom"),
        ("CHN", "Zhongnanhai"), ("PSE", "Muqataa"), ("UKR", "Bankova Street"), ("BRA", "Itamaraty"),
        ("KOR", "Blue House"), ("FRA", "Quai d'Orsay"), ("USA", "White House"),
    ],
)  # fmt: skip
def test_seats_of_government_lead_to_their_state(iso3: str, form: str) -> None:
    assert form in BY_CODE[iso3].metonyms


def test_demonyms_come_with_plurals() -> None:
    assert {"French", "Frenchman", "Frenchmen"} <= set(BY_CODE["FRA"].demonyms)
    assert {"Danish", "Dane", "Danes"} <= set(BY_CODE["DNK"].demonyms)
    assert {"Nigerian", "Nigerians"} <= set(BY_CODE["NGA"].demonyms)
    assert "Nigerien" in BY_CODE["NER"].demonyms


def test_a_state_exists_within_its_days() -> None:
    union = BY_CODE["SUN"]
    assert union.exists(date(1991, 12, 25))
    assert not union.exists(date(1991, 12, 26))
    assert not union.exists()
    assert union.successor[0] == "RUS"


def test_regions_are_unique_and_imply_known_countries() -> None:
    names = Counter(region.name for region in KNOWN.regions)
    assert [name for name, times in names.items() if times > 1] == []
    assert {region.country for region in KNOWN.regions} <= {"", *BY_CODE}
    assert all(region.kind for region in KNOWN.regions)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Crimea", "UKR"), ("Xinjiang", "CHN"), ("Chechnya", "RUS"), ("Catalonia", "ESP"), ("Scotland", "GBR"),
        ("Gaza", "PSE"), ("Tigray", "ETH"), ("Darfur", "SDN"), ("Rakhine", "MMR"), ("Texas", "USA"),
        ("Europe", ""), ("the West", ""), ("Africa", ""), ("Krajina", "HRV"), ("Ruhr", "DEU"), ("Kuzbass", "RUS"),
        ("Chapare", "BOL"), ("Jiu Valley", "ROU"), ("Bahr el-Ghazal", "SSD"), ("Ogoni", "NGA"), ("Meiteis", "IND"),
    ],
)  # fmt: skip
def test_regions_of_the_news(name: str, country: str) -> None:
    assert [region.country for region in KNOWN.regions if region.name == name] == [country]


def test_memberships_join_known_groups_and_states_and_run_forward() -> None:
    assert {row.organisation for row in KNOWN.memberships} <= GROUPS
    assert {row.country for row in KNOWN.memberships} <= set(BY_CODE)
    assert all(not (row.end and row.start and row.end < row.start) for row in KNOWN.memberships)


def test_no_membership_is_told_twice_for_a_day() -> None:
    rows = sorted(KNOWN.memberships, key=lambda r: (r.organisation, r.country, r.start or date.min))
    for one, next_one in pairwise(rows):
        if (one.organisation, one.country) == (next_one.organisation, next_one.country):
            assert one.end is not None, one
            assert next_one.start is not None, next_one
            assert one.end < next_one.start, one


@pytest.mark.parametrize("year", range(2010, 2027))
def test_the_security_council_has_fifteen_members(year: int) -> None:
    assert len(members("un-security-council", date(year, 6, 1))) == 15


@pytest.mark.parametrize(
    ("organisation", "day", "number"),
    [
        ("nato", date(1949, 6, 1), 12),
        ("nato", date(2024, 6, 1), 32),
        ("european-union", date(2019, 6, 1), 28),
        ("european-union", date(2024, 6, 1), 27),
        ("g7", date(2024, 6, 1), 7),
        ("g8", date(2010, 6, 1), 8),
        ("g8", date(2015, 6, 1), 0),
        ("g20", date(2024, 6, 1), 19),
        ("brics", date(2012, 6, 1), 5),
        ("brics", date(2025, 6, 1), 10),
        ("opec", date(2024, 6, 1), 12),
        ("asean", date(2024, 6, 1), 10),
        ("african-union", date(2024, 6, 1), 55),
        ("arab-league", date(2024, 6, 1), 22),
        ("gcc", date(2024, 6, 1), 6),
        ("sco", date(2025, 1, 1), 10),
        ("csto", date(2024, 6, 1), 6),
        ("five-eyes", date(2024, 6, 1), 5),
        ("quad", date(2024, 6, 1), 4),
        ("aukus", date(2024, 6, 1), 3),
        ("ecowas", date(2024, 6, 1), 15),
        ("ecowas", date(2025, 6, 1), 12),
        ("sadc", date(2024, 6, 1), 16),
        ("mercosur", date(2010, 6, 1), 4),
    ],
)
def test_organisations_have_as_many_members_as_they_had(organisation: str, day: date, number: int) -> None:
    assert len(members(organisation, day)) == number
