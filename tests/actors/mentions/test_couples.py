"""Two people named together are whom "they" at the head of the next sentence means."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.couples import couple, together
from dragoman.actors.mentions.mentions import Act

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


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("France and Chad condemned Mali. ", ["France", "Chad"]),
        ("France, Chad and Kenya condemned Mali. ", ["France", "Chad", "Kenya"]),
        ("Emmanuel Macron met Olaf Scholz in Nairobi. ", ["Emmanuel Macron", "Olaf Scholz"]),
        # no list at the head, adjectives, a list that owns something, people who did not meet, others behind them
        ("On Monday France and Chad met. ", []),
        ("French and Chadian soldiers met. ", []),
        ("France and Chad's soldiers met. ", []),
        ("Emmanuel Macron condemned Olaf Scholz. ", []),
        ("Emmanuel Macron spoke with Olaf Scholz about the pilots. ", []),
    ],
)
def test_they_are_those_of_several_countries_who_act_together(first: str, names: list[str]) -> None:
    text = first + "They sang."
    cast = Cast(text, [(0, len(first) - 1), (len(first), len(text))], pub_date=DAY)
    they = (len(first), len(first) + 4)
    assert [clue.name.name for clue in together(cast.scene, cast.mention(*they))] == names
    assert not names or [party.name for party in cast.parties(*they)] == names
    assert together(cast.scene, cast.mention(*they, act=Act("COERCE", "recipient", ()))) == []
