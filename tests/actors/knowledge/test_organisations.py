"""Organisations: the table is sound, holds what was promised, and gives the sector of the day."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from dragoman.actors.knowledge import Organisation, load
from dragoman.actors.names.matching import key

KNOWN = load()
BY_ID = {row.id: row for row in KNOWN.organisations}
STATES = {state.iso3 for state in KNOWN.states}
SECTORS = {sector.code for sector in KNOWN.sectors}
KINDS = {
    "igo", "alliance", "armed_group", "movement", "party", "parliament", "government_body", "military", "police",
    "intelligence", "court", "central_bank", "media", "ngo", "union", "company", "gang", "religious", "university",
}  # fmt: skip
# What the table promises to hold at least.
AT_LEAST = {
    "igo": 150, "armed_group": 700, "party": 800, "media": 350, "ngo": 150, "intelligence": 130, "police": 150,
    "central_bank": 40, "parliament": 200, "military": 150, "movement": 250, "union": 130, "religious": 120,
    "gang": 90, "court": 60,
}  # fmt: skip


def named(form: str) -> list[Organisation]:
    return [row for row in KNOWN.organisations if form in (row.name, *row.aliases)]


def forms_of_today() -> dict[str, set[str]]:
    """Look-up forms of everything that exists, with whom each can mean."""
    meaning: dict[str, set[str]] = defaultdict(set)
    for state in KNOWN.states:
        if state.exists():
            own = (state.name, state.official_name, *state.aliases, *state.demonyms, *state.metonyms, state.capital)
            for form in filter(None, own):
                meaning[bare(form)].add(state.iso3)
    for row in KNOWN.organisations:
        if row.exists():
            for form in (row.name, *row.aliases):
                meaning[bare(form)].add(row.id)
    for region in KNOWN.regions:
        for form in (region.name, *region.aliases, *region.demonyms):
            meaning[bare(form)].add(f"region {region.name}")
    return meaning


def bare(form: str) -> str:
    return key(form).removeprefix("the ")


def test_ids_are_unique_slugs() -> None:
    ids = Counter(row.id for row in KNOWN.organisations)
    assert [one for one, times in ids.items() if times > 1] == []
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []


def test_every_row_stands_in_the_lists() -> None:
    for row in KNOWN.organisations:
        assert row.kind in KINDS, row.id
        assert row.sector in SECTORS, row.id
        assert row.country in {"", *STATES}, row.id
        assert re.fullmatch(r"([A-Z]{3}){0,5}", row.actor_code), row.id
        assert re.fullmatch(r"(Q[1-9][0-9]*)?", row.wikidata), row.id
        assert not (row.start and row.end and row.end < row.start), row.id


def test_names_and_aliases_are_clean() -> None:
    for row in KNOWN.organisations:
        forms = (row.name, *row.aliases)
        assert all(form == form.strip() and form for form in forms), row.id
        assert len(set(forms)) == len(forms), row.id


@pytest.mark.parametrize("kind", AT_LEAST)
def test_the_table_holds_what_it_promises(kind: str) -> None:
    names = {row.name for row in KNOWN.organisations if row.kind == kind}
    assert len(names) >= AT_LEAST[kind]


def test_no_name_means_two_living_things_unless_it_is_listed_as_ambiguous() -> None:
    listed = {bare(row.name) for row in KNOWN.ambiguities}
    double = {form: ids for form, ids in forms_of_today().items() if len(ids) > 1 and form not in listed}
    assert double == {}


def test_periods_of_one_group_do_not_overlap() -> None:
    groups: dict[str, list[Organisation]] = defaultdict(list)
    for row in KNOWN.organisations:
        groups[row.name].append(row)
    for rows in groups.values():
        rows.sort(key=lambda row: row.start or date.min)
        for one, next_one in pairwise(rows):
            assert one.end is not None, one.id
            assert next_one.start is not None, next_one.id
            assert one.end < next_one.start, one.id


@pytest.mark.parametrize(
    ("day", "sector"),
    [
        (date(1995, 6, 1), "REB"),
        (date(1998, 6, 1), "GOV"),
        (date(2010, 6, 1), "REB"),
        (date(2021, 8, 14), "REB"),
        (date(2021, 8, 15), "GOV"),
    ],
)
def test_the_taliban_govern_when_they_do(day: date, sector: str) -> None:
    assert [row.sector for row in named("Taliban") if row.exists(day)] == [sector]


@pytest.mark.parametrize(
    ("form", "country", "sector"),
    [
        ("Houthis", "YEM", "REB"), ("Hamas", "PSE", "REB"), ("Hezbollah", "LBN", "REB"), ("SDF", "SYR", "REB"),
        ("Islamic State", "", "REB"), ("PKK", "TUR", "REB"), ("YPG", "SYR", "REB"), ("Pentagon", "USA", "MIL"),
        ("State Department", "USA", "GOV"), ("FBI", "USA", "COP"), ("Mossad", "ISR", "SPY"), ("FSB", "RUS", "SPY"),
        ("IDF", "ISR", "MIL"), ("IRGC", "IRN", "MIL"), ("PLA", "CHN", "MIL"), ("Knesset", "ISR", "LEG"),
        ("KCNA", "PRK", "JRN"), ("TASS", "RUS", "JRN"), ("Xinhua", "CHN", "JRN"), ("IRNA", "IRN", "JRN"),
        ("BBC", "GBR", "JRN"), ("Amnesty International", "", "NGO"), ("ICRC", "", "NGO"), ("UN", "", "IGO"),
        ("Likud", "ISR", "PTY"), ("Rosatom", "RUS", "GOV"), ("Wagner Group", "RUS", "PRM"), ("FDLR", "RWA", "REB"),
        ("Yamaguchi-gumi", "JPN", "CRM"), ("Kaibiles", "GTM", "MIL"), ("Vauxhall Cross", "GBR", "SPY"),
        ("Turtle Bay", "", "IGO"), ("Sobranie", "MKD", "LEG"), ("Guurti", "SOM", "LEG"), ("ASUU", "NGA", "EDU"),
        ("Bharatiya Kisan Union", "IND", "AGR"), ("CRIF", "FRA", "REL"), ("makhzen", "MAR", "GOV"),
    ],
)  # fmt: skip
def test_who_is_who(form: str, country: str, sector: str) -> None:
    rows = [row for row in named(form) if row.exists()]
    assert [(row.country, row.sector) for row in rows] == [(country, sector)]


def test_codes_of_their_own() -> None:
    assert BY_ID["united-nations"].actor_code == "IGOUNO"
    assert BY_ID["european-union"].actor_code == "IGOEUREEC"
    assert BY_ID["hamas"].actor_code == "PSEREBHAM"
