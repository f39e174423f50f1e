"""Spans: arithmetic of days, months and parts, at the ends of months, years and the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing import span

days = st.dates()


@given(days)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    found = span.week(day)
    assert found.start <= day <= found.end
    if date(1, 1, 8) < day < date(9999, 12, 20):
        assert (found.start.weekday(), found.end.weekday()) == (0, 6)


@given(days, st.integers(-200_000, 200_000))
def test_shifted_months_stay_in_the_calendar(day: date, months: int) -> None:
    assert span.shift_months(day, months).day <= day.day


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2023, 12, 31), 1, date(2024, 1, 31)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(day: date, months: int, wanted: date) -> None:
    assert span.shift_months(day, months) == wanted


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_begins_on_the_first(year: int, month: int) -> None:
    found = span.month(year, month)
    assert found.start.day == 1
    assert found.end.month == month


@given(days, st.integers(0, 2))
def test_a_share_lies_within(day: date, third: int) -> None:
    for whole in (span.week(day), span.month(day.year, day.month), span.year(day.year), span.decade(day.year)):
        part = span.share(whole, third, third + 1, 3)
        assert whole.start <= part.start <= part.end <= whole.end


def test_seasons_and_decades() -> None:
    assert span.month(2013, 12, length=3) == (date(2013, 12, 1), date(2014, 2, 28))
    assert span.decade(1994) == (date(1990, 1, 1), date(1999, 12, 31))
    assert span.weekend(date(2024, 6, 21)) == (date(2024, 6, 22), date(2024, 6, 23))
