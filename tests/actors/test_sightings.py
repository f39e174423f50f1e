"""Where countries are seen from a mention: in its sentence, before it, beside it, where things happen."""

from datetime import date

from dragoman.actors.choosing import View
from dragoman.actors.mentions import Mention
from dragoman.actors.roster import roster
from dragoman.actors.scene import Scene, scene
from dragoman.actors.sightings import chain_sightings, sightings

TEXT = "Kenya closed its border. Protesters in Kampala objected. Talin Oberek, a Ugandan lawyer, sued."
SPANS = [(0, 24), (25, 56), (57, 94)]


def laid(text: str = TEXT, spans: list[tuple[int, int]] = SPANS) -> Scene:
    return scene(text, spans, View(roster(), date(2020, 5, 1)))


def test_where_countries_are_seen() -> None:
    seen = sightings(laid(), Mention(25, 35, 1, "civilians"))
    assert seen["same after"] == seen["only here"] == {"UGA"}
    assert seen["previous"] == seen["lead first"] == {"KEN"}


def test_a_place_with_its_preposition_is_where_things_happen() -> None:
    seen = sightings(laid(), Mention(25, 35, 1, "civilians"))
    assert seen["at after"] == seen["at close"] == {"UGA"}
    assert seen["at nearest"] == frozenset()
    assert seen["previous subject"] == {"KEN"}
    later = sightings(laid(), Mention(57, 69, 2, "name"))
    assert later["at nearest"] == later["at previous"] == {"UGA"}


def test_a_title_is_borne_by_people_of_the_document() -> None:
    text = "Angela Merkel met Emmanuel Macron in Rome. The chancellor smiled."
    spans = [(0, 42), (43, 65)]
    seen = sightings(laid(text, spans), Mention(43, 57, 1, "government", "chancellor", words=("the", "chancellor")))
    assert seen["bearer"] == seen["bearer before"] == {"DEU"}


def test_words_beside_a_name_describe_it() -> None:
    seen = chain_sightings(laid(), Mention(57, 69, 2, "name"))
    assert seen["chain described"] == {"UGA"}
    assert chain_sightings(laid(), Mention(25, 35, 1, "civilians")) == {}
