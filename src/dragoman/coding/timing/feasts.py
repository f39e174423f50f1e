"""Feasts whose day moves with Easter.

In: a year. Out: the day of Easter Sunday in the western churches (the Gregorian reckoning).
"""

from datetime import date


def easter(year: int) -> date:
    """Easter Sunday of the year, by the anonymous Gregorian reckoning (Meeus, Astronomical Algorithms)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
