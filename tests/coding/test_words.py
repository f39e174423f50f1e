"""Words keep their places in the text, whatever the text is."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.words import words


def test_contractions_hyphens_and_marks() -> None:
    assert [w.low for w in words("He didn’t re-arm, Oslo’s envoy said.")] == [
        "he", "didn't", "re-arm", ",", "oslo's", "envoy", "said", ".",
    ]  # fmt: skip


def test_the_dots_of_an_abbreviation_are_no_marks() -> None:
    assert [w.low for w in words("U.S.-led forces left Gen. Abe on Monday.")] == [
        "u.s.-led", "forces", "left", "gen", "abe", "on", "monday", ".",
    ]  # fmt: skip


@given(st.text(max_size=80), st.integers(0, 50))
def test_every_word_stands_where_it_says(text: str, offset: int) -> None:
    for word in words(text, offset=offset):
        assert text[word.start - offset : word.end - offset] == word.text
