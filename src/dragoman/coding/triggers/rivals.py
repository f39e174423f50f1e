"""Rivals: a trigger beside likelier ones is less often an event, one beside others of its own type less often still.

In: the findings of a document. Out: the same findings, each with what is known of the others of its sentence (whether
one of them says what it tells), and of the other sentences: an article on a crime, a match or a market has triggers
too, but fewer that are likely.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.triggers.arguing import USUAL, Finding, Rivals, touching
from dragoman.ontology import speech_acts
from dragoman.summing import added

# Sentences as likely as usual that every document is taken to have besides its own: a short one tells little of itself.
ASSUMED = 3
# Words may tell an act to come of the same parties, and the annotation often has the words alone; but who supports an
# act has it happen beside the support.
_BESIDE = "SUPPORT"


def rivalled(findings: Sequence[Finding]) -> list[Finding]:
    """Each finding with its rivals, in the given order."""
    sentences: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentences[finding.sentence].append(finding)
    around = _around({i: max(f.chance for f in own) for i, own in sentences.items()})
    return [replace(f, rivals=_rivals(f, sentences[f.sentence], around[f.sentence])) for f in findings]


def _around(likeliest: dict[int, float]) -> dict[int, float]:
    """For each sentence with triggers the mean over the others."""
    total, count = added(likeliest.values()), len(likeliest) - 1
    return {i: (total - chance + ASSUMED * USUAL) / (count + ASSUMED) for i, chance in likeliest.items()}


def _rivals(finding: Finding, sentence: Sequence[Finding], around: float) -> Rivals:
    others = [f for f in sentence if f is not finding]
    same = (f.chance for f in others if f.event_type == finding.event_type)
    inner = any(says(f, finding) for f in others)
    return Rivals(len(others), max((f.chance for f in others), default=0.0), max(same, default=0.0), around, inner)


def says(saying: Finding, act: Finding) -> bool:
    """Whether one finding says another: it stands before, by the same actor, to the same recipient if there is one."""
    if saying.event_type not in speech_acts() - {_BESIDE, act.event_type} or saying.start >= act.start:
        return False
    to = act.roles["recipient"]
    return touching(saying.roles["actor"], act.roles["actor"]) and (not to or touching(saying.roles["recipient"], to))
