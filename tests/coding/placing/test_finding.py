"""Finding: the countries that a text names."""

import time

import pytest

from dragoman.coding.placing import countries


def test_the_countries_of_a_text_are_counted() -> None:
    counted = countries("Syrian troops shelled Aleppo. Turkey and Syria traded blame; Turkish officials flew home.")
    assert counted.most_common(2) == [("SYR", 5), ("TUR", 4)]


def test_a_text_without_names_has_no_countries() -> None:
    assert not countries("nothing is said of it here")


@pytest.mark.parametrize("piece", ["A ", "Paris, ", "in the ", "the town of ", "northern ", "Al-", "St. ", "’s "])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    countries("warm up in Paris")
    started = time.process_time()
    countries(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 8
