"""Confidence: the chance that the whole event is right, from the chances of its parts.

In: a finding and its parties. Out: a probability. The weights were fitted on events of held-out folds against
whether type, actors and recipients were all right (`python -m training score`); they travel with the model.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from dragoman.coding.triggers.arguing import Finding
from dragoman.event import Party
from dragoman.models import sigmoid
from dragoman.ontology import TYPES
from dragoman.summing import added

# Each type has a weight of its own: the network is surer of some than it should be.
FEATURES = (
    "bias", "spotted", "argued", "type", "spotted_type", "argued_type", "agree", "status", "actor", "recipient",
    "no_actor", "no_recipient", "unknown", "long", "rivals", "rival", "rival_same", "around", "inner", *TYPES,
)  # fmt: skip

_AT = {name: at for at, name in enumerate(FEATURES)}
_OF_TYPE = {name: tuple(float(name == other) for other in TYPES) for name in TYPES}
_SIDES = ("actor", "recipient")
# An event with more parties than so many is long.
MANY = 3
# Sums of the same weights differ in the last places by their order.
_SLACK = 1e-9


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
        float(len(actors) + len(recipients) > MANY),
        float(rivals.count),
        _logit(rivals.chance),
        _logit(rivals.same),
        _logit(rivals.around),
        float(rivals.inner),
        *_OF_TYPE[finding.event_type],
    ]


def confidence(
    calibration: dict[str, Any], finding: Finding, actors: Sequence[Party], recipients: Sequence[Party]
) -> float:
    """The calibrated probability, rounded to three places."""
    weights: Sequence[float] | None = calibration.get("weights")
    if not weights:
        return round(finding.chance * finding.type_chance, 3)
    return _sure(_sum(weights, features(finding, actors, recipients)))


def reaches(
    calibration: dict[str, Any], finding: Finding, *, least: float, parties: Callable[[], tuple[int, int]]
) -> bool:
    """Whether a finding can come to a confidence, whoever its parties are; how many actors and how many recipients its
    words name at most is asked if it matters."""
    weights: Sequence[float] | None = calibration.get("weights")
    if not weights:
        return confidence(calibration, finding, (), ()) >= least
    told = [weights[_AT[f"no_{role}"]] for role in _SIDES if finding.roles[role]]  # counted as missing by the features
    logit = _sum(weights, features(finding, (), ())) - added(told) + _SLACK
    return _sure(logit) >= least or _sure(logit + _lifted(weights, *parties())) >= least


def _lifted(weights: Sequence[float], actors: int, recipients: int) -> float:
    """What so many parties can add at most: any may be of no known country, and of two sides one may be left empty,
    since nobody stands on both."""
    unknown, long = max(0.0, weights[_AT["unknown"]]), max(0.0, weights[_AT["long"]])
    ways = [(0.0, actors + recipients)]
    if actors and recipients:
        ways += [(weights[_AT["no_actor"]], recipients), (weights[_AT["no_recipient"]], actors)]
    return max(missing + unknown * most + long * (most > MANY) for missing, most in ways)


def _sure(logit: float) -> float:
    return round(sigmoid(logit), 3)


def _sum(weights: Sequence[float], values: Sequence[float]) -> float:
    return added([weight * value for weight, value in zip(weights, values, strict=True)])


def _least(finding: Finding, role: str) -> float:
    return _logit(min((r.chance for r in finding.roles[role]), default=0.5))


def _logit(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))
