"""Arguing: each candidate trigger is marked in its sentence and asked about on its own.

In: candidates of sentences and their tokens. Out: `Finding`s: type or none, status, mode, and the words that fill
the roles (actor, recipient, said_by, place, when), each with its probability, as character spans of the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.coding.spotting import Candidate
from dragoman.event import Status
from dragoman.models import Argument, Floats, Labels, Network, Question
from dragoman.models.tokens import Tokens, marked

_BEGIN, _INSIDE = 1, 2


@dataclass(frozen=True, slots=True)
class Role:
    """Words that fill a role: characters of the sentence, and the chance that they do."""

    start: int
    end: int
    chance: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One trigger read whole. `chance` is that of an event being there; `types` are over all types, none excluded."""

    sentence: int
    start: int
    end: int
    chance: float
    event_type: str
    type_chance: float
    types: Floats
    status: Status
    status_chance: float
    mode: str
    roles: dict[str, tuple[Role, ...]]


def argue(network: Network, tokens: Sequence[Tokens], found: Sequence[Candidate]) -> list[Finding]:
    """One finding a candidate, in the candidates' order; `tokens` are indexed by the candidates' sentences."""
    questions, moves = [], []
    for candidate in found:
        ids, moved = marked(tokens[candidate.sentence].ids, {"trigger": [(candidate.first, candidate.last)]})
        span = (moved[candidate.first], moved[candidate.last - 1] + 1)
        questions.append(Question(ids, span))
        moves.append(moved)
    return [
        _finding(network.labels, tokens[candidate.sentence], candidate, argument, moved)
        for candidate, argument, moved in zip(found, network.argue(questions), moves, strict=True)
    ]


def _finding(labels: Labels, tokens: Tokens, candidate: Candidate, argument: Argument, moved: list[int]) -> Finding:
    """Both looks at the trigger agree on a type by the product of what each gives it."""
    types = candidate.types * argument.types[1:]
    types = types / types.sum()
    best = int(types.argmax())
    event_type = labels.types[best + 1]
    status = int(argument.statuses.argmax())
    start, end = tokens.characters(candidate.first, candidate.last)
    own = argument.roles[np.array(moved[:-1])]
    return Finding(
        sentence=candidate.sentence, start=start, end=end,
        chance=float(np.sqrt(candidate.strength * (1 - argument.types[0]))),
        event_type=event_type, type_chance=float(types[best]), types=types,
        status=labels.statuses[status], status_chance=float(argument.statuses[status]),
        mode=_mode(labels, argument.modes, event_type),
        roles={name: spans(tokens, own[:, k]) for k, name in enumerate(labels.roles)},
    )  # fmt: skip


def _mode(labels: Labels, modes: Floats, event_type: str) -> str:
    """The likeliest mode of the type, or "" where none is likelier than having none."""
    own = [k for k, mode in enumerate(labels.modes) if mode.startswith(f"{event_type}:")]
    best = max(own, key=lambda k: modes[k], default=0)
    return labels.modes[best].partition(":")[2] if own and modes[best] > modes[0] else ""


def spans(tokens: Tokens, tags: Floats) -> tuple[Role, ...]:
    """Character spans from (tokens, O/B/I) probabilities; words are never cut."""
    best, found, i, n = tags.argmax(-1), [], 0, len(tokens.ids)
    while i < n:
        if not best[i] or tokens.words[i] is None:
            i += 1
            continue
        j = i + 1
        while j < n and tokens.words[j] is not None and (best[j] == _INSIDE or tokens.words[j] == tokens.words[j - 1]):
            j += 1
        first = i
        while tokens.words[first - 1] == tokens.words[first]:
            first -= 1
        found.append(Role(*tokens.characters(first, j), float((1 - tags[i:j, 0]).mean())))
        i = j
    return tuple(found)
