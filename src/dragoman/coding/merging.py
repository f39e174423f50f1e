"""Merging: events of one document that tell the same happening get one happening_id.

In: the events of a document in order. Out: the same events, none removed: each sentence keeps its own evidence, and
the first telling's event_id names the happening. Told with another status or by another voice they stay apart.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.event import Dating, Event, Party, Place, Voice


def merge(events: Sequence[Event]) -> list[Event]:
    """The events with `happening_id` filled; an event told once has its own event_id there."""
    merged: list[Event] = []
    told: dict[_Sort, _Told] = defaultdict(_Told)
    marks = [_marks(event) for event in events]
    for number, event in enumerate(events):
        alike = told[event.event_type, event.status, _who(event.said_by)]
        near = (k for k in alike.near(marks[number]) if _agree(marks[k], marks[number]))
        first = next((merged[k] for k in near if _same(merged[k], event)), None)
        alike.put(marks[number], number)
        merged.append(replace(event, happening_id=first.happening_id if first else event.event_id))
    return merged


# Type, status and voice, which must be equal.
_Sort = tuple[str, str, str]
_UNTOLD = frozenset({""})
_NOWHERE = Place("", 0, 0)
# Sectors with which a country itself is named.
_STATE = ("", "GOV")


@dataclass(frozen=True, slots=True)
class _Marks:
    """Mode, place, actors and recipients, which must agree where both tell them; empty where one does not."""

    mode: str
    place: str
    country: str
    point: bool
    actors: frozenset[str]
    recipients: frozenset[str]

    def keys(self) -> tuple[frozenset[str], ...]:
        """What each mark is found by. Two events that tell a mark and agree in it have one of its keys in common."""
        return (
            frozenset({self.mode} - _UNTOLD),
            frozenset({self.place, self.country} - _UNTOLD),
            self.actors,
            self.recipients,
        )


class _Told:
    """The events of one sort by their marks: in a long list few are worth comparing."""

    def __init__(self) -> None:
        self._every: list[int] = []
        self._marked: dict[tuple[int, str], list[int]] = defaultdict(list)

    def put(self, marks: _Marks, number: int) -> None:
        """Take in an event by its number."""
        self._every.append(number)
        for at, keys in enumerate(marks.keys()):
            for key in keys or _UNTOLD:
                self._marked[at, key].append(number)

    def near(self, marks: _Marks) -> Iterable[int]:
        """The numbers of those that can tell the same, in order: by the mark that fewest share or lack."""
        shared = [
            [self._marked.get((at, key), []) for key in keys | _UNTOLD] for at, keys in enumerate(marks.keys()) if keys
        ]
        return heapq.merge(*min(shared, key=lambda some: sum(map(len, some)), default=[self._every]))


def _marks(event: Event) -> _Marks:
    place = event.place or _NOWHERE
    point = place.latitude is not None
    name = place.name or place.text
    return _Marks(event.mode, name, place.country, point, _names(event.actors), _names(event.recipients))


def _agree(one: _Marks, two: _Marks) -> bool:
    sides = ((one.mode, two.mode), (one.actors, two.actors), (one.recipients, two.recipients))
    placed = not one.place or not two.place or one.place == two.place or _around(one, two)
    return placed and all(not mine or not theirs or mine == theirs for mine, theirs in sides)


def _around(one: _Marks, two: _Marks) -> bool:
    """Whether one place is the country, or a part of it without a point, in which the other is a point."""
    return one.country == two.country != "" and one.point != two.point


def _same(one: Event, two: Event) -> bool:
    """Whether two events whose marks agree tell the same happening: in different sentences, at one time."""
    return one.sentence_index != two.sentence_index and _at_once(one.dating, two.dating)


def _who(voice: Voice | None) -> str:
    return (voice.name or voice.text).lower() if voice else ""


def _at_once(one: Dating, two: Dating) -> bool:
    """Both undated, or one's days within the other's."""
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return one.date_start == two.date_start
    return _within(one, two) or _within(two, one)


def _within(inner: Dating, outer: Dating) -> bool:
    start, end = outer.date_start or "", outer.date_end or ""
    return start <= (inner.date_start or "") and (inner.date_end or "") <= end


def _names(side: Sequence[Party]) -> frozenset[str]:
    """The parties by what they stand for. Beside a state, whoever holds an office of it tells nothing more."""
    states = {party.country for party in side if party.country and party.sector in _STATE and not party.office}
    return frozenset(
        (party.name or party.text).lower() for party in side if not party.office or party.country not in states
    )
