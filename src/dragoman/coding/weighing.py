"""Weighing: probabilities of a few outcomes from named features, by weights that were fitted on annotated news.

In: features of a case (name -> value) and a table of data/*.json. Out: one probability an outcome.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.summing import added

Table = Mapping[str, Sequence[float]]

# No part is taken to be surer than this.
SUREST = 1e-3


@cache
def table(name: str) -> Table:
    """For each feature its weight towards each outcome, as `python -m training layers` wrote data/`name`.json."""
    rows: dict[str, Any] = json.loads(
        files("dragoman.coding.data").joinpath(f"{name}.json").read_text(encoding="utf-8")
    )
    return {feature: tuple(map(float, row)) for feature, row in rows["weights"].items()}


def weigh(found: Mapping[str, float], weights: Table) -> list[float]:
    """The probability of each outcome; features without a weight count nothing."""
    rows = [(row, value) for name, value in found.items() if (row := weights.get(name))]  # most wordings have no weight
    scaled = [row if value == 1 else [weight * value for weight in row] for row, value in rows]
    sums = [added(column) for column in zip(*scaled, strict=True)] or [0.0] * len(next(iter(weights.values())))
    high = max(sums)
    powers = [math.exp(s - high) for s in sums]
    total = added(powers)
    return [power / total for power in powers]


def odds(chance: float) -> float:
    """The logarithm of a chance against its opposite, bounded."""
    p = min(max(chance, SUREST), 1 - SUREST)
    return math.log(p / (1 - p))
