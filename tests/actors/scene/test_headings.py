"""Headings of paragraphs: the states of a digest."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.scene.headings import heading


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("MEXICO: Gunmen came.", "MEXICO: "),
        ("* EL SALVADOR: Gunmen came.", "* EL SALVADOR: "),
        ("India-Canada: Envoys met.", "India-Canada: "),
        ("Nigeria (Plateau State): Gunmen came.", "Nigeria (Plateau State): "),
        ("MEXICO (again): Gunmen came.", ""),
        ("Mexico City: Gunmen came.", ""),
        ("MEXICO WINS: Gunmen came.", ""),
        ("Source: Mexico.", ""),
        ("MEXICO: 14 points.", ""),
        ("Mexico: We deny it.", ""),
        ("Mexico: “Gunmen came.”", ""),
        ("", ""),
    ],
)
def test_a_heading_is_states_alone(line: str, head: str) -> None:
    assert heading(line, (0, len(line)), roster().matches(line)) == len(head)


def test_a_heading_opens_a_paragraph() -> None:
    text = "They met. MEXICO: Gunmen came."
    assert heading(text, (10, len(text)), roster().matches(text)) == 10
