"""Where words put a mention, and of whom the text spoke most of late."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.countries.whereabouts import foremost, held, opened, placed
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, scene


def laid(text: str, spans: list[tuple[int, int]]) -> Scene:
    return scene(text, spans, View(roster(), date(2020, 5, 1)))


def test_words_right_behind_a_mention_say_where_it_is() -> None:
    text = "Nurses in northern Kenya met the mayor of Kampala. Farmers were shot dead in Chad."
    scenery = laid(text, [(0, 50), (51, 82)])
    assert held(scenery, Mention(0, 6, 0, "civilians"))["held in"] == {"KEN"}
    assert held(scenery, Mention(29, 38, 0, "government"))["held of"] == {"UGA"}
    assert held(scenery, Mention(51, 58, 1, "civilians")) == {"held later": {"TCD"}}
    assert held(scenery, Mention(0, 24, 0, "civilians")) == {"held in": {"KEN"}}


def test_the_country_spoken_of_most_fades_with_distance() -> None:
    text = "Kenya met Kenya. Chad sang. Niger and Chad slept. Police came."
    scenery = laid(text, [(0, 16), (17, 27), (28, 49), (50, 62)])
    assert foremost(scenery, Mention(50, 56, 3, "police")) == {"TCD"}
    assert foremost(scenery, Mention(17, 21, 1, "name")) == {"KEN"}
    assert not foremost(scenery, Mention(0, 5, 0, "name"))


def test_within_a_sentence_the_country_spoken_of_most_is_counted_on() -> None:
    text = "Kenya met Kenya. Chad, Chad and Niger slept as police came."
    scenery = laid(text, [(0, 16), (17, 59)])
    assert [foremost(scenery, Mention(at, at + 4, 1, "name")) for at in (17, 23, 32)] == [{"KEN"}, {"KEN"}, {"TCD"}]


def test_the_place_behind_civilians_tells_and_so_does_the_one_country_before_its_forces() -> None:
    scenery = laid("Kenya said that its forces shot nurses in Chad.", [(0, 47)])
    assert placed(scenery, Mention(16, 26, 0, "it+noun")) == {"same before": {"KEN"}}
    assert placed(scenery, Mention(32, 38, 0, "civilians", sector="CVL")) == {"held in": {"TCD"}}
    assert placed(scenery, Mention(32, 38, 0, "police", sector="COP")) == {}
    assert placed(scenery, Mention(32, 38, 0, "they", sector="CVL")) == {}
    assert placed(scenery, Mention(32, 38, 0, "he+noun", sector="CVL")) == {}


@pytest.mark.parametrize(
    ("text", "words", "home"),
    [
        ("In Peru, a court jailed him.", "a court", {"PER"}),
        ("Meanwhile, in neighbouring Niger, armed men left.", "armed men", {"NER"}),
        ("In northern Mali, police left.", "police", {"MLI"}),
        # behind more words, of another country too, or people who only meet there
        ("In Peru, after a trial, a court jailed him.", "a court", set()),
        ("In Peru, Kenya's police left.", "police", set()),
        ("A man in Peru, a judge, left.", "a judge", set()),
        ("In Geneva, negotiators met.", "negotiators", set()),
    ],
)
def test_a_bare_noun_behind_the_opening_of_a_sentence_is_of_where_it_opens(
    text: str, words: str, home: set[str]
) -> None:
    scenery = laid(text, [(0, len(text))])
    at = text.index(words)
    told = Cast(text, [(0, len(text))], pub_date=None).mention(at, at + len(words))
    assert opened(scenery, told) == home
