"""Words of a sentence with their places, for the rules that read status and voice without a parse.

In: text. Out: `Word`s: spelling, lower case, character span. Punctuation marks are words of their own.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'.\-‑][^\W_]+)*|[^\w\s]|_")


class Word(NamedTuple):
    """One word: `low` is lower case with straight apostrophes; `start` and `end` are characters, end exclusive.

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
    return list(_words(text, offset))


@lru_cache(maxsize=64)
def _words(text: str, offset: int) -> tuple[Word, ...]:
    """Kept for a while: every event of a sentence is read by its words, for the status and for the voice."""
    return tuple(
        Word(said := m[0], said.lower().replace("’", "'"), offset + m.start(), offset + m.end())
        for m in _WORD.finditer(text)
    )
