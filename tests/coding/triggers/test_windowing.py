"""Windowing: a long sentence is read whole, its candidates and findings keep their places."""

import numpy as np

from coding.findings import finding
from dragoman.coding.triggers.spotting import Candidate
from dragoman.coding.triggers.windowing import Windowed
from dragoman.models import Look
from dragoman.models.tokens import tokenise

SENTENCES = ["Rebels left.", "Rebels left the town of Minova " * 12, "Troops came."]
TOKENS = tokenise(SENTENCES)
LIMIT = 24


def looks(read: Windowed) -> list[Look]:
    """Each token is seen with the number of its id, and with how far it stands from the ends of what is read."""
    nothing = np.zeros((0, 0), np.float32)
    seen = [[[one, min(at, len(own.ids) - 1 - at)] for at, one in enumerate(own.ids)] for own in read.tokens]
    return [Look(own.ids, np.array(row, np.float32), nothing) for own, row in zip(read.tokens, seen, strict=True)]


def candidate(sentence: int, first: int, last: int) -> Candidate:
    return Candidate(sentence, first, last, 1.0, np.zeros(2, np.float32))


def test_every_token_is_seen_once_where_it_stands_deepest() -> None:
    read = Windowed(TOKENS, limit=LIMIT)
    assert len(read.tokens) > len(TOKENS)
    for tokens, types in zip(TOKENS, read.types(looks(read)), strict=True):
        assert types[:, 0].tolist() == tokens.ids
    inner = read.types(looks(read))[1][LIMIT:-LIMIT, 1]
    assert inner.min() >= LIMIT // 4 - 3


def test_a_candidate_keeps_its_words_and_a_finding_its_sentence() -> None:
    read = Windowed(TOKENS, limit=LIMIT)
    repeated = read.repeated(SENTENCES)
    for number, tokens in enumerate(TOKENS):
        for first in range(1, len(tokens.ids) - 2):
            placed = read.placed(candidate(number, first, first + 1))
            window = read.tokens[placed.sentence]
            assert window.characters(placed.first, placed.last) == tokens.characters(first, first + 1)
            assert repeated[placed.sentence] == SENTENCES[number]
            assert read.told(finding("Rebels left.", "left", index=placed.sentence)).sentence == number


def test_a_candidate_as_long_as_a_window_ends_with_it() -> None:
    read = Windowed(TOKENS, limit=LIMIT)
    placed = read.placed(candidate(1, 1, len(TOKENS[1].ids) - 1))
    assert placed.last == len(read.tokens[placed.sentence].ids) - 1


def test_sentences_that_fit_are_read_as_they_are() -> None:
    read, own = Windowed(TOKENS, limit=256), candidate(1, 2, 3)
    assert [a is b for a, b in zip(read.tokens, TOKENS, strict=True)] == [True] * 3
    assert read.placed(own) is own
    told = finding("Rebels left.", "left", index=1)
    assert read.told(told) is told
