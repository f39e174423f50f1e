"""Mentions: the longest names that are known, whole and apart."""

import pytest

from dragoman.placing.mentions import mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from New York City to New Delhi", ["New York City", "New Delhi"]),
        ("the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("Ukraine's ports and Syria’s roads", ["Ukraine", "Syria"]),
        ("in al-Hawl and Deir ez-Zor", ["al-Hawl", "Deir ez-Zor"]),
        ("at St. Petersburg", ["St. Petersburg"]),
        ("the US, the U.K. and us", ["US", "U.K."]),
        ("paris and london in small letters", []),
        ("They left. Paris waited.", ["Paris"]),
    ],
)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == names


def test_a_name_keeps_all_its_readings() -> None:
    (georgia,) = mentions("Georgia")
    assert {area.country for area in georgia.areas} == {"GEO", "USA"}
    (tripoli,) = mentions("Tripoli")
    assert {"LBY", "LBN"} <= {city.country for city in tripoli.cities}


def test_other_spellings_are_the_gazetteers_place() -> None:
    (one,), (other,) = mentions("Deir al-Zour"), mentions("Deir ez-Zor")
    assert one.cities[0] == other.cities[0]


def test_offsets_are_those_of_the_text() -> None:
    text = "They marched on Homs, then Hama."
    assert [text[mention.start : mention.end] for mention in mentions(text, start=16)] == ["Homs", "Hama"]
