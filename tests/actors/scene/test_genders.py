"""The word before a name tells its gender where no table does."""

import re

import pytest

from dragoman.actors.scene.genders import told


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("His spokeswoman Oberek sang.", "f"),
        ("The congressman Oberek sang.", "m"),
        ("Lord Oberek sang. Oberek left.", "m"),
        ("Mrs. Oberek sang.", "f"),
        ("His wife, Oberek, sang.", "f"),
        ("Besides the queen, Oberek sang.", ""),
        ("The minister Oberek sang.", ""),
        ("Mr Oberek met Mrs Oberek.", ""),
        ("Oberek sang.", ""),
    ],
)
def test_the_word_before_a_name(text: str, gender: str) -> None:
    assert told(text, [found.span() for found in re.finditer("Oberek", text)]) == gender
