"""Offices and their holders: the tables are clean, and the questions that coding asks get the day's answer."""

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.knowledge.offices import Offices, load
from dragoman.actors.knowledge.rows import folder_rows, table_rows
from dragoman.actors.knowledge.states import load_states
from dragoman.placing.folding import fold

KINDS = {
    "agency_head", "ambassador_un", "army_chief", "army_commander", "central_bank_governor", "chief_of_staff",
    "crown_prince", "defence_minister", "envoy", "finance_minister", "foreign_minister", "governor", "group_leader",
    "head_of_government", "head_of_state", "intelligence_chief", "interior_minister", "justice_minister", "mayor",
    "minister", "opposition_leader", "organisation_head", "party_leader", "police_chief", "prosecutor", "regional_head",
    "religious_head", "security_adviser", "speaker", "special_envoy", "spokesperson", "supreme_leader",
    "vice_president",
}  # fmt: skip
# States whose head on the newest day is not known to the tables: the last one's term had run out.
GONE = {"XNK"}
# Two people of one name; a text needs its country or day to tell them apart.
NAMESAKES = {"king abdullah", "george bush", "andris berzins", "pedro sanchez"}

FACTS = [
    tuple(row) for row in csv.reader(Path(__file__).with_name("office_facts.csv").read_text("utf-8").splitlines()[2:])
]
DAYS = st.dates(date(1990, 1, 1), date(2025, 12, 31))


@pytest.fixture(scope="module")
def offices() -> Offices:
    return load()


@pytest.mark.parametrize(("place", "title", "on", "name"), FACTS)
def test_title_and_day_name_the_holder(offices: Offices, place: str, title: str, on: str, name: str) -> None:
    found = offices.holders_of(place, title, date.fromisoformat(on))
    assert found
    assert found[0].name == name


def test_no_two_hold_one_office_but_on_the_day_of_handover(offices: Offices) -> None:
    wrong = [
        (before.office_id, before.name, after.name)
        for terms in offices.holders.values()
        for before, after in pairwise(terms)
        if before.end is None or after.start < before.end
    ]
    assert wrong == []


def test_on_the_day_of_handover_the_incoming_holder_comes_first(offices: Offices) -> None:
    assert [h.name for h in offices.holders_of("USA", "president", date(2009, 1, 20))] == [
        "Barack Obama",
        "George W. Bush",
    ]


def test_every_office_is_held_today_or_says_why_not(offices: Offices) -> None:
    assert {o.today for o in offices.offices.values()} == {"", "ended", "vacant", "unknown"}
    wrong = [o.id for o in offices.offices.values() if bool(offices.serving(o.id)) != (o.today == "")]
    assert wrong == []


def test_offices_are_well_formed(offices: Offices) -> None:
    sectors = {row["code"] for row in table_rows("sectors.csv")}
    assert {office.kind for office in offices.offices.values()} <= KINDS
    for office in offices.offices.values():
        assert office.country or office.organisation, office.id
        assert office.sector in sectors, office.id
        assert office.titles, office.id
        assert all(title == title.lower().strip() for title in office.titles), office.id
        assert len(set(office.titles)) == len(office.titles), office.id
        assert offices.holders[office.id], office.id


def test_rows_are_not_repeated() -> None:
    for table, column in (("offices.csv", "office_id"), ("people.csv", "name")):
        counts = Counter(row[column] for row in table_rows(table))
        assert [value for value, count in counts.items() if count > 1] == []


def test_people_are_well_formed_and_used(offices: Offices) -> None:
    sectors = {"", *(row["code"] for row in table_rows("sectors.csv"))}
    for person in offices.people.values():
        assert person.gender in ("m", "f"), person.name
        assert person.surnames, person.name
        assert person.sector in sectors, person.name
        assert person.wikidata == "" or person.wikidata[1:].isdigit(), person.name
        assert offices.terms_of(person) or (person.country and person.roles), person.name
        forms = (person.name, *person.surnames, *person.aliases)
        assert all(form and form == form.strip() for form in forms), person.name


def test_full_names_mean_one_person_each(offices: Offices) -> None:
    bearers = defaultdict(set)
    for form, person in offices.names():
        bearers[fold(form)].add(person.name)
    assert {form for form, people in bearers.items() if len(people) > 1} == NAMESAKES


def test_a_persons_forms_differ_by_more_than_diacritics(offices: Offices) -> None:
    for person in offices.people.values():
        for forms in ((person.name, *person.aliases), person.surnames):
            assert len({fold(form) for form in forms}) == len(forms), person.name


def test_wikidata_ids_are_not_shared(offices: Offices) -> None:
    counts = Counter(person.wikidata for person in offices.people.values() if person.wikidata)
    assert [qid for qid, count in counts.items() if count > 1] == []


def test_every_state_has_a_leader_today(offices: Offices) -> None:
    leaderless = {
        state.iso3
        for state in load_states()
        if state.kind in ("member", "observer", "partial", "breakaway") and not offices.leader(state.iso3)
    }
    assert leaderless == GONE


def test_countries_of_offices_are_states(offices: Offices) -> None:
    assert {o.country for o in offices.offices.values()} - {state.iso3 for state in load_states()} == {""}


def test_organisations_of_offices_are_known(offices: Offices) -> None:
    known = {row["id"] for row in table_rows("organisations.csv")}
    assert {o.organisation for o in offices.offices.values()} - known == {""}


def test_leading_spells_of_a_country_do_not_overlap() -> None:
    spells = defaultdict(list)
    for row in table_rows("leaders.csv"):
        spells[row["country"]].append((row["start"], row["end"]))
    for country, periods in spells.items():
        assert periods[-1][1] == "", country
        assert all(before[1] == after[0] for before, after in pairwise(periods)), country


