"""Transcripts: who speaks each turn, by the labels that stand before them, "MR. OSEI: …".

In: a document's text. Out: `Turn`s in order, none of a text that is no transcript.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from dragoman.actors.knowledge import load
from dragoman.coding.speech import lexicon

_LABEL = re.compile(
    r"^(?P<who>(?:(?:MR|MS|MRS|DR)\. )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,6})"
    r"(?P<verb>:)[ \t]+(?=[A-Z“\"(])(?P<said>.+)",
    re.MULTILINE,
)
# A text with fewer labels, or where none of them comes again often, is no transcript but has headings.
_LABELS = 3
_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """Characters of the document: the label without its colon, the colon, and what is said, to the paragraph's end."""

    speaker: tuple[int, int]
    verb: tuple[int, int]
    start: int
    end: int


def turns(text: str) -> list[Turn]:
    """The turns of a transcript; [] of another text. A state that heads a paragraph of a digest is no label."""
    labels = [label for label in _LABEL.finditer(text) if _speaks(label["who"])]
    alone = {label["who"].lower() for label in labels}
    lasts = [label["who"].lower().split()[-1] for label in labels]
    times = Counter(last if last in alone else label["who"] for label, last in zip(labels, lasts, strict=True))
    often = max(times.values(), default=0)
    if len(labels) < _LABELS or often < _AGAIN or often * _LABELS < len(labels):
        return []
    return [Turn(label.span("who"), label.span("verb"), *label.span("said")) for label in labels]


def _speaks(who: str) -> bool:
    return lexicon().silent.isdisjoint(who.lower().split()) and who.lower() not in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(name.lower() for state in load().states for name in (state.name, *state.aliases))
