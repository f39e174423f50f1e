"""The linker: keeps incidents up to date while reports come and go.

In: batches of reports, in any order. Out: the incidents that changed. After any order of adding and removing, the
incidents are those of linking all reports at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.record.linking.apart import contradicted
from dragoman.record.linking.blocks import looking, standing
from dragoman.record.linking.grouping import groups
from dragoman.record.linking.incident import Incident, incident
from dragoman.record.linking.report import Report
from dragoman.record.linking.rules import Points, rules
from dragoman.record.linking.scoring import SLACK, Scale
from dragoman.record.linking.traits import Traits, alike, traits

# Hands out the stored reports that stand in any of the blocks named; blocks() of a report says where it stands.
Fetch = Callable[[Sequence[str]], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class Changes:
    """`changed`: incidents that are new or differ, by id. `gone`: ids of incidents that are no more, sorted."""

    changed: tuple[Incident, ...] = ()
    gone: tuple[str, ...] = ()


class Linker:
    """Incidents over all reports added so far.

    With `fetch`, stored reports are read block by block as they are needed, so that a linker over a large store starts
    at once. It must be told every report that is stored, and may hand out reports more than once.
    """

    def __init__(self, fetch: Fetch | None = None, *, points: Points | None = None) -> None:
        self._fetch = fetch
        self._tally = points or rules().points
        # Points below 0, one object each for all pairs: Python keeps no more than the smallest itself.
        self._below = tuple(range(self._tally.floor, 0))
        self._known: dict[str, Traits] = {}
        self._blocks: dict[str, list[Traits]] = {}
        # Points above the floor for the reports that have been compared with all their like. Once linked, a report
        # keeps those of its own part: what hangs together by points above 0. All else would grow with the square.
        self._scores: dict[str, dict[str, int]] = {}
        # Those at work now, which must not be forgotten.
        self._busy: set[str] = set()
        self._part: dict[str, str] = {}
        self._incidents: dict[str, Incident] = {}
        self._home: dict[str, str] = {}

    def __len__(self) -> int:
        """How many reports it holds in memory."""
        return len(self._known)

    def __contains__(self, event_id: object) -> bool:
        """Whether it holds this report."""
        return event_id in self._known

    def blocks(self, event_id: str) -> list[str]:
        """The blocks in which a report that it holds stands."""
        return standing(self._known[event_id])

    @property
    def incidents(self) -> list[Incident]:
        """Every incident known so far, by id."""
        return [self._incidents[one] for one in sorted(self._incidents)]

    def add(self, reports: Iterable[Report]) -> Changes:
        """Add reports and link them. One known already changes nothing; one that differs replaces that of its id."""
        fresh = {r.event_id: traits(r) for r in reports}
        self._busy.update(fresh)
        wanted = [one for one in fresh.values() if (k := self._known.get(one.id)) is None or not alike(k, one)]
        touched = self._drop([one.id for one in wanted])
        for one in wanted:
            self._stand(one)
        return self._relink([*(one.id for one in wanted), *touched])

    def remove(self, reports: Iterable[Report]) -> Changes:
        """Take reports out, as when a document has a newer version. `fetch` must not hand them out any more."""
        going = {r.event_id: r for r in reports}
        for report in going.values():
            if report.event_id not in self._known:
                self._stand(traits(report))
        self._compare(list(going))
        return self._relink(self._drop(going), left=going)

    def forget(self, most: int, *, but: Iterable[str] = ()) -> None:
        """Keep no more than `most` reports, those held longest going first, each with all that it hangs together with.

        Those in `but` stay however many they are. Only for a linker with `fetch`, which hands out again what is needed;
        `fetch` may call it to make room for what it is about to hand out.
        """
        if len(self._known) <= most:
            return
        staying = {self._part.get(one, one) for ids in (but, self._busy) for one in ids}
        parts: dict[str, list[str]] = {}
        for one in self._known:
            parts.setdefault(self._part.get(one, one), []).append(one)
        for part, members in parts.items():
            if len(self._known) <= most:
                break
            if part not in staying:
                self._forget(members)

    def _forget(self, members: Iterable[str]) -> None:
        for one in members:
            self._leave(one)
            self._scores.pop(one, None)
            self._incidents.pop(self._home.pop(one, ""), None)

    def _leave(self, event_id: str) -> None:
        """Take a report that is known out of its blocks and its part."""
        one = self._known.pop(event_id)
        self._part.pop(event_id, None)
        for block in standing(one):
            self._blocks[block].remove(one)
            if not self._blocks[block]:
                del self._blocks[block]

    def _stand(self, one: Traits) -> None:
        self._known[one.id] = one
        for block in standing(one):
            self._blocks.setdefault(block, []).append(one)

    def _drop(self, event_ids: Iterable[str]) -> list[str]:
        """Forget reports, and name those that they were linked with."""
        touched: dict[str, None] = {}
        for event_id in event_ids:
            if event_id not in self._known:
                continue
            self._leave(event_id)
            for other, points in self._scores.pop(event_id, {}).items():
                self._scores.get(other, {}).pop(event_id, None)
                if points > 0:
                    touched[other] = None
        return [one for one in touched if one in self._known]

    def _relink(self, event_ids: Sequence[str], *, left: Iterable[str] = ()) -> Changes:
        old = {self._home.pop(one) for one in left if one in self._home}
        changed: dict[str, Incident] = {}
        for members in list(self._components(event_ids)):
            self._become_one(members)
            order = sorted(members, key=lambda one: self._known[one].order)
            old |= {self._home[one] for one in order if one in self._home}
            apart = contradicted(self._known[one] for one in order)
            for group in groups(order, self._scores, floor=self._tally.floor, apart=apart):
                found = incident([self._known[one] for one in group])
                changed[found.incident_id] = found
        self._busy.clear()
        return self._settle(old, changed)

    def _settle(self, old: set[str], changed: dict[str, Incident]) -> Changes:
        gone = sorted(old - changed.keys())
        for one in gone:
            self._incidents.pop(one, None)
        new = [changed[one] for one in sorted(changed) if self._incidents.get(one) != changed[one]]
        for found in new:
            self._incidents[found.incident_id] = found
            self._home.update(dict.fromkeys(found.members, found.incident_id))
        return Changes(tuple(new), tuple(gone))

    def _components(self, event_ids: Iterable[str]) -> Iterator[list[str]]:
        """Reports that hang together by points above 0, each set once."""
        start = list(event_ids)
        self._reach(start)
        seen: set[str] = set()
        for first in start:
            if first in seen:
                continue
            seen.add(first)
            members, edge = [first], [first]
            while edge:
                edge = [other for other in self._likes(edge) if other not in seen]
                seen.update(edge)
                members.extend(edge)
            yield members

    def _reach(self, event_ids: Sequence[str]) -> None:
        """Compare these, then their likes, and so on: a step for all of them together is one look at the store."""
        seen, edge = set(event_ids), list(event_ids)
        while edge:
            self._compare(edge)
            edge = [other for other in self._likes(edge) if other not in seen]
            seen.update(edge)

    def _likes(self, event_ids: Iterable[str]) -> Iterable[str]:
        likes = (other for one in event_ids for other, points in self._scores[one].items() if points > 0)
        return dict.fromkeys(likes)

    def _become_one(self, members: Sequence[str]) -> None:
        """Keep the points of these with one another, both ways round, and no others."""
        parts: dict[str, list[str]] = {}
        for one in members:
            if one in self._part:
                parts.setdefault(self._part[one], []).append(one)
        # Parts that were apart until now have no points of one another; the largest is told by the others.
        for part in sorted(parts.values(), key=len)[:-1]:
            for one in part:
                self._scores[one] = self._points(self._known[one], looking(self._known[one]))
        for one in members:
            self._part[one] = members[0]
        inside: dict[str, dict[str, int]] = {one: {} for one in members}
        for one, row in inside.items():
            for other, points in self._scores[one].items():
                if other in inside:
                    row[other] = inside[other][one] = points
        self._scores |= inside

    def _compare(self, event_ids: Sequence[str]) -> None:
        """Score reports against all their like, unless that was done."""
        self._busy.update(event_ids)
        todo = [self._known[one] for one in event_ids if one not in self._scores]
        if not todo:
            return
        sought = [looking(one) for one in todo]
        if self._fetch:
            self._load(self._fetch, {block: None for blocks in sought for block in blocks})
        for one, blocks in zip(todo, sought, strict=True):
            self._scores[one.id] = self._points(one, blocks)

    def _load(self, fetch: Fetch, blocks: Iterable[str]) -> None:
        # Asked again for every batch: to remember what was asked would take more memory than the reports.
        for report in fetch(list(blocks)):
            if report.event_id not in self._known:
                self._stand(traits(report))

    def _points(self, one: Traits, blocks: Iterable[str]) -> dict[str, int]:
        floor, scale = self._tally.floor, Scale(one, self._tally)
        found: dict[str, int] = {}
        for theirs, other in self._near(one, blocks).items():
            points = self._scores.get(theirs, {}).get(one.id)
            if points is None:
                points = scale.score(other)
            if points > floor:
                found[theirs] = points if points >= 0 else self._below[points]
                if points > 0 and theirs in self._scores:
                    self._scores[theirs][one.id] = points
        return found

    def _near(self, one: Traits, blocks: Iterable[str]) -> dict[str, Traits]:
        """The others in these blocks whose days may be the same."""
        first, last = one.first - SLACK, one.last + SLACK
        near = {
            other.id: other
            for block in blocks
            for other in self._blocks.get(block, ())
            if other.first <= last and other.last >= first
        }
        near.pop(one.id, None)
        return near


def link(reports: Iterable[Report], *, points: Points | None = None) -> list[Incident]:
    """The incidents of all `reports`, by id."""
    linker = Linker(points=points)
    linker.add(reports)
    return linker.incidents
