"""Lists of documents: by words of their titles and makers, by status and day of publication.

In: what is asked for. Out: a page of the snapshot's rows, each with how many events it has.
"""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dragoman.desk.lists import Page
from dragoman.desk.snapshot import Snapshot
from dragoman.errors import UsageError
from dragoman.record.filters import days

STATUSES = ("coded", "duplicate", "failed")
_COLUMNS = (
    "document_id", "version", "status", "reason", "title", "author", "publisher", "url", "language", "source",
    "pub_date", "events",
)  # fmt: skip
_PAGE = """
WITH hit AS MATERIALIZED (SELECT ord FROM documents WHERE {where})
SELECT total, row.* FROM (SELECT count(*) AS total FROM hit)
LEFT JOIN (SELECT ord, {columns} FROM documents WHERE ord IN (
    SELECT ord FROM hit WHERE {follows} ORDER BY ord LIMIT $limit
)) row ON true ORDER BY ord
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which documents; "" does not filter. Raises UsageError for a value that cannot be."""

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
    follows = "true"
    if asked.after:
        last = snapshot.one("SELECT ord FROM documents WHERE document_id = $id", {"id": asked.after})
        if last is None:
            raise UsageError("cursor: what it points to is no longer in the record; begin again")
        follows = "ord > $last"
        values["last"] = last["ord"]
    sql = _PAGE.format(where=" AND ".join(parts), follows=follows, columns=", ".join(_COLUMNS))
    found = snapshot.ask(sql, values | {"limit": asked.limit + 1})
    rows = [{name: row[name] for name in _COLUMNS} for row in found if row["document_id"] is not None]
    shown = rows[: asked.limit]
    return Page(shown, found[0]["total"], shown[-1]["document_id"] if len(rows) > asked.limit else "")


def as_table(rows: list[dict[str, Any]]) -> Any:
    """Rows as an Arrow table, also without any."""
    kinds = {"version": pa.int32(), "pub_date": pa.date32(), "events": pa.int64()}
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, kinds.get(name, pa.string())) for name in _COLUMNS]))


def _condition(asked: Asked) -> tuple[list[str], dict[str, object]]:
    parts, values = ["true"], dict[str, object]()
    if asked.words:
        parts.append("contains(words, lower($words))")
        values["words"] = asked.words
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
