"""Sums are added one by one, whatever Python makes of its own `sum`."""

import math

from dragoman.summing import added


def test_numbers_are_added_in_order() -> None:
    assert added([1e16, 1.0, -1e16]) == 0.0
    assert added([1e16, -1e16, 1.0]) == 1.0
    assert added(iter([0.1] * 10)) != math.fsum([0.1] * 10)


def test_nothing_is_nought() -> None:
    assert added([]) == 0.0
