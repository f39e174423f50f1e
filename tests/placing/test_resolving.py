"""Resolving: the table of places (places.csv), and what must hold for any words."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.event import Place
from dragoman.placing import resolve

with (Path(__file__).parent / "places.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
NAMES = sorted({case["words"] for case in CASES})


def counted(text: str) -> dict[str, float]:
    """ "USA:5 FRA:1" as counts."""
    return {code: float(count) for code, count in (pair.split(":") for pair in text.split())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['words']} {case['countries']}".strip())
def test_a_place_of_the_table(case: dict[str, str]) -> None:
    text = case["sentence"]
    start = text.index(case["words"])
    place = resolve(text, start, start + len(case["words"]), countries=counted(case["countries"]))
    assert (place.name, place.country) == (case["name"], case["country"])
    assert (place.text, place.start) == (case["words"], start)
    assert str(place.geonames_id or "") == case["geonames_id"]
    if not case["latitude"]:
        assert place.latitude is place.longitude is None
        return
    assert place.latitude == pytest.approx(float(case["latitude"]), abs=0.06)
    assert place.longitude == pytest.approx(float(case["longitude"]), abs=0.06)


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 250


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("It happened in Paris, Texas, on Sunday.", "Paris", "USA"),
        ("It happened in the southern Turkish town of Birecik on Sunday.", "Birecik", "TUR"),
        ("It happened in Tripoli, in northern Lebanon, on Sunday.", "Tripoli", "LBN"),
        ("It happened in Tripoli on Sunday.", "Tripoli", "LBY"),
    ],
)
def test_what_stands_beside_the_words_narrows_them(text: str, words: str, country: str) -> None:
    start = text.index(words)
    assert resolve(text, start, start + len(words)).country == country


def test_a_namesake_abroad_is_not_meant() -> None:
    words = "the Central African town of Sido"
    place = resolve(words, 0, len(words))
    assert (place.name, place.country, place.latitude) == ("Sido", "CAF", None)
    embassy = "the Russian embassy in Prague"
    assert resolve(embassy, 0, len(embassy)).country == "CZE"


def test_the_country_of_the_document_narrows_a_name() -> None:
    assert resolve("in Granada", 3, 10).country == "ESP"
    assert resolve("in Granada", 3, 10, countries={"NIC": 4, "USA": 1}).country == "NIC"


@pytest.mark.parametrize("words", ["near the village", "his home", "", "—", "the 3rd floor"])
def test_what_cannot_be_resolved_stays_words(words: str) -> None:
    assert resolve(words, 0, len(words)) == Place(words, 0, len(words))


def test_hostile_words_take_no_time() -> None:
    words = "Paris and " * 4000
    started = time.process_time()
    assert resolve(words, 0, len(words)).text == words
    assert time.process_time() - started < 1


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_any_words_keep_their_span(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    place = resolve(text, start, end)
    assert (place.text, place.start, place.end) == (text[start:end], start, end)
    assert (place.latitude is None) == (place.longitude is None)


@given(st.sampled_from(NAMES), st.sampled_from(["northern", "south-eastern", "central"]))
def test_a_part_of_a_country_is_no_point(name: str, direction: str) -> None:
    whole = resolve(name, 0, len(name))
    words = f"{direction} {name}"
    if whole.country and whole.latitude is None:
        assert resolve(words, 0, len(words)).latitude is None


@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(["USA", "SYR", "GBR", "UKR"]), st.integers(1, 9)))
def test_a_point_lies_on_the_globe(name: str, hints: dict[str, int]) -> None:
    place = resolve(name, 0, len(name), countries=hints)
    if place.latitude is not None and place.longitude is not None:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.country


def test_here_is_the_place_of_the_dateline() -> None:
    line = "LUSAKA, Aug. 12 (Xinhua) -- The envoys met here on Monday."
    text = f"In brief\n{line}\nNAIROBI - Envoys met here."
    first, last = text.index("here"), text.rindex("here")
    place = resolve(text, first, first + 4)
    assert (place.text, place.start, place.name, place.country) == ("here", first, "Lusaka", "ZMB")
    assert resolve(text, last, last + 4).country == "KEN"
    assert resolve("They met here.", 9, 13).country == ""
