"""Judging: whether the events of a sentence are what its case asks for, and nothing else.

In: a `Case` and the coder's events of its text. Out: the faults, each a word of `FAULTS`; none: it passed.
"""

from collections.abc import Sequence

from behaviour.frames import Case, Span, Wanted
from dragoman.event import Event, Party

# missing: no event at all; type: none of the wanted type; extra: more events than asked for; the others name the field.
FAULTS = ("missing", "type", "actor", "recipient", "country", "status", "voice", "extra")


def judge(case: Case, events: Sequence[Event]) -> frozenset[str]:
    """The faults of the event that fits best, and "extra" when others stand beside it."""
    fitting = [event for event in events if event.event_type == case.event_type]
    if not fitting:
        return frozenset({"type"} if events else {"missing"})
    best = min(fitting, key=lambda event: len(_faults(case, event)))
    others = [event for event in events if event is not best and not _allowed(case, event)]
    return _faults(case, best) | ({"extra"} if others else frozenset())


def _allowed(case: Case, event: Event) -> bool:
    return event.event_type in case.also or (case.inner and event.status in ("planned", "hypothetical"))


def _faults(case: Case, event: Event) -> frozenset[str]:
    found = {*_side_faults(case, event)}
    if event.status != case.status:
        found.add("status")
    said = (event.said_by.start, event.said_by.end) if event.said_by else None
    if (said is None) != (case.said_by is None) or (said and case.said_by and not _meet(said, case.said_by)):
        found.add("voice")
    return frozenset(found)


def _side_faults(case: Case, event: Event) -> list[str]:
    both = (*event.actors, *event.recipients)
    faults = [_fault(party, event.actors, "actor") for party in case.actors]
    faults += [_fault(party, event.recipients, "recipient") for party in case.recipients]
    faults += [_fault(party, both, "recipient") for party in case.anywhere]
    if any(not _wanted(party, (*case.actors, *case.anywhere)) for party in event.actors):
        faults.append("actor")
    if not case.free and any(_wanted(party, case.actors) for party in event.recipients):
        faults.append("recipient")
    return [fault for fault in faults if fault]


def _fault(wanted: Wanted, parties: Sequence[Party], side: str) -> str:
    there = [party for party in parties if _meet((party.start, party.end), wanted.span)]
    if not there:
        return side
    return "" if not wanted.country or any(party.country == wanted.country for party in there) else "country"


def _wanted(party: Party, wanted: Sequence[Wanted]) -> bool:
    return any(_meet((party.start, party.end), one.span) for one in wanted)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
