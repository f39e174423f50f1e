"""A record for Python: adding to it and asking it.

In: documents, filters. Out: rows as `Result`s. The file is opened for each call alone, so a `Record` may be kept for
long while others write, and used from several threads.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.document import Document, Failure
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.adding import Coding, Summary, add
from dragoman.record.filters import Condition, Filters, condition
from dragoman.record.importing import append, told
from dragoman.record.intake import Item
from dragoman.record.keys import found, found_at
from dragoman.record.ledgers import LEDGERS, ledger
from dragoman.record.result import Result
from dragoman.record.store import first_line, reading
from dragoman.running.worker import MakeCoder, new_coder
from dragoman.settings import LEAST_CONFIDENCE
from dragoman.writing.parquet import schema as event_schema

# No files, no network, no way to allow them again.
_CLOSED = {"enable_external_access": "false", "lock_configuration": "true"}
_REVIEWED = {
    "prefer": "true",
    "only": "event_id IN (SELECT event_id FROM claims WHERE verdict = 'accept' OR claimed IS NOT NULL)",
}
_ORDER = "date_start DESC NULLS LAST, document_id, sentence_start, event_id"


class Record:
    """The record in a file. It need not exist before the first `add`."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def add(
        self, documents: Iterable[Item], *, jobs: int = 1, make_coder: MakeCoder | None = None, coder: str = ""
    ) -> Summary:
        """Code what the record does not have, and keep it; what was done in numbers.

        `jobs` coding processes (0: decided by the input); `make_coder` builds another coder than the shipped one,
        `coder` names it. Raises RecordError, and UsageError for what is no document; what was added before stays, and
        the same call again does the rest.
        """
        documents = _documents(documents)
        coding = Coding(make_coder, jobs, coder) if make_coder else Coding(_shipped, jobs, coder or shipped_version())
        return add(self.path, documents, coding)

    def events(self, *, limit: int | None = None, reviewed: str | None = None, **filters: Any) -> Result:
        """Events that these filters mean (fields of `Filters`), the latest first, in the contract's columns.

        `reviewed` "prefer" takes the values that people corrected and leaves out what they rejected; "only" leaves out
        what nobody accepted or corrected, too. Raises UsageError for a filter there is none of or a value that cannot
        be.
        """
        if reviewed not in (None, *_REVIEWED):
            raise UsageError(f"reviewed {reviewed!r}: choose {' or '.join(_REVIEWED)}")
        where = condition(_filters(filters))
        columns = ", ".join(f'"{name}"' for name in event_schema().names)
        source = f"reviewed_events WHERE {_REVIEWED[reviewed]}" if reviewed else "current_events WHERE true"
        return self._ask(f"SELECT {columns} FROM {source} AND {where.sql} ORDER BY {_ORDER}", where, limit)

    def incidents(self, *, limit: int | None = None, **filters: Any) -> Result:
        """What happened, once each, the latest first: incidents of which some report fits the filters.

        Status and days are the incident's own, the rest is told as its best report tells it; `disagreements` says where
        reports differ, `members` are the ids of their events. Raises UsageError as `events` does.
        """
        return self.ledger("incidents", limit=limit, **filters)

    def ledger(self, name: str, *, limit: int | None = None, **filters: Any) -> Result:
        """Rows of a ledger (`LEDGERS`: visits, meetings, agreements, statements, dyads …), actual ones by default.

        Each counts or tells incidents, not reports of them. Raises UsageError as `events` does.
        """
        default = {"status": LEDGERS[name].status} if name in LEDGERS else {}
        asked = ledger(name, _filters(default | filters))
        return self._ask(asked.sql, asked, limit)

    def plot(self, kind: str, path: str | Path, **filters: Any) -> bool:
        """Write a plot of `PLOTS` (timeline, series, network) of what the filters mean, as .html, .png or .svg; whether
        anything is on it.

        A series and a network count incidents, each once, actual ones by default. Raises UsageError for a kind there
        is none of, a filter that cannot be, or without the extra `plot`.
        """
        from dragoman.record.plotting import PLOTS, drawn, write

        if kind not in PLOTS:
            raise UsageError(f"plot {kind!r}: there are {', '.join(PLOTS)}")
        asked = PLOTS[kind].query(_filters({"status": PLOTS[kind].status} | filters))
        chart = PLOTS[kind].draw(self._ask(asked.sql, asked, None))
        write(chart, Path(path))
        return drawn(chart)

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """The documents of these ids, each in its latest version; those of imported events have no text."""
        with reading(self.path) as connection:
            rows = connection.sql(_BY_ID, params={"ids": list(ids)}).to_arrow_table().to_pylist()
        return {row["id"]: Document(**row) for row in rows}

    def sql(self, query: str, values: dict[str, object] | None = None) -> Result:
        """Rows of a query of the caller's own ($name stands for a value), read-only and without any other file.

        Raises UsageError for SQL that is none, or that wants to write or to reach beyond the record.
        """
        with reading(self.path, config=_CLOSED) as connection:
            try:
                if len(connection.extract_statements(query)) > 1:
                    raise UsageError("SQL: is several statements; ask them one by one")
                found = connection.sql(query, params=values or {})
                return Result(_told_apart(found.to_arrow_table()) if found is not None else pa.table({}))
            except (duckdb.IOException, duckdb.FatalException):
                raise
            except duckdb.Error as error:
                raise UsageError(f"SQL: {first_line(error)}") from None

    def append(self, events: Iterable[Event | dict[str, Any]] | Any, *, origin: str) -> int:
        """Keep events of another source as they are, uncoded, in one transaction; their number.

        `events` are `Event`s, rows of the contract, or an Arrow table with its columns. `origin` names the source and
        is not "": filters mean events coded here unless they name an origin. Events of this origin that are there
        already, by their id, are left as they are. Raises UsageError for what is no event.
        """
        rows = events if isinstance(events, pa.Table) else told(events)
        return append(self.path, rows, origin=origin)

    def event(self, event_id: str) -> dict[str, Any] | None:
        """One event with its `incident_id`, and `document`: where it comes from, its version and its text.

        None where there is none of this id, and None as `document` where nothing is known of it. Of an imported event
        that was coded here too, the one coded here.
        """
        if not isinstance(event_id, str):
            raise UsageError(f"event_id {event_id!r:.60} is a {type(event_id).__name__}; give text")
        with reading(self.path) as connection:

            def first(sql: str, values: dict[str, object]) -> dict[str, Any] | None:
                return next(iter(Result(connection.sql(sql, params=values).to_arrow_table())), None)

            # One after the other, each by an index: a join of the three would read all of them.
            sql = f"{found(connection, 'events', event_id)} SELECT * FROM found WHERE event_id = $id"
            rows = Result(connection.sql(sql, params={"id": event_id}).to_arrow_table()).dicts()
            if not rows:
                return None
            event = min(rows, key=lambda row: (row["origin"], -row["version"]))
            key, told, origin = event.pop("key"), event["document_id"], event["origin"]
            if origin:
                sql = f"{found(connection, 'imported_documents', told)} {_IMPORTED}"
                document = first(sql, {"id": told, "origin": origin})
                return event | {"incident_id": None, "document": document}
            sql = f"{found(connection, 'documents', told)} {_DOCUMENT}"
            document = first(sql, {"id": told, "version": event["version"]})
            sql = f"{found_at('members', [key])} SELECT incident_id FROM found WHERE event_id = $id"
            member = first(sql, {"id": event_id})
            return event | {"incident_id": member and member["incident_id"], "document": document}

    def _ask(self, sql: str, where: Condition, limit: int | None) -> Result:
        if limit is not None and (not isinstance(limit, int) or limit < 0):
            raise UsageError(f"limit {limit!r:.60}: give a whole number, 0 or more")
        limited = f"{sql} LIMIT $limit" if limit is not None else sql
        values = where.values | ({"limit": limit} if limit is not None else {})
        with reading(self.path) as connection:
            return Result(connection.sql(limited, params=values).to_arrow_table())


