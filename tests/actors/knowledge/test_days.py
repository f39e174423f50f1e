"""Days of a row: partial dates run from their first to their last day, wrong ones are refused with their place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.knowledge.days import first_day, last_day, runs
from dragoman.actors.knowledge.rows import Row
from dragoman.errors import KnowledgeError

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


def row(cell: str) -> Row:
    return Row([cell], {"start": 0}, "groups.csv", 12)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("", None, None),
        ("1991", date(1991, 1, 1), date(1991, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1991-08-24", date(1991, 8, 24), date(1991, 8, 24)),
    ],
)
def test_a_partial_date_covers_its_whole_span(cell: str, first: date | None, last: date | None) -> None:
    assert (first_day(row(cell), "start"), last_day(row(cell), "start")) == (first, last)


@pytest.mark.parametrize("cell", ["1991-13", "1991-02-30", "spring 1991", "19910824", "1991-", "0"])
def test_a_wrong_date_names_file_line_and_value(cell: str) -> None:
    with pytest.raises(KnowledgeError, match=r"groups\.csv line 12: start .*YYYY"):
        first_day(row(cell), "start")


@given(DAYS, DAYS, DAYS)
def test_a_span_holds_its_own_ends_and_no_day_outside(start: date, end: date, day: date) -> None:
    assert runs(start, end, day) == (start <= day <= end)


@given(DAYS)
def test_open_ends_hold_every_day_and_no_day_asks_for_now(day: date) -> None:
    assert runs(None, None, day)
    assert runs(day, None, None)
    assert not runs(None, day, None)
