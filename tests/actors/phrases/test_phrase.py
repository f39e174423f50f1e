"""A phrase is cut into owner, core and complements, and split where parties are joined."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import Part, counted, items, parts, spread, taken_apart


def cut(phrase: str) -> list[Part]:
    return parts(phrase, items(phrase, roster()))


def words(part: Part) -> list[str]:
    return [item.key for item in part.core]


def test_owner_and_head() -> None:
    (part,) = cut("Turkey's foreign minister")
    assert [i.key for i in part.owner] == ["turkey"]
    assert words(part) == ["foreign minister"]


def test_complements_keep_their_preposition() -> None:
    (part,) = cut("rebels in Darfur")
    assert words(part) == ["rebels"]
    assert [(word, [i.key for i in rest]) for word, rest in part.complements] == [("in", ["darfur"])]


def test_joined_parties_are_split_but_not_inside_a_complement() -> None:
    assert len(cut("Iran, Russia and Turkey")) == 3
    assert [part.core[0].key for part in cut("25,000 Russian troops and 1,200 tanks")] == ["25", "1"]
    assert len(cut("the ministers of trade and industry")) == 1


@pytest.mark.parametrize(
    "phrase",
    [
        "US-backed rebels", "Turkish-led coalition", "pro-Russian gunmen", "Saudi backed militia",
        "NATO-led peacekeepers", "the Hezbollah-backed party", "an EU-led mission",
    ],
)  # fmt: skip
def test_a_backer_is_no_belonging(phrase: str) -> None:
    assert not any(item.first("state", "demonym", "organisation") for item in items(phrase, roster()))


@pytest.mark.parametrize("phrase", ["Turkish-led forces", "US-led troops", "Vietnamese-led army", "Hamas-led gunmen"])
def test_forces_led_by_a_state_or_an_armed_group_are_its_own(phrase: str) -> None:
    assert items(phrase, roster())[0].first("state", "demonym", "organisation")


@pytest.mark.parametrize(
    "words", ["The United States imposed sanctions", "Kenya backed the plan", "the US armed its foes"]
)
def test_a_state_that_backs_somebody_is_a_state(words: str) -> None:
    assert any(item.first("state") for item in items(words, roster()))


def test_an_ex_soldier_keeps_the_country() -> None:
    assert any(item.first("state") for item in items("an ex-US marine", roster()))


def test_a_participle_behind_an_adverb_opens_no_clause() -> None:
    (part,) = cut("the internationally backed Palestinian Authority")
    assert words(part)[-1] == "palestinian authority"
    (part,) = cut("a man allegedly killed by rebels")
    assert words(part)[:2] == ["a", "man"]
    assert "killed" not in words(part)


def test_what_a_clause_adds_is_left_out() -> None:
    (part,) = cut("protesters who fled to Iraq")
    assert words(part) == ["protesters"]


@pytest.mark.parametrize(
    ("phrase", "several"),
    [
        ("US-Turkish", ["us", "turkish"]), ("Chinese-Indian", ["chinese", "indian"]),
        ("US-China talks", ["us", "china"]),
        ("a British-Iranian", ["a"]), ("British-Iranian teacher", ["british"]), ("Somali-American", ["somali"]),
        ("Kurdish-Arab", ["kurdish"]), ("US-led", ["us"]), ("pro-Russian", ["pro"]),
    ],
)  # fmt: skip
def test_two_states_joined_by_a_hyphen_are_two_where_nothing_else_stands(phrase: str, several: list[str]) -> None:
    assert [words(part)[0] for part in cut(phrase)] == several


def test_peoples_that_are_counted_are_a_part_each() -> None:
    (part,) = cut("tens of thousands of Kenyans and Somalis")
    assert [(one.start, one.end) for one in spread(part)] == [(0, 28), (33, 40)]
    (part,) = cut("the men of Kenyans and Somalis")
    assert spread(part) == [part]


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("dozens of fighters", ["fighters"]), ("up to 10 fighters", ["up", "to", "10", "fighters"]),
        ("more than 25 traders in Kampala", ["more", "than", "25", "traders"]), ("fighters of the army", ["fighters"]),
    ],
)  # fmt: skip
def test_what_is_counted_is_meant(phrase: str, meant: list[str]) -> None:
    assert [item.key for item in counted(cut(phrase)[0])] == meant


@pytest.mark.parametrize(
    ("phrase", "cores"),
    [
        ("two current and former ministers", [["two", "current", "ministers"]]),
        ("serving and retired officers", [["current", "officers"]]),
        ("former or acting ministers", [["current", "current", "ministers"]]),
        ("ministers and former ministers", [["ministers"], ["former ministers"]]),
        ("current and new ministers", [["current"], ["new", "ministers"]]),
    ],
)
def test_current_and_former_is_one_adjective(phrase: str, cores: list[list[str]]) -> None:
    assert [words(part) for part in taken_apart(phrase, roster()).parts] == cores
