"""A snapshot: what lists and charts need of a record, in memory, as it stood at one moment.

In: an open record. Out: a `Snapshot` that answers SQL on the tables of snapshot.sql and settling.sql while the file
belongs to whoever writes. About 300 bytes an event.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from dragoman.record.filters import Condition, Filters, Layout, condition, phrases
from dragoman.record.store import Connection

# Fields of an event that lists are filtered, sorted or counted by, so that a person's claim must stand here too.
CLAIMED = ("event_type", "mode", "status", "cameo_code", "quad_class", "goldstein")
# An incident's status is made of all its reports.
_HELD = {"events": CLAIMED, "incidents": tuple(name for name in CLAIMED if name != "status")}
_PART = re.compile(r"-- name: (\w+)\n(.*?)(?=\n-- name|\Z)", re.S)


def _any_party(column: str, test: str) -> str:
    acts = "s.acts" if column == "actors" else "NOT s.acts"
    return f"rank IN (SELECT s.rank FROM sides s WHERE {acts} AND s.n IN (SELECT p.n FROM parties p WHERE {test}))"


def _any_side(test: str) -> str:
    return f"rank IN (SELECT s.rank FROM sides s WHERE s.n IN (SELECT p.n FROM parties p WHERE {test}))"


def _one(column: str, test: str) -> str:
    return f"{column} IN (SELECT {column}.n FROM {'places' if column == 'place' else 'voices'} {column} WHERE {test})"


# How parties, places and voices are looked for in these tables.
_LAYOUT = Layout(any_party=_any_party, any_side=_any_side, one=_one)


def meant(filters: Filters) -> Condition:
    """The condition on this snapshot's `events`."""
    where, words = condition(replace(filters, text=None), _LAYOUT), worded(filters.text)
    return Condition(f"{where.sql} AND {words.sql}", where.values | words.values)


def worded(text: str | None) -> Condition:
    """The condition on rows with `words`: all that are asked for stand there. They are in small letters already."""
    values: dict[str, object] = {f"text{n}": phrase for n, phrase in enumerate(phrases(text))}
    return Condition(" AND ".join(["true", *(f"contains(words, lower(${name}))" for name in values)]), values)


@dataclass(slots=True)
class Snapshot:
    """Tables in memory. `generation` tells one snapshot from all others of a process."""

    generation: int
    _connection: Connection = field(repr=False)
    _writing: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def ask(self, sql: str, values: dict[str, object] | None = None) -> list[dict[str, Any]]:
        """Rows of a question."""
        cursor = self._connection.cursor()
        try:
            found = cursor.execute(sql, values or None)
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        finally:
            cursor.close()

    def one(self, sql: str, values: dict[str, object] | None = None) -> dict[str, Any] | None:
        """The first row, if there is one."""
        return next(iter(self.ask(sql, values)), None)

    def take(self, reviews: list[tuple[Any, ...]], machine: dict[str, Any]) -> None:
        """Let the reviews of one event stand: all its rows, and the event as the machine coded it."""
        with self._writing:
            cursor = self._connection.cursor()
            cursor.begin()
            cursor.execute("DELETE FROM reviews WHERE event_id = ?", [machine["event_id"]])
            if reviews:
                cursor.executemany("INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?)", reviews)
            known = {name: machine[name] for name in CLAIMED}
            for table, names in _HELD.items():
                sets = ", ".join(f"{name} = ${name}" for name in names)
                values = {name: known[name] for name in names} | {"id": machine["event_id"]}
                cursor.execute(f"UPDATE {table} SET {sets} WHERE event_id = $id", values)
            cursor.execute("UPDATE events SET judged = false WHERE event_id = ?", [machine["event_id"]])
            _claim(cursor, of=machine["event_id"])
            cursor.commit()
            cursor.close()


def read(source: Connection) -> dict[str, Any]:
    """The parts that a snapshot is made of, as Arrow tables by their names."""
    return {name: source.sql(sql).to_arrow_table() for name, sql in parts().items()}


def build(
    found: dict[str, Any], *, generation: int, begun: Callable[[Connection], object] = lambda _connection: None
) -> Snapshot:
    """A snapshot of parts that were read; they are taken out one by one, so that none is held twice for long.

    `begun` is given the connection that is worked with, to interrupt it.
    """
    connection = duckdb.connect(config={"threads": "2"})
    begun(connection)
    # It would write into the terminal of whoever serves.
    connection.execute("SET enable_progress_bar = false")
    for name in parts():
        connection.register("incoming", found.pop(name))
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
        connection.unregister("incoming")
    connection.execute(_text("settling.sql"))
    _claim(connection)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return Snapshot(generation, connection)


@cache
def parts() -> dict[str, str]:
    """The questions that a snapshot is made of, by the table that each fills."""
    return dict(_PART.findall(_text("snapshot.sql")))


def _claim(connection: Connection, *, of: str = "") -> None:
    """Put what people say, of one event or of all, in the place of what the machine said."""
    for table, names in _HELD.items():
        for name in names:
            connection.execute(
                f"UPDATE {table} SET {name} = (c.value ->> '$') FROM claims c "
                f"WHERE c.event_id = {table}.event_id AND c.field = '{name}' AND $of IN ('', {table}.event_id)",
                {"of": of},
            )
    told = "SELECT event_id FROM verdicts UNION ALL SELECT event_id FROM claims"
    connection.execute(
        f"UPDATE events SET judged = true WHERE event_id IN ({told}) AND $of IN ('', event_id)", {"of": of}
    )


def _text(name: str) -> str:
    return (files("dragoman.desk") / name).read_text(encoding="utf-8")
