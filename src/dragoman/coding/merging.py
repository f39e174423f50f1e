"""Merging: events of one document that tell the same happening get one happening_id.

In: the events of a document in order. Out: the same events, none removed: each sentence keeps its own evidence, and
the first telling's event_id names the happening. Told with another status or by another voice they stay apart.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.event import Dating, Event, Party, Place, Voice


def merge(events: Sequence[Event]) -> list[Event]:
    """The events with `happening_id` filled; an event told once has its own event_id there."""
    merged: list[Event] = []
    for event in events:
        first = next((e for e in merged if _same(e, event)), None)
        merged.append(replace(event, happening_id=first.happening_id if first else event.event_id))
    return merged


def _same(one: Event, two: Event) -> bool:
    """Whether two events of different sentences tell the same happening."""
    if one.sentence_index == two.sentence_index:
        return False
    alike = (one.event_type, one.status, _who(one.said_by)) == (two.event_type, two.status, _who(two.said_by))
    modes = not one.mode or not two.mode or one.mode == two.mode
    return bool(
        alike
        and modes
        and _agree(one.dating, two.dating)
        and _near(one.place, two.place)
        and _sides(one.actors, two.actors)
        and _sides(one.recipients, two.recipients)
    )


def _who(voice: Voice | None) -> str:
    return (voice.name or voice.text).lower() if voice else ""


def _agree(one: Dating, two: Dating) -> bool:
    """Both undated, or one's days within the other's."""
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return one.date_start == two.date_start
    return _within(one, two) or _within(two, one)


def _within(inner: Dating, outer: Dating) -> bool:
    start, end = outer.date_start or "", outer.date_end or ""
    return start <= (inner.date_start or "") and (inner.date_end or "") <= end


def _near(one: Place | None, two: Place | None) -> bool:
    """No two different places."""
    return one is None or two is None or (one.name or one.text) == (two.name or two.text)


def _sides(one: Sequence[Party], two: Sequence[Party]) -> bool:
    """The same parties by what they stand for; a side that one telling leaves out agrees with any."""
    return not one or not two or {_name(p) for p in one} == {_name(p) for p in two}


def _name(party: Party) -> str:
    return (party.name or party.text).lower()
