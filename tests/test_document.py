"""A document without an id of its own is named by its content, the same everywhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import composed, content_id


def test_the_id_is_the_same_on_any_machine() -> None:
    assert content_id("Arvania signs.", title="News") == content_id("Arvania signs.", title="News")
    assert content_id("Arvania signs.") != content_id("Arvania signs", title="")
    assert content_id("b", title="a") != content_id("a", title="b")


@given(st.text(st.characters()))
def test_any_text_has_an_id(text: str) -> None:
    assert content_id(text).startswith("doc-")
    assert len(content_id(text)) == 24


@pytest.mark.parametrize("text", ["Côte d’Ivoire", "Łódź", "Київ", "plain", "", "한국"])
def test_letters_and_their_accents_become_one_character(text: str) -> None:
    assert composed(unicodedata.normalize("NFD", text)) == composed(text) == text
