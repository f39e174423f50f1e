"""Names that also mean something else do not count where their neighbours say so."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.resolving import resolve


def countries(text: str) -> set[str]:
    return {m.entry.country for m in roster().matches(text) if m.kind in ("state", "capital", "demonym")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey closed the border", {"TUR"}),
        ("They ate turkey on Thursday", set()),
        ("Jordan recalled its envoy", {"JOR"}),
        ("Michael Jordan retired again", set()),
        ("Chad protested", {"TCD"}),
        ("It helped us all", set()),
        ("It helped the US", {"USA"}),
        ("Denzel Washington came", set()),
        ("Washington objected", {"USA"}),
    ],
)
def test_neighbours_and_case_decide(text: str, expected: set[str]) -> None:
    assert countries(text) == expected


def test_a_trap_knows_its_rule() -> None:
    assert roster().traps["us"].rule == "upper"


@pytest.mark.parametrize(
    ("phrase", "near", "country"),
    [
        ("Congo", ("PAK",), "COD"),
        ("Congo", ("COG",), "COG"),
        ("Congolese rebels", ("PAK", "COG"), "COG"),
        ("Koreans", ("JPN",), "KOR"),
        ("Korean troops", ("PRK",), "PRK"),
        ("Dominicans", ("USA",), "DOM"),
    ],
)
def test_a_name_of_two_states_is_one_of_them_wherever_the_text_is_about(
    phrase: str, near: tuple[str, ...], country: str
) -> None:
    assert [party.country for party in resolve(phrase, near=near)] == [country]


@pytest.mark.parametrize("phrase", ["Christian villagers", "Key witnesses", "Power workers", "Tax protesters"])
def test_a_word_is_no_leaders_surname(phrase: str) -> None:
    assert [party.country for party in resolve(phrase)] == [""]


@pytest.mark.parametrize(("phrase", "country"), [("Prime Minister Key", "NZL"), ("Peter Christian", "FSM")])
def test_a_surname_that_is_a_word_holds_behind_a_title_or_a_given_name(phrase: str, country: str) -> None:
    assert [party.country for party in resolve(phrase, on="2015-06-01")] == [country]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IS claimed the attack", True), ("fighters of IS fled", True), ("THE WAR IS OVER", False),
        ("It is over", False),
    ],
)  # fmt: skip
def test_an_abbreviation_that_is_a_word_in_headlines(text: str, found: bool) -> None:
    names = {name.name for match in roster().matches(text) for name in match.names}
    assert ("Islamic State" in names) == found


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the Amazon Fund", ""), ("Amazon Watch", ""), ("Amazon workers", "USA"), ("Roe v. Wade", ""),
        ("Roe v Wade", ""), ("President Wade", "SEN"), ("Samuel A. Alito Jr.", "USA"),
    ],
)  # fmt: skip
def test_a_fund_a_ruling_and_a_judge(phrase: str, country: str) -> None:
    assert {party.country for party in resolve(phrase, on="2010-06-01")} <= {country}
