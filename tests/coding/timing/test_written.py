"""Written dates: what the words alone say, and the year that publication lends."""

from datetime import date

import pytest

from dragoman.coding.timing.expression import DateExpression, Point
from dragoman.coding.timing.written import explicit, nearest, nearest_range


def said(point: Point, until: Point | None = None) -> DateExpression:
    """An expression that says a point, or a range."""
    return DateExpression("", 0, 0, "range" if until else "date", point, until)


@pytest.mark.parametrize(
    ("point", "start", "precision"),
    [
        (Point(year=2018), date(2018, 1, 1), "year"),
        (Point(year=2018, month=6), date(2018, 6, 1), "month"),
        (Point(year=2018, month=6, day=21), date(2018, 6, 21), "day"),
        (Point(year=2018, season="winter"), date(2018, 12, 1), "season"),
    ],
)
def test_a_year_makes_it_explicit(point: Point, start: date, precision: str) -> None:
    found = explicit(said(point))
    assert found is not None
    assert (found[0].start, found[1]) == (start, precision)


def test_no_year_no_explicit_date() -> None:
    assert explicit(said(Point(month=6, day=21))) is None


def test_a_day_that_is_none_is_no_date() -> None:
    assert explicit(said(Point(year=2023, month=2, day=29))) is None


@pytest.mark.parametrize(("month", "day"), [(0, 5), (5, 0), (0, 0), (13, 1)])
def test_a_month_or_a_day_that_is_none_is_no_date(month: int, day: int) -> None:
    assert explicit(said(Point(year=2024, month=month, day=day))) is None


@pytest.mark.parametrize(
    ("season", "pub_date", "start"),
    [
        ("winter", date(2024, 1, 10), date(2023, 12, 1)),
        ("winter", date(2024, 2, 29), date(2023, 12, 1)),
        ("winter", date(2024, 12, 10), date(2024, 12, 1)),
        ("winter", date(2024, 11, 10), date(2024, 12, 1)),
        ("summer", date(2024, 7, 10), date(2024, 6, 1)),
        ("summer", date(2024, 1, 10), date(2024, 6, 1)),
    ],
)
def test_this_season_is_the_one_that_goes_on(season: str, pub_date: date, start: date) -> None:
    this = DateExpression("", 0, 0, "date", Point(season=season), which="this")
    found = nearest(this, pub_date, False)
    assert found is not None
    assert found[0].start == start


def test_a_range_that_ends_before_it_starts_is_none() -> None:
    assert explicit(said(Point(year=2014), Point(year=2011))) is None


@pytest.mark.parametrize(("future", "year"), [(False, 2023), (True, 2024)])
def test_the_tense_chooses_the_year(future: bool, year: int) -> None:
    found = nearest(said(Point(month=9)), date(2024, 6, 21), future)
    assert found is not None
    assert found[0].start == date(year, 9, 1)


def test_a_range_over_new_year_ends_in_the_next() -> None:
    found = nearest_range(said(Point(day=30, month=12), Point(day=2, month=1)), date(2024, 1, 25), False)
    assert found is not None
    assert found[0] == (date(2023, 12, 30), date(2024, 1, 2))
