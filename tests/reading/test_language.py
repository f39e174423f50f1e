"""English is told from other languages, and short texts are not judged."""

import pytest

from dragoman.reading.language import language_of
from sources import FRENCH, STORY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (STORY, "en"),
        (FRENCH, "fr"),
        ("Der Außenminister traf am Donnerstag in Oslo seine Kollegin, teilte das Ministerium mit.", "de"),
        ("Министр иностранных дел прибыл в Осло в четверг для переговоров с коллегой.", "ru"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "Oslo", "Zelenskiy Erdogan Orban", "1234567890 " * 20])
def test_short_texts_are_not_judged(text: str) -> None:
    assert language_of(text) == ""


def test_names_alone_are_not_judged() -> None:
    assert language_of("Zelenskiy Xi Jinping Lukashenko Orban Erdogan Netanyahu Abbas meet") == ""


@pytest.mark.parametrize(
    ("declared", "code"), [("fr", "fr"), ("en-GB", "en"), ("English", "en"), ("eng", "en"), ("tlhIngan", ""), ("", "")]
)
def test_a_declared_language_counts_where_the_text_tells_none(declared: str, code: str) -> None:
    assert language_of("Oslo", declared=declared) == code


def test_the_text_is_believed_before_the_declaration() -> None:
    assert language_of(FRENCH, declared="en") == "fr"
    assert language_of(STORY, declared="fr") == "en"
