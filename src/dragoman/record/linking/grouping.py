"""Grouping: reports that hang together become incidents, by average linkage.

In: reports in a fixed order and the points between them. Out: groups of them. Two groups become one while the mean of
all points between their members is above 0, the best mean first, so that a chain of likes does not pull unlike ends
together. Groups with members that contradict each other never become one. Means are of whole numbers and ties go to
the earlier report: the result hangs on nothing but the set.
"""

from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from types import MappingProxyType

# Points to others, by place in the sequence.
_Row = dict[int, int]


def groups(
    members: Sequence[str],
    scores: Mapping[str, Mapping[str, int]],
    *,
    floor: int,
    apart: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> list[list[str]]:
    """Divide `members`. `scores[a][b]` is known both ways round where it is above `floor`, else it is `floor`.
    `apart[a]` are those that are in no group with it, whatever the points; both ways round.

    Groups and the members of each keep the order of `members`.
    """
    if not apart and _alike(members, scores):
        return [list(members)]
    joining = _Joining(members, scores, floor=floor, apart=apart)
    joining.run()
    return [[members[one] for one in sorted(group)] for _, group in sorted(joining.groups.items())]


def _alike(members: Sequence[str], scores: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether all are like each other, as mostly: then every mean is above 0, and they are one group."""
    return all(scores[one].get(other, 0) > 0 for place, one in enumerate(members) for other in members[place + 1 :])


class _Joining:
    """Groups under way, each named by its first member's place."""

    __slots__ = ("apart", "floor", "groups", "heap", "sums")

    def __init__(
        self,
        members: Sequence[str],
        scores: Mapping[str, Mapping[str, int]],
        *,
        floor: int,
        apart: Mapping[str, Collection[str]],
    ) -> None:
        place = {member: number for number, member in enumerate(members)}
        self.floor = floor
        self.groups = {number: [number] for number in place.values()}
        # Points above the floor, summed between groups: pairs never compared add nothing here.
        self.sums: list[_Row] = [
            {place[other]: points - floor for other, points in scores.get(member, {}).items() if other in place}
            for member in members
        ]
        # Groups that must not become one, by name: grown with every joining, as a group takes over what each part has.
        self.apart = [{place[other] for other in apart.get(member, ()) if other in place} for member in members]
        self.heap = [entry for one in self.groups for other in self.sums[one] if (entry := self._entry(one, other))]
        heapify(self.heap)

    def run(self) -> None:
        """Join until no two groups are alike."""
        while self.heap:
            entry = heappop(self.heap)
            _, one, other = entry
            if one in self.groups and other in self.groups and entry == self._entry(one, other):
                self._join(one, other)

    def _entry(self, one: int, other: int) -> tuple[float, int, int] | None:
        if other < one or other in self.apart[one]:
            return None
        pairs = len(self.groups[one]) * len(self.groups[other])
        mean = self.sums[one].get(other, 0) / pairs + self.floor
        return (-mean, one, other) if mean > 0 else None

    def _join(self, one: int, other: int) -> None:
        self.groups[one] += self.groups.pop(other)
        row = self.sums[one]
        del row[other]
        for third, points in self.sums[other].items():
            if third == one:
                continue
            row[third] = self.sums[third][one] = row.get(third, 0) + points
            del self.sums[third][other]
        self.sums[other] = {}
        for third in self.apart[other]:
            self.apart[third] = self.apart[third] - {other} | {one}
        self.apart[one] |= self.apart[other]
        for third in row:
            if entry := self._entry(min(one, third), max(one, third)):
                heappush(self.heap, entry)
