"""What the words beside a name say of whom it names."""

from datetime import date

import pytest

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.describing import apposed_clues, chain_sightings, describing, told
from dragoman.actors.scene.scene import Scene, scene


def laid(text: str) -> Scene:
    return scene(text, [(0, len(text))], View(roster(), date(2020, 5, 1)))


def says(text: str, name: str) -> frozenset[str]:
    start = text.index(name)
    return told(laid(text), start, start + len(name))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenya's outgoing envoy for Syria, Talin Oberek, wept.", {"KEN"}),  # the owner, not the place nearest
        ("Officials in Uganda said that the Kenyan lawyer Talin Oberek wept.", {"KEN"}),
        ("Talin Oberek, 41, a Ugandan trader, wept.", {"UGA"}),
        ("Talin Oberek, director of the World Health Organization in Kenya, wept.", {""}),
        ("Talin Oberek, 24, formerly of northern Uganda, wept in Kenya.", {"UGA"}),
        ("Talin Oberek, from Uganda, wept.", {"UGA"}),
        ("A Kenyan officer said that U.S. negotiator Talin Oberek wept.", {"USA"}),
        ("A Kenyan officer met U.S. envoy Talin Oberek.", {"USA"}),
        ("Talin Oberek, a U.S. envoy from Uganda, wept in Kenya.", {"USA"}),
        ("The director, Talin Oberek, accused Ugandan police.", set()),  # a verb behind an apposition opens none
        ("The Kenyan director, Talin Oberek, condemned Uganda's minister.", {"KEN"}),
        ("In Uganda, Talin Oberek wept.", set()),  # a place is no description
        ("After meeting Kenya's envoy, Talin Oberek wept.", set()),  # nothing closes the apposition
        ("Talin Oberek, who wept in Kenya, left.", set()),
    ],
)
def test_descriptions_are_read_as_phrases(text: str, countries: set[str]) -> None:
    assert says(text, "Talin Oberek") == countries


def test_clues_beside_a_name() -> None:
    found = laid("The Kenyan lawyer Talin Oberek, once a teacher in Uganda, wept.")
    start, end = 18, 30
    here = found.sentence(0)
    assert [c.country for c in describing(found.text, here, start, end)] == ["KEN"]
    assert [c.country for c in apposed_clues(found.text, here, end)] == ["UGA"]


def test_words_beside_a_name_are_seen_from_it_alone() -> None:
    text = "Protesters objected. Talin Oberek, a Ugandan lawyer, sued."
    found = scene(text, [(0, 20), (21, 58)], View(roster(), date(2020, 5, 1)))
    assert chain_sightings(found, Mention(21, 33, 1, "name"))["chain described"] == {"UGA"}
    assert chain_sightings(found, Mention(0, 10, 0, "civilians")) == {}


def test_what_stands_behind_a_name_until_the_verb() -> None:
    text = "Talin Oberek, 24, a lawyer trained in Kampala, sued Kenya."
    assert chain_sightings(laid(text), Mention(0, 12, 0, "name"))["chain apposed"] == {"UGA"}
