"""Incidents in the record: every batch that adds or replaces events links them, in the batch's own transaction.

In: reports that come and go, on an open connection. Out: rows of `incidents`, `members`, `blocks`, and `dyads`, where
an incident counts once, as its best report tells it. Only what the reports can change is read and written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from dragoman.record.linking import Incident, Linker, Report

Connection = duckdb.DuckDBPyConnection

# Reports held in memory, some 2 kB each, and more only where a batch needs more; others are read from the record.
_MOST = 4_000
_CHUNK = 2_000
_AT_ONCE = 256
# A year's block is laid beside those of its first days; they are of so many days each.
_DAYS = 4

_INCIDENTS = pa.schema(
    [(name, pa.string()) for name in ("incident_id", "event_type", "status", "best")]
    + [(name, pa.date32()) for name in ("date_start", "date_end", "first_seen", "last_seen")]
    + [(name, pa.int32()) for name in ("reports", "documents", "publishers")]
    + [("disagreements", pa.list_(pa.struct([
        ("about", pa.string()),
        ("values", pa.list_(pa.struct([("value", pa.string()), ("event_ids", pa.list_(pa.string()))]))),
    ])))]
)  # fmt: skip
_MEMBERS = pa.schema([("event_id", pa.string()), ("incident_id", pa.string())])
_BLOCKS = pa.schema([("block", pa.int64()), ("event_id", pa.string())])

_SIDE = "[[coalesce(nullif(p.name, ''), p.text), p.country, p.sector] FOR p IN {}]"
# What linking reads of an event, in the order of the fields of `Report`.
_REPORTS = f"""
SELECT e.event_id, e.document_id, e.event_type, e.status, coalesce(d.publisher, ''), d.pub_date,
    {_SIDE.format("e.actors")}, {_SIDE.format("e.recipients")}, e.date_start, e.date_end, e.date_precision,
    e.date_basis, coalesce(nullif(e.place.name, ''), e.place.text, ''), coalesce(e.place.country, ''),
    e.place.latitude, e.place.longitude, e.sentence, e.trigger.text, e.confidence,
    coalesce(nullif(e.said_by.name, ''), e.said_by.text, ''), e.mode, e.happening_id,
    [[p.name, p.country] FOR p IN list_concat(e.actors, e.recipients) IF p.office <> '' AND p.name <> '']
FROM current_events e LEFT JOIN documents d ON d.document_id = e.document_id AND d.version = e.version
WHERE e.origin = '' AND
"""
_IN_BLOCKS = "SELECT DISTINCT event_id FROM blocks SEMI JOIN incoming USING (block)"
_OF_DOCUMENTS = _REPORTS + "e.document_id IN (SELECT unnest($ids))"
_OF_EVENTS = _REPORTS + "e.event_id IN (SELECT unnest($ids))"

# Members with the keys of their events; those are found by their keys, which are read faster than ids.
_KEYED = """
SELECT * FROM incoming LEFT JOIN (
    SELECT event_id, max(key) AS key FROM events WHERE origin = '' AND rowid IN (
        SELECT rowid FROM events SEMI JOIN (SELECT id_digest(event_id) AS digest FROM incoming)
        ON key_digest(key) = digest
    ) GROUP BY event_id
) USING (event_id)
"""

# Every pair of an actor's and a recipient's country; in a meeting of equals every pair of actors, both ways.
_PAIRS = """
INSERT INTO dyads BY NAME
WITH sides AS (
    SELECT *, list_distinct([p.country FOR p IN actors]) AS a, list_distinct([p.country FOR p IN recipients]) AS r
    FROM ({counting})
), sources AS (
    SELECT *, unnest(CASE WHEN len(a) = 0 THEN [''] ELSE a END) AS source,
        len(r) = 0 AND len(a) > 1 AS mutual
    FROM sides
), pairs AS (
    SELECT *, unnest(CASE WHEN mutual THEN a WHEN len(r) = 0 THEN [''] ELSE r END) AS target FROM sources
)
SELECT event_id, source, target, event_type, quad_class, goldstein, status, date_start::DATE AS date_start,
    date_end::DATE AS date_end, confidence, origin, reports,
    CASE WHEN date_trunc('month', date_start::DATE) = date_trunc('month', date_end::DATE)
        THEN date_trunc('month', date_start::DATE) END AS month, pair_number(source, target) AS pair
