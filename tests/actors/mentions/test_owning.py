"""Whose a director at the head of a sentence is: of the body with which the sentence before begins."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.coding.sentences import sentences

DAY = date(2023, 6, 24)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("UNHCR criticised Kenya. Its chief, Talin Oberek, left.", "Talin Oberek", ""),
        ("UNHCR criticised Kenya. Its chief Talin Oberek left.", "Its chief Talin Oberek", ""),
        ("Human Rights Watch criticised Chad. Its executive director, Talin Oberek, left.", "Talin Oberek", ""),
        ("Hezbollah criticised Egypt. Its fighters left.", "Its fighters", "LBN"),
        # a state, a body that does not begin, one sentence, words that go on
        ("Kenya criticised UNHCR. Its spokesman, Talin Oberek, left.", "Talin Oberek", "KEN"),
        ("Kenya left. Its spokesman, Talin Oberek, met UNHCR.", "Talin Oberek", "KEN"),
        (
            "UNHCR criticised Kenya. Its chief met the Kenyan judge Talin Oberek.",
            "the Kenyan judge Talin Oberek",
            "KEN",
        ),
    ],
)
def test_its_head_is_of_the_body_before(text: str, words: str, country: str) -> None:
    cast = Cast(text, sentences(text), pub_date=DAY)
    at = text.index(words)
    assert [party.country for party in cast.parties(at, at + len(words))] == [country]
