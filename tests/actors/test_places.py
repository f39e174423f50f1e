"""Populated places tell a country when they are large, or when a word says that a place is meant."""

from dragoman.actors.places import country_of


def test_a_large_place_needs_no_word() -> None:
    assert country_of("Aleppo") == "SYR"
    assert country_of("Nowhereville-on-Mud") == ""


def test_a_small_place_needs_one() -> None:
    assert country_of("Accrington") == ""
    assert country_of("Accrington", said=True) == "GBR"


def test_the_text_s_countries_draw_namesakes() -> None:
    assert country_of("Tripoli", near=("LBN",), said=True) == "LBN"
    assert country_of("Tripoli", said=True) == "LBY"
