"""How much two reports speak for one happening: points for type, parties, days, place, words, numbers, status.

In: the traits of two reports. Out: a whole number, above 0 when they may be of one happening. It depends on nothing but
the two, and not on which comes first; whole numbers, so that sums of them do not hang on their order either.
"""

from math import cos, hypot, radians

from dragoman.record.linking.cast import Cast, Flank
from dragoman.record.linking.rules import Points, near, rules
from dragoman.record.linking.terms import weight
from dragoman.record.linking.traits import Traits

# Towns this near are one place in the news: a suburb, an airport, a village outside.
_NEARBY_KM = 30.0
_KM_PER_DEGREE = 111.2
# Reports a day apart may still mean one night or two time zones.
SLACK = 1


def score(a: Traits, b: Traits, points: Points) -> int:
    """Points for `a` and `b` being of one happening, never below the floor."""
    when = _when(a, b, points)
    if when is None:
        return points.floor
    total = points.start + when + _who(a, b, points)
    if total <= points.floor:
        return points.floor
    total += _told(a, b, points)
    if a.place and b.place:
        total += _where(a, b, points)
    if a.event_type != b.event_type:
        if b.event_type not in near(a.event_type):
            return points.floor
        total += points.near_type
    if a.report.status != b.report.status:
        total += points.status
    return max(total, points.floor)


def _when(a: Traits, b: Traits, points: Points) -> int | None:
    """Points for the days; None when they cannot be the same."""
    later, earlier = (a, b) if a.first > b.first else (b, a)
    gap = later.first - earlier.last
    kinds = (a.kind, b.kind)
    if gap > SLACK or "none" in kinds:
        return None
    if a.kind == b.kind == "exact":
        return points.day_next if gap > 0 else points.day_same
    if gap > 0:
        return None
    if "wide" in kinds:
        return points.day_wide
    return points.day_ahead if "ahead" in kinds else points.day_near


def _who(one: Traits, other: Traits, points: Points) -> int:
    a, b = one.cast, other.cast
    total = points.name_same if not a.people.isdisjoint(b.people) else 0
    forward = _side(a.actors, b.actors, points) + _side(a.recipients, b.recipients, points)
    mutual = rules().mutual
    if one.event_type not in mutual or other.event_type not in mutual:
        return total + forward
    if a.recipients.who and b.recipients.who:
        swapped = _side(a.actors, b.recipients, points) + _side(a.recipients, b.actors, points) + points.swapped
        return total + max(forward, swapped)
    return total + max(forward, _together(a, b, points))


def _side(one: Flank, other: Flank, points: Points) -> int:
    if not one.who or not other.who:
        return points.side_missing
    if not one.roles.isdisjoint(other.roles):
        return points.side_same
    if one.who.isdisjoint(other.who) and not (one.vague and other.vague):
        return points.side_other
    return points.side_class


def _together(a: Cast, b: Cast, points: Points) -> int:
    """Parties of an act done together, where one report puts them all on one side."""
    shared = len(a.everyone & b.everyone)
    if shared == 0:
        return 2 * points.side_other
    if shared >= 2:
        return 2 * points.side_same
    alone = shared == min(len(a.everyone), len(b.everyone))
    return points.side_same + (points.side_missing if alone else points.side_other)


def _where(a: Traits, b: Traits, points: Points) -> int:
    one, other = a.report, b.report
    if a.place == b.place:
        return points.place_same
    if one.place_country and other.place_country and one.place_country != other.place_country:
        return points.place_abroad
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0
    north = one.latitude - other.latitude
    east = abs(one.longitude - other.longitude)
    east = min(east, 360 - east)
    distance = _KM_PER_DEGREE * hypot(north, east * cos(radians((one.latitude + other.latitude) / 2)))
    return points.place_same if distance <= _NEARBY_KM else points.place_far


def _told(a: Traits, b: Traits, points: Points) -> int:
    """Points for words and numbers."""
    total = 0
    if a.numbers and b.numbers:
        total = points.number_other if a.numbers.isdisjoint(b.numbers) else points.number_same
    if a.heft and b.heft:
        percent = 200 * weight(a.stems & b.stems) // (a.heft + b.heft)
        total += min((percent - points.words_from) * points.words // 10, points.words_most)
    return total
