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
    ("text", "who", "said"),
    [
        ("It had left, the army said proudly.", "the army", "It had left"),
        ("It had left, a guard who asked not to be named told AFP.", "a guard", "It had left"),
        ("It had left, the army said, speaking of the tug that Mali sold.", "the army", "It had left"),
        ("It is untrue, Mali insisted, that guards fired.", "Mali", "It is untrue, Mali insisted, that guards fired."),
        ("If it left, Mali said, the guards would fire.", "Mali", "If it left, Mali said, the guards would fire."),
        ("It had left, and, Mali says, fired at boats.", "Mali", "fired at boats."),
        ("Oslo asked for help, and Mali replied that it would come.", "Mali", "it would come."),
    ],
)
def test_who_says_and_how_much(text: str, who: str, said: str) -> None:
    assert [(a, c) for a, _, c in told(text)] == [(who, said)]


@pytest.mark.parametrize(
    "text",
    [
        "The report was published.",
        "He was told nothing.",
        "They asked the envoy to say so.",
        "The State Bank fell.",
        "Unlike what Mali claimed, it fired.",
        "Mali could not confirm that it fired.",
        "It left, and with it the American report.",
    ],
)
def test_no_telling(text: str) -> None:
    assert told(text) == []
