"""Adding numbers so that the sum is the same on every machine.

In: numbers. Out: their sum. Python's own `sum` makes up for rounding from 3.12 on: it differs in the last place from
that of 3.11, and so would a probability.
"""

from collections.abc import Iterable
from functools import reduce
from operator import add


def added(numbers: Iterable[float]) -> float:
    """The sum, added one by one in the given order; 0 for none."""
    return reduce(add, numbers, 0.0)
