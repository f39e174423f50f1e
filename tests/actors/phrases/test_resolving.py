"""Phrases mean parties: head and modifiers, offices by day, two parties in one phrase, nobody where there is nobody."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import actor, resolve
from dragoman.actors.names.choosing import View
from dragoman.actors.names.days import day
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.resolving import party, read
from dragoman.errors import UsageError
from dragoman.placing.folding import fold

DAY = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Russia", "RUS", ""), ("the Kremlin", "RUS", "GOV"), ("U.S.", "USA", ""), ("Turkish", "TUR", ""),
        ("the Syrian government", "SYR", "GOV"), ("Israeli soldiers", "ISR", "MIL"),
        ("rebels in Darfur", "SDN", "REB"),
        ("the president of Armenia", "ARM", "GOV"), ("Turkey's foreign minister", "TUR", "GOV"),
        ("the Turkish president's spokesman", "TUR", "GOV"),
        ("former Pakistani prime minister Imran Khan", "PAK", "ELI"),
        ("an ex-US marine", "USA", "MIL"), ("the Houthis", "YEM", "REB"), ("the Kurdish-led SDF", "SYR", "REB"),
        ("dozens of Russian soldiers", "RUS", "MIL"),
        ("the U.S. envoy to Yemen", "USA", "GOV"), ("NATO", "", "IGO"), ("the UN special envoy for Syria", "", "IGO"),
        ("Emmanuel Macron, the French president", "FRA", "GOV"),
        ("the French president, Emmanuel Macron", "FRA", "GOV"),
    ],
)  # fmt: skip
def test_country_and_sector(phrase: str, country: str, sector: str) -> None:
    found = resolve(phrase, on=DAY)
    assert [(p.country, p.sector) for p in found] == [(country, sector)]


@pytest.mark.parametrize(
    "phrase", ["Marcus Beam", "a bridge", "Michael Jordan", "turkey", "us", "", "the weather", "Ivan Putin", "and"]
)
def test_nobody(phrase: str) -> None:
    assert resolve(phrase) == []
    assert actor(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "name", "country", "sector"),
    [
        ("a Swede", "Swede", "SWE", "CVL"), ("three Britons", "three Britons", "GBR", "CVL"),
        ("more than 150 Palestinians", "more than 150 Palestinians", "PSE", "CVL"),
        ("an Iraqi Kurd", "Iraqi Kurd", "IRQ", "CVL"), ("many Russians", "many Russians", "RUS", "CVL"),
        ("the Russians", "Russia", "RUS", "CVL"), ("Turkish", "Turkey", "TUR", ""), ("the Kurds", "Kurds", "", "CVL"),
        ("a Swedish minister", "Swedish minister", "SWE", "GOV"), ("two Koreas", "Korean Peninsula", "", ""),
        ("the 13th-century Mongols", "Mongolia", "MNG", "CVL"), ("a Kurdish", "Kurds", "", ""),
    ],
)  # fmt: skip
def test_one_of_a_nation_is_not_the_nation(phrase: str, name: str, country: str, sector: str) -> None:
    found = resolve(phrase, on=DAY)
    assert [(p.name, p.country, p.sector) for p in found] == [(name, country, sector)]


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("Neville Chamberlain", "Neville Chamberlain", "GBR"), ("Kaiser Wilhelm II", "Wilhelm II", "DEU"),
        ("Archduke Franz Ferdinand", "Franz Ferdinand of Austria", "AUT"),
        ("Lord Mountbatten", "Louis Mountbatten", "GBR"),
        ("Aung San Suu Kyi", "Aung San Suu Kyi", "MMR"), ("Sudan Doctors Network", "Sudan Doctors Network", "SDN"),
        ("President Vladimir V. Putin", "Vladimir Putin", "RUS"),
    ],
)  # fmt: skip
def test_who_is_meant(phrase: str, name: str, country: str) -> None:
    assert [(p.name, p.country) for p in resolve(phrase, on=DAY)] == [(name, country)]


def test_a_backer_is_not_the_party() -> None:
    (party,) = resolve("US-backed rebels")
    assert (party.country, party.sector) == ("", "REB")


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("forces loyal to Muammar Gaddafi", "LBY"),
        ("the British activist Alaa Abd El Fattah", "GBR"),
        ("Russian and Iran-backed government forces", ""),
        ("its forces in Mali", ""),
        ("King Charles", "GBR"),
    ],
)
def test_whose_a_party_is(phrase: str, country: str) -> None:
    assert [party.country for party in resolve(phrase, on="2022-10-01", near=["CAN"])] == [country]


@pytest.mark.parametrize(
    ("phrase", "near", "country"),
    [("the MoD", "GBR", "GBR"), ("the MoD", "UKR", ""), ("the Russian MoD", "GBR", "RUS")],
)
def test_a_bare_acronym_of_many_ministries_asks_who_is_near(phrase: str, near: str, country: str) -> None:
    assert [(p.country, p.sector) for p in resolve(phrase, on="2023-05-02", near=[near])] == [(country, "MIL")]


def test_two_parties_share_a_head() -> None:
    found = resolve("senior Hungarian and Romanian officials")
    assert [(p.country, p.sector) for p in found] == [("HUN", "GOV"), ("ROU", "GOV")]
    assert [p.country for p in resolve("Iran, Russia and Turkey")] == ["IRN", "RUS", "TUR"]


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the Russian president", "1999-05-01", "Boris Yeltsin"),
        ("the Russian president", "2001-05-01", "Vladimir Putin"),
        ("the Russian leader", "2003-05-01", "Vladimir Putin"),
        ("the US president", "2018-06-12", "Donald Trump"),
        ("the German chancellor", "2022-02-01", "Olaf Scholz"),
        ("Britain's prime minister", "2022-10-01", "Liz Truss"),
        ("President Bush", "2005-01-01", "George W. Bush"),
    ],
)
def test_offices_by_day(phrase: str, on: str, name: str) -> None:
    found = actor(phrase, on=on)
    assert found is not None
    assert found.name == name
    assert found.sector == "GOV"


def test_out_of_office_is_elite() -> None:
    before, after = actor("Angela Merkel", on="2020-01-01"), actor("Angela Merkel", on="2023-01-01")
    assert before is not None
    assert after is not None
    assert (before.sector, before.office, after.sector, after.office) == ("GOV", "chancellor", "ELI", "")


def test_a_change_of_date_changes_only_dated_answers() -> None:
    for phrase in ("Russian soldiers", "Iran", "protesters", "Turkey's opposition"):
        assert resolve(phrase, on="2001-01-01") == resolve(phrase, on="2021-01-01")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="'yesterday' is no day"):
        resolve("Iran", on="yesterday")
    assert day(None) is None
    assert day("2020-02-29") == date(2020, 2, 29)


@given(
    st.sampled_from(["the Syrian government", "Iran and Russia", "Xi Jinping", "a", "UN", "of", "'s", "president"])
    | st.text(max_size=60)
)
def test_spans_quote_the_phrase_and_resolving_twice_is_the_same(phrase: str) -> None:
    found = resolve(phrase, on=DAY)
    assert found == resolve(phrase, on=DAY)
    for one in found:
        assert phrase[one.start : one.end] == one.text
        assert resolve(one.text, on=DAY)


def table(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_list_of_phrases_of_every_kind_and_region() -> None:
    """Parties are joined with ";", a sector "*" is not asked: the codebooks leave it open."""
    rows = table("phrases.csv")
    found = [(row, resolve(row["phrase"], on=row["on"])) for row in rows]
    placed = [row["phrase"] for row, ps in found if ps and ";".join(p.country for p in ps) == row["country"]]
    whole = [
        row["phrase"]
        for row, ps in found
        if row["phrase"] in placed and row["sector"] in ("*", ";".join(p.sector for p in ps))
    ]
    assert len(placed) / len(rows) >= 0.97
    assert len(whole) / len(rows) >= 0.95


def test_a_list_of_people_and_things_that_are_nobody() -> None:
    rows = table("nobody.csv")
    right = [row["phrase"] for row in rows if not resolve(row["phrase"])]
    assert len(right) / len(rows) >= 0.97


def test_a_list_of_namesakes_people_of_the_tables_and_ships_named_after_them() -> None:
    """`name` is whom of the tables a phrase means; nobody of them may be found where it is empty."""
    rows = table("names.csv")
    right = {"name": 0, "country": 0}
    for row in rows:
        party = next(iter(resolve(row["phrase"], on=row["on"])), None)
        known = party is not None and fold(party.name) not in fold(row["phrase"])
        right["country"] += (party.country if party else "") == row["country"]
        right["name"] += _shares(party.name, row["name"]) if party and row["name"] else known == bool(row["name"])
    assert right["name"] / len(rows) >= 0.97
    assert right["country"] / len(rows) >= 0.98


def _shares(one: str, other: str) -> bool:
    return not set(fold(one).split()).isdisjoint(fold(other).split())


@pytest.mark.parametrize(
    "phrase",
    [
        "the head of the UN's refugee agency", "the bodyguards of the African Union's chairman",
        "wives of Islamic State fighters", "the UN Syria special envoy",
    ],
)  # fmt: skip
def test_what_is_a_body_s_without_a_country_has_none(phrase: str) -> None:
    near = View(roster(), date(2020, 5, 1), ("SYR",), lenient=True)
    ((_, reading),) = read(phrase, near)
    assert (reading.country, reading.bare) == ("", False)


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Peru's Congress", "PER"), ("Russia's White House", "RUS"), ("Iran's Security Council", "IRN"),
        ("Congress", "USA"),
        ("the Strasbourg-based European Court of Human Rights", ""), ("a London-based activist", "GBR"),
        ("a London-based Saudi dissident", "SAU"), ("English-speaking separatists in Cameroon", "CMR"),
        ("ex-East German leader Erich Honecker", "DEU"), ("off-duty Kenyan police", "KEN"),
        ("the EU's ambassador in Kyiv", ""), ("a spokesman for the Red Cross in Kenya", ""),
        ("an aide to Putin", "RUS"),
        ("Mexican-American voters", "USA"), ("a Franco-Algerian lawyer", "DZA"),
        ("Indian Muslims", "IND"), ("Iraq's Sunnis", "IRQ"), ("ethnic Hungarians in Romania", "ROU"),
    ],
)  # fmt: skip
def test_whose_a_body_or_a_dweller_is(phrase: str, country: str) -> None:
    assert [party.country for party in resolve(phrase, on="2019-05-05")] == [country]


@pytest.mark.parametrize(
    ("near", "name"),
    [
        ((), "US Congress"),
        (("USA", "UKR"), "US Congress"),
        (("UKR", "KEN"), "US Congress"),
        (("PER", "USA"), "Peruvian Congress"),
        (("IND",), "Indian National Congress"),
    ],
)
def test_a_congress_is_that_of_the_country_around(near: tuple[str, ...], name: str) -> None:
    assert [party.name for party in resolve("Congress", on=DAY, near=near)] == [name]


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("The Syrian city of Raqqa", "Raqqa", "SYR"), ("the Kurdish stronghold of Afrin", "Afrin", "SYR"),
        ("the northern Syrian province of Idlib", "Idlib", "SYR"), ("the Syrian", "Syria", "SYR"),
        ("the Syrians of Idlib", "Syria", "SYR"), ("Kathmandu airport", "Kathmandu airport", "NPL"),
        ("the Kampala prison", "Kampala prison", "UGA"), ("Kathmandu", "Nepal", "NPL"),
        ("Idlib province", "Idlib", "SYR"), ("Kyiv district", "Ukraine", "UKR"),
    ],
)  # fmt: skip
def test_a_town_or_what_is_in_it_is_called_by_its_own_name(phrase: str, name: str, country: str) -> None:
    ((part, found),) = read(phrase, View(roster(), None, lenient=True))
    made = party(phrase, part, found)
    assert (made.name, made.country) == (name, country)
