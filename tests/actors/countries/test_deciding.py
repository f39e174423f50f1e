"""Which country a mention belongs to, and the rule that tells it."""

from datetime import date

import pytest

from actors.stops import cut
from dragoman.actors.countries.deciding import Countries
from dragoman.actors.countries.opponents import Deed
from dragoman.actors.countries.ranking import Weights, shipped
from dragoman.actors.mentions.mentions import Act
from dragoman.actors.mentions.newsroom import Newsroom
from dragoman.actors.mentions.voices import Voice, Voices
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, scene


def laid(text: str) -> Scene:
    return scene(text, cut(text), View(roster(), date(2022, 9, 16)))


def countries(found: Scene, *, voices: tuple[Voice, ...] = (), weights: Weights | None = None) -> Countries:
    weighing = shipped() if weights is None else weights
    return Countries(found, voices=Voices(found, voices), newsroom=Newsroom(found), weights=weighing)


def told(text: str, words: str) -> tuple[str, str]:
    """The country of the last place of words in a text, and the rule."""
    made, start = countries(laid(text)), text.rindex(words)
    return made.country(made.mention(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "country", "rule"),
    [
        ("Talin Oberek, a Ugandan lawyer, met Kenya's envoy. Oberek sued.", "Oberek", "UGA", "chain demonym"),
        ("Kenya spoke. Troops who left Uganda wept.", "who", "KEN", "subject"),
        ("Chad spoke. Gunmen raided villages in northern Kenya.", "villages", "KEN", "held in"),
        ("In Peru, a court jailed him.", "a court", "PER", "held opening"),
        ("Kenya voted. Its Western allies spoke.", "Its Western allies", "", "mixed"),
    ],
)
def test_what_nearly_always_tells_comes_before_the_weights(text: str, words: str, country: str, rule: str) -> None:
    assert told(text, words) == (country, rule)


def test_else_the_weights_decide() -> None:
    text = "Kenya closed its border. Police fled when Uganda objected."
    for name, country in (("same after", "UGA"), ("previous", "KEN"), ("none", "")):
        made = countries(laid(text), weights={name: 3.0})
        assert made.country(made.mention(25, 31)) == (country, "police")


def test_who_says_the_words_and_who_spoke_last_are_seen() -> None:
    heard = countries(laid("Kenya said that rebels fled. Police ran."), voices=((11, 28, (0, 5)),))
    assert heard.sightings(heard.mention(16, 22))["quoter"] == {"KEN"}
    later = heard.sightings(heard.mention(29, 35))
    assert "quoter" not in later
    assert later["spoke last"] == {"KEN"}


def test_the_scene_takes_in_peoples_whose_country_is_found() -> None:
    found = laid("Turkish jets bombed Kurds in northern Syria. They fled. Syria protested.")
    assert [c.country for c in found.clues if c.name.name == "Kurds"] != ["SYR"]
    countries(found)
    assert [c.country for c in found.clues if c.name.name == "Kurds"] == ["SYR"]


def test_whom_an_act_faces_is_seen_once_the_deeds_are_known() -> None:
    text = "Kenya shelled Somalia. Jets bombed Somalia."
    made = countries(laid(text))
    act = Act("ASSAULT", "actor", ((35, 42),))
    assert "foe ASSAULT" not in made.sightings(made.mention(23, 27, act=act))
    made.learn([Deed("ASSAULT", ((0, 5),), ((14, 21),))])
    assert made.sightings(made.mention(23, 27, act=act))["foe ASSAULT"] == {"KEN"}
