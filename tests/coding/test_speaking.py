"""The noun phrase that speaks, before and behind the verb."""

import pytest

from dragoman.coding.speaking import after, before, subject
from dragoman.coding.words import words


def test_before_the_verb() -> None:
    cases = {
        "On Monday the Polish minister also said": "the Polish minister",
        "The minister, Ann Lee, said": "The minister, Ann Lee",
        "Omar Bey, a senior officer of the guard, said": "Omar Bey",
        "Nia Rhys, 34, said": "Nia Rhys",
        "The envoy, who has since resigned, said": "The envoy",
        "They met, and he said": "he",
    }
    for text, wanted in cases.items():
        span, _ = before(words(text), len(words(text)) - 1)
        assert span, text
        assert text[slice(*span)] == wanted


def test_behind_the_verb() -> None:
    text = "said the mayor of Bolu on Friday"
    span, stop = after(words(text), 1)
    assert span
    assert text[slice(*span)] == "the mayor of Bolu"
    assert words(text)[stop].low == "on"


@pytest.mark.parametrize("text", ["and said", "said", ", but said"])
def test_nobody_before_the_verb(text: str) -> None:
    assert before(words(text), len(words(text)) - 1)[0] is None


def test_the_subject_of_the_main_clause() -> None:
    text = "In March, the junta denied the raid, saying"
    span = subject(words(text), len(words(text)) - 1)
    assert span
    assert text[slice(*span)] == "the junta"
