"""Attributions of a sentence: who says which of its words."""

import pytest

from dragoman.coding.attributing import attributions
from dragoman.coding.words import words


def told(text: str) -> list[tuple[str, str, str]]:
    sentence = words(text)
    found = attributions(sentence, [False] * len(sentence))
    return [(text[slice(*a.speaker)] if a.speaker else "", text[slice(*a.verb)], text[a.start : a.end]) for a in found]


def test_prefixed_suffixed_and_inverted() -> None:
    assert told("The army said that it had left.") == [("The army", "said", "it had left.")]
    assert told("It had left, the army said.") == [("the army", "said", "It had left")]
    assert told("The dam broke, says the mayor.") == [("the mayor", "says", "The dam broke")]
    assert told("According to Oslo, talks failed.")[0][:2] == ("Oslo", "According to")
    assert told("Talks failed, according to Oslo.")[0] == ("Oslo", "according to", "Talks failed,")


def test_what_is_set_against_it_is_not_said() -> None:
    assert told("Iran said it had hit a base, while the UN condemned the raid.")[0][2] == "it had hit a base"


@pytest.mark.parametrize(
    "text",
    ["The report was published.", "He was told nothing.", "They asked the envoy to say so.", "The State Bank fell."],
)
def test_no_telling(text: str) -> None:
    assert told(text) == []
