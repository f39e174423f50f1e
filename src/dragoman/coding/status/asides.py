"""Asides: who says so, put between two commas into what is said: "The army, the ministry insisted, did not fire."

In: the words of a sentence. Out: the stretches of words that the clause around them does not need.
"""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.speech import lexicon, verbs
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.words import Word

# Words of the speaker, and those between the verb and the second comma, at most.
_SPEAKER = 8
_BEHIND = 4


def asides(sentence: Sequence[Word]) -> list[tuple[int, int]]:
    """First and last-plus-one word of each aside; its second comma is left where a new clause begins behind it."""
    commas = [i for i, word in enumerate(sentence) if word.low == ","]
    found: list[tuple[int, int]] = []
    for first, second in pairwise(commas):
        if (not found or found[-1][1] <= first) and _tells(sentence[first + 1 : second]):
            found.append((first, second + (not _opens(sentence, second + 1))))
    return found


def without(sentence: Sequence[Word], first: int, last: int) -> tuple[list[Word], int, int]:
    """The sentence without its asides, and where words first..last-1 stand then; an aside that holds them stays."""
    gone = [(a, b) for a, b in asides(sentence) if last <= a or b <= first]
    if not gone:
        return list(sentence), first, last
    before = sum(b - a for a, b in gone if b <= first)
    kept = [word for i, word in enumerate(sentence) if not any(a <= i < b for a, b in gone)]
    return kept, first - before, last - before


def _tells(words: Sequence[Word]) -> bool:
    """Whether the words are a speaker and a finite verb of saying, with no more than an adverbial behind it."""
    if len(words) < 2 or not all(word.is_word for word in words) or words[0].low in lexicon().contrast | {"and", "or"}:
        return False
    verb = next((k for k, word in enumerate(words[: _SPEAKER + 1]) if k and _says(word)), 0)
    if not verb or len(words) - verb - 1 > _BEHIND:
        return False
    clear = lexicon().openers | lexicon().finite - verbs() | lexicon().passive
    behind = {word.low for word in words[verb + 1 :]}
    return not clear.intersection(w.low for w in words[:verb]) and not behind & (vocabulary().subordinate | {"to"})


def _opens(sentence: Sequence[Word], i: int) -> bool:
    """Whether a clause of its own begins with word `i`: ", the minister said, urging them"."""
    low = sentence[i].low if i < len(sentence) else ""
    return low.endswith("ing") or low in vocabulary().contrast | vocabulary().aside


def _says(word: Word) -> bool:
    return word.low in verbs() and not word.low.endswith("ing") and not word.capital
