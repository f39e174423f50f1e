"""A reading: a candidate trigger with what became of it.

In: a decision and an event. Out: both as one.
"""

from dataclasses import dataclass

from dragoman.coding.selecting import Decision
from dragoman.event import Event


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with its verdict, and the event that it became (None unless settled)."""

    decision: Decision
    event: Event | None