def test_tables_say_what_they_are_and_as_of_when() -> None:
    tables = {row.table for row in folder_rows("holders")} | {"offices.csv", "people.csv", "leaders.csv"}
    folder = files("dragoman.actors.knowledge")
    for table in tables:
        head = [line for line in folder.joinpath(table).read_text("utf-8").splitlines() if line.startswith("#")]
        assert any("sources:" in line for line in head), table
        assert any("as of: 20" in line for line in head), table


def test_today_is_the_day_of_the_newest_row(offices: Offices) -> None:
    assert offices.newest == max(term.start for terms in offices.holders.values() for term in terms)
    leader = offices.leader("USA")
    assert leader is not None
    assert leader == offices.leader("USA", offices.newest)


def test_surname_means_who_is_in_office(offices: Offices) -> None:
    held = offices.holding("Bush", date(2005, 6, 1))
    assert (held[0][0].name, held[0][1].id, held[0][2]) == ("George W. Bush", "USA-president", True)
    held = offices.holding("Bush", date(1992, 6, 1))
    assert (held[0][0].name, held[0][2]) == ("George H. W. Bush", True)


def test_leaders_come_before_ministers_of_the_same_surname(offices: Offices) -> None:
    assert offices.holding("Kim", date(2019, 1, 1))[0][0].name == "Kim Jong-un"


def test_party_and_group_leaders_have_their_country_and_sector(offices: Offices) -> None:
    holder, office, _ = offices.holding("Hassan Nasrallah", date(2020, 1, 1))[0]
    assert (holder.name, office.country, office.organisation, office.sector) == (
        "Hassan Nasrallah",
        "LBN",
        "hezbollah",
        "REB",
    )
    assert [h.name for h in offices.holders_of("LBN", "leader", date(2020, 1, 1))] == ["Michel Aoun"]


def test_a_title_tells_which_office_of_a_person_is_asked_for(offices: Offices) -> None:
    on = date(2009, 12, 9)
    assert offices.titled("president", "Heinz Fischer", on)[0].office_id == "AUT-president"
    assert offices.titled("prime minister", "Jan Fischer", on)[0].office_id == "CZE-prime-minister"
    assert offices.titled("pope", "Heinz Fischer", on) == ()


def test_former_holders_are_known_as_such(offices: Offices) -> None:
    holder, office, in_office = offices.holding("Hosni Mubarak", date(2015, 1, 1))[0]
    assert (holder.end, office.id, in_office) == (date(2011, 2, 11), "EGY-president", False)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("zelenskiy", "Volodymyr Zelensky"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("MBS", "Mohammed bin Salman"),
        ("LULA", "Luiz Inácio Lula da Silva"),
        ("Gadhafi", "Muammar Gaddafi"),
        ("H.R. McMaster", "H. R. McMaster"),
        ("Peña Nieto", "Enrique Peña Nieto"),
        ("Sviatlana Tsikhanouskaya", "Sviatlana Tsikhanouskaya"),
    ],
)
def test_forms_of_a_name_find_the_person(offices: Offices, form: str, name: str) -> None:
    assert [person.name for person in offices.named(form)] == [name]


def test_monarch_of_many_realms_is_at_home_first(offices: Offices) -> None:
    assert offices.holding("King Charles", date(2024, 1, 1))[0][1].country == "GBR"


def test_queen_is_no_title_of_a_king(offices: Offices) -> None:
    assert offices.holders_of("GBR", "queen", date(2024, 1, 1)) == ()


def test_unknown_names_and_places_give_nothing(offices: Offices) -> None:
    assert offices.named("Marcus Beam") == ()
    assert offices.holding("Marcus Beam") == offices.career("Marcus Beam") == ()
    assert offices.holders_of("XXX", "president") == ()
    assert offices.leader("XXX") is None
    assert offices.leader("TLS", date(1995, 1, 1)) is None


@given(st.sampled_from(sorted(load().offices)), DAYS)
def test_whoever_serves_is_in_term_and_found_by_name(office_id: str, on: date) -> None:
    offices = load()
    for holder in offices.serving(office_id, on):
        assert holder.start <= on <= (holder.end or date.max)
        rows = offices.holding(holder.name, on)
        assert (holder, offices.offices[office_id], True) in rows


@given(st.sampled_from(sorted(load().people)), DAYS)
def test_held_terms_come_first_and_none_is_lost(name: str, on: date) -> None:
    offices = load()
    rows = offices.holding(name, on)
    in_office = [row[2] for row in rows]
    assert in_office == sorted(in_office, reverse=True)
    own = {holder for holder, _, _ in rows if holder.name == name}
    assert own == set(offices.terms_of(offices.people[name]))
    assert offices.career(name, on) == tuple(row for row in rows if row[0].name == name)


@given(st.sampled_from(["DEU", "FRA", "NGA", "PER", "VNM"]), DAYS)
def test_a_term_ends_before_nobody_leads(country: str, on: date) -> None:
    """A country with a leader on a day has one the day before, too: no gaps in these countries."""
    offices = load()
    assert offices.leader(country, on) is not None
    assert offices.leader(country, on - timedelta(days=1)) is not None


def test_without_a_day_the_clock_does_not_matter(offices: Offices) -> None:
    """Terms that end by plan after the tables' day have no successors in them yet."""
    planned = [term for terms in offices.holders.values() for term in terms if term.end and term.end > offices.newest]
    assert planned
    for term in planned:
        title = offices.offices[term.office_id].titles[0]
        home = offices.offices[term.office_id].organisation or offices.offices[term.office_id].country
        assert offices.holders_of(home, title) == offices.holders_of(home, title, offices.newest)
