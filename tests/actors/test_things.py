"""A thing or a stranger with a name in it is nobody; a party with more words behind it stays one."""

import pytest

from dragoman.actors import resolve


@pytest.mark.parametrize("phrase", ["a Swiss watch", "the Iran deal", "the Syrian border", "the Putin doll", "Germany's hinterland"])
def test_a_thing_is_nobody(phrase: str) -> None:
    assert resolve(phrase) == []


@pytest.mark.parametrize("phrase", ["Israel Hernandez", "Georgia Brown", "Sydney Carton"])
def test_a_place_s_name_is_a_given_name_before_a_surname(phrase: str) -> None:
    assert resolve(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "country"),
    [("Russian troops stationed in Syria", "RUS"), ("the Syrian rebels themselves", "SYR"), ("Georgia", "GEO")],
)
def test_words_behind_a_party_do_not_undo_it(phrase: str, country: str) -> None:
    assert [p.country for p in resolve(phrase)] == [country]
