"""Relative dates: weekdays, periods, counts back and on, from publication and from another event."""

from datetime import date

import pytest

from dragoman.coding.timing import relative
from dragoman.coding.timing.expression import DateExpression, Point
from dragoman.coding.timing.span import Days

FRIDAY = date(2024, 6, 21)


@pytest.mark.parametrize("target", range(7))
def test_a_weekday_in_the_past_is_of_the_last_seven_days(target: int) -> None:
    found = relative.weekday(DateExpression("", 0, 0, "weekday", Point(weekday=target)), FRIDAY, False)
    assert found is not None
    assert found[0].start.weekday() == target
    assert 0 <= (FRIDAY - found[0].start).days < 7


@pytest.mark.parametrize("target", range(7))
def test_a_weekday_to_come_is_of_the_next_seven_days(target: int) -> None:
    found = relative.weekday(DateExpression("", 0, 0, "weekday", Point(weekday=target)), FRIDAY, True)
    assert found is not None
    assert found[0].start.weekday() == target
    assert 0 <= (found[0].start - FRIDAY).days < 7


@pytest.mark.parametrize(
    ("number", "unit", "precision"),
    [(1, "week", "week"), (2, "week", "month"), (3, "month", "season"), (6, "month", "year"), (3, "year", "decade")],
)
def test_a_longer_stretch_has_a_coarser_precision(number: int, unit: str, precision: str) -> None:
    said = DateExpression("the past", 0, 0, "period", which="past", number=number, unit=unit)
    found = relative.period(said, FRIDAY, False)
    assert found is not None
    assert found[1] == precision
    assert found[0].end == FRIDAY


def test_an_unstated_number_of_years_is_no_date() -> None:
    assert relative.ago(DateExpression("years ago", 0, 0, "ago", unit="year"), FRIDAY, False) is None


def test_how_long_it_took_is_no_date() -> None:
    assert relative.ahead(DateExpression("in three days", 0, 0, "ahead", unit="day", number=3), FRIDAY, False) is None


def test_a_coarse_anchor_gives_no_finer_date() -> None:
    month = Days(date(2018, 12, 1), date(2018, 12, 31))
    said = DateExpression("the next day", 0, 0, "anchored", unit="day", turn="next")
    assert relative.anchored(said, (month, "month"), FRIDAY) == (month, "month")


def test_later_without_anchor_is_no_date() -> None:
    said = DateExpression("two days later", 0, 0, "anchored", unit="day", number=2, turn="later")
    assert relative.anchored(said, None, FRIDAY) is None
