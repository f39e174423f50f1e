"""A thing or a stranger with a name in it is nobody; a party with more words behind it stays one."""

import pytest

from dragoman.actors import resolve


@pytest.mark.parametrize(
    "phrase", ["a Swiss watch", "the Iran deal", "the Syrian border", "the Putin doll", "Germany's hinterland"]
)
def test_a_thing_is_nobody(phrase: str) -> None:
    assert resolve(phrase) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "a Boeing 737", "an Airbus jet", "Google Maps", "the U.N. Charter", "the Tokyo Olympics", "the Iran-Iraq war",
        "Russian and Ukrainian grain", "an armoured personnel carrier", "the India ink drawing", "Lake Victoria",
        "Ho Chi Minh City's traffic", "the Melbourne Rebels", "the Chicago Bulls", "Real Madrid", "“The Kenyan Spy”",
        "Italian restaurants", "an American computer",
    ],
)  # fmt: skip
def test_things_with_a_name_in_them(phrase: str) -> None:
    assert resolve(phrase) == []


@pytest.mark.parametrize("phrase", ["Israel Hernandez", "Georgia Brown", "Sydney Carton"])
def test_a_place_s_name_is_a_given_name_before_a_surname(phrase: str) -> None:
    assert resolve(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Russian troops stationed in Syria", "RUS"),
        ("Netanyahu's office", "ISR"),
        ("Samsung Electronics", "KOR"),
        ("the Syrian rebels themselves", "SYR"),
        ("Georgia", "GEO"),
    ],
)
def test_words_behind_a_party_do_not_undo_it(phrase: str, country: str) -> None:
    assert [p.country for p in resolve(phrase)] == [country]
