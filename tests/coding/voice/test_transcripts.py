"""Turns of a transcript by their labels, and what only looks like them."""

import pytest

from dragoman.coding.voice.transcripts import turns


def told(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*turn.speaker)], text[turn.start : turn.end]) for turn in turns(text)]


def test_each_turn_goes_to_the_end_of_its_paragraph() -> None:
    text = "Briefing\nMR. OSEI: We left. They fired.\n\nNoor Daily: Why now?\nMR. OSEI: I cannot say.\nIt ended."
    assert told(text) == [
        ("MR. OSEI", "We left. They fired."),
        ("Noor Daily", "Why now?"),
        ("MR. OSEI", "I cannot say."),
    ]


def test_one_speaker_may_be_labelled_in_two_ways() -> None:
    text = "Ama Osei: We left.\nNoor Daily: Why now?\nOSEI: Orders."
    assert [who for who, _ in told(text)] == ["Ama Osei", "Noor Daily", "OSEI"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya: Gunmen fired.\nChad: Guards fled.\nKenya: Police came.\nMali: It rained.",
        "Dispatch: Guards left.\nOF THE DAY: It rained.\nFROM THE DAY: It snowed.\nTALKS: They met.",
        "Capital: Oslo\nCurrency: Krone\nMayor: Ann Lee",
        "Ann Lee: We left.\nThe guard followed.",
        "Sources: Ann Lee\nRead more: Guards fled\nRead more: It rained",
        "The mayor spoke: We left. The mayor spoke: We came. The mayor spoke: We saw.",
    ],
)
def test_headings_are_no_turns(text: str) -> None:
    assert told(text) == []
