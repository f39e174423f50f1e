"""Unsaid: what somebody did not threaten, or might promise, is no event of its own.

In: the readings of a document. Out: the same readings, those without an event that tell but the content of a threat or
promise which did not happen. In the annotated news none of 14 such has an event for its content.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.reading import Reading
from dragoman.coding.rivals import says
from dragoman.coding.story import Story

_SPEECH = frozenset({"AGREE", "CONCEDE", "THREATEN"})
_OPEN = frozenset({"negated", "hypothetical"})
# Characters from the speech act's words to those of its content: "threaten to close", "offered Chile to train".
_REACH = 40
_STOPS = ",;:.?!—"


def without_unsaid(readings: Sequence[Reading], story: Story) -> list[Reading]:
    """The readings of a story, in the given order."""
    open_acts: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        event = reading.event
        if event is not None and event.event_type in _SPEECH and event.status in _OPEN:
            open_acts[reading.decision.finding.sentence].append(reading)
    return [replace(reading, event=None) if _content(reading, open_acts, story) else reading for reading in readings]


def _content(reading: Reading, open_acts: dict[int, list[Reading]], story: Story) -> bool:
    """Whether a reading is the content of one of the speech acts of its sentence that did not happen."""
    inner, event = reading.decision.finding, reading.event
    if event is None or event.status == "actual":
        return False
    for act in open_acts.get(inner.sentence, ()):
        outer = act.decision.finding
        gap = story.sentence(inner.sentence)[outer.end : inner.start]
        if act is not reading and says(outer, inner) and len(gap) <= _REACH and not any(c in gap for c in _STOPS):
            return True
    return False
