"""Two people named together are whom "they" at the head of the next sentence means."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.couples import couple

DAY = date(2022, 9, 16)


@pytest.mark.parametrize(
    ("first", "meant"),
    [
        ("Theresa May and Tony Blair met Kenyan clerks. ", "Theresa May and Tony Blair"),
        ("Kenya has held Theresa May and Tony Blair. ", "Theresa May and Tony Blair"),
        # of two countries, one or three, apart, in the midst
        ("Theresa May and Emmanuel Macron met. ", ""),
        ("Theresa May met Kenyan clerks. ", ""),
        ("Theresa May, Gordon Brown and Tony Blair met. ", ""),
        ("Theresa May met Tony Blair. ", ""),
        ("Before the rebels of northern Mali fired at Theresa May and Tony Blair they had fled. ", ""),
    ],
)
def test_two_people_joined_are_they(first: str, meant: str) -> None:
    text = first + "They sang."
    cast = Cast(text, [(0, len(first) - 1), (len(first), len(text))], pub_date=DAY)
    found = couple(cast.scene, cast.mention(len(first), len(first) + 4))
    assert (found.name.name if found else "") == meant
    if found:
        (party,) = cast.parties(len(first), len(first) + 4)
        assert (party.name, party.country) == (meant, "GBR")


def test_nobody_stands_before_the_first_sentence() -> None:
    text = "They met Theresa May and Tony Blair."
    cast = Cast(text, [(0, len(text))], pub_date=DAY)
    assert couple(cast.scene, cast.mention(0, 4)) is None
