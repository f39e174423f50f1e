"""Descriptions name who holds the office that day: of states, their parts and organisations; nobody else's namesake."""

import pytest

from dragoman.actors import actor, resolve


@pytest.mark.parametrize("words", ["a Hamas leader", "a Russian president", "a senior Hezbollah leader"])
def test_one_of_several_is_not_the_head(words: str) -> None:
    found = actor(words, on="2012-01-01")
    assert found is not None
    assert not found.office


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the NATO chief", "2010-01-01", "Anders Fogh Rasmussen"),
        ("NATO's secretary general", "2010-01-01", "Anders Fogh Rasmussen"),
        ("the IAEA director general", "2012-01-01", "Yukiya Amano"),
        ("the EU foreign policy chief", "2012-01-01", "Catherine Ashton"),
        ("UN secretary general", "2012-01-01", "Ban Ki-moon"),
        ("the leader of Hezbollah", "2012-01-01", "Hassan Nasrallah"),
        ("the president of the European Commission", "2012-01-01", "José Manuel Barroso"),
        ("the Irish taoiseach", "2012-01-01", "Enda Kenny"),
        ("Scotland's first minister", "2018-01-01", "Nicola Sturgeon"),
        ("the Scottish first minister", "2018-01-01", "Nicola Sturgeon"),
        ("the Chechen leader", "2015-01-01", "Ramzan Kadyrov"),
        ("the new British prime minister", "2022-09-10", "Liz Truss"),
        ("the Israeli army chief", "2012-01-01", "Benny Gantz"),
        ("the Gambian leader", "2005-04-11", "Yahya Jammeh"),
        ("Ecuador's left-wing president", "2010-09-30", "Rafael Correa"),
        ("Haiti's unelected prime minister", "2024-02-08", "Ariel Henry"),
        ("Costa Rica's Nobel-winning president", "2009-07-09", "Óscar Arias"),
        ("Greece's motorbike-riding finance minister", "2015-03-10", "Yanis Varoufakis"),
        ("Bolivia's first indigenous president", "2008-09-10", "Evo Morales"),
        ("Turkey's Islamist president", "2018-05-05", "Recep Tayyip Erdoğan"),
        ("the Belarusian strongman", "2020-08-16", "Alexander Lukashenko"),
        ("Italy's billionaire prime minister", "2009-05-05", "Silvio Berlusconi"),
        ("Abkhazia's de facto leader", "2015-05-05", "Raul Khajimba"),
        ("Scotland's pro-independence first minister", "2018-01-01", "Nicola Sturgeon"),
        ("the tough-talking mayor of Moscow", "2018-01-01", "Sergei Sobyanin"),
        ("Somaliland's president", "2015-05-05", "Ahmed Mahamoud Silanyo"),
        ("Uzbekistan's long-serving ruler", "2010-05-05", "Islam Karimov"),
        ("the president of the Republic of Kenya", "2024-01-10", "William Ruto"),
        ("the leader of the military junta of Myanmar", "2024-01-10", "Min Aung Hlaing"),
        ("the minister of foreign affairs of Russia", "2024-01-10", "Sergey Lavrov"),
    ],
)
def test_the_holder_of_the_day(phrase: str, on: str, name: str) -> None:
    found = actor(phrase, on=on)
    assert found is not None
    assert found.name == name


def test_the_sector_is_the_office_s() -> None:
    found = [actor(phrase, on="2012-01-01") for phrase in ("the NATO chief", "the Hezbollah leader", "Ban Ki-moon")]
    assert [(p.country, p.sector) for p in found if p] == [("", "IGO"), ("LBN", "REB"), ("", "IGO")]


@pytest.mark.parametrize(
    "phrase",
    [
        "the Russian deputy foreign minister", "two Russian ministers", "the Kurdish leader", "a rebel leader",
        "Gambia's banished strongman", "the Ukrainian rebel leader", "Germany's far-right leader",
        "the Bundestag president",
        "the Italian regional president", "Russia's communist leader", "the Egyptian Olympic chief",
        "the president of Ukraine's football federation", "the president of the Kenya teachers union",
        "the president of the NAACP", "the leader of Russia's opposition", "the president of Kenya's Supreme Court",
        "the prime minister of Iraq's Kurdistan region",
    ],
)  # fmt: skip
def test_others_of_the_same_word_are_not_the_holder(phrase: str) -> None:
    assert [p.office for p in resolve(phrase, on="2012-01-01")] == [""]


@pytest.mark.parametrize(
    ("phrase", "on", "country"),
    [
        ("Prime Minister Fischer", "2009-12-09", "CZE"), ("Prime Minister Major", "1994-02-13", "GBR"),
        ("Taoiseach Kenny", "2013-08-04", "IRL"), ("Prime Minister Muscat", "2014-08-05", "MLT"),
        ("President dos Santos", "2005-01-01", "AGO"), ("Jordan's King Abdullah", "2009-01-01", "JOR"),
        ("South Korean President Lee", "2009-01-01", "KOR"),
    ],
)  # fmt: skip
def test_a_title_tells_which_bearer_of_a_surname(phrase: str, on: str, country: str) -> None:
    assert [(p.country, p.sector) for p in resolve(phrase, on=on)] == [(country, "GOV")]


def test_two_holders_of_one_title_and_surname_stay_open() -> None:
    assert all(p.country == "" for p in resolve("President Flores", on="2001-11-30"))
    assert [p.country for p in resolve("President Flores", on="2001-11-30", near=["SLV"])] == ["SLV"]


def test_places_in_a_list_are_parties_of_their_own() -> None:
    found = resolve("officials from Kenya and Uganda")
    assert [(p.text, p.country, p.sector) for p in found] == [
        ("officials from Kenya", "KEN", "GOV"), ("Uganda", "UGA", "GOV"),
    ]  # fmt: skip


@pytest.mark.parametrize("phrase", ["the South China Sea", "French fries"])
def test_names_inside_names_of_nobody_are_shielded(phrase: str) -> None:
    assert resolve(phrase) == []


def test_who_leads_a_breakaway_state_is_of_the_state_that_claims_it() -> None:
    found = [actor(phrase, on="2015-05-05") for phrase in ("the Abkhaz leader", "Raul Khajimba")]
    assert [(p.name, p.country) for p in found if p] == [("Raul Khajimba", "GEO")] * 2
