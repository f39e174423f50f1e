"""Ledgers at the desk's speed: which events are in one is asked of the snapshot, their rows of the file.

In: a ledger's name and filters. Out: an Arrow table with the ledger's columns (docs/record.md), or rows with places.
"""

from dataclasses import replace
from typing import Any

from dragoman.desk.desk import Desk
from dragoman.desk.details import Row, rows
from dragoman.desk.lists import Page, Query, meant_incidents
from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters
from dragoman.record.ledgers import AS_CONTRACT, LEDGERS, ledger

# Which incidents a ledger of events holds, as the views of the record tell it.
KINDS = {
    "visits": "event_type = 'CONSULT' AND mode = 'visit'",
    "meetings": "event_type = 'CONSULT' AND mode <> 'visit'",
    "agreements": "(event_type = 'AGREE' OR cameo_code LIKE '057%')",
    "transfers": "event_type = 'AID'",
    "sanctions": "event_type = 'SANCTION'",
}
COUNTS = ("dyads", "dyad_month", "country_month")
MOST = 100_000


def actual(name: str) -> str:
    """The condition that an incident is of a ledger, and did happen."""
    return f"status = 'actual' AND {KINDS[name]}"


def meant(name: str, filters: Filters) -> Condition:
    """The condition on incidents of the snapshot that a ledger holds."""
    where = meant_incidents(_told(filters))
    return Condition(f"{where.sql} AND {KINDS[name]}", where.values)


def _told(filters: Filters) -> Filters:
    return replace(filters, status=filters.status or "actual")


def chosen(desk: Desk, name: str, filters: Filters, *, limit: int, after: str = "") -> Page:
    """A page of a ledger of events: incidents, actual ones unless a status is asked for."""
    return desk.page(Query(kind="incidents", filters=_told(filters), only=KINDS[name], limit=limit, after=after))


def whole(desk: Desk, name: str, filters: Filters, *, limit: int) -> Any:
    """A ledger as an Arrow table, the latest first."""
    if name not in KINDS:
        asked = _asked(name, filters)
        sql, values = f"{asked.sql} LIMIT $limit", asked.values | {"limit": limit}
    else:
        found = chosen(desk, name, filters, limit=limit).rows
        sql = f"SELECT * EXCLUDE (origin) {AS_CONTRACT} FROM {name} WHERE event_id IN (SELECT unnest($ids)) "
        sql += "ORDER BY date_from DESC NULLS LAST, incident_id"
        values = {"ids": [row["event_id"] for row in found]}
    with desk.readings.cursor() as cursor:
        return cursor.sql(sql, params=values).to_arrow_table()


def some(desk: Desk, name: str, filters: Filters, *, limit: int, offset: int = 0) -> tuple[list[Row], int]:
    """Rows of a ledger of counts or statements, and how many it has."""
    asked = _asked(name, filters)
    sql = f"SELECT *, count(*) OVER () AS total FROM ({asked.sql}) LIMIT $limit OFFSET $offset"
    with desk.readings.cursor() as cursor:
        found = rows(cursor, sql, asked.values | {"limit": limit, "offset": offset})
    return found, found[0]["total"] if found else 0


def count(desk: Desk, name: str, filters: Filters) -> int:
    """How many rows a ledger has."""
    if name in KINDS:
        return chosen(desk, name, filters, limit=1).total
    asked = _asked(name, filters)
    with desk.readings.cursor() as cursor:
        (found,) = cursor.execute(f"SELECT count(*) FROM ({asked.sql})", asked.values).fetchone() or (0,)
    return int(found)


def _asked(name: str, filters: Filters) -> Condition:
    if name not in LEDGERS:
        raise UsageError(f"ledger {name[:40]!r}: there are {', '.join(LEDGERS)}")
    return ledger(name, replace(filters, status=filters.status or LEDGERS[name].status))
