"""Lists of documents: by words of their titles and makers, by status and day of publication.

In: what is asked for. Out: a page of the snapshot's rows, each with how many events it has.
"""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dragoman.desk.lists import Page
from dragoman.desk.snapshot import Snapshot
from dragoman.errors import UsageError
from dragoman.record.filters import days, like

STATUSES = ("coded", "duplicate", "failed")
_COLUMNS = (
    "document_id", "version", "status", "reason", "title", "author", "publisher", "url", "language", "source",
    "pub_date",
)  # fmt: skip


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
    where = " AND ".join(parts)
    total = snapshot.ask(f"SELECT count(*) AS n FROM documents WHERE {where}", values)[0]["n"]
    follows = "true"
    if asked.after:
        last = snapshot.one("SELECT pub_date AS day FROM documents WHERE document_id = $id", {"id": asked.after})
        if last is None:
            raise UsageError("cursor: what it points to is no longer in the record; begin again")
        follows = "(coalesce(pub_date, DATE '0001-01-01'), document_id) < (coalesce($day, DATE '0001-01-01'), $id)"
        values |= {"day": last["day"], "id": asked.after}
    sql = (
        f"SELECT {', '.join(_COLUMNS)} FROM documents WHERE {where} AND {follows} "
        "ORDER BY coalesce(pub_date, DATE '0001-01-01') DESC, document_id DESC LIMIT $limit"
    )
    found = snapshot.ask(sql, values | {"limit": asked.limit + 1})
    shown = _counted(snapshot, found[: asked.limit])
    return Page(shown, total, shown[-1]["document_id"] if len(found) > asked.limit else "")


def as_table(rows: list[dict[str, Any]]) -> Any:
    """Rows as an Arrow table, also without any."""
    kinds = {"version": pa.int32(), "pub_date": pa.date32(), "events": pa.int64()}
    names = [*_COLUMNS, "events"]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, kinds.get(name, pa.string())) for name in names]))


def _condition(asked: Asked) -> tuple[list[str], dict[str, object]]:
    parts, values = ["true"], dict[str, object]()
    if asked.words:
        fields = " OR ".join(f"{name} ILIKE $words ESCAPE '\\'" for name in ("title", "publisher", "author", "source"))
        parts.append(f"({fields})")
        values["words"] = like(asked.words)
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


def _counted(snapshot: Snapshot, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    sql = "SELECT document_id, count(*) AS n FROM events WHERE document_id IN (SELECT unnest($ids)) GROUP BY ALL"
    counts = snapshot.ask(sql, {"ids": [row["document_id"] for row in found]})
    known = {row["document_id"]: row["n"] for row in counts}
    return [row | {"events": known.get(row["document_id"], 0)} for row in found]
