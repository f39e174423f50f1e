"""Quantities: numbers with their nouns, and words that are nobody but by others."""

import pytest

from coding.findings import finding
from dragoman.coding.parties.quantities import whole
from dragoman.coding.story import Story
from dragoman.document import Document


@pytest.mark.parametrize(
    ("sentence", "trigger", "given", "left"),
    [
        ("Rebels killed four soldiers in Kano.", "killed", ["four"], ["four soldiers"]),
        ("Rebels freed 80 captured fighters in Kano.", "freed", ["80"], ["80 captured fighters"]),
        ("Rebels trained thousands of fighters in Kano.", "trained", ["thousands"], ["thousands of fighters"]),
        ("Chad thanked Mali and Togo and met both countries.", "met", ["countries"], ["both countries"]),
        ("Rebels shelled a city of 2 million people.", "shelled", ["a city", "million"], ["a city"]),
        ("The army met its chief, General Kamau.", "met", ["its", "General Kamau"], ["General Kamau"]),
        # no noun, one that is told as well, and words that are whole
        ("Rebels killed four in Kano.", "killed", ["four"], ["four"]),
        ("Rebels killed 20 and fled.", "killed", ["20"], ["20"]),
        ("Rebels killed many of them.", "killed", ["many"], ["many"]),
        ("Gunmen attacked a post and killed two soldiers.", "killed", ["soldiers"], ["soldiers"]),
        ("Rebels killed two, soldiers said.", "killed", ["two"], ["two"]),
        ("Rebels killed four soldiers in Kano.", "killed", ["four", "soldiers"], ["four", "soldiers"]),
        ("Other countries met in Kano.", "met", ["countries"], ["countries"]),
        ("His call praising Kamau ended.", "call", ["His", "Kamau"], ["His", "Kamau"]),
        ("Police ordered his arrest.", "arrest", ["his"], ["his"]),
    ],
)
def test_a_number_has_its_noun(sentence: str, trigger: str, given: list[str], left: list[str]) -> None:
    story = Story.of(Document("d", sentence))
    found = finding(sentence, trigger, recipient=given)
    kept = whole(story, found, found.roles["recipient"])
    assert [sentence[role.start : role.end] for role in kept] == left
