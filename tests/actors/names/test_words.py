"""The word lists are folded, each word once, and asked for by name."""

import pytest

from dragoman.actors.names.matching import fold
from dragoman.actors.names.words import _lists, listed


def test_every_word_is_in_the_form_that_it_is_looked_up_in() -> None:
    for name, words in _lists().items():
        assert words, name
        assert all(fold(word) == word or word == "&" for word in words), name


def test_a_list_that_is_not_there_is_an_error() -> None:
    assert "of" in listed("prepositions")
    with pytest.raises(KeyError):
        listed("verbiage")
