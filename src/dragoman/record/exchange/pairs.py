"""Events as the rows of older data sets have them: one actor, one recipient, and nothing but facts.

In: an event with any number of parties. Out: its pairs, each with an id; and whether a format without a column for
status may hold the event at all, since there a denied attack would stand as an attack.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import permutations, product
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.event import Event, Party
from dragoman.record.exchange.format import Lookup, Written, sink
from dragoman.record.exchange.tabbed import write_row

# PLOVER: cooperation that is to come is AGREE.
_COOPERATION = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: who to whom; None where the text names nobody."""

    id: str
    event: Event
    actor: Party | None
    recipient: Party | None

    @property
    def number(self) -> int:
        """A positive 63-bit number for formats whose ids are numbers."""
        return int.from_bytes(blake2b(self.id.encode(), digest_size=8).digest()) >> 1


Values = Callable[[Pair, Document | None], Iterable[object]]


def pairs(event: Event) -> Iterator[Pair]:
    """Every actor with every recipient; in a meeting of equals every party with every other, both ways."""
    found: list[tuple[Party | None, Party | None]]
    if not event.recipients and len(event.actors) > 1:
        found = list(permutations(event.actors, 2))
    else:
        found = list(product(event.actors or (None,), event.recipients or (None,)))
    for number, (actor, recipient) in enumerate(found, 1):
        key = event.event_id if len(found) == 1 else f"{event.event_id}-{number}"
        yield Pair(key, event, actor, recipient)


def cameo_fact(event: Event) -> Event | None:
    """The event where CAMEO can hold its status: it happened, or is planned and has a code of intent; else None."""
    planned = event.status == "planned" and event.cameo_code.startswith("03")
    return event if event.status == "actual" or planned else None


def plover_fact(event: Event) -> Event | None:
    """The event where PLOVER's types can hold its status, planned cooperation being AGREE; else None."""
    if event.status == "actual":
        return event
    if event.status == "planned" and event.event_type in {*_COOPERATION, "AGREE"}:
        return agreed(event)
    return None


def agreed(event: Event) -> Event:
    """Planned cooperation as PLOVER types it: AGREE; any other event as it is."""
    if event.status != "planned" or event.event_type not in _COOPERATION:
        return event
    return replace(event, event_type="AGREE", mode="", quad_class=1, status="actual")


def facts(events: Iterable[Event], fact: Callable[[Event], Event | None], left_out: Counter[str]) -> Iterator[Event]:
    """The events that are facts; the others are counted by reason."""
    for event in events:
        stated = fact(event)
        if stated is None:
            left_out[f"status {event.status}: the format would state it as a fact"] += 1
        else:
            yield stated


def write_pairs(
    events: Iterable[Event],
    target: BinaryIO | Path,
    values: Values,
    *,
    fact: Callable[[Event], Event | None],
    documents: Lookup,
    header: tuple[str, ...] = (),
) -> Written:
    """Write a row for every pair of every event that is a fact; the others are counted by reason."""
    left_out: Counter[str] = Counter()
    written = rows = 0
    with sink(target) as stream:
        if header:
            write_row(stream, header)
        for event in facts(events, fact, left_out):
            written += 1
            document = documents(event.document_id)
            for pair in pairs(event):
                write_row(stream, values(pair, document))
                rows += 1
    return Written(written, rows, dict(left_out))
