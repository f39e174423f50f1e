"""A batch of results into the tables, in the transaction of an open connection.

In: rows of documents, events, statements and failures. Out: nothing; all of it is in the record when the block that
gave the connection ends, or none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from dragoman.record.columns import document_schema, events_schema, statement_schema, table
from dragoman.record.incidents import Links, count_foreign, counted
from dragoman.record.linking import Report
from dragoman.record.store import Connection

Row = dict[str, Any]

NOW = "now()::TIMESTAMPTZ AT TIME ZONE 'UTC'"

_IDS = {"events": "event_id", "documents": "document_id", "imported_documents": "document_id"}
# Ids of `given` that the table has. Keys tell nearly surely which they are, and are read much faster than ids.
_KNOWN = """
SELECT {id} FROM {table} WHERE origin = $origin AND rowid IN (
    SELECT rowid FROM {table} SEMI JOIN (SELECT id_digest({id}) AS digest FROM given) ON key_digest(key) = digest
)
"""
_NEW = "SELECT *{more}, $origin AS origin FROM given ANTI JOIN ({known}) USING ({id})"
# Costs a sort of whole rows, so it is asked for only where some id stands twice.
_ONCE = " QUALIFY row_number() OVER (PARTITION BY {id}) = 1"
_TWICE = "SELECT count(*) - count(DISTINCT {id}) FROM given"
_SUPERSEDED = pa.schema([("document_id", pa.string()), ("version", pa.int32())])
_SIGNATURES = pa.schema([("band", pa.uint64()), ("document_id", pa.string()), ("version", pa.int32())])
_PLACES = pa.schema([(name, pa.string()) for name in ("document_id", "source", "place")])
_FAILURES = pa.schema([("source", pa.string()), ("kind", pa.string()), ("reason", pa.string())])


@dataclass(slots=True)
class Batch:
    """What one transaction adds; `reports` are what linking reads of its events, by document and version."""

    documents: list[Row] = field(default_factory=list)
    superseded: list[Row] = field(default_factory=list)
    signatures: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
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
    if batch.documents:
        rows = table(batch.documents, document_schema())
        _insert_keyed(connection, "documents", rows, columns=stamped, run=run_id)
    if batch.places:
        _insert(connection, "places", table(batch.places, _PLACES))
    if batch.failures:
        sql = f"INSERT INTO failures BY NAME SELECT {stamped} FROM incoming"
        _with(connection, table(batch.failures, _FAILURES), sql, run=run_id)
    if batch.signatures:
        _insert(connection, "signatures", table(batch.signatures, _SIGNATURES))
    if batch.statements:
        _insert(connection, "statements", table(batch.statements, statement_schema()))
    if batch.events:
        _insert_keyed(connection, "events", table(batch.events, events_schema()))
    if batch.events or gone:
        new = [report for reports in batch.reports.values() for report in reports]
        links.update(connection, new=new, gone=gone)


def forget(connection: Connection, failures: Sequence[tuple[str, str]]) -> None:
    """Take failures (source, reason) out that are no more."""
    for one in failures:
        connection.execute("DELETE FROM failures WHERE source = ? AND reason = ?", list(one))


def append_events(connection: Connection, events: Any, *, origin: str, documents: Any = None) -> int:
    """Add an Arrow table of another source's events (the contract's columns), once each; how many were new."""
    new = _new(connection, "events", events, origin=origin, more=", 1::INTEGER AS version")
    _insert_keyed(connection, "events", new)
    count_foreign(connection, new)
    if documents is not None:
        told = _new(connection, "imported_documents", documents, origin=origin)
        _insert_keyed(connection, "imported_documents", told)
    return int(new.num_rows)


def _new(connection: Connection, name: str, rows: Any, *, origin: str, more: str = "") -> Any:
    """Those rows that the table has none of, by their id and origin."""
    connection.register("given", rows)
    ((twice,),) = connection.execute(_TWICE.format(id=_IDS[name])).fetchall()
    known = _KNOWN.format(table=name, id=_IDS[name])
    sql = _NEW.format(known=known, id=_IDS[name], more=more) + (_ONCE.format(id=_IDS[name]) if twice else "")
    new = connection.sql(sql, params={"origin": origin}).to_arrow_table()
    connection.unregister("given")
    return new


def _insert(connection: Connection, name: str, rows: Any) -> None:
    _with(connection, rows, f"INSERT INTO {name} BY NAME SELECT * FROM incoming")


def _insert_keyed(connection: Connection, name: str, rows: Any, *, columns: str = "*", **values: object) -> None:
    ((count,),) = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
    key = f"key_at({_IDS[name]}, $first + row_number() OVER () - 1) AS key"
    _with(connection, rows, f"INSERT INTO {name} BY NAME SELECT {columns}, {key} FROM incoming", first=count, **values)


def _with(connection: Connection, rows: Any, sql: str, **values: object) -> None:
    connection.register("incoming", rows)
    connection.execute(sql, values or None)
    # Not where it failed: the transaction is lost then and takes no more commands.
    connection.unregister("incoming")