_BY_ID = """
SELECT * EXCLUDE (version) FROM (
    SELECT 0 AS version, document_id AS id, '' AS text, source, title, author, publisher, url, language, pub_date,
        '' AS pub_date_basis
    FROM imported_documents
    UNION ALL BY NAME
    SELECT version, document_id AS id, text, source, title, author, publisher, url, language, pub_date, pub_date_basis
    FROM documents
) WHERE id IN (SELECT unnest($ids)) ORDER BY version
"""
_ABOUT = "source, title, author, publisher, url, pub_date"
_DOCUMENT = f"SELECT version, status, {_ABOUT}, text FROM found WHERE document_id = $id AND version = $version"
_IMPORTED = f"""
SELECT NULL AS version, 'imported' AS status, {_ABOUT}, NULL AS text FROM found
WHERE document_id = $id AND origin = $origin
"""


def _told_apart(rows: pa.Table) -> pa.Table:
    """The table with columns of one name told apart, as DuckDB does it in its tables: a, a_1."""
    names: list[str] = []
    for name in rows.column_names:
        number, apart = 0, name
        while apart in names or (number and apart in rows.column_names):
            number += 1
            apart = f"{name}_{number}"
        names.append(apart)
    return rows.rename_columns(names)


def shipped_version() -> str:
    """What the shipped coder signs its events with, told without loading it."""
    from dragoman import __version__
    from dragoman.models import weights

    return f"dragoman {__version__} {weights().stem}"


_shipped: MakeCoder = partial(new_coder, None, LEAST_CONFIDENCE)


def _documents(given: Iterable[Item]) -> Iterator[Item]:
    """The same one by one. Raises UsageError for what is no document, where its turn comes."""
    if isinstance(given, Document) or not isinstance(given, Iterable):
        raise UsageError(f"add: {given!r:.60} is no list of documents; give dragoman.read(…) or a list")
    for one in given:
        if not isinstance(one, Document | Failure):
            raise UsageError(f"add: {one!r:.60} is no Document; read files by dragoman.read")
        yield one


def _filters(given: dict[str, Any]) -> Filters:
    unknown = [name for name in given if name not in Filters.__dataclass_fields__]
    if unknown:
        raise UsageError(f"filter {unknown[0]!r}: there are {', '.join(Filters.__dataclass_fields__)}")
    return Filters(**{name: value for name, value in given.items() if value is not None})
