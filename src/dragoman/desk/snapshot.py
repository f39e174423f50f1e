"""A snapshot: what lists and charts need of a record, in memory, as it stood at one moment.

In: an open record. Out: a `Snapshot` that answers SQL on the tables of settling.sql and tallying.sql, made of those of
snapshot.sql, while the file belongs to whoever writes. About 300 bytes an event.
"""

import logging
import re
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.record.filters import Condition, Filters, Layout, condition, phrases
from dragoman.record.result import Result
from dragoman.record.standing import Claim, standing
from dragoman.record.store import Connection

log = logging.getLogger(__name__)

# Fields of an event that lists are filtered, sorted or counted by, so that a person's claim must stand here too.
CLAIMED = (
    "event_type", "mode", "status", "cameo_code", "quad_class", "goldstein", "confidence", "date_start", "date_end",
)  # fmt: skip
# An incident's status and days are made of all its reports (`_restate`, linking).
_HELD = {"events": CLAIMED, "incidents": tuple(n for n in CLAIMED if n not in ("status", "date_start", "date_end"))}
_COLUMNS = {"claims": "n, event_id, field, value, reviewer, note, reviewed_at", "set_aside": "n, event_id, why"}
_PART = re.compile(r"-- name: (\w+)\n(.*?)(?=\n-- name|\Z)", re.S)


def _any_party(column: str, test: str) -> str:
    acts = "s.acts" if column == "actors" else "NOT s.acts"
    return f"rank IN (SELECT s.rank FROM sides s WHERE {acts} AND s.n IN (SELECT p.n FROM parties p WHERE {test}))"


def _any_side(test: str) -> str:
    return f"rank IN (SELECT s.rank FROM sides s WHERE s.n IN (SELECT p.n FROM parties p WHERE {test}))"


def _one(column: str, test: str) -> str:
    return f"{column} IN (SELECT {column}.n FROM {'places' if column == 'place' else 'voices'} {column} WHERE {test})"


# How parties, places and voices are looked for in these tables.
_LAYOUT = Layout(
    any_party=_any_party,
    any_side=_any_side,
    one=_one,
    said={
        "accept": "event_id IN (SELECT event_id FROM verdicts WHERE verdict = 'accept')",
        "reject": "event_id IN (SELECT event_id FROM verdicts WHERE verdict = 'reject')",
        "correct": "event_id IN (SELECT event_id FROM claims)",
        "none": "NOT judged",
    },
)


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
    _tallied: bool = field(default=False, repr=False)

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

    def tally(self) -> None:
        """Let `pairs` and `countries` count what stands now."""
        with self._writing:
            if not self._tallied:
                cursor = self._connection.cursor()
                cursor.execute(_text("tallying.sql"))
                cursor.close()
                self._tallied = True

    def take(self, reviews: list[tuple[Any, ...]], machine: dict[str, Any]) -> None:
        """Let the reviews of one event stand: all its rows, and the event as the machine coded it."""
        event_id = machine["event_id"]
        with self._writing:
            cursor = self._connection.cursor()
            try:
                cursor.begin()
                for table in ("reviews", "claims", "set_aside"):
                    cursor.execute(f"DELETE FROM {table} WHERE event_id = ?", [event_id])
                if reviews:
                    cursor.executemany("INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?)", reviews)
                for table, names in _HELD.items():
                    sets = ", ".join(f"{name} = ${name}" for name in names)
                    values = {name: machine[name] for name in names} | {"id": event_id}
                    cursor.execute(f"UPDATE {table} SET {sets} WHERE event_id = $id", values)
                cursor.execute("UPDATE events SET judged = false WHERE event_id = ?", [event_id])
                _stand(cursor, [machine], map(Claim._make, reviews))
                _claim(cursor, of=event_id)
                cursor.commit()
                self._tallied = False
            finally:
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
    reviewed = Result(found.pop("reviewed")).dicts()
    for name in (one for one in parts() if one in found):
        connection.register("incoming", found.pop(name))
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
        connection.unregister("incoming")
    connection.execute(_text("settling.sql"))
    said = connection.execute("SELECT * FROM reviews").fetchall() if reviewed else []
    _stand(connection, reviewed, map(Claim._make, said))
    _claim(connection)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    made = Snapshot(generation, connection)
    made.tally()
    return made


@cache
def parts() -> dict[str, str]:
    """The questions that a snapshot is made of, by the table that each fills."""
    return dict(_PART.findall(_text("snapshot.sql")))


def _stand(connection: Connection, machine: Iterable[dict[str, Any]], said: Iterable[Claim]) -> None:
    """Tell the claims that stand from those that are left out, of events as the machine coded them."""
    by_event = defaultdict[str, list[Claim]](list)
    for claim in said:
        by_event[claim.event_id].append(claim)
    stand: list[Claim] = []
    out: list[dict[str, Any]] = []
    for row in machine:
        found = standing(row, by_event[row["event_id"]])
        stand += found.claims.values()
        for n, why in found.left_out.items():
            log.warning("event %s: what was said of it is left out: %s", row["event_id"], ascii(why)[1:-1])
            out.append({"n": n, "event_id": row["event_id"], "why": why})
    for name, rows in (("claims", [claim._asdict() for claim in stand]), ("set_aside", out)):
        if rows:
            connection.register("incoming", pa.Table.from_pylist(rows))
            connection.execute(f"INSERT INTO {name} BY NAME SELECT {_COLUMNS[name]} FROM incoming")
            connection.unregister("incoming")


def _claim(connection: Connection, *, of: str = "") -> None:
    """Put what people say, of one event or of all, in the place of what the machine said."""
    for table, names in _HELD.items():
        for name in names:
            connection.execute(
                f"UPDATE {table} SET {name} = (c.value ->> '$') FROM claims c "
                f"WHERE c.event_id = {table}.event_id AND c.field = '{name}' AND $of IN ('', {table}.event_id)",
                {"of": of},
            )
    _restate(connection, of=of)
    told = "SELECT event_id FROM verdicts UNION ALL SELECT event_id FROM claims"
    connection.execute(
        f"UPDATE events SET judged = true WHERE event_id IN ({told}) AND $of IN ('', event_id)", {"of": of}
    )


def _restate(connection: Connection, *, of: str) -> None:
    """Incidents some report of which has another status: actual when any is, else as the latest says (linking)."""
    touched = "event_id = $of" if of else "event_id IN (SELECT event_id FROM claims WHERE field = 'status')"
    connection.execute(
        f"""UPDATE incidents SET status = told.status FROM (
            SELECT e.incident, CASE WHEN bool_or(e.status = 'actual') THEN 'actual'
                ELSE arg_max(e.status, (coalesce(d.pub_date, '9999-12-31'::DATE), e.event_id)) END AS status
            FROM events e LEFT JOIN documents d ON d.document_id = e.document_id
            WHERE e.incident IN (SELECT incident FROM events WHERE {touched}) GROUP BY e.incident
        ) told WHERE told.incident = incidents.ord""",
        {"of": of} if of else None,
    )


def _text(name: str) -> str:
    return (files("dragoman.desk") / name).read_text(encoding="utf-8")
