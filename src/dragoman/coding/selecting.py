"""Selecting: which findings of a sentence are told as events.

In: findings. Out: those whose chance is high enough, without doubles: one for each (type, actors, recipients).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.arguing import Finding

Verdict = Literal["kept", "unlikely", "nobody", "double"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding and what became of it: kept, or why not."""

    finding: Finding
    verdict: Verdict


def decide(findings: Iterable[Finding], *, threshold: float) -> list[Decision]:
    """Every finding with its verdict, in order of place in the text."""
    decided, seen = [], set()
    for finding in sorted(findings, key=lambda f: -f.chance):
        key = (finding.sentence, finding.event_type, _spans(finding, "actor"), _spans(finding, "recipient"))
        verdict: Verdict = "kept"
        if finding.chance < threshold:
            verdict = "unlikely"
        elif not finding.roles["actor"] and not finding.roles["recipient"]:
            verdict = "nobody"
        elif key in seen:
            verdict = "double"
        else:
            seen.add(key)
        decided.append(Decision(finding, verdict))
    return sorted(decided, key=lambda d: (d.finding.sentence, d.finding.start, d.finding.end))


def _spans(finding: Finding, role: str) -> tuple[tuple[int, int], ...]:
    return tuple((r.start, r.end) for r in finding.roles[role])
