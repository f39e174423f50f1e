"""Measure: the precision of units and of stretches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing.measure import ORDER, UNITS, stretch
from dragoman.coding.timing.span import Days

START = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("length", "precision"),
    [(0, "day"), (1, "day"), (2, "week"), (14, "month"), (60, "season"), (200, "year"), (1000, "decade")],
)
def test_a_stretch_has_the_precision_of_its_length(length: int, precision: str) -> None:
    assert stretch(Days(START, START + timedelta(days=length))) == precision


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_a_longer_stretch_is_never_finer(one: int, two: int) -> None:
    short, long = sorted((one, two))
    found = [stretch(Days(START, START + timedelta(days=length))) for length in (short, long)]
    assert ORDER.index(found[0]) <= ORDER.index(found[1])


def test_every_unit_has_a_precision_of_the_contract() -> None:
    assert set(UNITS.values()) <= set(ORDER)
