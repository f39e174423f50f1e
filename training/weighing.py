"""Weights of named features: logistic regression over few outcomes, for rows that hold few of many features.

In: feature rows (name -> value), their outcomes and documents. Out: weights, and for every row the probabilities by
weights that were fitted on other documents only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.corpus import folds

Row = Mapping[str, float]

# Parts of the documents, each judged by weights fitted on the others.
PARTS = 5
STEPS, PACE = 500, 0.05


@dataclass(frozen=True, slots=True)
class Recipe:
    """`ridge` pulls weights towards zero; a feature counts from `often` rows on; `extra` is a further row's share.

    Features whose weights are all smaller than `least` are left out.
    """

    ridge: float
    often: int = 1
    extra: float = 0.3
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of the features, and for every row the probabilities by weights that have not seen its document."""

    weights: dict[str, list[float]]
    apart: np.ndarray


@dataclass(frozen=True, slots=True)
class _Sparse:
    """Rows as places and values of their features, filled up with a last feature that is nobody's."""

    places: np.ndarray
    values: np.ndarray

    def at(self, rows: np.ndarray) -> "_Sparse":
        return _Sparse(self.places[rows], self.values[rows])


def fitted(
    table: Sequence[Row], gold: np.ndarray, documents: Sequence[str], *, recipe: Recipe,
    further: tuple[Sequence[Row], np.ndarray] = ((), np.zeros(0, int)),
) -> Fitted:  # fmt: skip
    """Weights over all rows, and probabilities across parts of the documents; `further` rows help every part."""
    rows = [*table, *further[0]]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= recipe.often)
    x, y = _sparse(rows, names), np.concatenate([gold, further[1]])
    share = np.where(np.arange(len(rows)) < len(table), 1.0, recipe.extra)
    homes = folds(documents, PARTS, seed=3)
    part = np.array([*(homes[document] for document in documents), *(PARTS for _ in further[0])])
    apart = np.zeros((len(table), y.max() + 1))
    for k in range(PARTS):
        others = np.flatnonzero(part != k)
        weights = _descend(x.at(others), y[others], share[others], len(names), recipe.ridge)
        apart[part[: len(table)] == k] = chances(x.at(np.flatnonzero(part == k)), weights)
    whole = _descend(x, y, share, len(names), recipe.ridge)[:-1].astype(float).round(3)
    kept = {n: row.tolist() for n, row in zip(names, whole, strict=True) if np.abs(row).max() >= recipe.least}
    return Fitted(kept, apart)


def _sparse(rows: Sequence[Row], names: Sequence[str]) -> _Sparse:
    place = {name: i for i, name in enumerate(names)}
    known = [[(place[name], value) for name, value in row.items() if name in place] for row in rows]
    width = max(map(len, known))
    full = [row + [(len(names), 0.0)] * (width - len(row)) for row in known]
    pairs = np.array(full, float)
    return _Sparse(pairs[..., 0].astype(np.intp), pairs[..., 1].astype(np.float32))


def _descend(x: _Sparse, gold: np.ndarray, share: np.ndarray, count: int, ridge: float) -> np.ndarray:
    """Weights by gradient descent with momentum and scaled steps (Adam)."""
    target = np.eye(gold.max() + 1, dtype=np.float32)[gold]
    weights, mean, square = (np.zeros((count + 1, target.shape[1]), np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        pull = (chances(x, weights) - target) * share[:, None]
        gradient = (_gathered(x, pull, count + 1) + 2 * ridge * weights) / len(gold)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        weights = weights - PACE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _gathered(x: _Sparse, pull: np.ndarray, count: int) -> np.ndarray:
    """For every feature and outcome the sum of its rows' pulls."""
    flat = x.places.ravel()
    columns = [(x.values * pull[:, k : k + 1]).ravel() for k in range(pull.shape[1])]
    return np.stack([np.bincount(flat, weights=column, minlength=count) for column in columns], 1).astype(np.float32)


def chances(x: _Sparse, weights: np.ndarray) -> np.ndarray:
    """(rows, outcomes) probabilities."""
    sums = (weights[x.places] * x.values[..., None]).sum(1)
    powers = np.exp(sums - sums.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))
