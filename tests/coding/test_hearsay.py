"""Hearsay is told where its words stand by the trigger, and nowhere else."""

import pytest

from dragoman.coding.hearsay import hearsay


def told(text: str, trigger: str) -> str:
    start = text.index(trigger)
    found = hearsay(text, start, start + len(trigger))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Guards reportedly shot the boy.", "shot", "reportedly"),
        ("The envoy is said to have fled.", "fled", "is said to"),
        ("It was reported that the pass had fallen.", "fallen", "It was reported"),
        ("Police raided a house; the owner is allegedly a spy.", "raided", ""),
        ("Police raided a house.", "raided", ""),
    ],
)
def test_words_of_hearsay(text: str, trigger: str, words: str) -> None:
    assert told(text, trigger) == words
