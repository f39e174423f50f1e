"""Lists of events and of incidents: which, in which order, a page at a time; events of another source one by one.

In: filters, an order, a cursor. Out: ids with what the snapshot knows of them, how many there are, the next cursor.
A cursor is the id of the last row shown: the next page begins after it, whatever was added since.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from dragoman.desk.snapshot import Snapshot, meant
from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters

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
_KEYS = {"events": "event_id", "incidents": "id"}
# Words are asked, not shown.
_SHOWN = {"events": "* EXCLUDE (words)", "incidents": "*"}
# Rows are counted and put in order by their numbers; all else is read of those that are shown.
_PAGE = """
WITH hit AS MATERIALIZED (SELECT ord, {order} AS key FROM {kind} WHERE {where}),
shown AS (SELECT * FROM hit WHERE {follows} ORDER BY key NULLS LAST, ord LIMIT $limit)
SELECT total, row.* FROM (SELECT count(*) AS total FROM hit)
LEFT JOIN (SELECT key, t.{columns} FROM shown JOIN {kind} t USING (ord)) row ON true ORDER BY key NULLS LAST, ord
"""


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


def page(snapshot: Snapshot, query: Query) -> Page:
    """A page. Raises UsageError for a cursor of something that is not there."""
    where = meant(query.filters) if query.kind == "events" else meant_incidents(query.filters)
    follows = _follows(snapshot, query)
    sql = _PAGE.format(
        order=orders(query.kind)[query.order], kind=query.kind, where=f"{where.sql} AND {query.only}",
        follows=follows.sql, columns=_SHOWN[query.kind],
    )  # fmt: skip
    found = snapshot.ask(sql, {**where.values, **follows.values, "limit": query.limit + 1})
    rows = [row for row in found if row["ord"] is not None]
    more = len(rows) > query.limit
    return Page(rows[: query.limit], found[0]["total"], rows[query.limit - 1][_KEYS[query.kind]] if more else "")


def _follows(snapshot: Snapshot, query: Query) -> Condition:
    """The condition that a row comes after the cursor's."""
    if not query.after:
        return Condition("true", {})
    order, key = orders(query.kind)[query.order], _KEYS[query.kind]
    last = snapshot.one(
        f"SELECT {order} AS first, ord AS second FROM {query.kind} WHERE {key} = $after AND origin = $origin",
        {"after": query.after, "origin": query.filters.origin},
    )
    if last is None:
        raise UsageError("cursor: is none of this list, or what it stood for is no longer in the record; begin again")
    if last["first"] is None:
        return Condition("key IS NULL AND ord > $second", {"second": last["second"]})
    return Condition("(key > $first OR (key = $first AND ord > $second) OR key IS NULL)", last)


def several(snapshot: Snapshot, filters: Filters, kinds: dict[str, str], *, limit: int) -> dict[str, Page]:
    """The latest incidents of several kinds (conditions of the desk's own) and how many there are, at one go."""
    where = meant_incidents(filters)
    told = ", ".join(
        f"count(*) FILTER ({only}) AS n{n}, min(ord, {limit}) FILTER ({only}) AS first{n}"
        for n, only in enumerate(kinds.values())
    )
    (counted,) = snapshot.ask(f"SELECT {told} FROM incidents WHERE {where.sql}", where.values)
    first = [counted[f"first{n}"] or [] for n in range(len(kinds))]
    sql = "SELECT * FROM incidents WHERE ord IN (SELECT unnest($ords)) ORDER BY ord"
    rows = {row["ord"]: row for row in snapshot.ask(sql, {"ords": sorted({one for ords in first for one in ords})})}
    return {
        name: Page([rows[one] for one in ords], counted[f"n{n}"], "")
        for n, (name, ords) in enumerate(zip(kinds, first, strict=True))
    }


def meant_incidents(filters: Filters) -> Condition:
    """The condition on incidents: their own status and days are meant, and whatever else some report of them says."""
    own = Filters(
        status=filters.status, since=filters.since, until=filters.until, begins=filters.begins, origin=filters.origin
    )
    told = replace(filters, status=None, since=None, until=None, begins=None)
    where = meant(own)
    if told == Filters(origin=filters.origin):
        return where
    some = meant(told)
    return Condition(
        f"{where.sql} AND ord IN (SELECT incident FROM events WHERE {some.sql})", where.values | some.values
    )
