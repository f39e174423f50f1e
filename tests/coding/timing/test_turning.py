"""Turning: named months and weekdays said from another event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing.expression import DateExpression, Point
from dragoman.coding.timing.span import Days, month
from dragoman.coding.timing.turning import turned

JULY = month(2021, 7)
THIRD = Days(date(2024, 5, 3), date(2024, 5, 3))  # a Friday


def said(turn: str, point: Point) -> DateExpression:
    """An expression that names a point from another event."""
    return DateExpression("", 0, 0, "anchored", point, turn=turn)


@pytest.mark.parametrize(
    ("turn", "number", "start"),
    [
        ("that", 9, date(2021, 9, 1)),
        ("the following", 9, date(2021, 9, 1)),
        ("the following", 3, date(2022, 3, 1)),
        ("the previous", 9, date(2020, 9, 1)),
        ("the same", 3, date(2021, 3, 1)),
    ],
)
def test_a_month_from_another_event(turn: str, number: int, start: date) -> None:
    found = turned(said(turn, Point(month=number)), JULY, "month")
    assert found == (month(start.year, start.month), "month")


@pytest.mark.parametrize(
    ("turn", "target", "day"),
    [
        ("the previous", 2, 1),
        ("the previous", 4, -4),
        ("the following", 0, 6),
        ("the following", 4, 10),
        ("that", 4, 3),
    ],
)
def test_a_weekday_from_another_event(turn: str, target: int, day: int) -> None:
    found = turned(said(turn, Point(weekday=target)), THIRD, "day")
    assert found is not None
    assert (found[0].start - date(2024, 5, 1)).days == day - 1


def test_a_weekday_from_a_month_is_no_finer() -> None:
    assert turned(said("the following", Point(weekday=0)), JULY, "month") == (JULY, "month")


@given(st.dates(), st.integers(1, 12), st.sampled_from(["the following", "the previous", "that"]))
def test_what_follows_lies_behind(day: date, number: int, turn: str) -> None:
    found = turned(said(turn, Point(month=number)), Days(day, day), "day")
    if found and turn == "the following":
        assert found[0].start > day
    if found and turn == "the previous":
        assert found[0].end < day
