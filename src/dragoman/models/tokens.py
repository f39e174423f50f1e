"""Sentences as token ids with character offsets.

In: sentences, character spans. Out: ids, token spans.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tokenizers import Tokenizer

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised sentence: `offsets` are characters of the sentence, `words` numbers the words (None: none)."""

    ids: list[int]
    offsets: list[Span]
    words: list[int | None]

    def characters(self, first: int, last: int) -> Span:
        """Character span of the tokens first..last-1."""
        return self.offsets[first][0], self.offsets[last - 1][1]

    def span(self, start: int, end: int) -> Span:
        """First and last-plus-one token that touch the characters start..end; (0, 0) when none does."""
        hit = [i for i, (a, b) in enumerate(self.offsets) if a < end and b > start and b > a]
        return (hit[0], hit[-1] + 1) if hit else (0, 0)


@cache
def tokenizer() -> Tokenizer:
    """The shipped tokenizer, without padding or truncation."""
    loaded = Tokenizer.from_str(files("dragoman.models").joinpath("tokenizer.json").read_text(encoding="utf-8"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def tokenise(sentences: Sequence[str], *, limit: int) -> list[Tokens]:
    """Each sentence's tokens, cut after `limit` (the closing token stays)."""
    found = []
    for encoding in tokenizer().encode_batch(list(sentences)):
        ids, offsets, words = encoding.ids, encoding.offsets, encoding.word_ids
        if len(ids) > limit:
            ids, offsets, words = ([*row[: limit - 1], row[-1]] for row in (ids, offsets, words))
        found.append(Tokens(ids, offsets, words))
    return found
