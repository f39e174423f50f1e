"""Asides: a source between two commas is found, and what is no source stays."""

import pytest

from dragoman.coding.status.asides import asides, without
from dragoman.coding.words import words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The army, the ministry insisted, did not fire.", "The army did not fire ."),
        ("It is untrue, the mayor said on Friday, that guards fired.", "It is untrue that guards fired ."),
        ("Chad fired first, Mali says, and the guns fell silent.", "Chad fired first , and the guns fell silent ."),
        ("Chad fired first, Mali said, urging a truce.", "Chad fired first , urging a truce ."),
        ("The envoy, who said nothing, left.", "The envoy , who said nothing , left ."),
        ("The envoy, a friend of Mali, left.", "The envoy , a friend of Mali , left ."),
        ("Chad fired, and Mali said it would, too.", "Chad fired , and Mali said it would , too ."),
    ],
)
def test_a_sentence_without_its_asides(text: str, plain: str) -> None:
    told = words(text)
    kept, _, _ = without(told, len(told), len(told))
    assert " ".join(word.text for word in kept) == plain


def test_places_behind_an_aside_move() -> None:
    told = words("The army, the ministry insisted, did not fire.")
    kept, first, last = without(told, 9, 10)
    assert [word.text for word in kept[first:last]] == ["fire"]


def test_an_aside_that_holds_the_trigger_stays() -> None:
    told = words("The army, the ministry insisted, did not fire.")
    assert without(told, 5, 6) == (told, 5, 6)


def test_no_words_no_asides() -> None:
    assert asides([]) == []
