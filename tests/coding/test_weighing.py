"""Weighing: probabilities from named features; the tables that travel with the package are whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.weighing import odds, table, weigh

OUTCOMES = {"status_wording": 4, "status_weights": 4, "voice_wording": 2, "voice_weights": 2}


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_feature_has_a_weight_for_each_outcome(name: str) -> None:
    rows = table(name)
    assert "bias" in rows
    assert {len(row) for row in rows.values()} == {OUTCOMES[name]}


def test_a_weight_moves_its_outcome() -> None:
    weights = {"bias": [0.0, 0.0], "wet": [0.0, 2.0]}
    assert weigh({"bias": 1.0}, weights) == [0.5, 0.5]
    assert weigh({"bias": 1.0, "wet": 1.0}, weights)[1] == pytest.approx(0.881, abs=0.001)
    assert weigh({"bias": 1.0, "unheard of": 9.0}, weights) == [0.5, 0.5]


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(-50, 50)))
def test_chances_are_chances(found: dict[str, float]) -> None:
    chances = weigh(found, {"a": [3.0, -3.0, 0.0], "b": [0.0, 9.0, 1.0]})
    assert sum(chances) == pytest.approx(1)
    assert min(chances) >= 0


@given(st.floats(0, 1))
def test_odds_are_bounded_and_even_at_a_half(chance: float) -> None:
    assert abs(odds(chance)) < 7
    assert (odds(chance) > 0) == (chance > 0.5) or chance == pytest.approx(0.5)
