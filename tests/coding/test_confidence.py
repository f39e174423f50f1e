"""Confidence: a probability that rises with the chances of the parts, from weights that travel with the model."""

from dataclasses import replace

import pytest
from findings import finding

from dragoman.coding.arguing import Looks
from dragoman.coding.coder import Coder
from dragoman.coding.confidence import FEATURES, confidence, features
from dragoman.event import Party

SENTENCE = "Chad attacked Niger."
CHAD, NIGER = Party("Chad", 0, 4, country="TCD"), Party("Niger", 14, 19, country="NER")


def sure(*, chance: float, weights: list[float] | None = None) -> float:
    found = finding(SENTENCE, "attacked", chance=chance, actor="Chad", recipient="Niger")
    found = replace(found, looks=Looks(spotted=chance, argued=chance))
    calibration = {"weights": weights} if weights else {}
    return confidence(calibration, found, [CHAD], [NIGER])


def test_the_shipped_model_has_no_weight_without_a_feature() -> None:
    assert 0 < len(Coder().calibration["weights"]) <= len(FEATURES)


def test_a_feature_that_the_weights_do_not_know_counts_nothing() -> None:
    weights = [0.1] * (len(FEATURES) - 1)
    assert sure(chance=0.7, weights=weights) == sure(chance=0.7, weights=[*weights, 0.0])


def test_features_stand_in_their_order() -> None:
    found = finding(SENTENCE, "attacked", actor="Chad")
    values = dict(zip(FEATURES, features(found, [CHAD], []), strict=True))
    assert (values["bias"], values["no_actor"], values["no_recipient"]) == (1.0, 0.0, 1.0)
    assert values["unknown"] == 0.0


@pytest.mark.parametrize("weights", [None, [0.0, 1.0, *[0.0] * (len(FEATURES) - 2)]])
def test_it_is_a_probability_that_rises_with_the_chance(weights: list[float] | None) -> None:
    low, high = (sure(chance=chance, weights=weights) for chance in (0.3, 0.9))
    assert 0 <= low < high <= 1
