"""What people say of events: laid over rows for those who read, and taken from those who review.

In: rows as the machine coded them, or a claim. Out: rows with the claims that stand in the place of the machine's
values, which stay beside them under `corrections`.
"""

import json
import logging
from collections.abc import Sequence

from dragoman.desk.details import Details, Row
from dragoman.desk.keeper import Keeper
from dragoman.desk.snapshot import Snapshot
from dragoman.errors import DragomanError, UsageError
from dragoman.record import review

log = logging.getLogger(__name__)

_OF_EVENT = "SELECT rowid AS n, * FROM reviews WHERE event_id = $id ORDER BY reviewed_at, n"


def laid_over(snapshot: Snapshot, found: Sequence[Row]) -> list[Row]:
    """Events as they stand: corrected fields in place, `corrections` (field, machine's value, who, when), `verdict`."""
    ids: dict[str, object] = {"ids": [row["event_id"] for row in found]}
    claims: dict[str, list[Row]] = {}
    for claim in snapshot.ask("SELECT * FROM claims WHERE event_id IN (SELECT unnest($ids)) ORDER BY field", ids):
        claims.setdefault(claim["event_id"], []).append(claim)
    verdicts = snapshot.ask("SELECT event_id, verdict FROM verdicts WHERE event_id IN (SELECT unnest($ids))", ids)
    said = {row["event_id"]: row["verdict"] for row in verdicts}
    return [_standing(row, claims.get(row["event_id"], []), said.get(row["event_id"], "")) for row in found]


def _standing(row: Row, claims: list[Row], verdict: str) -> Row:
    corrections = [
        {
            "field": claim["field"],
            "machine": row.get(claim["field"]),
            "reviewer": claim["reviewer"],
            "note": claim["note"],
            "reviewed_at": claim["reviewed_at"].isoformat(timespec="seconds") + "Z",
        }
        for claim in claims
    ]
    changed = {claim["field"]: json.loads(claim["value"]) for claim in claims}
    return row | changed | {"verdict": verdict, "corrections": corrections}


def keep(details: Details, keeper: Keeper, given: Sequence[review.Review]) -> None:
    """Keep claims on one event and show them at once. Raises UsageError, RecordError, BusyError."""
    readings = details.readings
    with readings.paused():
        review.keep(readings.path, *given)
    try:
        _show(details, keeper, given[0].event_id)
    except DragomanError as error:
        # Kept it is, so that must not be told as an error: the next snapshot shows it.
        log.warning("event %s: what was said of it is kept and not yet shown: %s", given[0].event_id, error)


def _show(details: Details, keeper: Keeper, event_id: str) -> None:
    machine = details.event(event_id)
    # Whoever shows last has read what all before kept.
    with keeper.showing, details.readings.cursor() as cursor:
        found = cursor.execute(_OF_EVENT, {"id": event_id}).fetchall()
        if machine:
            keeper.take(found, machine)


def withdrawn(snapshot: Snapshot, event_id: str, *, reviewer: str) -> list[review.Review]:
    """The claims that take back what was said of an event last, with all that followed from it."""
    said = snapshot.ask(
        "SELECT field, note, reviewed_at FROM claims WHERE event_id = $id UNION ALL "
        "SELECT 'verdict', '', reviewed_at FROM verdicts WHERE event_id = $id ORDER BY field",
        {"id": event_id},
    )
    if not said:
        raise UsageError(f"event {event_id!r}: nothing was said of it that could be undone")
    last = max(row["reviewed_at"] for row in said)
    names = {_cause(row): None for row in said if row["reviewed_at"] == last}
    return [review.Review(event_id=event_id, verdict="withdraw", field=name, reviewer=reviewer) for name in names]


def _cause(row: Row) -> str:
    """The field that somebody corrected when this one followed."""
    field, note = str(row["field"]), str(row["note"])
    return note.removeprefix(review.FOLLOWS) if note.startswith(review.FOLLOWS) else field
