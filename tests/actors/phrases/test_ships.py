"""Warships by the prefix of their navy."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.knowledge.states import load_states
from dragoman.actors.phrases.ships import prefixes


def test_every_prefix_is_of_a_state() -> None:
    assert set(prefixes().values()) <= {state.iso3 for state in load_states()}


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the USS Donald Cook", "USA", "MIL"), ("USS Ronald Reagan", "USA", "MIL"), ("HMS Defender", "GBR", "MIL"),
        ("HMAS Canberra", "AUS", "MIL"),
    ],
)  # fmt: skip
def test_a_warship_is_of_its_navy_and_not_of_whom_it_is_named_after(phrase: str, country: str, sector: str) -> None:
    (party,) = resolve(phrase, on="2016-05-09")
    assert (party.name, party.country, party.sector) == (phrase.removeprefix("the "), country, sector)


@pytest.mark.parametrize(("phrase", "name"), [("Ronald Reagan", "Ronald Reagan"), ("the RFA", "")])
def test_other_words_are_no_warship(phrase: str, name: str) -> None:
    assert [party.name for party in resolve(phrase, on="1985-05-09")] == ([name] if name else [])
