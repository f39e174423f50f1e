"""Echoes: "the only one to do so was …" tells an act again without naming it.

In: sentences, tokens, findings. Out: candidates on "do so", and, once argued, findings that take type, mode and
recipients from the act told before. Where no act stands before, an echo tells nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from dragoman.coding.triggers.arguing import Finding, Role
from dragoman.coding.triggers.spotting import Candidate
from dragoman.models import Labels
from dragoman.models.tokens import Tokens

# An act likelier than not is what is echoed, also where a doubtful one stands between.
_LIKELY = 0.5
_ECHO = re.compile(r"\b(?:do|does|did|done|doing) so\b")


def echoes(index: int, sentence: str, tokens: Tokens, *, labels: Labels) -> Iterator[Candidate]:
    """A candidate for each "do so" of a sentence; what it is worth is decided by what it repeats."""
    flat = np.full(len(labels.types) - 1, 1 / (len(labels.types) - 1), np.float32)
    for match in _ECHO.finditer(sentence):
        first, last = tokens.span(*match.span())
        if last:
            yield Candidate(index, first, last, 0.0, flat)


def answered(findings: Sequence[Finding], spans: Sequence[tuple[int, int]], *, threshold: float) -> list[Finding]:
    """The findings with every echo made the act that it repeats, or gone."""
    acts = [f for f in findings if not _is_echo(f)]
    told = [act for act in acts if act.chance >= threshold and (act.roles["actor"] or act.roles["recipient"])]
    out = list(acts)
    for echo in (f for f in findings if _is_echo(f)):
        before = [a for a in told if (echo.sentence - 1, -1) <= (a.sentence, a.start) < (echo.sentence, echo.start)]
        if before and echo.roles["actor"]:
            out.append(_repeated(echo, max(before, key=lambda a: (a.chance > _LIKELY, a.sentence, a.start)), spans))
    return out


def _is_echo(finding: Finding) -> bool:
    return finding.chance == 0.0


def _repeated(echo: Finding, act: Finding, spans: Sequence[tuple[int, int]]) -> Finding:
    """The echo as the act told again by its own actor, on its own day; it can be no surer than the act."""
    shift = spans[act.sentence][0] - spans[echo.sentence][0]
    moved = tuple(
        Role(r.start + shift, r.end + shift, r.chance, "of the act that is told again") for r in act.roles["recipient"]
    )
    return replace(
        echo, chance=act.chance, event_type=act.event_type, type_chance=act.type_chance, types=act.types,
        looks=act.looks, mode=act.mode, roles={**echo.roles, "recipient": moved},
    )  # fmt: skip
