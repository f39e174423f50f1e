"""Wording: the words at and around a trigger, as features for weighing.

In: the words of a sentence and the trigger's place among them. Out: names of features; which of them say something
is for the fitted weights to tell.
"""

from collections.abc import Iterator, Sequence

from dragoman.coding.status.cueing import is_name
from dragoman.coding.words import Word

# Words before the trigger that count wherever they stand, and those that count by their place.
_NEAR = 8
_PLACED = 3
# Words that tell of a sentence that not all of it is fact.
_OPEN = ("if", "will", "would", "could", "may", "might", "should", "unless", "whether", "planned", "expected")


def wording(told: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """Features of words first..last-1 in their sentence; a feature may be told twice."""
    low = [word.text if i and is_name(told, i) else word.low for i, word in enumerate(told)]
    yield from (f"near {word}" for word in low[max(0, first - _NEAR) : first])
    yield from (f"before {n} {low[first - n] if first >= n else '^'}" for n in range(1, _PLACED + 1))
    yield f"before {' '.join(low[max(0, first - 2) : first])}"
    yield from (f"after {n} {low[last + n] if last + n < len(low) else '$'}" for n in (0, 1))
    # In the same order in every process: sums of their weights differ in the last place by it.
    yield from (f"has {word}" for word in _OPEN if word in low)
    if first < last:
        yield from (f"opens {low[first]}", f"closes {low[last - 1]}", f"form {form(low[first])}")
    if low[-1:] == ["?"]:
        yield "asks"


def form(word: str) -> str:
    """The ending that tells a past, a going on, a plural or third person; "" for none."""
    return next((ending for ending in ("ed", "ing", "s") if word.endswith(ending)), "")


def place(told: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """First and last-plus-one word that touch characters start..end-1."""
    first = next((i for i, w in enumerate(told) if w.end > start), len(told))
    last = next((i for i, w in enumerate(told) if w.start >= end), len(told))
    return first, max(first, last)
