"""Sentences as token ids with character offsets.

In: sentences, character spans. Out: ids, token spans, and what the network reads of a sentence that is too long for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

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


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a tokenised sentence that the network reads at once, between an opening and a closing token.

    What has place p in the window is token `shift` + p of the sentence; `own` are the sentence's tokens that have more
    words around them here than in any other window.
    """

    tokens: Tokens
    shift: int
    own: range


@cache
def tokenizer() -> Tokenizer:
    """The shipped tokenizer, without padding or truncation."""
    loaded = Tokenizer.from_str(files("dragoman.models").joinpath("tokenizer.json").read_text(encoding="utf-8"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def windows(tokens: Tokens, *, limit: int) -> list[Window]:
    """The sentence in windows of at most `limit` tokens, each half of it in common with the next; one for most."""
    end, size = len(tokens.ids) - 1, limit - 2
    if end < limit:
        return [Window(tokens, 0, range(end + 1))]
    firsts = [*range(1, end - size, size // 2), end - size]
    bounds = [0, *((one + size + two) // 2 for one, two in pairwise(firsts)), end + 1]
    return [
        _window(tokens, first, first + size, own=range(*own))
        for first, own in zip(firsts, pairwise(bounds), strict=True)
    ]


def around(tokens: Tokens, span: Span, *, limit: int) -> Window:
    """The window of at most `limit` tokens that has these tokens in its middle; they must fit into it."""
    end, size = len(tokens.ids) - 1, limit - 2
    if end < limit:
        return Window(tokens, 0, range(end + 1))
    first = max(1, min((span[0] + span[1] - size) // 2, end - size))
    return _window(tokens, first, first + size, own=range(*span))


def _window(tokens: Tokens, first: int, last: int, *, own: range) -> Window:
    """Tokens first..last-1; a word that began before them is left out unless some of it is the window's own."""
    whole = first
    while whole < own.start and tokens.words[whole] == tokens.words[whole - 1]:
        whole += 1
    first = whole if whole < own.start else first
    ids, offsets, words = ([row[0], *row[first:last], row[-1]] for row in (tokens.ids, tokens.offsets, tokens.words))
    return Window(Tokens(ids, offsets, words), first - 1, own)


def tokenise(sentences: Sequence[str], *, limit: int | None = None) -> list[Tokens]:
    """Each sentence's tokens, cut after `limit` (the closing token stays)."""
    found = []
    for encoding in tokenizer().encode_batch(list(sentences)):
        ids, offsets, words = encoding.ids, encoding.offsets, encoding.word_ids
        if limit and len(ids) > limit:
            ids, offsets, words = ([*row[: limit - 1], row[-1]] for row in (ids, offsets, words))
        found.append(Tokens(ids, offsets, words))
    return found
