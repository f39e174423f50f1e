"""Agent nouns, modifiers and traps: the tables are sound and give the sectors that people expect."""

from collections import Counter

import pytest

from dragoman.actors.knowledge import load
from dragoman.actors.names.matching import key

KNOWN = load()
SECTORS = {sector.code for sector in KNOWN.sectors}
NOUNS = {form: row for row in KNOWN.agents for form in (row.noun, row.plural) if form}
MODIFIERS = {row.word: row for row in KNOWN.modifiers}
TRAPS = {row.name: row for row in KNOWN.ambiguities}


def test_there_are_enough_nouns_and_none_twice() -> None:
    forms = Counter(form for row in KNOWN.agents for form in {row.noun, row.plural} - {""})
    assert len(KNOWN.agents) >= 4300
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_noun_is_well_formed() -> None:
    for row in KNOWN.agents:
        assert row.sector in SECTORS, row.noun
        assert row.number in {"", "plural", "collective"}, row.noun
        assert row.gender in {"", "m", "f"}, row.noun
        assert row.noun == " ".join(row.noun.split()), row.noun
        assert bool(row.plural) or row.number in {"plural", "collective"}, row.noun


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("soldiers", "MIL"), ("prosecutors", "JUD"), ("protesters", "CVL"), ("lawmakers", "LEG"), ("settlers", "SET"),
        ("miners", "LAB"), ("police", "COP"), ("gunmen", "UAF"), ("rebels", "REB"), ("militants", "REB"),
        ("officials", "GOV"), ("ministers", "GOV"), ("diplomats", "GOV"), ("ambassadors", "GOV"), ("envoys", "GOV"),
        ("judges", "JUD"), ("journalists", "JRN"), ("villagers", "CVL"), ("students", "EDU"), ("farmers", "AGR"),
        ("refugees", "REF"), ("migrants", "REF"), ("hostages", "CVL"), ("women", "CVL"), ("children", "CVL"),
        ("workers", "LAB"), ("unions", "LAB"), ("authorities", "GOV"), ("troops", "MIL"), ("coast guard", "MIL"),
        ("border guards", "COP"), ("embassy", "GOV"), ("parliament", "LEG"), ("cabinet", "GOV"), ("doctors", "MED"),
        ("aid workers", "NGO"), ("priests", "REL"), ("smugglers", "CRM"), ("spies", "SPY"), ("militia", "PRM"),
        ("attorneys general", "JUD"), ("opposition leader", "OPP"), ("peacekeepers", "IGO"), ("wharfies", "LAB"),
        ("rubber tappers", "AGR"), ("jawans", "MIL"), ("highlanders", "CVL"), ("depositors", "CVL"), ("rafters", "REF"),
        ("camera crew", "JRN"), ("warders", "COP"), ("sicarios", "CRM"), ("F-16s", "MIL"), ("agents", "UNK"),
    ],
)  # fmt: skip
def test_nouns_of_the_news(word: str, sector: str) -> None:
    assert NOUNS[word].sector == sector


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("policeman", "policemen"), ("spokeswoman", "spokeswomen"), ("spy", "spies"), ("child", "children"),
        ("chief of staff", "chiefs of staff"), ("ministry", "ministries"), ("passer-by", "passers-by"),
        ("minister of defence", "ministers of defence"), ("special counsel", "special counsel"),
    ],
)  # fmt: skip
def test_plurals(noun: str, plural: str) -> None:
    assert NOUNS[noun].plural == plural


def test_gender_stands_where_the_word_tells_it() -> None:
    assert (NOUNS["queen"].gender, NOUNS["king"].gender, NOUNS["minister"].gender) == ("f", "m", "")


def test_modifiers_name_known_sectors_once() -> None:
    words = Counter(row.word for row in KNOWN.modifiers)
    assert [word for word, times in words.items() if times > 1] == []
    for row in KNOWN.modifiers:
        assert row.sector in SECTORS, row.word
        assert set(row.applies_to) <= SECTORS, row.word


@pytest.mark.parametrize(
    ("word", "sector"),
    [("former", "ELI"), ("opposition", "OPP"), ("rebel", "REB"), ("state-run", "GOV"), ("paramilitary", "PRM")],
)
def test_modifiers_of_the_news(word: str, sector: str) -> None:
    assert MODIFIERS[word].sector == sector


def test_traps_have_one_row_a_look_up_form_and_known_readings() -> None:
    keys = Counter(key(row.name) for row in KNOWN.ambiguities)
    assert [one for one, times in keys.items() if times > 1] == []
    known = {state.iso3 for state in KNOWN.states} | {row.id for row in KNOWN.organisations}
    for row in KNOWN.ambiguities:
        assert set(row.reads_as) <= known, row.name
        assert all(" " not in word and word == word.lower() for word in (*row.not_before, *row.not_after)), row.name
        assert row.rule != "never" or not (row.not_before or row.not_after), row.name


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("US", "upper"), ("Turkey", "capital"), ("Polish", "capital"), ("Lincoln", "never"), ("May", "never"),
        ("French fries", "never"), ("Guinea pig", "never"), ("Korea", "context"), ("Jordan", "default"),
        ("Mount Kenya", "never"), ("Dynamo Kyiv", "never"),
    ],
)  # fmt: skip
def test_traps_of_the_news(name: str, rule: str) -> None:
    assert TRAPS[name].rule == rule


def test_neighbours_that_make_a_name_something_else() -> None:
    assert "michael" in TRAPS["Jordan"].not_after
    assert "hilton" in TRAPS["Paris"].not_before
    assert "cup" in TRAPS["China"].not_before
    assert "george" in TRAPS["Washington"].not_after


def test_no_trap_silences_a_common_noun() -> None:
    silent = {key(row.name) for row in KNOWN.ambiguities if row.rule == "never"}
    assert silent.isdisjoint({key(word) for word in (*NOUNS, *MODIFIERS)})
