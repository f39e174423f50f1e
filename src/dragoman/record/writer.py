"""A batch of results into the tables, in the transaction of an open connection.

In: rows of documents, events, statements and failures. Out: nothing; all of it is in the record when the block that
gave the connection ends, or none of it.
"""

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from dragoman.record.columns import document_schema, events_schema, statement_schema, table
from dragoman.record.store import Connection

Row = dict[str, Any]

NOW = "now()::TIMESTAMPTZ AT TIME ZONE 'UTC'"

# Every pair of an actor's and a recipient's country; in a meeting of equals every pair of actors, both ways.
_PAIRS = """
INSERT INTO dyads BY NAME
WITH sides AS (
    SELECT *, list_distinct([p.country FOR p IN actors]) AS a, list_distinct([p.country FOR p IN recipients]) AS r
    FROM incoming ANTI JOIN superseded USING (document_id, version)
), sources AS (
    SELECT *, unnest(CASE WHEN len(a) = 0 THEN [''] ELSE a END) AS source,
        len(r) = 0 AND len(a) > 1 AS mutual
    FROM sides
), pairs AS (
    SELECT *, unnest(CASE WHEN mutual THEN a WHEN len(r) = 0 THEN [''] ELSE r END) AS target FROM sources
)
SELECT event_id, source, target, event_type, quad_class, goldstein, status, date_start::DATE AS date_start,
    date_end::DATE AS date_end, confidence, origin,
    CASE WHEN date_precision IN ('day', 'week', 'month')
        AND date_trunc('month', date_start::DATE) = date_trunc('month', date_end::DATE)
        THEN date_trunc('month', date_start::DATE) END AS month
FROM pairs WHERE NOT mutual OR source <> target
"""
_FORGET = """
DELETE FROM dyads WHERE event_id IN (
    SELECT event_id FROM events SEMI JOIN incoming USING (document_id, version)
)
"""
_NEW = """
SELECT *, 1::INTEGER AS version, $origin AS origin FROM given
ANTI JOIN (SELECT event_id FROM events WHERE origin = $origin) USING (event_id)
"""
_SUPERSEDED = pa.schema([("document_id", pa.string()), ("version", pa.int32())])
_SIGNATURES = pa.schema([("band", pa.uint64()), ("document_id", pa.string()), ("version", pa.int32())])
_FAILURES = pa.schema([("source", pa.string()), ("kind", pa.string()), ("reason", pa.string())])


@dataclass(slots=True)
class Batch:
    """What one transaction adds."""

    documents: list[Row] = field(default_factory=list)
    superseded: list[Row] = field(default_factory=list)
    signatures: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.documents) + len(self.failures)


def store(connection: Connection, batch: Batch, *, run_id: str) -> None:
    """Add a batch. What is superseded leaves the dyads before its successor enters them."""
    stamped = f"*, $run AS run_id, {NOW} AS added_at"
    if batch.superseded:
        rows = table(batch.superseded, _SUPERSEDED)
        _insert(connection, "superseded", rows)
        _with(connection, rows, _FORGET)
    for name, found, schema in (
        ("documents", batch.documents, document_schema()),
        ("failures", batch.failures, _FAILURES),
    ):
        if found:
            sql = f"INSERT INTO {name} BY NAME SELECT {stamped} FROM incoming"
            _with(connection, table(found, schema), sql, run=run_id)
    if batch.signatures:
        _insert(connection, "signatures", table(batch.signatures, _SIGNATURES))
    if batch.statements:
        _insert(connection, "statements", table(batch.statements, statement_schema()))
    if batch.events:
        events = table(batch.events, events_schema())
        _insert(connection, "events", events)
        _with(connection, events, _PAIRS)


def append_events(connection: Connection, events: Any, *, origin: str) -> int:
    """Add an Arrow table of another source's events (the contract's columns), once each; how many were new."""
    connection.register("given", events)
    new = connection.sql(_NEW, params={"origin": origin}).to_arrow_table()
    connection.unregister("given")
    _insert(connection, "events", new)
    _with(connection, new, _PAIRS)
    return int(new.num_rows)


def _insert(connection: Connection, name: str, rows: Any) -> None:
    _with(connection, rows, f"INSERT INTO {name} BY NAME SELECT * FROM incoming")


def _with(connection: Connection, rows: Any, sql: str, **values: object) -> None:
    connection.register("incoming", rows)
    connection.execute(sql, values or None)
    # Not where it failed: the transaction is lost then and takes no more commands.
    connection.unregister("incoming")
