"""An incident: one happening with all its reports, what they agree on and where they differ.

In: the reports that linking put together. Out: a frozen `Incident`, of which every field hangs on the set only.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal

from dragoman.event import Status
from dragoman.record.linking.traits import Traits

About = Literal["status", "date", "numbers", "voice"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What reports say differently. `values` are what they say, each with the ids of the events that say so.

    A status is the word; a date an ISO day or "first/last"; numbers are figures with commas between; a voice is the
    name that the sentence gives as its source, "" for the author's own.
    """

    about: About
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening.

    `incident_id` is made of its earliest member: first published, then by event id. `members` are event ids in that
    order. `reports`, `documents` and `publishers` are counts; `first_seen` and `last_seen` days of publication.
    `status` is actual when any report is, else what the latest says. `best` is the event that shows it best.
    """

    incident_id: str
    members: tuple[str, ...]
    event_type: str
    status: Status
    date_start: date | None
    date_end: date | None
    reports: int
    documents: int
    publishers: int
    first_seen: date | None
    last_seen: date | None
    best: str
    disagreements: tuple[Disagreement, ...]


def incident(members: Sequence[Traits]) -> Incident:
    """The incident of `members`, which are in order: the earliest published first."""
    status = _status(members)
    best = max(members, key=lambda member: _worth(member, status))
    seen = [m.pub_date for m in members if m.pub_date]
    dated = _dated(members, status) or best
    return Incident(
        incident_id=_id(members[0].id),
        members=tuple([m.id for m in members]),
        event_type=best.event_type,
        status=status,
        date_start=dated.date_start,
        date_end=dated.date_end,
        reports=len(members),
        documents=len({m.document_id for m in members}),
        publishers=len({m.publisher for m in members if m.publisher}),
        first_seen=min(seen, default=None),
        last_seen=max(seen, default=None),
        best=best.id,
        disagreements=_disagreements(members) if len(members) > 1 else (),
    )


def _id(event_id: str) -> str:
    return f"in-{blake2b(event_id.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}"


def _status(members: Sequence[Traits]) -> Status:
    return "actual" if any(m.status == "actual" for m in members) else members[-1].status


def _worth(member: Traits, status: Status) -> tuple[bool, bool, int, float]:
    """Evidence is better that has the incident's status, names the day, both sides and the place, and is surer."""
    return member.status == status, member.kind == "exact", member.told, member.confidence


def _dated(members: Sequence[Traits], status: Status) -> Traits | None:
    """The report whose day most reports of the incident's status name; the earliest published of them."""
    exact = [m for m in members if m.kind == "exact" and m.status == status]
    if not exact:
        return None
    common = Counter((m.first, m.last) for m in exact)
    return max(exact, key=lambda m: common[m.first, m.last])


def _disagreements(members: Sequence[Traits]) -> tuple[Disagreement, ...]:
    found = [
        _differing("status", members, lambda m: m.status),
        _differing("date", [m for m in members if m.kind == "exact"], _days),
        _numbers(members),
        _differing("voice", members, lambda m: m.said_by),
    ]
    return tuple([one for one in found if one])


def _differing(about: About, members: Iterable[Traits], value: Callable[[Traits], str]) -> Disagreement | None:
    said: dict[str, list[str]] = {}
    for member in members:
        said.setdefault(value(member), []).append(member.id)
    if len(said) < 2:
        return None
    return Disagreement(about, tuple([(what, tuple(ids)) for what, ids in said.items()]))


def _days(member: Traits) -> str:
    first, last = date.fromordinal(member.first), date.fromordinal(member.last)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _numbers(members: Sequence[Traits]) -> Disagreement | None:
    """Numbers are told differently when no number is told by all reports that tell any."""
    telling = [m for m in members if m.numbers]
    if not telling or frozenset.intersection(*[m.numbers for m in telling]):
        return None
    return _differing("numbers", telling, lambda m: ", ".join(sorted(m.numbers, key=lambda n: (len(n), n))))
