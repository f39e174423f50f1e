"""Lists of documents: by words of their titles and makers, by status and day of publication.

In: what is asked for. Out: a page of the snapshot's rows, each with how many events it has. What reading left out is no
document: it is listed alone, under a status of its own, by its source and the reason.
"""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dragoman.desk.lists import Page
from dragoman.desk.snapshot import Snapshot, worded
from dragoman.errors import UsageError
from dragoman.record.filters import days

LEFT_OUT = "left_out"
STATUSES = ("coded", "duplicate", "failed", LEFT_OUT)
# The tables of the snapshot that are listed, and what a cursor names a row of each by.
_KEYS = {"documents": "document_id", LEFT_OUT: "key"}
_COLUMNS = (
    "document_id", "version", "status", "reason", "title", "author", "publisher", "url", "language", "source",
    "pub_date", "events",
)  # fmt: skip
_PAGE = """
WITH hit AS MATERIALIZED (SELECT ord FROM {table} WHERE {where})
SELECT total, row.* FROM (SELECT count(*) AS total FROM hit)
LEFT JOIN (SELECT ord, {key} AS cursor, {columns} FROM {table} WHERE ord IN (
    SELECT ord FROM hit WHERE {follows} ORDER BY ord LIMIT $limit
)) row ON true ORDER BY ord
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which documents; "" does not filter. Raises UsageError for a value that cannot be.

    `words` all stand in title, publisher, author or source; those in double quotes in this order.
    """

    words: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    after: str = ""
    limit: int = 50

    def __post_init__(self) -> None:
        if self.status and self.status not in STATUSES:
            raise UsageError(f"status {self.status!r}: choose {', '.join(STATUSES)}")


def page(snapshot: Snapshot, asked: Asked) -> Page:
    """A page, the latest published first."""
    parts, values = _condition(asked)
    table = LEFT_OUT if asked.status == LEFT_OUT else "documents"
    key = _KEYS[table]
    follows = "true"
    if asked.after:
        last = snapshot.one(f"SELECT ord FROM {table} WHERE {key} = $id", {"id": asked.after})
        if last is None:
            raise UsageError("cursor: what it points to is no longer in the record; begin again")
        follows = "ord > $last"
        values["last"] = last["ord"]
    where, columns = " AND ".join(parts), ", ".join(_COLUMNS)
    sql = _PAGE.format(where=where, follows=follows, columns=columns, table=table, key=key)
    found = snapshot.ask(sql, values | {"limit": asked.limit + 1})
    rows = [row for row in found if row["ord"] is not None]
    shown = [{name: row[name] for name in _COLUMNS} for row in rows[: asked.limit]]
    return Page(shown, found[0]["total"], rows[asked.limit - 1]["cursor"] if len(rows) > asked.limit else "")


def left_out(snapshot: Snapshot) -> int:
    """How much reading left out."""
    return int(snapshot.ask(f"SELECT count(*) AS n FROM {LEFT_OUT}")[0]["n"])


def as_table(rows: list[dict[str, Any]]) -> Any:
    """Rows as an Arrow table, also without any."""
    kinds = {"version": pa.int32(), "pub_date": pa.date32(), "events": pa.int64()}
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, kinds.get(name, pa.string())) for name in _COLUMNS]))


def _condition(asked: Asked) -> tuple[list[str], dict[str, object]]:
    words = worded(asked.words)
    parts, values = [words.sql], dict(words.values)
    if asked.status:
        parts.append("status = $status")
        values["status"] = asked.status
    if asked.since:
        parts.append("pub_date >= $since")
        values["since"] = days(asked.since, name="since")[0]
    if asked.until:
        parts.append("pub_date <= $until")
        values["until"] = days(asked.until, name="until")[1]
    return parts, values
