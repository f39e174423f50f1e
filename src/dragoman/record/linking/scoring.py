"""How much two reports speak for one happening: points for type, parties, days, place, words, numbers, status.

In: the traits of a report, made ready as a `Scale`, and those of others. Out: for each a whole number, above 0 when the
two may be of one happening. It depends on nothing but the two, and not on which comes first; whole numbers, so that
sums of them do not hang on their order either.
"""

from dataclasses import dataclass

from dragoman.record.linking.apart import apart
from dragoman.record.linking.cast import Flank
from dragoman.record.linking.nearness import near_by
from dragoman.record.linking.rules import Points, near, rules
from dragoman.record.linking.terms import weight
from dragoman.record.linking.traits import Traits

# Reports a day apart may still mean one night or two time zones.
SLACK = 1


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the report on the scale, as sets."""

    who: frozenset[str]
    roles: frozenset[str]
    vague: bool

    @classmethod
    def of(cls, flank: Flank) -> "_Side":
        return cls(frozenset(flank.who), frozenset(flank.roles), flank.vague)


class Scale:
    """A report against which many are weighed: what of it are tuples, to be small, are sets here, to be fast."""

    __slots__ = ("_actors", "_everyone", "_mutual", "_near", "_one", "_people", "_points", "_recipients", "_stems")

    def __init__(self, one: Traits, points: Points) -> None:
        self._one, self._points = one, points
        self._near = near(one.event_type)
        self._mutual = one.event_type in rules().mutual
        self._actors, self._recipients = _Side.of(one.cast.actors), _Side.of(one.cast.recipients)
        self._everyone = self._actors.who | self._recipients.who
        self._people = frozenset(one.cast.people)
        self._stems = frozenset(one.stems)

    def score(self, other: Traits) -> int:
        """Points for the report and this one being of one happening, never below the floor."""
        one, points = self._one, self._points
        if one.document_id == other.document_id and apart(one, other):
            return points.floor
        when = _when(one, other, points)
        if when is None:
            return points.floor
        total = points.start + when + self._who(other)
        if total <= points.floor:
            return points.floor
        total += self._told(other)
        if one.place and other.place:
            total += _where(one, other, points)
        if one.event_type != other.event_type:
            if other.event_type not in self._near:
                return points.floor
            total += points.near_type
        if one.status != other.status:
            total += points.status
        return max(total, points.floor)

    def _who(self, other: Traits) -> int:
        points, cast = self._points, other.cast
        total = 0 if self._people.isdisjoint(cast.people) else points.name_same
        forward = _side(self._actors, cast.actors, points) + _side(self._recipients, cast.recipients, points)
        if not self._mutual or other.event_type not in rules().mutual:
            return total + forward
        if self._recipients.who and cast.recipients.who:
            swapped = _side(self._actors, cast.recipients, points) + _side(self._recipients, cast.actors, points)
            return total + max(forward, swapped + points.swapped)
        return total + max(forward, self._together({*cast.actors.who, *cast.recipients.who}))

    def _together(self, others: set[str]) -> int:
        """Parties of an act done together, where one report puts them all on one side."""
        points = self._points
        shared = len(self._everyone & others)
        if shared == 0:
            return 2 * points.side_other
        if shared >= 2:
            return 2 * points.side_same
        alone = shared == min(len(self._everyone), len(others))
        return points.side_same + (points.side_missing if alone else points.side_other)

    def _told(self, other: Traits) -> int:
        """Points for words and numbers."""
        one, points = self._one, self._points
        total = 0
        if one.numbers and other.numbers:
            total = points.number_other if one.numbers.isdisjoint(other.numbers) else points.number_same
        if one.heft and other.heft:
            percent = 200 * weight(self._stems.intersection(other.stems)) // (one.heft + other.heft)
            total += min((percent - points.words_from) * points.words // 10, points.words_most)
        return total


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


def _side(one: _Side, other: Flank, points: Points) -> int:
    if not one.who or not other.who:
        return points.side_missing
    if not one.roles.isdisjoint(other.roles):
        return points.side_same
    if one.who.isdisjoint(other.who) and not (one.vague and other.vague):
        return points.side_other
    return points.side_class


def _where(one: Traits, other: Traits, points: Points) -> int:
    if one.place == other.place:
        return points.place_same
    if one.place_country and other.place_country and one.place_country != other.place_country:
        return points.place_abroad
    near_each_other = near_by(one, other)
    if near_each_other is None:
        return points.place_within if _within(one, other) else 0
    return points.place_same if near_each_other else points.place_far


def _within(one: Traits, other: Traits) -> bool:
    """Whether one article names the country, which is no point, and in it the town: what the reader takes for one."""
    if one.document_id != other.document_id or not one.place_country:
        return False
    return (one.latitude is None) != (other.latitude is None)
