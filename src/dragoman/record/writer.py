"""A batch of results into the tables, in the transaction of an open connection.

In: rows of documents, events, statements and failures. Out: nothing; all of it is in the record when the block that
gave the connection ends, or none of it.
"""

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from dragoman.record.columns import document_schema, events_schema, statement_schema, table
from dragoman.record.incidents import Links, count_foreign, counted
from dragoman.record.linking import Report
from dragoman.record.store import Connection

Row = dict[str, Any]

NOW = "now()::TIMESTAMPTZ AT TIME ZONE 'UTC'"

_NEW = """
SELECT *, 1::INTEGER AS version, $origin AS origin FROM given
ANTI JOIN (SELECT event_id FROM events WHERE origin = $origin) USING (event_id)
"""
# Costs a sort of whole rows, so it is asked for only where some id stands twice.
_ONCE = " QUALIFY row_number() OVER (PARTITION BY event_id) = 1"
_TWICE = "SELECT count(*) - count(DISTINCT event_id) FROM given"
_DOCUMENTS = """
INSERT INTO imported_documents BY NAME
SELECT *, $origin AS origin FROM incoming
ANTI JOIN (SELECT document_id FROM imported_documents WHERE origin = $origin) USING (document_id)
"""
_SUPERSEDED = pa.schema([("document_id", pa.string()), ("version", pa.int32())])
_SIGNATURES = pa.schema([("band", pa.uint64()), ("document_id", pa.string()), ("version", pa.int32())])
_FAILURES = pa.schema([("source", pa.string()), ("kind", pa.string()), ("reason", pa.string())])


@dataclass(slots=True)
class Batch:
    """What one transaction adds; `reports` are what linking reads of its events, by document and version."""

    documents: list[Row] = field(default_factory=list)
    superseded: list[Row] = field(default_factory=list)
    signatures: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    reports: dict[tuple[str, int], list[Report]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.documents) + len(self.failures)


def store(connection: Connection, batch: Batch, *, run_id: str, links: Links) -> None:
    """Add a batch and link its events; those of superseded documents leave their incidents."""
    stamped = f"*, $run AS run_id, {NOW} AS added_at"
    gone = counted(connection, {row["document_id"] for row in batch.superseded}) if batch.superseded else []
    if batch.superseded:
        _insert(connection, "superseded", table(batch.superseded, _SUPERSEDED))
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
        _insert(connection, "events", table(batch.events, events_schema()))
    if batch.events or gone:
        new = [report for reports in batch.reports.values() for report in reports]
        links.update(connection, new=new, gone=gone)


def append_events(connection: Connection, events: Any, *, origin: str, documents: Any = None) -> int:
    """Add an Arrow table of another source's events (the contract's columns), once each; how many were new."""
    connection.register("given", events)
    ((twice,),) = connection.execute(_TWICE).fetchall()
    new = connection.sql(_NEW + (_ONCE if twice else ""), params={"origin": origin}).to_arrow_table()
    connection.unregister("given")
    _insert(connection, "events", new)
    count_foreign(connection, new)
    if documents is not None:
        _with(connection, documents, _DOCUMENTS, origin=origin)
    return int(new.num_rows)


def _insert(connection: Connection, name: str, rows: Any) -> None:
    _with(connection, rows, f"INSERT INTO {name} BY NAME SELECT * FROM incoming")


def _with(connection: Connection, rows: Any, sql: str, **values: object) -> None:
    connection.register("incoming", rows)
    connection.execute(sql, values or None)
    # Not where it failed: the transaction is lost then and takes no more commands.
    connection.unregister("incoming")
