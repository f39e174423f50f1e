"""Hearsay is told where its words stand by the trigger, and nowhere else."""

import pytest

from dragoman.coding.voice.hearsay import close, hearsay


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


@pytest.mark.parametrize(
    ("text", "trigger", "near"),
    [
        ("Guards reportedly shot the boy.", "shot", True),
        ("The envoy is said to have been shot.", "shot", True),
        ("Guards reportedly angry about it shot the boy.", "shot", False),
        ("Guards shot the boy, reportedly.", "shot", False),
    ],
)
def test_hearsay_close_to_its_verb(text: str, trigger: str, near: bool) -> None:
    start = text.index(trigger)
    found = hearsay(text, start, start + len(trigger))
    assert found is not None
    assert close(text, found, start) is near
