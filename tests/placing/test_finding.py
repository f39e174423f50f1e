"""Finding: the countries that a text names."""

import time

import pytest

from dragoman.placing import Counted, countries, finding


def test_the_countries_of_a_text_are_counted() -> None:
    counted = countries("Syrian troops shelled Aleppo. Turkey and Syria traded blame; Turkish officials flew home.")
    assert counted.most_common(2) == [("SYR", 5), ("TUR", 4)]


def test_a_city_is_counted_with_the_countries() -> None:
    assert countries("Lebanese troops entered Tripoli.") == {"LBN": 3}
    assert countries("Tripoli fell.") == {"LBY": 1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Saudi-led jets and pro-Russian fighters", {"SAU": 2, "RUS": 2}),
        ("Central American and Costa Rican ministers", {"CRI": 2}),
        ("Andalusian farmers met Chechen ones", {"ESP": 2, "RUS": 2}),
        ("Dominican police", {"DOM": 1, "DMA": 1}),
    ],
)
def test_peoples_are_counted(text: str, found: dict[str, int]) -> None:
    assert countries(text) == found


def test_a_text_without_names_has_no_countries() -> None:
    assert not countries("nothing is said of it here")


def test_they_are_counted_when_the_first_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    text, asked = "Syrian troops shelled Aleppo.", []
    monkeypatch.setattr(finding, "countries", lambda text: asked.append(text) or countries(text))
    found = Counted(text)
    assert not asked
    assert (dict(found), "TUR" in found, len(found)) == (dict(countries(text)), False, 1)
    assert asked == [text]


@pytest.mark.parametrize("piece", ["A ", "Paris, ", "in the ", "the town of ", "northern ", "Al-", "St. ", "’s "])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    countries("warm up in Paris")
    started = time.process_time()
    countries(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 8
