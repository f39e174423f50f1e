"""Lists of events and of incidents: which, in which order, a page at a time.

In: filters, an order, a cursor. Out: ids with what the snapshot knows of them, how many there are, the next cursor.
A cursor is the id of the last row shown: the next page begins after it, whatever was added since.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.desk.readings import Readings
from dragoman.desk.snapshot import LAYOUT, Snapshot
from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters, condition, sought

Kind = Literal["events", "incidents"]

# What lists can be ordered by, and how: every order ends in the place that a row has in the list of the latest.
ORDERS = {
    "latest": "ord",
    "earliest": "-ord",
    "surest": "-confidence",
    "least_sure": "confidence",
    "cooperation": "-goldstein",
    "conflict": "goldstein",
    "type": "event_type",
}
REPORTED = {"reported": "-reports", "disputed": "-len(disputed)"}
_KEYS = {"events": "event_id", "incidents": "incident_id"}
# Events that words of a sentence may pick: beyond it, ask for more.
_WORDED = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list shows. `only` is a further condition of the desk's own, never made of what a caller writes."""

    kind: Kind = "events"
    filters: Filters
    order: str = "latest"
    after: str = ""
    limit: int = 50
    only: str = "true"

    def __post_init__(self) -> None:
        if self.order not in orders(self.kind):
            raise UsageError(f"sort {self.order!r}: choose {', '.join(orders(self.kind))}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: rows of the snapshot, how many there are in all, the cursor of the next page or ""."""

    rows: list[dict[str, Any]]
    total: int
    next: str


def orders(kind: Kind) -> dict[str, str]:
    """The orders of a kind of list."""
    return ORDERS | REPORTED if kind == "incidents" else ORDERS


def page(snapshot: Snapshot, readings: Readings, query: Query) -> Page:
    """A page. Raises UsageError for a cursor of something that is not there."""
    where = _where(readings, query)
    total = snapshot.ask(f"SELECT count(*) AS n FROM {query.kind} WHERE {where.sql} AND {query.only}", where.values)
    rows = _rows(snapshot, where, query)
    key = _KEYS[query.kind]
    more = len(rows) > query.limit
    return Page(rows[: query.limit], total[0]["n"], rows[query.limit - 1][key] if more else "")


def _rows(snapshot: Snapshot, where: Condition, query: Query) -> list[dict[str, Any]]:
    order, key = orders(query.kind)[query.order], _KEYS[query.kind]
    values: dict[str, object] = where.values | {"limit": query.limit + 1}
    follows = "true"
    if query.after:
        sql = f"SELECT {order} AS first, ord AS second FROM {query.kind} WHERE {key} = $after"
        last = snapshot.one(sql, {"after": query.after})
        if last is None:
            raise UsageError("cursor: what it points to is no longer in the record; begin again")
        after = f"{order} > $first OR ({order} = $first AND ord > $second)"
        follows = f"({after} OR ({order} IS NULL AND $first IS NOT NULL))"
        if last["first"] is None:
            follows = f"({order} IS NULL AND ord > $second AND $first IS NULL)"
        values |= last
    return snapshot.ask(
        f"SELECT * FROM {query.kind} WHERE {where.sql} AND {query.only} AND {follows} "
        f"ORDER BY {order} NULLS LAST, ord LIMIT $limit",
        values,
    )


def _where(readings: Readings, query: Query) -> Condition:
    """An incident's own status and days are meant, and whatever else some report of it says."""
    filters = query.filters
    if query.kind == "events":
        return worded(readings, filters)
    own = Filters(status=filters.status, since=filters.since, until=filters.until, origin=filters.origin)
    told = replace(filters, status=None, since=None, until=None)
    where = condition(own, LAYOUT)
    if told == Filters(origin=filters.origin):
        return where
    some = worded(readings, told)
    return Condition(
        f"{where.sql} AND incident_id IN (SELECT incident_id FROM events WHERE {some.sql})", where.values | some.values
    )


def worded(readings: Readings, filters: Filters) -> Condition:
    """The condition on rows of the snapshot; words of sentences are looked for in the file."""
    where = condition(replace(filters, text=None), LAYOUT)
    if filters.text is None:
        return where
    words = list(sought("sentence", filters.text))
    sql = f"SELECT event_id FROM events WHERE {' AND '.join(sql for sql, _ in words) or 'true'} LIMIT $most"
    values = {name: value for _, told in words for name, value in told.items()}
    with readings.cursor() as cursor:
        found = cursor.execute(sql, {**values, "most": _WORDED + 1}).fetchall()
    if len(found) > _WORDED:
        raise UsageError(f"text {filters.text!r}: stands in over {_WORDED:,} sentences; give rarer words")
    return Condition(
        f"{where.sql} AND event_id IN (SELECT unnest($worded))", where.values | {"worded": [row[0] for row in found]}
    )
