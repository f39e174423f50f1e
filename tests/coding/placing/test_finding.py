"""Finding: place words with what belongs to them, and the countries that a text names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.placing import countries, places


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Kyiv, crowds gathered.", [("in", "Kyiv")]),
        ("He flew from Pyongyang to Hanoi.", [("from", "Pyongyang"), ("to", "Hanoi")]),
        ("A bomb went off at a Kabul mosque.", [("at", "a Kabul mosque")]),
        ("Troops raided the Jenin refugee camp.", [("", "the Jenin refugee camp")]),
        ("They hit a ship off Yemen.", [("off", "Yemen")]),
        ("Shells fell near Bakhmut.", [("near", "Bakhmut")]),
        ("He died in the town of Didim, south-west Turkey.", [("in", "the town of Didim, south-west Turkey")]),
        ("They met in eastern Russia.", [("in", "eastern Russia")]),
        ("They met in Paris, Texas.", [("in", "Paris, Texas")]),
        ("They met in the occupied West Bank.", [("in", "the occupied West Bank")]),
        ("Forces from France, Germany and Spain left.", [("from", "France"), ("", "Germany"), ("", "Spain")]),
    ],
)
def test_a_place_with_its_words(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(found.preposition, found.text) for found in places(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to John Bolton.",
        "But she said so. For years she had.",
        "The Syrian president spoke.",
        "They meet in March.",
        "He spoke in Parliament on Sunday.",
        "nothing happened in the city",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert places(text) == []


def test_a_window_keeps_the_offsets_of_the_text() -> None:
    text = "In Paris it began. In Madrid it grew. In Lisbon it ended."
    (found,) = places(text, start=19, end=37)
    assert text[found.start : found.end] == found.text == "Madrid"


def test_the_countries_of_a_text_are_counted() -> None:
    counted = countries("Syrian troops shelled Aleppo. Turkey and Syria traded blame; Turkish officials flew home.")
    assert counted.most_common(2) == [("SYR", 5), ("TUR", 4)]


def test_a_text_without_names_has_no_countries() -> None:
    assert not countries("nothing is said of it here")


@given(st.text(max_size=200))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    for found in places(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("piece", ["A ", "Paris, ", "in the ", "the town of ", "northern ", "Al-", "St. ", "’s "])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    places("warm up in Paris")
    started = time.process_time()
    places(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 8
