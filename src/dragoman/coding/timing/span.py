"""Ranges of whole days: the arithmetic of weeks, months, seasons, years and decades.

In: dates and numbers. Out: `Days`, inclusive at both ends, never ending before they start.
Arithmetic that leaves the calendar (year 1 to 9999) stops at its ends.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """A range of days, both ends included."""

    start: date
    end: date


def shift(day: date, days: int) -> date:
    """The date so many days on (negative: back)."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """The date so many months on, on the same day or the month's last."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date) -> Days:
    """Monday to Sunday of the week that holds the day."""
    monday = shift(day, -day.weekday())
    return Days(monday, shift(monday, 6))


def weekend(day: date) -> Days:
    """Saturday and Sunday of the day's week."""
    saturday = shift(week(day).start, 5)
    return Days(saturday, shift(saturday, 1))


def month(year: int, number: int, *, length: int = 1) -> Days:
    """The whole month, or so many months from it on."""
    start = date(year, number, 1)
    following = shift_months(start, length)
    return Days(start, following - timedelta(days=1) if following > start else date.max)


def year(number: int, *, length: int = 1) -> Days:
    """The whole year, or so many years from it on."""
    return Days(date(number, 1, 1), date(min(number + length - 1, 9999), 12, 31))


def decade(number: int) -> Days:
    """The ten years of the decade that holds the year."""
    first = number // 10 * 10
    return Days(date(max(first, 1), 1, 1), date(first + 9, 12, 31))


def share(days: Days, low: int, high: int, parts: int) -> Days:
    """The part of a range from low/parts to high/parts, cut at whole months where it spans years."""
    if days.start.day == 1 and shift(days.end, 1).day == 1 and _months(days) >= parts:
        months = _months(days)
        start = shift_months(days.start, months * low // parts)
        return Days(start, shift(shift_months(days.start, months * high // parts), -1))
    length = (days.end - days.start).days + 1
    first, after = shift(days.start, length * low // parts), shift(days.start, length * high // parts)
    return Days(first, max(first, shift(after, -1)))


def _months(days: Days) -> int:
    return (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
