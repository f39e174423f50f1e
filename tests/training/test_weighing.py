"""Fitting weights: what decides is found, and each document is judged by weights that have not seen it."""

import numpy as np
import pytest
from training.weighing import Recipe, fitted

ROWS = [{"bias": 1.0, ("wet" if k % 2 else "dry"): 1.0, f"row {k}": 1.0} for k in range(60)]
GOLD = np.array([k % 2 for k in range(60)])
DOCUMENTS = [f"d{k // 2}" for k in range(60)]


def test_what_decides_is_found() -> None:
    made = fitted(ROWS, GOLD, DOCUMENTS, recipe=Recipe(0.1, often=2))
    assert {"wet", "dry"} <= set(made.weights) <= {"bias", "wet", "dry"}
    assert made.weights["wet"][1] > 0.5 > made.weights["wet"][0]
    assert (made.apart.argmax(1) == GOLD).all()
    assert made.apart.sum(1) == pytest.approx(1, abs=1e-4)


def test_a_document_is_judged_without_its_own_labels() -> None:
    turned = GOLD.copy()
    turned[:2] = 1 - turned[:2]
    made = fitted(ROWS, turned, DOCUMENTS, recipe=Recipe(0.1, often=2))
    assert (made.apart[:2].argmax(1) == GOLD[:2]).all()


def test_further_rows_help_and_are_not_judged() -> None:
    plain = fitted(ROWS[:8], GOLD[:8], DOCUMENTS[:8], recipe=Recipe(1.0, often=2))
    helped = fitted(ROWS[:8], GOLD[:8], DOCUMENTS[:8], recipe=Recipe(1.0, often=2), further=(ROWS[8:], GOLD[8:]))
    assert helped.apart.shape == plain.apart.shape
    assert helped.apart[1, 1] > plain.apart[1, 1]
