"""Review: what people say of an event, kept as claims beside what the machine said, which stays as it is.

In: an event's id and a verdict. Out: rows of `reviews`, the latest of which holds for its field.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DocumentError, UsageError
from dragoman.event import Event
from dragoman.record.exchange.contract import contract_event
from dragoman.record.keys import found
from dragoman.record.result import Result
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
    latest = "SELECT * EXCLUDE (version, origin, key) FROM found WHERE event_id = ? ORDER BY version DESC LIMIT 1"
    sql = f"{found(connection, 'events', review.event_id)} {latest}"
    rows = Result(connection.sql(sql, params=[review.event_id]).to_arrow_table()).dicts()
    if not rows:
        raise UsageError(f"event {review.event_id!r}: the record has none of this id")
    value = json.dumps(_checked(rows[0], review)) if review.verdict == "correct" else None
    row = [review.event_id, review.verdict, review.field, value, review.reviewer, review.note]
    connection.execute(f"INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, {NOW})", row)


def _checked(row: dict[str, Any], review: Review) -> Any:
    """The value in the contract's form, whole. Raises UsageError for what is no value of the field."""
    if review.field in _FIXED or review.field not in row:
        fields = ", ".join(name for name in row if name not in _FIXED)
        raise UsageError(f"field {review.field!r} cannot be corrected; there are {fields}")
    try:
        corrected = Event.from_dict(row | {review.field: review.value}).to_dict()
        contract_event(corrected)
    except DocumentError as error:
        raise UsageError(f"{review.field} {review.value!r}: {error}") from None
    except (AttributeError, KeyError, TypeError, ValueError):
        raise UsageError(f"{review.field} {review.value!r}: is no value of this field") from None
    return corrected[review.field]
