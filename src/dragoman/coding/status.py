"""Status: whether what a trigger reports happened, is planned, might be, or did not happen.

In: a sentence, the trigger's place, and the network's chances where there are any. Out: a `StatusReading` with the
words that gave it. Rules (cueing, deciding) and network are weighed together by data/status_weights.json.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.coding.cueing import Cue
from dragoman.coding.deciding import ruled
from dragoman.coding.words import words
from dragoman.event import Status, Words

STATUSES: tuple[Status, ...] = ("actual", "planned", "hypothetical", "negated")
# The network is never taken to be surer than this.
_SUREST = 1e-4


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status, the words of the sentence that gave it (None: none did), and its probability."""

    status: Status
    cue: Words | None
    chance: float


def read_status(
    sentence: str, start: int, end: int, *, event_type: str = "", chances: Mapping[Status, float] | None = None
) -> StatusReading:
    """The status of what characters start..end-1 of a sentence report; offsets of the cue are the sentence's.

    Without `chances` the rules decide alone, and the probability is 1.
    """
    status, cue = by_rules(sentence, start, end, event_type=event_type)
    sure = 1.0
    if chances:
        weighed = weigh(features(status, cue.kind if cue else "", event_type, chances))
        best = max(range(len(STATUSES)), key=lambda k: weighed[k])
        sure = weighed[best]
        if STATUSES[best] != status:
            status, cue = STATUSES[best], None
    if cue is None:
        return StatusReading(status, None, sure)
    told = words(sentence)
    first, last = told[cue.first].start, told[cue.last - 1].end
    return StatusReading(status, Words(sentence[first:last], first, last), sure)


def by_rules(sentence: str, start: int, end: int, *, event_type: str) -> tuple[Status, Cue | None]:
    """The status by the rules alone, and the cue that decides."""
    told = words(sentence)
    first = next((i for i, w in enumerate(told) if w.end > start), len(told))
    last = next((i for i, w in enumerate(told) if w.start >= end), len(told))
    return ruled(told, first, last, event_type=event_type)


def features(status: Status, kind: str, event_type: str, chances: Mapping[Status, float]) -> dict[str, float]:
    """What is weighed: the network's log chances, what the rules say and by which kind of cue, and the type."""
    found = {f"network {name}": math.log(max(chances.get(name, 0.0), _SUREST)) for name in STATUSES}
    return found | {"bias": 1.0, f"rules {status}": 1.0, f"cue {kind}": 1.0, f"type {event_type}": 1.0}


@cache
def weights() -> dict[str, list[float]]:
    """For each feature its weight towards each of STATUSES, as `python -m training layers` fitted them."""
    table: dict[str, Any] = json.loads(
        files("dragoman.coding.data").joinpath("status_weights.json").read_text(encoding="utf-8")
    )
    return {name: list(map(float, row)) for name, row in table["weights"].items()}


def weigh(found: Mapping[str, float], *, given: Mapping[str, Sequence[float]] | None = None) -> list[float]:
    """The probability of each of STATUSES; features without a weight count nothing."""
    table = weights() if given is None else given
    sums = [0.0] * len(STATUSES)
    for name, value in found.items():
        for k, weight in enumerate(table.get(name, ())):
            sums[k] += weight * value
    high = max(sums)
    powers = [math.exp(s - high) for s in sums]
    return [power / sum(powers) for power in powers]
