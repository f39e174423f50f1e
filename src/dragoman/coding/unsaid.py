"""Unsaid: what is threatened, promised or asked for is no event of its own beside the threat, the promise, the request.

In: the readings of a story. Out: the same readings, those without an event that tell but the content of such an act of
speech and have not happened. On articles that the network has not seen, of 10 such contents of threats and promises the
annotation has 2, of 12 of requests 3.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.reading import Reading
from dragoman.coding.rivals import says
from dragoman.coding.story import Story

# Of one's own acts, and of another's.
_OWN = frozenset({"AGREE", "CONCEDE", "THREATEN"})
_ASKED = "REQUEST"
# What was conceded is often told as done; where it was not conceded, nothing was.
_CONCEDED, _OPEN = "CONCEDE", frozenset({"negated", "hypothetical"})
# Characters from the speech act's words to those of its content: "threaten to close", "offered Chile to train".
_REACH = 40
_STOPS = ",;:.?!—"


def without_unsaid(readings: Sequence[Reading], story: Story) -> list[Reading]:
    """The readings of a story, in the given order."""
    spoken: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        if _speaks(reading):
            spoken[reading.decision.finding.sentence].append(reading)
    return [replace(one, event=None) if _content(one, spoken, story) else one for one in readings]


def _speaks(reading: Reading) -> bool:
    """Whether a reading is an act of speech whose content is none of its own."""
    event = reading.event
    if event is None or event.event_type not in _OWN | {_ASKED}:
        return False
    return event.event_type != _CONCEDED or event.status in _OPEN


def _content(reading: Reading, spoken: Mapping[int, Sequence[Reading]], story: Story) -> bool:
    """Whether a reading is the content of one of the acts of speech of its sentence."""
    inner, event = reading.decision.finding, reading.event
    if event is None or event.status == "actual":
        return False
    for act in spoken.get(inner.sentence, ()):
        outer = act.decision.finding
        gap = story.sentence(inner.sentence)[outer.end : inner.start]
        near = outer.end <= inner.start and len(gap) <= _REACH and not any(stop in gap for stop in _STOPS)
        asked = act.event is not None and act.event.event_type == _ASKED and event.status == "hypothetical"
        if act is not reading and near and (asked or says(outer, inner)):
            return True
    return False
