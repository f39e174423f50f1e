"""How precise a unit of time, or a stretch of so many days, is.

In: a unit's name or a range of days. Out: a precision of the event contract.
"""

from dragoman.coding.timing.span import Days
from dragoman.event import Precision

UNITS: dict[str, Precision] = {
    "hour": "day",
    "day": "day",
    "weekend": "week",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "season",
    "year": "year",
    "decade": "decade",
}
# From the finest to the coarsest.
ORDER: tuple[Precision, ...] = ("day", "week", "month", "season", "year", "decade")
# The finest precision that does not claim more than a stretch of so many days says.
_LENGTHS: tuple[tuple[int, Precision], ...] = (
    (2, "day"),
    (8, "week"),
    (32, "month"),
    (93, "season"),
    (367, "year"),
)


def stretch(days: Days) -> Precision:
    """The precision of a stretch by its length."""
    length = (days.end - days.start).days
    return next((name for most, name in _LENGTHS if length < most), "decade")
