"""Where countries are seen from a mention: in its sentence, before it, beside it, where things happen."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.countries.sightings import namesake, sightings
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, scene

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
    assert "at nearest" not in seen
    assert seen["previous subject"] == {"KEN"}
    later = sightings(laid(), Mention(57, 69, 2, "name"))
    assert later["at nearest"] == later["at previous"] == {"UGA"}


def test_a_title_is_borne_by_people_of_the_document() -> None:
    text = "Angela Merkel met Emmanuel Macron in Rome. The chancellor smiled."
    spans = [(0, 42), (43, 65)]
    seen = sightings(laid(text, spans), Mention(43, 57, 1, "government", "chancellor", words=("the", "chancellor")))
    assert seen["bearer"] == seen["bearer before"] == {"DEU"}


def test_a_backer_is_seen_apart_and_who_acts_before_it() -> None:
    text = "Turkey attacked Saudi-backed rebels. Kenya and its allies watched."
    seen = sightings(laid(text, [(0, 36), (37, 66)]), Mention(16, 35, 0, "rebels"))
    assert (seen["backer"], seen["doer"]) == ({"SAU"}, {"TUR"})
    seen = sightings(laid(text, [(0, 36), (37, 66)]), Mention(47, 57, 1, "it+ally"))
    assert seen["joined"] == {"KEN"}
    assert "doer" not in seen


def test_the_same_head_elsewhere_is_a_twin_also_in_the_singular() -> None:
    text = "Kenyan soldiers fled. Ugandan soldiers stayed. The soldier wept. Sudanese soldiers came."
    spans = [(0, 21), (22, 46), (47, 64), (65, 87)]
    seen = sightings(laid(text, spans), Mention(47, 58, 2, "military", "soldier", words=("the", "soldier")))
    assert seen["twin"] == {"KEN", "UGA", "SDN"}
    assert (seen["last twin"], seen["first twin"]) == ({"UGA"}, {"KEN"})


def test_a_people_of_several_countries_lives_where_things_happen() -> None:
    text = "Fighting broke out in Syria. Iraq and Iraq's friends spoke. The Kurds stayed."
    seen = sightings(laid(text, [(0, 28), (29, 59), (60, 77)]), Mention(60, 69, 2, "people", "Kurds"))
    assert seen["home"] >= {"SYR", "IRQ", "TUR"}
    assert (seen["home most"], seen["home place"]) == ({"IRQ"}, {"SYR"})


def test_somebody_described_before_being_named() -> None:
    text = "A former Kenyan soldier fled to Uganda. Talin Oberek was held."
    seen = sightings(laid(text, [(0, 39), (40, 62)]), Mention(40, 52, 1, "name"))
    assert seen["introduced"] == {"KEN"}
    assert "introduced" not in sightings(laid(text, [(0, 39), (40, 62)]), Mention(40, 52, 1, "name", many=True))


def test_a_place_that_a_sentence_begins_with_and_the_last_one() -> None:
    text = "In the capital, Kampala, police fired. Officers ran."
    seen = sightings(laid(text, [(0, 38), (39, 52)]), Mention(25, 31, 0, "police"))
    assert seen["at opening"] == seen["at setting"] == {"UGA"}
    later = sightings(laid(text, [(0, 38), (39, 52)]), Mention(39, 47, 1, "police"))
    assert "at opening" not in later
    assert later["at setting"] == {"UGA"}


def test_other_nouns_of_a_sector_are_kin() -> None:
    text = "Kenyan soldiers fled. Ugandan traders stayed. The troops wept."
    mention = Mention(46, 56, 2, "military", "troops", words=("the", "troops"), sector="MIL")
    seen = sightings(laid(text, [(0, 21), (22, 45), (46, 62)]), mention)
    assert seen["last kin"] == seen["first kin"] == {"KEN"}


def test_whom_a_mention_acts_on_is_seen_apart() -> None:
    text = "Gunmen attacked Kenya. Gunmen fled as Kenya watched."
    scenery = laid(text, [(0, 22), (23, 52)])
    assert sightings(scenery, Mention(0, 6, 0, "rebels"))["done to"] == {"KEN"}
    assert "done to" not in sightings(scenery, Mention(23, 29, 1, "rebels"))


@pytest.mark.parametrize(
    ("first", "words", "told"),
    [
        ("Kenya's army met envoys of Chad.", "The army", {"KEN"}),
        ("Kenya's army met rebels of M23.", "The rebels", {"COD"}),
        # two armies, forces of two countries, none, another noun
        ("Kenya's army met the army of Chad and the Chadian army.", "The army", {"KEN", "TCD"}),
        ("Kenya's army met Chadian soldiers.", "The army", {"KEN", "TCD"}),
        ("Kenya condemned the army.", "The army", set()),
        ("Kenya hit rebels.", "The rebels", set()),
        ("Kenya met envoys of Chad.", "The army", set()),
        ("Kenya's police met envoys of Chad.", "The police", set()),
        ("Kenya's army met envoys of Chad.", "An army", set()),
    ],
)
def test_the_army_is_of_the_one_country_whose_army_is_named(first: str, words: str, told: set[str]) -> None:
    text = f"{first} {words} left."
    cast = Cast(text, [(0, len(first)), (len(first) + 1, len(text))], pub_date=date(2020, 5, 1))
    at = len(first) + 1
    assert namesake(cast.scene, cast.mention(at, at + len(words))) == told
