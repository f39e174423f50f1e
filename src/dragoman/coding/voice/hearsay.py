"""Hearsay: "reportedly", "is said to have", "it is claimed" - a voice that nobody owns.

In: a sentence and a trigger of it. Out: the words that tell so, or None.
"""

import re
from functools import cache, lru_cache

from dragoman.actors.names.matching import undotted
from dragoman.coding.speech import lexicon
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.words import words
from dragoman.event import Words

# Between the words and the trigger no clause may end; and they stand no further from it, in characters.
_CLAUSE = re.compile(r"[;:.?!]|, (?:which|who|while|but|and|when|after)\b|\b(?:who|which|because|after|when|while)\b")
_REACH = 60
# No more words than this stand between what is surely hearsay and the words that tell so.
_CLOSE = 2


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(lexicon().hearsay))})\b", re.IGNORECASE)


@cache
def _passives() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon().rumoured))
    return re.compile(
        rf"\b(?:it (?:is|was|has been|had been) (?:widely )?(?:{verbs})(?= that\b|,)"
        rf"|(?:is|are|was|were|has been|have been) (?:widely )?(?:{verbs}) to(?= (?:have|be|has)\b))",
        re.IGNORECASE,
    )


def hearsay(sentence: str, start: int, end: int) -> Words | None:
    """The words that make characters start..end-1 of the sentence hearsay."""
    plain = undotted(sentence)
    for told in _told(sentence):
        if told.start < end and start < told.end:
            continue
        between = plain[told.end : start] if told.end <= start else plain[end : told.start]
        if len(between) <= _REACH and not _CLAUSE.search(between):
            return told
    return None


def close(sentence: str, found: Words, start: int) -> bool:
    """Whether the words of hearsay belong to what begins at `start`, and to nothing between: "reportedly shot"."""
    between = {word.low for word in words(sentence[found.end : start])}
    return found.end <= start and len(between) <= _CLOSE and not between & vocabulary().noun_marks


@lru_cache(maxsize=64)
def _told(sentence: str) -> tuple[Words, ...]:
    """The words of hearsay, kept for the next event of the sentence: passives first."""
    found = (match for pattern in (_passives(), _adverbs()) for match in pattern.finditer(sentence))
    return tuple(Words(match[0], match.start(), match.end()) for match in found)
