"""Spelling: what papers write of one Arabic name has one key."""

import pytest

from dragoman.placing.folding import fold
from dragoman.placing.gazetteer import sounding
from dragoman.placing.spelling import MARK, sounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir al-Balah", "Dayr al Balaḩ"),
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Maarat al-Numan", "Ma‘arrat an Nu‘mān"),
        ("Tal Rifaat", "Tall Rif‘at"),
        ("Lashkar Gah", "Lashkargāh"),
        ("Hodeidah", "Al Ḩudaydah"),
        ("Ajdabiya", "Ajdābiyā"),
        ("Beit Hanoun", "Bayt Ḩānūn"),
        ("Jisr al-Shughour", "Jisr ash Shughūr"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounded(fold(one)) == sounded(fold(other)) != ""


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Raqqa", "Rakka al-Sharqiya"), ("Baniyas", "Binnish")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sounded(fold(one)) != sounded(fold(other))


def test_a_key_is_no_name() -> None:
    assert sounded("deir al balah").startswith(MARK)
    assert sounded("al") == sounded("") == ""


def test_places_are_found_by_their_sound() -> None:
    assert {city.country for city in sounding("deir el balah")} == {"PSE"}
    assert sounding("brighton") == ()
