"""Spotting: which words of a sentence may report an event, and of which type.

In: the network's (tokens, types) probabilities of one sentence. Out: `Candidate`s, strongest type first decided
later, when the candidate's trigger has been marked and asked about on its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.models import Floats
from dragoman.models.tokens import Tokens

# Low on purpose: the second question (arguing) decides, and what is not a candidate is lost. Of 0.12, 0.16, 0.2, 0.25,
# 0.3 and 0.35 on articles that the network has not seen, 0.2 to 0.35 tell types and dyads equally well, and each step
# spares candidates; from 0.35 on offers and threats of written sentences are lost.
FLOOR = 0.3
# The hyphen's id in the shipped tokenizer: "get-together" is one written word.
_HYPHEN = 1011


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens first..last-1 of a sentence as a trigger; `types` sums to `strength`, the chance that it is one."""

    sentence: int
    first: int
    last: int
    strength: float
    types: Floats


def candidates(sentence: int, tokens: Tokens, probabilities: Floats, *, floor: float = FLOOR) -> list[Candidate]:
    """Runs of tokens whose chance of belonging to a trigger is above `floor`, cut where the type changes.

    A trigger begins where a written word does: what only the end of a word resembles is none.
    """
    chance: list[float] = (1 - probabilities[:, 0]).tolist()
    best: list[int] = probabilities[:, 1:].argmax(-1).tolist()
    found, i, n = [], 0, len(tokens.ids)
    while i < n:
        if tokens.words[i] is None or chance[i] <= floor or tokens.ids[i] == _HYPHEN or _within(tokens, i):
            i += 1
            continue
        j = i + 1
        while j < n and _continues(tokens, chance, best, i, j, floor):
            j += 1
        found.append(_candidate(sentence, i, j, probabilities))
        i = j
    return found


def _within(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.words[i] == tokens.words[i - 1]


def _continues(tokens: Tokens, chance: Sequence[float], best: Sequence[int], i: int, j: int, floor: float) -> bool:
    if tokens.words[j] is None:
        return False
    touches = tokens.offsets[j][0] == tokens.offsets[j - 1][1]
    same_word = tokens.words[j] == tokens.words[j - 1] or (touches and _HYPHEN in (tokens.ids[j], tokens.ids[j - 1]))
    return bool(same_word or (chance[j] > floor and best[j] == best[i]))


def _candidate(sentence: int, first: int, last: int, probabilities: Floats) -> Candidate:
    own = probabilities[first:last]
    strength = float((1 - own[:, 0]).max())
    types = own[:, 1:].mean(0)
    return Candidate(sentence, first, last, strength, types / types.sum())
