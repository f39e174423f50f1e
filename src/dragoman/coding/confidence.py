"""Confidence: the chance that the whole event is right, from the chances of its parts.

In: a finding and its parties. Out: a probability. The weights were fitted on events of held-out folds against
whether type, actors and recipients were all right (`python -m training score`); they travel with the model.
"""

import math
from collections.abc import Sequence
from typing import Any

from dragoman.coding.arguing import Finding
from dragoman.event import Party
from dragoman.models import sigmoid
from dragoman.ontology import TYPES

# Each type has a weight of its own: the network is surer of some than it should be. New features stand last.
FEATURES = (
    "bias", "spotted", "argued", "type", "spotted_type", "argued_type", "agree", "status", "actor", "recipient",
    "no_actor", "no_recipient", "unknown", "long", "rivals", "rival", "rival_same", *TYPES, "around",
    "inner",
)  # fmt: skip


def features(finding: Finding, actors: Sequence[Party], recipients: Sequence[Party]) -> list[float]:
    """What the confidence is read from, in the order of FEATURES."""
    looks, rivals = finding.looks, finding.rivals
    chances = (looks.spotted, looks.argued, finding.type_chance, looks.spotted_type, looks.argued_type)
    return [
        1.0,
        *map(_logit, chances),
        float(looks.agree),
        _logit(finding.status_chance),
        _least(finding, "actor"),
        _least(finding, "recipient"),
        float(not actors),
        float(not recipients),
        float(sum(not p.country for p in (*actors, *recipients))),
        float(len(actors) + len(recipients) > 3),
        float(rivals.count),
        _logit(rivals.chance),
        _logit(rivals.same),
        *(float(finding.event_type == name) for name in TYPES),
        _logit(rivals.around),
        float(rivals.inner),
    ]


def confidence(
    calibration: dict[str, Any], finding: Finding, actors: Sequence[Party], recipients: Sequence[Party]
) -> float:
    """The calibrated probability, rounded to three places."""
    weights = calibration.get("weights")
    if not weights:
        return round(finding.chance * finding.type_chance, 3)
    # Weights that were fitted before a feature was added have none for it: there it counts nothing.
    values = features(finding, actors, recipients)
    return round(sigmoid(sum(w * v for w, v in zip(weights, values, strict=False))), 3)


def _least(finding: Finding, role: str) -> float:
    return _logit(min((r.chance for r in finding.roles[role]), default=0.5))


def _logit(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))
