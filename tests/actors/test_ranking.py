"""Candidates are weighed by where they are named; the weights are data."""

from datetime import date

from dragoman.actors.choosing import View
from dragoman.actors.mentions import Mention
from dragoman.actors.ranking import candidates, chain_sightings, shipped, sightings, weigh
from dragoman.actors.roster import roster
from dragoman.actors.scene import Scene, scene

TEXT = "Kenya closed its border. Protesters in Kampala objected. Talin Oberek, a Ugandan lawyer, sued."
SPANS = [(0, 24), (25, 56), (57, 94)]


def laid() -> Scene:
    return scene(TEXT, SPANS, View(roster(), date(2020, 5, 1)))


def test_candidates_hold_the_countries_around_and_none() -> None:
    assert candidates(laid(), Mention(25, 35, 1, "civilians")) == ["", "KEN", "UGA"]


def test_probabilities_sum_to_one_and_no_weights_mean_no_preference() -> None:
    found = weigh(laid(), Mention(25, 35, 1, "civilians"), {})
    assert abs(sum(p for p, _ in found) - 1) < 1e-9
    assert len({round(p, 9) for p, _ in found}) == 1


def test_a_weight_moves_its_candidates() -> None:
    mention = Mention(25, 35, 1, "civilians")
    assert weigh(laid(), mention, {"same after": 3.0})[0][1] == "UGA"
    assert weigh(laid(), mention, {"previous": 3.0})[0][1] == "KEN"
    assert weigh(laid(), mention, {"none": 3.0})[0][1] == ""


def test_where_countries_are_seen() -> None:
    seen = sightings(laid(), Mention(25, 35, 1, "civilians"))
    assert seen["same after"] == seen["only here"] == {"UGA"}
    assert seen["previous"] == seen["lead first"] == {"KEN"}


def test_words_beside_a_name_describe_it() -> None:
    seen = chain_sightings(laid(), Mention(57, 69, 2, "name"))
    assert seen["chain described"] == {"UGA"}
    assert chain_sightings(laid(), Mention(25, 35, 1, "civilians")) == {}


def test_the_shipped_weights_are_numbers() -> None:
    assert shipped()
    assert all(isinstance(weight, float) for weight in shipped().values())
