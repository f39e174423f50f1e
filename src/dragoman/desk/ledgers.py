"""Ledgers at the desk's speed: which incidents are in one is asked of the snapshot, their words of the file.

In: a ledger's name and filters. Out: rows in the ledger's columns (docs/record.md), as the events stand: what people
corrected decides both which rows there are and what is in them. Counts are those of the record.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from dragoman.desk import statements
from dragoman.desk.desk import Desk
from dragoman.desk.details import Row, by_id, rows
from dragoman.desk.lists import Page, Query, meant_incidents
from dragoman.desk.paging import Keys, page
from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters
from dragoman.record.ledgers import AS_CONTRACT, LEDGERS, ledger
from dragoman.record.store import Connection

# Which incidents a ledger of events holds, as the views of the record tell it.
KINDS = {
    "visits": "event_type = 'CONSULT' AND mode = 'visit'",
    "meetings": "event_type = 'CONSULT' AND mode <> 'visit'",
    "agreements": "(event_type = 'AGREE' OR cameo_code LIKE '057%')",
    "transfers": "event_type = 'AID'",
    "sanctions": "event_type = 'SANCTION'",
}
MOST = 100_000
_CHUNK = 2_000

_BLANK = "source = '' OR target = ''"
# The latest month first, what is of no month last.
_MONTH = {"month IS NULL": "BOOLEAN", "coalesce(-datediff('month', DATE '1970-01-01', month), 0)": "BIGINT"}
_PAIR = {_BLANK: "BOOLEAN", "source": "VARCHAR", "target": "VARCHAR"}
# The orders of the counts, as the record has them.
_ORDERS: dict[str, Keys] = {
    "dyads": {_BLANK: "BOOLEAN", "-incidents": "BIGINT", "source": "VARCHAR", "target": "VARCHAR"},
    "dyad_month": _MONTH | _PAIR | {"status": "VARCHAR"},
    "country_month": _MONTH | {"country": "VARCHAR", "status": "VARCHAR"},
}


def _names(parties: list[Row]) -> str:
    return "; ".join(party["name"] or party["text"] for party in parties)


def _countries(parties: list[Row]) -> str:
    return "; ".join(party["country"] for party in parties if party["country"])


def _sided(name: str, side: str) -> dict[str, Callable[[Row], Any]]:
    return {name: lambda event: _names(event[side]), f"{name}_country": lambda event: _countries(event[side])}


# The columns that a ledger makes of an event; the others are the event's own, or its incident's.
_MADE: dict[str, Callable[[Row], Any]] = {
    **_sided("visitor", "actors"), **_sided("giver", "actors"), **_sided("sender", "actors"),
    **_sided("host", "recipients"), **_sided("receiver", "recipients"), **_sided("target", "recipients"),
    "parties": lambda event: _names([*event["actors"], *event["recipients"]]),
    "countries": lambda event: _countries([*event["actors"], *event["recipients"]]),
    "place": lambda event: event["place"] and (event["place"]["name"] or event["place"]["text"]),
    "kind": lambda event: "signed" if event["cameo_code"].startswith("057") else "promised",
    "about": lambda event: "; ".join(event["contexts"]),
}  # fmt: skip
_OF_INCIDENT = {
    "incident_id": "incident_id", "date_start": "date_start", "date_end": "date_end", "status": "status",
    "reports": "reports", "publishers": "publishers",
}  # fmt: skip


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


def whole(desk: Desk, name: str, filters: Filters, *, limit: int, after: str = "") -> Any:
    """A ledger as an Arrow table, the latest first, from its beginning or after a cursor."""
    if name in KINDS:
        return _table(desk, name, chosen(desk, name, filters, limit=limit, after=after).rows)
    asked = _asked(name, filters)
    with desk.readings.cursor() as cursor:
        schema = _schema(cursor, asked.sql, asked.values)
    found = some(desk, name, filters, limit=limit, after=after).rows
    return pa.Table.from_pylist([_typed(row, schema) for row in found], schema=schema)


def some(desk: Desk, name: str, filters: Filters, *, limit: int, after: str = "") -> Page:
    """A page of any ledger, in its columns. Raises UsageError for a cursor of something else."""
    if name in KINDS:
        found = chosen(desk, name, filters, limit=limit, after=after)
        return Page(_table(desk, name, found.rows).to_pylist(), found.total, found.next)
    asked = _asked(name, filters)
    if name == "statements":
        return statements.page(desk, filters, limit=limit, after=after)
    with desk.readings.cursor() as cursor:
        return page(
            lambda sql, values: rows(cursor, sql, values), asked.sql, values=asked.values, keys=_ORDERS[name],
            limit=limit, after=after,
        )  # fmt: skip


def count(desk: Desk, name: str, filters: Filters) -> int:
    """How many rows a ledger has."""
    return some(desk, name, filters, limit=1).total


def _asked(name: str, filters: Filters) -> Condition:
    if name not in LEDGERS:
        raise UsageError(f"ledger {name[:40]!r}: there are {', '.join(LEDGERS)}")
    return ledger(name, replace(filters, status=filters.status or LEDGERS[name].status))


def _table(desk: Desk, name: str, found: list[Row]) -> Any:
    """Rows of a ledger for incidents of the snapshot, each told by its best report as it stands."""
    with desk.readings.cursor() as cursor:
        schema = _schema(cursor, f"SELECT * EXCLUDE (origin) {AS_CONTRACT} FROM {name}", {})
    made = [schema.empty_table()]
    for at in range(0, len(found), _CHUNK):
        some = found[at : at + _CHUNK]
        events = by_id(desk.events(some))
        told = [_row(schema.names, one, events[one["event_id"]]) for one in some if one["event_id"] in events]
        made.append(pa.Table.from_pylist([_typed(row, schema) for row in told], schema=schema))
    return pa.concat_tables(made)


def _schema(cursor: Connection, sql: str, values: dict[str, object]) -> Any:
    return cursor.sql(f"SELECT * FROM ({sql}) LIMIT 0", params=values or None).to_arrow_table().schema


def _row(names: list[str], incident: Row, event: Row) -> Row:
    row = {}
    for name in names:
        if name in _OF_INCIDENT:
            row[name] = incident[_OF_INCIDENT[name]]
        else:
            row[name] = _MADE[name](event) if name in _MADE else event[name]
    return row


def _typed(row: Row, schema: Any) -> Row:
    """A row whose days are days; they are text where rows were read as the contract has them."""
    days = [one.name for one in schema if pa.types.is_date(one.type) and isinstance(row[one.name], str)]
    return row | {name: date.fromisoformat(row[name]) for name in days}
