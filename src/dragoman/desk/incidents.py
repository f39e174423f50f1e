"""Incidents with their reports: one happening as all who report it tell it.

In: rows of the snapshot, or an id. Out: dictionaries with the best report, all reports, and where they disagree.
"""

from typing import Any

from dragoman.desk.desk import Desk
from dragoman.desk.details import Row, by_id, rows

_SHOWN = (
    "incident_id", "event_id", "event_type", "mode", "cameo_code", "quad_class", "goldstein", "status", "date_start",
    "date_end", "confidence", "reports", "documents", "publishers", "first_seen", "last_seen", "disputed",
)  # fmt: skip
_REPORTED = ("incident_id", "reports", "documents", "publishers", "first_seen", "last_seen")
# Reports of one incident that a page shows; the largest of a year's news have some dozens.
MOST_REPORTS = 500


def told(desk: Desk, found: list[dict[str, Any]]) -> list[Row]:
    """Incidents with the report that shows each best."""
    best = by_id(desk.events(found))
    return [{name: row[name] for name in _SHOWN} | {"best": best[row["event_id"]]} for row in found]


def best(desk: Desk, found: list[dict[str, Any]]) -> list[Row]:
    """The report that shows each best, as an event, with how many there are and since when."""
    events = by_id(desk.events(found))
    return [events[row["event_id"]] | {name: row[name] for name in _REPORTED} for row in found]


def whole(desk: Desk, incident_id: str) -> Row:
    """An incident with `members` and `disagreements`. Raises MissingError.

    The members published first come first, those of one article as it tells them.
    """
    (shown,) = told(desk, [desk.incident(incident_id)])
    sql = (
        "SELECT e.* FROM events e LEFT JOIN documents d USING (document_id) WHERE incident_id = $id "
        "ORDER BY d.pub_date NULLS LAST, e.document_id, e.sentence_start, e.event_id LIMIT $most"
    )
    members = desk.events(desk.snapshot.ask(sql, {"id": incident_id, "most": MOST_REPORTS}))
    return shown | {"members": members, "disagreements": _disagreements(desk, incident_id)}


def _disagreements(desk: Desk, incident_id: str) -> list[Row]:
    sql = "SELECT disagreements FROM incidents WHERE incident_id = $id"
    with desk.readings.cursor() as cursor:
        found = rows(cursor, sql, {"id": incident_id})
    return list(found[0]["disagreements"]) if found else []
