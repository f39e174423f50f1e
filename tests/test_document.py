"""A document without an id of its own is named by its content, the same everywhere."""

import unicodedata
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import Document, composed, content_id
from dragoman.errors import UsageError


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


@pytest.mark.parametrize("given", ["2024-06-21", date(2024, 6, 21), datetime(2024, 6, 21, 23, 30)])
def test_a_day_may_be_given_in_several_ways(given: Any) -> None:
    made = Document("a", "Arvania signs.", pub_date=given)
    assert made.pub_date == date(2024, 6, 21)
    assert type(made.pub_date) is date


def test_without_an_id_it_is_named_by_its_content() -> None:
    unnamed: Any = None
    for name in ("", unnamed):
        assert Document(name, "Arvania signs.", title="News").id == content_id("Arvania signs.", title="News")
    assert Document("a", "Arvania signs.").id == "a"


def test_none_is_no_text() -> None:
    nothing: Any = None
    made = Document("a", "Arvania signs.", title=nothing, publisher=nothing)
    assert (made.title, made.publisher, made.pub_date) == ("", "", None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": 3}, "id 3 is a int; give text"),
        ({"text": None}, "text None is a NoneType; give text"),
        ({"text": b"Arvania"}, "text b'Arvania' is a bytes"),
        ({"title": ["A"]}, "title .'A'. is a list"),
        ({"pub_date": "21 June"}, "pub_date '21 June' is no day; write it as 2024-06-21"),
        ({"pub_date": 20240621}, "pub_date 20240621 is a int"),
    ],
)
def test_what_is_no_text_or_no_day_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Document(**({"id": "a", "text": "Arvania signs."} | wrong))
