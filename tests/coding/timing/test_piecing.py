"""Piecing: pieces of months and years lie within them, and there is none where they hold none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing.expression import Piece
from dragoman.coding.timing.piecing import cut
from dragoman.coding.timing.span import Days, month, year


@pytest.mark.parametrize(
    ("piece", "start", "end", "precision"),
    [
        (Piece(1, "week"), date(2024, 2, 1), date(2024, 2, 7), "week"),
        (Piece(-1, "week"), date(2024, 2, 23), date(2024, 2, 29), "week"),
        (Piece(2, "day"), date(2024, 2, 2), date(2024, 2, 2), "day"),
        (Piece(-1, "day", 3), date(2024, 2, 27), date(2024, 2, 29), "week"),
        (Piece(1, "day", 0), date(2024, 2, 1), date(2024, 2, 6), "week"),
        (Piece(1, "day", weekday=0), date(2024, 2, 5), date(2024, 2, 5), "day"),
        (Piece(-1, "day", weekday=4), date(2024, 2, 23), date(2024, 2, 23), "day"),
        (Piece(1, "weekend"), date(2024, 2, 3), date(2024, 2, 4), "week"),
    ],
)
def test_a_piece_of_a_month(piece: Piece, start: date, end: date, precision: str) -> None:
    assert cut(month(2024, 2), piece) == (Days(start, end), precision)


def test_months_of_a_year_are_whole() -> None:
    assert cut(year(2024), Piece(-1, "month", 2)) == (Days(date(2024, 11, 1), date(2024, 12, 31)), "season")


@pytest.mark.parametrize("piece", [Piece(5, "week"), Piece(5, "day", weekday=0), Piece(1, "month", 2)])
def test_a_month_holds_no_more_than_it_holds(piece: Piece) -> None:
    assert cut(month(2023, 2), piece) is None


@given(
    st.integers(1950, 2090),
    st.builds(
        Piece,
        st.sampled_from([-1, 1, 2, 3, 4, 5]),
        st.sampled_from(["day", "week", "weekend", "month", "year"]),
        st.sampled_from([None, 0, 1, 2, 5]),
        st.sampled_from([None, 0, 6]),
    ),
)
def test_a_piece_lies_beside_what_it_is_of(number: int, piece: Piece) -> None:
    found = cut(year(number), piece)
    assert found is None or date(number, 1, 1) <= found[0].start <= found[0].end <= date(number + 1, 1, 1)
