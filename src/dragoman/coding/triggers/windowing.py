"""Windowing: a sentence with more word pieces than the network takes is read in windows that overlap.

In: tokenised sentences. Out: what there is to read; of what was seen in the windows each token where it has most words
around it; each candidate in the window where it stands deepest, and what was found there as of its sentence again.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np

from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.triggers.spotting import Candidate
from dragoman.models import Floats, Look
from dragoman.models.tokens import Tokens, windows


class Windowed:
    """Sentences as they are read. Nearly every one is a single window: then nothing here changes anything."""

    def __init__(self, sentences: Sequence[Tokens], *, limit: int) -> None:
        cut = [windows(tokens, limit=limit) for tokens in sentences]
        self._windows = [window for own in cut for window in own]
        self._of = [i for i, own in enumerate(cut) for _ in own]
        # The numbers of a sentence's windows.
        self._numbers = [range(*bounds) for bounds in pairwise([0, *accumulate(map(len, cut))])]
        self._whole = len(self._windows) == len(cut)

    @property
    def tokens(self) -> list[Tokens]:
        """What is read, in order: the tokens of each window."""
        return [window.tokens for window in self._windows]

    def repeated(self, sentences: Sequence[str]) -> list[str]:
        """The sentence of each window."""
        return [sentences[i] for i in self._of]

    def types(self, looks: Sequence[Look]) -> list[Floats]:
        """What was seen of each sentence's tokens."""
        seen = [
            look.types[window.own.start - window.shift : window.own.stop - window.shift]
            for window, look in zip(self._windows, looks, strict=True)
        ]
        return [
            seen[own.start] if len(own) == 1 else np.concatenate(seen[own.start : own.stop]) for own in self._numbers
        ]

    def placed(self, candidate: Candidate) -> Candidate:
        """The candidate of a sentence as one of a window."""
        if self._whole:
            return candidate
        number = next(n for n in self._numbers[candidate.sentence] if candidate.first in self._windows[n].own)
        window = self._windows[number]
        last = min(candidate.last - window.shift, len(window.tokens.ids) - 1)
        return replace(candidate, sentence=number, first=candidate.first - window.shift, last=last)

    def told(self, finding: Finding) -> Finding:
        """The finding of a window as one of its sentence; its characters are the sentence's already."""
        return finding if self._whole else replace(finding, sentence=self._of[finding.sentence])
