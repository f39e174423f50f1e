"""Nearness: whether two places are one in the news.

In: the traits of two reports. Out: yes, no, or None where one of the places is no point.
"""

from math import cos, hypot, radians

from dragoman.record.linking.traits import Traits

# Towns this near are one place in the news: a suburb, an airport, a village outside.
_NEARBY_KM = 30.0
_KM_PER_DEGREE = 111.2


def near_by(one: Traits, other: Traits) -> bool | None:
    """Whether two places are as near as a suburb to its town; None where one of them is no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = one.latitude - other.latitude
    east = abs(one.longitude - other.longitude)
    east = min(east, 360 - east)
    distance = _KM_PER_DEGREE * hypot(north, east * cos(radians((one.latitude + other.latitude) / 2)))
    return distance <= _NEARBY_KM
