"""Populated places tell a country when they are large, or when a word says that a place is meant."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.phrases.towns import country_of, dominant


def test_a_large_place_needs_no_word() -> None:
    assert country_of("Aleppo") == "SYR"
    assert country_of("Nowhereville-on-Mud") == ""


def test_a_small_place_needs_one() -> None:
    assert country_of("Accrington") == ""
    assert country_of("Accrington", said=True) == "GBR"


def test_the_text_s_countries_draw_namesakes() -> None:
    assert country_of("Tripoli", near=("LBN",), said=True) == "LBN"
    assert country_of("Tripoli", said=True) == "LBY"


def test_a_name_without_a_document_must_be_one_country_s() -> None:
    assert dominant("Bukavu", said=True) == "COD"
    assert dominant("San Jose", said=True) == ""
    assert dominant("Accrington", said=True) == "GBR"
    assert dominant("Accrington", said=False) == ""


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("garment workers in Gazipur", "BGD"), ("customs officers at Lagos airport", "NGA"),
        ("a priest in Bukavu", "COD"),
        ("a Veracruz crime reporter", "MEX"), ("hotel workers in Cancun", "MEX"), ("priests in Nowhereville", ""),
    ],
)  # fmt: skip
def test_a_phrase_alone_asks_the_gazetteer(phrase: str, country: str) -> None:
    assert [party.country for party in resolve(phrase)] == [country]
