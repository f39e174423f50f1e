"""What is seen in the sentences before a mention, alike from all mentions of its sentence."""

from datetime import date

from actors.stops import cut
from dragoman.actors.countries.earlier import earlier, nearest, opener
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, scene


def laid(text: str) -> Scene:
    return scene(text, cut(text), View(roster(), date(2020, 5, 1)))


def test_a_name_that_is_an_object_is_passed_over() -> None:
    found = laid("Kenya signed a pact with Uganda. It objected.")
    near = nearest(found, Mention(33, 35, 1, "it"), [])
    assert (near["nearest"], near["nearest direct"]) == ({"UGA"}, {"KEN"})
    assert earlier(found, 1)["previous direct"] == {"KEN"}


def test_names_of_the_own_sentence_are_nearer_than_those_before() -> None:
    found = laid("Kenyan soldiers fled. Then Uganda, and it wept.")
    near = nearest(found, Mention(39, 41, 1, "it"), found.sentence(1))
    assert (near["nearest"], near["nearest state"], near["nearest many"]) == ({"UGA"}, {"UGA"}, {"KEN"})


def test_no_name_is_near_that_stands_too_far_back() -> None:
    found = laid("Kenya voted. One. Two. Three. They left.")
    assert nearest(found, Mention(30, 34, 4, "they"), []) == {}
    assert earlier(found, 4)["lead"] == {"KEN"}


def test_where_a_sentence_plays_is_not_what_it_begins_with() -> None:
    assert [c.country for c in opener(laid("Kenya voted."), 0)] == ["KEN"]
    assert opener(laid("In Kenya people voted."), 0) == []
