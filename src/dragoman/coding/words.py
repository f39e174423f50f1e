"""Words of a sentence with their places, for the rules that read status and voice without a parse.

In: text. Out: `Word`s: spelling, lower case, character span. Punctuation marks are words of their own; the
dots of "U.S." and "Gen." are none.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from dragoman.actors.names.matching import undotted

_WORD = re.compile(r"[^\W_]+(?:[’'.\-‑][^\W_]+)*|[^\w\s]|_")


class Word(NamedTuple):
    """One word: `low` is lower case with straight apostrophes and no dot at its end; `start` and `end` are
    characters, end exclusive.

    A tuple, since a document has one for every word and mark.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is no punctuation mark."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words(text: str, *, offset: int = 0) -> list[Word]:
    """The words of `text` in order; `offset` is added to their places."""
    found = _words(text)
    if not offset:
        return list(found)
    new = tuple.__new__  # as in _words
    return [new(Word, (said, low, start + offset, end + offset)) for said, low, start, end in found]


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[Word, ...]:
    """Kept for a while: a sentence is read by its words for who speaks in it, then for the status of every event."""
    new = tuple.__new__  # the named tuple's own constructor takes twice as long, and there is one for every word
    found = [m.span() for m in _WORD.finditer(undotted(text))]
    return tuple([new(Word, (said := text[start:end], _low(said), start, end)) for start, end in found])


@lru_cache(maxsize=16_384)
def _low(said: str) -> str:
    return said.lower().replace("’", "'").rstrip(".") if len(said) > 1 else said.lower()
