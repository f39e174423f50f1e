"""Rows with their words, from the file: events by id, documents, statements.

In: ids. Out: rows as dictionaries in the contract's form. Events asked for lately are kept while one snapshot stands: a
later version of their document may have other rows of the same ids.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dragoman.desk.readings import Readings
from dragoman.record.keys import found, found_all
from dragoman.record.result import Result
from dragoman.record.store import Connection
from dragoman.writing.parquet import schema

_KEPT = 5_000
_COLUMNS = ", ".join(f'"{name}"' for name in (*schema().names, "version", "origin"))
_LAST_MEANT = "ORDER BY origin = $origin, origin = '', version"
Row = dict[str, Any]


class Details:
    """Events of one record by id, with a memory of the latest; `generation` tells which snapshot stands."""

    def __init__(self, readings: Readings, generation: Callable[[], int] = lambda: 0) -> None:
        self.readings = readings
        self._generation = generation
        self._of = 0
        self._kept: OrderedDict[tuple[str, str], Row] = OrderedDict()
        self._lock = threading.Lock()

    def events(self, ids: Sequence[str], *, origin: str = "") -> list[Row]:
        """The events of these ids in their order, in the contract's columns and `version`, `origin`; unknown ids are
        left out. Of several sources with one id the one of this origin is meant, else the event coded here. Each row is
        the caller's own copy, but not what is nested in it."""
        generation = self._generation()
        with self._lock:
            if generation != self._of:
                self._kept.clear()
                self._of = generation
            have = {one: self._kept[origin, one] for one in ids if (origin, one) in self._kept}
        missing = [one for one in ids if one not in have]
        if missing:
            have |= self._fetch(missing, origin, generation)
        return [dict(have[one]) for one in ids if one in have]

    def event(self, event_id: str) -> Row | None:
        """One event, or None."""
        return next(iter(self.events([event_id])), None)

    def document(self, document_id: str, *, version: int | None = None) -> Row | None:
        """A document with its text in its latest or another version, with `versions` there are; None without it."""
        with self.readings.cursor() as cursor:
            asked = "SELECT * EXCLUDE (sentences, key) FROM found WHERE document_id = $id ORDER BY version DESC"
            told = rows(cursor, f"{found(cursor, 'documents', document_id)} {asked}", {"id": document_id})
        chosen = next((row for row in told if version in (None, row["version"])), None)
        return chosen and chosen | {"versions": sorted(row["version"] for row in told)}

    def of_version(self, document_id: str, *, version: int) -> list[Row]:
        """The events of one version of a document, in the order of its text. Ids may be those of another version's."""
        asked = f"SELECT {_COLUMNS} FROM events WHERE document_id = $id AND version = $version AND origin = '' "
        with self.readings.cursor() as cursor:
            values: dict[str, object] = {"id": document_id, "version": version}
            return rows(cursor, asked + "ORDER BY sentence_start, event_id", values)

    def _fetch(self, ids: list[str], origin: str, generation: int) -> dict[str, Row]:
        asked = f"SELECT {_COLUMNS} FROM found WHERE event_id IN (SELECT unnest($ids)) {_LAST_MEANT}"
        with self.readings.cursor() as cursor:
            told = rows(cursor, f"{found_all(cursor, 'events', ids)} {asked}", {"ids": ids, "origin": origin})
        fetched = {row["event_id"]: row for row in told}
        with self._lock:
            # What was read before the snapshot changed may be older than that.
            if generation == self._of:
                self._kept.update({(origin, one): row for one, row in fetched.items()})
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return fetched


def rows(cursor: Connection, sql: str, values: dict[str, object]) -> list[Row]:
    """Rows of a question, days as ISO text."""
    return Result(cursor.sql(sql, params=values).to_arrow_table()).dicts()


def by_id(found: Iterable[Row], key: str = "event_id") -> dict[str, Row]:
    """Rows by their id."""
    return {row[key]: row for row in found}
