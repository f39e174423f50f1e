"""Filling: names are whole, and a possessive before the trigger says who acts where nobody else does."""

from datetime import date

import pytest
from findings import finding

from dragoman.coding.filling import fill, possessor
from dragoman.coding.story import Story
from dragoman.document import Document


def words(sentence: str, trigger: str, role: str, **roles: str | list[str]) -> list[str]:
    story = Story.of(Document("d", sentence, pub_date=date(2020, 1, 1)))
    filled = fill(story, finding(sentence, trigger, **roles))
    return [sentence[r.start : r.end] for r in filled.roles[role]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "given", "whole"),
    [
        ("Japan accused North Korea of lying.", "accused", "Korea", "North Korea"),
        ("Rebels attacked South Sudan on Monday.", "attacked", "South", "South Sudan"),
        ("Police beat the driver.", "beat", "the driver", "the driver"),
    ],
)
def test_names_are_whole(sentence: str, trigger: str, given: str, whole: str) -> None:
    assert words(sentence, trigger, "recipient", recipient=given) == [whole]


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "expected"),
    [
        ("It was tired of his war on the press.", "war", "ASSAULT", ["his"]),
        ("Nobody forgot Rwanda’s second incursion.", "incursion", "ASSAULT", ["Rwanda"]),
        ("His arrest shocked the town.", "arrest", "COERCE", []),
        ("The shelling went on.", "shelling", "ASSAULT", []),
    ],
)
def test_the_possessor_acts_where_nobody_else_does(sentence: str, trigger: str, kind: str, expected: list[str]) -> None:
    found = possessor(sentence, finding(sentence, trigger, kind=kind))
    assert [sentence[r.start : r.end] for r in found] == expected


def test_an_actor_who_is_told_stays() -> None:
    sentence = "Troops ended his war on the press."
    assert words(sentence, "war", "actor", actor="Troops") == ["Troops"]


def test_who_suffers_the_act_is_not_its_actor() -> None:
    sentence = "They mourned Mali’s killing."
    assert possessor(sentence, finding(sentence, "killing", recipient="Mali")) == ()
