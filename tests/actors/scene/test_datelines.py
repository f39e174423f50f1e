"""Heads of paragraphs: datelines, their agencies, and the states of a digest."""

import pytest

from dragoman.actors.names.roster import roster
from dragoman.actors.scene.datelines import DATELINE, heading, signed


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("FREETOWN, Sierra Leone (AP) — Police", True),
        ("KYIV - Police", True),
        ("BANGKOK/PHNOM PENH — Police", True),
        ("Tehran, IRNA - Foreign Minister", True),
        ("New Delhi, ANI - Police", True),
        ("Tehran, Oct 2, IRNA - Foreign Minister", True),
        ("In Tehran, Oct 2, a mob - some in masks", False),
        ("Kyiv - Police", False),
        ("Syria, ISIS - both of them - fell", False),
    ],
)
def test_a_dateline_is_in_capitals_or_names_its_agency_up_to_a_dash(line: str, whole: bool) -> None:
    assert bool(DATELINE.match(line)) is whole


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("LAGOS (Reuters) - Police met.", True),
        ("A headline\nLAGOS (Reuters) - Police met.", True),
        ("LAGOS - Police told Reuters.", False),
        ("They met. " * 20 + "LAGOS (Reuters) - Police met.", False),
    ],
)
def test_an_agency_signs_in_a_dateline(text: str, inside: bool) -> None:
    assert signed(text, text.index("Reuters")) is inside


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("MEXICO: Gunmen came.", "MEXICO: "),
        ("* EL SALVADOR: Gunmen came.", "* EL SALVADOR: "),
        ("India-Canada: Envoys met.", "India-Canada: "),
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
