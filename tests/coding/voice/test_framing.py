"""Turns of phrase that give a source: each pattern of the data compiles, and each sort is found."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.voice.framing import framed, frames


def test_every_pattern_names_speaker_and_verb() -> None:
    for frame in frames().every:
        assert {"who", "verb"} <= set(frame.pattern.groupindex), frame.pattern.pattern
        assert not re.search(r"[^\\][*+]\)[*+]", frame.pattern.pattern), "nested repeats"


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("In the view of the union, the firm paid them.", "the union", "the firm paid them."),
        ("Lima's version is that the tug was rammed.", "Lima", "the tug was rammed."),
        ("Radio Ten quoted a guard as saying that they fled.", "a guard", "they fled."),
        ("Kyiv denied shelling the port.", "Kyiv", "shelling the port."),
        ("Lagos: Navy frees tanker", "Lagos", "Navy frees tanker"),
        ("Navy frees tanker off Lagos: port officials", "port officials", "Navy frees tanker off Lagos"),
        ("The guard was quoted by Radio Ten as saying that they fled.", "The guard", "they fled."),
        ("The guard, in the words of Lt. Ann Lee, ran.", "Lt. Ann Lee", "The guard, in the words of Lt. Ann Lee, ran."),
        ("The guard, in the words of Lee, ran.", "Lee", "The guard, in the words of Lee, ran."),
        ("Mali has given notice that it will leave.", "Mali", "it will leave."),
    ],
)
def test_frames(text: str, who: str, said: str) -> None:
    found = framed(text)
    assert [(text[slice(*f.speaker or (0, 0))], text[f.start : f.end]) for f in found] == [(who, said)]


def test_a_colon_in_running_text_is_no_headline() -> None:
    assert framed("He had one wish: the navy should free the tanker.") == []
    assert framed("War in the east live: navy frees tanker") == []


@settings(deadline=1000)
@given(st.text(alphabet="ab ,:'’-.NP", max_size=400))
def test_no_text_takes_long(text: str) -> None:
    assert all(f.start < f.end for f in framed(text))
