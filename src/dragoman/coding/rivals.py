"""Rivals: a trigger beside likelier ones is less often an event, one beside others of its own type less often still.

In: the findings of a document. Out: the same findings, each with what is known of the others of its sentence.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.arguing import Finding, Rivals


def rivalled(findings: Sequence[Finding]) -> list[Finding]:
    """Each finding with its rivals, in the given order."""
    sentences: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentences[finding.sentence].append(finding)
    return [replace(f, rivals=_rivals(f, sentences[f.sentence])) for f in findings]


def _rivals(finding: Finding, sentence: Sequence[Finding]) -> Rivals:
    others = [f for f in sentence if f is not finding]
    same = (f.chance for f in others if f.event_type == finding.event_type)
    return Rivals(len(others), max((f.chance for f in others), default=0.0), max(same, default=0.0))
