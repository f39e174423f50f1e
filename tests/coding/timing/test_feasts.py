"""Feasts: Easter Sundays as the almanacs give them, and what holds for every year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing.feasts import easter


@pytest.mark.parametrize(
    "day",
    [date(1916, 4, 23), date(1981, 4, 19), date(2000, 4, 23), date(2008, 3, 23), date(2019, 4, 21), date(2038, 4, 25)],
)
def test_easter_as_the_almanacs_give_it(day: date) -> None:
    assert easter(day.year) == day


@given(st.integers(1, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    found = easter(year)
    assert (3, 22) <= (found.month, found.day) <= (4, 25)
    if year > 1582:
        assert found.weekday() == 6
