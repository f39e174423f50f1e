"""Rivals: a trigger beside likelier ones is less often an event, one beside others of its own type less often still.

In: the findings of a document. Out: the same findings, each with what is known of the others of its sentence, and of
the other sentences: an article on a crime, a match or a market has triggers too, but fewer that are likely.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.arguing import USUAL, Finding, Rivals

# Sentences as likely as usual that every document is taken to have besides its own: a short one tells little of itself.
ASSUMED = 3


def rivalled(findings: Sequence[Finding]) -> list[Finding]:
    """Each finding with its rivals, in the given order."""
    sentences: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentences[finding.sentence].append(finding)
    around = _around({i: max(f.chance for f in own) for i, own in sentences.items()})
    return [replace(f, rivals=_rivals(f, sentences[f.sentence], around[f.sentence])) for f in findings]


def _around(likeliest: dict[int, float]) -> dict[int, float]:
    """For each sentence with triggers the mean over the others."""
    total, count = sum(likeliest.values()), len(likeliest) - 1
    return {i: (total - chance + ASSUMED * USUAL) / (count + ASSUMED) for i, chance in likeliest.items()}


def _rivals(finding: Finding, sentence: Sequence[Finding], around: float) -> Rivals:
    others = [f for f in sentence if f is not finding]
    same = (f.chance for f in others if f.event_type == finding.event_type)
    return Rivals(len(others), max((f.chance for f in others), default=0.0), max(same, default=0.0), around)
