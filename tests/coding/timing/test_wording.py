"""Wording: numbers, units and pieces as the words say them."""

import re

import pytest

from dragoman.coding.timing import wording
from dragoman.coding.timing.expression import Piece
from dragoman.coding.timing.grammar import grammar


@pytest.mark.parametrize(
    ("words", "count"), [("12", 12), ("Seventeen", 17), ("twenty-five", 25), ("ninety", 90), ("a few", None)]
)
def test_a_number_is_read(words: str, count: int | None) -> None:
    assert wording.number(grammar().tables, words) == count


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ({"unit": "Weeks"}, "week"),
        ({"units": "centuries"}, "century"),
        ({"hourunit": "night"}, "day"),
        ({"quarter": "Q2"}, "year"),
        ({"quarter": "Q2", "year": "2016"}, ""),
    ],
)
def test_a_unit_is_read(said: dict[str, str], unit: str) -> None:
    assert wording.unit(grammar().tables, said) == unit


@pytest.mark.parametrize(
    ("said", "piece"),
    [
        ({"piece": "First", "pieceunit": "week"}, Piece(1, "week")),
        ({"piece": "final", "pieceunit": "days"}, Piece(-1, "day", 0)),
        ({"piece": "first", "num": "two", "pieceunit": "months"}, Piece(1, "month", 2)),
        ({"piece": "second", "fullweekday": "Tuesday"}, Piece(2, "day", None, 1)),
        ({}, None),
    ],
)
def test_a_piece_is_read(said: dict[str, str], piece: Piece | None) -> None:
    assert wording.piece(grammar().tables, said) == piece


@pytest.mark.parametrize(("said", "part"), [({"part": "the end of"}, "end"), ({"quarter": "Q4"}, "q4"), ({}, "")])
def test_a_part_is_read(said: dict[str, str], part: str) -> None:
    assert wording.part(said) == part


def test_the_groups_of_a_match_are_spelt_as_the_tables_have_them() -> None:
    match = re.match(
        r"(?P<piece>first) (?P<unit>week)(?P<none>s)?", "F\u0131r\u017ft wee\N{KELVIN SIGN}", re.IGNORECASE
    )
    assert match is not None
    assert wording.groups(match) == {"piece": "First", "unit": "weeK"}