FROM pairs WHERE NOT mutual OR source <> target
ORDER BY pair, month
"""
_FOREIGN = _PAIRS.format(counting="SELECT *, 1 AS reports FROM incoming")
_LINKED = _PAIRS.format(
    counting="""
    SELECT e.* REPLACE (i.status AS status, i.date_start AS date_start, i.date_end AS date_end), i.reports
    FROM current_events e JOIN incoming i ON e.event_id = i.best WHERE e.origin = ''
    """
)


@dataclass(slots=True)
class Links:
    """Keeps the incidents of one record while it is written; what was compared is remembered between batches.

    After a transaction that failed it must not be used again.
    """

    _linker: Linker | None = None
    _stored: bool = False
    _connection: Connection | None = field(default=None, repr=False)

    def update(self, connection: Connection, *, new: Sequence[Report], gone: Sequence[Report] = ()) -> None:
        """Link `new` reports, whose events are stored already, and take out those `gone`, whose documents changed."""
        self._connection = connection
        if self._linker is None:
            self._stored = bool(connection.execute("SELECT 1 FROM blocks LIMIT 1").fetchall())
            self._linker = Linker(self._fetch)
        changed: dict[str, Incident] = {}
        if gone:
            _delete(connection, "blocks", [report.event_id for report in gone])
            changed |= {one.incident_id: one for one in self._linker.remove(gone).changed}
        if new:
            changes = self._linker.add(new)
            standing = {r.event_id: self._linker.blocks(r.event_id) for r in new}
            rows = [{"block": number(name), "event_id": one} for one, names in standing.items() for name in names]
            _insert(connection, "blocks", rows, _BLOCKS)
            changed |= {one.incident_id: one for one in changes.changed}
            for incident_id in changes.gone:
                changed.pop(incident_id, None)
        left = {report.event_id for report in gone}
        self._connection = None
        if len(self._linker) > _MOST:
            self._linker.forget(_MOST)
            self._stored = True
        _save(connection, list(changed.values()), left=left, fresh={r.event_id for r in new} - left)

    def _fetch(self, names: Sequence[str]) -> Iterable[Report]:
        assert self._connection is not None
        assert self._linker is not None
        if not self._stored:  # all that there is has come by this way
            return ()
        numbers = np.fromiter(map(number, names), np.int64, len(names))
        self._connection.register("incoming", pa.table({"block": np.unique(numbers)}))
        found = self._connection.execute(_IN_BLOCKS).fetchall()
        self._connection.unregister("incoming")
        # Most are of the last batches, which the linker still holds.
        missing = [event_id for (event_id,) in found if event_id not in self._linker]
        # Before, not after: a batch would else hold all that it reads beside what was held, and that grows.
        self._linker.forget(_MOST - len(missing), but=[event_id for (event_id,) in found])
        return _reports(self._connection, _OF_EVENTS, ids=missing) if missing else ()


def counted(connection: Connection, document_ids: Iterable[str]) -> list[Report]:
    """The reports of these documents' events that count now."""
    return list(_reports(connection, _OF_DOCUMENTS, ids=list(document_ids)))


def link_all(connection: Connection) -> None:
    """Link a record that was written before there were incidents."""
    found = connection.execute("SELECT event_id FROM current_events WHERE origin = '' ORDER BY event_id").fetchall()
    links = Links()
    for at in range(0, len(found), _CHUNK):
        ids = [event_id for (event_id,) in found[at : at + _CHUNK]]
        links.update(connection, new=list(_reports(connection, _OF_EVENTS, ids=ids)))


def count_foreign(connection: Connection, events: Any) -> None:
    """Let an Arrow table of another source's events count, one by one."""
    connection.register("incoming", events)
    connection.execute(_FOREIGN)
    connection.unregister("incoming")


def number(block: str) -> int:
    """A block's number: its days in the high bits, so that a store laid down by time is read in one place."""
    key, _, when = block.rpartition("|")
    yearly = when[0] == "y"
    bucket = date(int(when[1:]), 1, 1).toordinal() // _DAYS if yearly else int(when)
    return bucket << 40 | _digest(key, yearly)


@lru_cache(maxsize=4_096)
def _digest(key: str, yearly: bool) -> int:
    digest = blake2b(f"{key}|{yearly}".encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return int.from_bytes(digest, "big")


def _reports(connection: Connection, sql: str, **values: object) -> Iterator[Report]:
    names = [one.name for one in fields(Report)]
    found = connection.execute(sql, values)
    # As Python has them, rows are larger than what is made of them.
    while rows := found.fetchmany(_AT_ONCE):
        for row in rows:
            told: dict[str, Any] = dict(zip(names, row, strict=True))
            told["actors"], told["recipients"] = (tuple(map(tuple, told[side])) for side in ("actors", "recipients"))
            told["persons"] = tuple(map(tuple, told["persons"]))
            yield Report(**told)


def _save(connection: Connection, changed: Sequence[Incident], *, left: set[str], fresh: set[str]) -> None:
    """Write incidents in the place of those that their members were of."""
    members = {event_id: one.incident_id for one in changed for event_id in one.members}
    stored = (members.keys() | left) - fresh
    if stored:
        old = {row[0] for row in _delete(connection, "members", stored, returning="incident_id")}
        best = [row[0] for row in _delete(connection, "incidents", old, key="incident_id", returning="best")]
        _delete(connection, "dyads", best, also="origin = ''")
    if not changed:
        return
    _insert(
        connection, "members", [{"event_id": e, "incident_id": i} for e, i in members.items()], _MEMBERS, sql=_KEYED
    )
    rows = pa.Table.from_pylist(list(map(_row, changed)), schema=_INCIDENTS)
    connection.register("incoming", rows)
    connection.execute("INSERT INTO incidents BY NAME SELECT * FROM incoming")
    connection.execute(_LINKED)
    connection.unregister("incoming")


def _row(one: Incident) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in _INCIDENTS.names}
    row["disagreements"] = [
        {"about": d.about, "values": [{"value": value, "event_ids": list(ids)} for value, ids in d.values]}
        for d in one.disagreements
    ]
    return row


def _insert(
    connection: Connection, name: str, rows: list[dict[str, Any]], schema: Any, *, sql: str = "SELECT * FROM incoming"
) -> None:
    connection.register("incoming", pa.Table.from_pylist(rows, schema=schema))
    connection.execute(f"INSERT INTO {name} BY NAME {sql}")
    connection.unregister("incoming")


def _delete(
    connection: Connection, name: str, ids: Iterable[str], *, key: str = "event_id", also: str = "true",
    returning: str = "1",
) -> list[tuple[Any, ...]]:  # fmt: skip
    """Delete the rows of these ids; a column of what was deleted."""
    sql = f"DELETE FROM {name} WHERE {key} IN (SELECT unnest($ids)) AND {also} RETURNING {returning}"
    return connection.execute(sql, {"ids": list(ids)}).fetchall()
