"""Tokens: offsets quote the sentence, a long one is cut or read in windows."""

import pytest

from dragoman.models.tokens import around, tokenise, windows

SENTENCE = "Lusaka’s envoy Mwansa Phiri arrived in São Tomé on Tuesday."


def test_offsets_quote_the_sentence() -> None:
    tokens = tokenise([SENTENCE], limit=64)[0]
    start = SENTENCE.index("São Tomé")
    first, last = tokens.span(start, start + len("São Tomé"))
    assert SENTENCE[slice(*tokens.characters(first, last))] == "São Tomé"


def test_a_long_sentence_is_cut_and_keeps_its_closing_token() -> None:
    tokens = tokenise(["peace " * 500], limit=20)[0]
    assert len(tokens.ids) == 20
    assert tokens.ids[-1] == tokenise(["peace"], limit=64)[0].ids[-1]


def test_a_span_outside_every_token_is_empty() -> None:
    assert tokenise(["A  b"], limit=9)[0].span(1, 2) == (0, 0)


LONG = tokenise(["peace in Ouagadougou " * 60])[0]


@pytest.mark.parametrize("limit", [len(LONG.ids), 200, 64, 31, 20])
def test_windows_hold_each_token_once_with_words_around_it(limit: int) -> None:
    found, last = windows(LONG, limit=limit), len(LONG.ids) - 1
    assert [place for window in found for place in window.own] == list(range(last + 1))
    for window in found:
        ids = window.tokens.ids
        assert len(ids) <= limit
        assert (ids[0], ids[-1]) == (LONG.ids[0], LONG.ids[-1])
        for place in window.own:
            assert window.tokens.offsets[place - window.shift] == LONG.offsets[place]
            before, after = place - window.shift, len(ids) - 1 - (place - window.shift)
            # A word in the middle is never cut off by more than the half of a window that the next one has, too.
            assert place == before or before > limit // 4 - 6
            assert last - place == after or after > limit // 4 - 6


def test_a_short_sentence_is_its_own_window() -> None:
    tokens = tokenise([SENTENCE])[0]
    (window,) = windows(tokens, limit=len(tokens.ids))
    assert window.tokens is tokens
    assert around(tokens, (2, 4), limit=len(tokens.ids)).tokens is tokens


@pytest.mark.parametrize("span", [(1, 2), (100, 110), (len(LONG.ids) - 3, len(LONG.ids) - 1)])
def test_a_window_around_a_span_holds_it(span: tuple[int, int]) -> None:
    window = around(LONG, span, limit=40)
    first, last = span[0] - window.shift, span[1] - window.shift
    assert window.tokens.characters(first, last) == LONG.characters(*span)
    assert len(window.tokens.ids) <= 40


def test_a_word_longer_than_a_window_is_read_all_the_same() -> None:
    tokens = tokenise(["Zqxj" * 100])[0]
    found = windows(tokens, limit=20)
    assert [place for window in found for place in window.own] == list(range(len(tokens.ids)))
    assert all(len(window.tokens.ids) > 2 for window in found)
