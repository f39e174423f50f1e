"""Confidence: a probability that rises with the chances of the parts, from weights that travel with the model."""

from dataclasses import replace
from itertools import product

import pytest

from coding.findings import finding
from dragoman.coding.coder import Coder
from dragoman.coding.triggers.arguing import Looks
from dragoman.coding.triggers.confidence import FEATURES, confidence, features, reaches
from dragoman.event import Party

SENTENCE = "Chad attacked Niger."
CHAD, NIGER = Party("Chad", 0, 4, country="TCD"), Party("Niger", 14, 19, country="NER")


def sure(*, chance: float, weights: list[float] | None = None) -> float:
    found = finding(SENTENCE, "attacked", chance=chance, actor="Chad", recipient="Niger")
    found = replace(found, looks=Looks(spotted=chance, argued=chance))
    calibration = {"weights": weights} if weights else {}
    return confidence(calibration, found, [CHAD], [NIGER])


def test_the_shipped_model_has_a_weight_for_every_feature() -> None:
    assert len(Coder().calibration["weights"]) == len(FEATURES)


def test_features_stand_in_their_order() -> None:
    found = finding(SENTENCE, "attacked", actor="Chad")
    values = dict(zip(FEATURES, features(found, [CHAD], []), strict=True))
    assert (values["bias"], values["no_actor"], values["no_recipient"]) == (1.0, 0.0, 1.0)
    assert values["unknown"] == 0.0


@pytest.mark.parametrize("weights", [None, [0.0, 1.0, *[0.0] * (len(FEATURES) - 2)]])
def test_it_is_a_probability_that_rises_with_the_chance(weights: list[float] | None) -> None:
    low, high = (sure(chance=chance, weights=weights) for chance in (0.3, 0.9))
    assert 0 <= low < high <= 1


@pytest.mark.parametrize("sides", [{"actor": "Chad", "recipient": "Niger"}, {"actor": "Chad"}, {"recipient": "Niger"}])
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_it_comes_no_higher_than_it_can_reach(sides: dict[str, str], sign: float) -> None:
    found = finding(SENTENCE, "attacked", **sides)
    calibration = {"weights": [sign * (at % 5 - 2) / 3 for at in range(len(FEATURES))]}
    nobody = Party("them", 5, 9)
    actors = [[], [CHAD], [CHAD, nobody], [CHAD, nobody, NIGER, CHAD]] if "actor" in sides else [[]]
    recipients = [[], [NIGER], [NIGER, nobody]] if "recipient" in sides else [[]]
    for some, others in filter(any, product(actors, recipients)):  # words that are there name somebody
        sure = confidence(calibration, found, some, others)
        most = (max(len(some), "actor" in sides), max(len(others), "recipient" in sides))
        assert reaches(calibration, found, least=sure, parties=lambda most=most: most)
    assert not reaches(calibration, found, least=1.001, parties=lambda: (9, 9))


def test_what_only_many_parties_can_lift_asks_how_many_there_are() -> None:
    found = finding(SENTENCE, "attacked", actor="Chad", recipient="Niger")
    calibration = {"weights": [9.0 * (name == "long") - 3.0 * (name == "bias") for name in FEATURES]}
    assert [reaches(calibration, found, least=0.5, parties=lambda n=n: (1, n)) for n in (2, 3)] == [False, True]


def test_no_more_parties_can_be_of_no_country_than_the_words_name() -> None:
    found = finding(SENTENCE, "attacked", actor="Chad", recipient="Niger")
    calibration = {"weights": [{"unknown": 1.0, "bias": -2.5}.get(name, 0.0) for name in FEATURES]}
    assert [reaches(calibration, found, least=0.5, parties=lambda n=n: (1, n)) for n in (1, 2)] == [False, True]


def test_of_two_sides_one_is_missing_at_most() -> None:
    found = finding(SENTENCE, "attacked", actor="Chad", recipient="Niger")
    calibration = {
        "weights": [{"no_actor": 2.0, "no_recipient": 2.0, "bias": -3.0}.get(name, 0.0) for name in FEATURES]
    }
    assert not reaches(calibration, found, least=0.5, parties=lambda: (1, 1))


def test_without_weights_the_parties_do_not_count() -> None:
    found = finding(SENTENCE, "attacked", chance=0.5, actor="Chad")
    assert reaches({}, found, least=confidence({}, found, [CHAD], []), parties=lambda: (0, 0))
