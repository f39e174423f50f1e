"""Review: what people say of an event, kept as claims beside what the machine said, which stays as it is.

In: an event's id and a verdict. Out: rows of `reviews`, the latest of which holds for its field.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.store import Connection, writing
from dragoman.record.writer import NOW

# Withdraw: earlier claims on the field, or without a field those on the whole event, stand no more.
VERDICTS = ("accept", "reject", "correct", "withdraw")
# What an event is named by; another value would make it another event.
_FIXED = ("event_id", "document_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One claim: `verdict` of VERDICTS; `field` and `value` (its form in the contract) only where it corrects."""

    event_id: str
    verdict: str
    reviewer: str
    field: str = ""
    value: Any = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise UsageError(f"verdict {self.verdict!r}: choose {', '.join(VERDICTS)}")
        if not self.reviewer:
            raise UsageError("reviewer: say who reviews")
        if self.verdict != "withdraw" and bool(self.field) != (self.verdict == "correct"):
            raise UsageError("a field is named where it is corrected, and only there")


def keep(path: Path, *reviews: Review) -> None:
    """Keep claims, all or none. Raises UsageError when there is no such event, field or value, RecordError."""
    # No `only_writer`: a claim is one row and changes nothing that adding decides by, so it goes in between batches.
    with writing(path) as connection:
        for review in reviews:
            _keep(connection, review)


def _keep(connection: Connection, review: Review) -> None:
    sql = "SELECT * EXCLUDE (version, origin) FROM events WHERE event_id = ? ORDER BY version DESC LIMIT 1"
    found = connection.sql(sql, params=[review.event_id]).to_arrow_table().to_pylist()
    if not found:
        raise UsageError(f"event {review.event_id!r}: the record has none of this id")
    corrects = review.verdict == "correct"
    if corrects:
        _check(found[0], review)
    value = json.dumps(review.value) if corrects else None
    row = [review.event_id, review.verdict, review.field, value, review.reviewer, review.note]
    connection.execute(f"INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, {NOW})", row)


def _check(row: dict[str, Any], review: Review) -> None:
    if review.field in _FIXED or review.field not in row:
        fields = ", ".join(name for name in row if name not in _FIXED)
        raise UsageError(f"field {review.field!r} cannot be corrected; there are {fields}")
    before = row[review.field]
    fits = before is None or review.value is None or isinstance(review.value, type(before) | _loose(before))
    try:
        if not fits:
            raise TypeError
        Event.from_dict(row | {review.field: review.value})
    except (AttributeError, KeyError, TypeError, ValueError):
        raise UsageError(f"{review.field} {review.value!r}: is no value of this field") from None


def _loose(before: Any) -> Any:
    """Types that stand for another in JSON: a whole number for any, a day as text."""
    return int if isinstance(before, float) else str if hasattr(before, "isoformat") else type(before)
