"""How fast a record takes and gives: bulk append, a dyad by month, one event with its evidence, size on disk.

In: a number of events, made by a generator (by hashing; countries by rank, thirty years, four quad classes). Out:
figures as JSON on standard output. Queries are the median of many, with the opening of the file and, apart, without.

Each time is told twice: as the clock has it, and as processor time, which a busy machine changes less.

    python benchmarks/record.py [--events 1000000] [--folder /tmp]
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from dragoman.record.keys import found
from dragoman.record.record import Record
from dragoman.record.store import reading
from dragoman.writing.parquet import schema

_CHUNK = 250_000
_ROUNDS = 20
_ORIGIN = "generator"

# Everything is drawn from the number of the event by hashing, so a chunk is made at once and is the same every time.
# Countries fall off by rank as in news: a third of all sides are the first eight of 216. A sentence has 24 words.
_GENERATE = """
WITH numbers AS (SELECT range AS n FROM range($first, $first + $count)),
drawn AS (
    SELECT n, (hash(n) % 1000000) / 1e6 AS u0, (hash(n, 1) % 1000000) / 1e6 AS u1, (hash(n, 2) % 1000000) / 1e6 AS u2,
        hash(n, 3) % 8 AS kind, (DATE '1995-01-01' + (hash(n, 4) % 10950)::INTEGER)::DATE::VARCHAR AS day,
        [$words[1 + (hash(n, 5, w) % len($words))::INTEGER] FOR w IN range(24)] AS told
    FROM numbers
),
named AS (
    SELECT *, [country(u0), country(u1)] AS sides, country(u2) AS target,
        array_to_string(told, ' ') || ' ' || n || '.' AS sentence FROM drawn
)
SELECT printf('ev-%016x%04x', hash(n, 6), n % 65536) AS event_id, 'doc-' || (n // 4) AS document_id,
    (n % 20)::INTEGER AS sentence_index, sentence, 0::INTEGER AS sentence_start,
    length(sentence)::INTEGER AS sentence_end, $types[1 + kind::INTEGER] AS event_type,
    CASE kind WHEN 0 THEN 'visit' ELSE '' END AS mode, ['diplomatic'] AS contexts, '042' AS cameo_code,
    (kind % 4 + 1)::INTEGER AS quad_class, kind::DOUBLE AS goldstein,
    [party(c) FOR c IN sides[1 : 1 + (kind % 2)::INTEGER]] AS actors, [party(target)] AS recipients,
    {'text': told[3], 'start': 10::INTEGER, 'end': 14::INTEGER} AS "trigger", 'actual' AS status,
    false AS historical, day AS date_start, day AS date_end, 'day' AS date_precision, NULL::VARCHAR AS date_text,
    'publication' AS date_basis, NULL AS place, NULL AS said_by, 0.8::DOUBLE AS confidence, 'generator' AS coder,
    '' AS happening_id
FROM named
"""
_MACROS = """
CREATE MACRO country(u) AS chr(65 + (floor(exp(u * ln(217)) - 1)::INTEGER // 36)) ||
    chr(75 + (floor(exp(u * ln(217)) - 1)::INTEGER // 6 % 6)) || chr(85 + (floor(exp(u * ln(217)) - 1)::INTEGER % 6));
CREATE MACRO party(c) AS {'text': c || ' officials', 'start': 0::INTEGER, 'end': 13::INTEGER,
    'name': 'Government of ' || c, 'country': c, 'sector': 'GOV', 'actor_code': c || 'GOV', 'office': '',
    'wikidata': ''};
"""
_TYPES = ["CONSULT", "AID", "ACCUSE", "ASSAULT", "AGREE", "SUPPORT", "COERCE", "THREATEN"]
_WORDS = [
    "troops",
    "minister",
    "talks",
    "border",
    "aid",
    "said",
    "on",
    "the",
    "of",
    "in",
    "and",
    "after",
    "capital",
    "trade",
    "envoy",
    "fire",
    "north",
    "river",
    "council",
    "vote",
    "treaty",
    "rebels",
    "convoy",
    "embassy",
    "gas",
    "grain",
    "port",
    "summit",
    "ceasefire",
    "shelling",
    "village",
    "crossing",
    "tariff",
    "loan",
    "visit",
]


def events(count: int, *, first: int) -> Any:
    """An Arrow table of events: one or two actors, one recipient, sentences of about 150 characters."""
    with duckdb.connect() as connection:
        connection.execute(_MACROS)
        values = {"first": first, "count": count, "words": _WORDS, "types": _TYPES}
        return connection.sql(_GENERATE, params=values).to_arrow_table().cast(schema())


def append(record: Record, count: int) -> tuple[float, float]:
    """Append in chunks; seconds and processor seconds that took, without the making of the events."""
    took = cpu = 0.0
    for first in range(0, count, _CHUNK):
        made = events(min(_CHUNK, count - first), first=first)
        began, busy = time.perf_counter(), time.process_time()
        record.append(made, origin=_ORIGIN)
        took += time.perf_counter() - began
        cpu += time.process_time() - busy
    return took, cpu


def timed(name: str, ask: Callable[[int], object], *, rounds: int = _ROUNDS) -> dict[str, float]:
    """The median time of a question in milliseconds and of its processor time, the first one apart."""
    ask(0)
    times, busy = [], []
    for number in range(rounds):
        began, cpu = time.perf_counter(), time.process_time()
        ask(number)
        times.append(time.perf_counter() - began)
        busy.append(time.process_time() - cpu)
    return {f"{name}_ms": statistics.median(times) * 1000, f"{name}_cpu_ms": statistics.median(busy) * 1000}


def measure(path: Path, count: int) -> dict[str, float]:
    """Make a record and ask it: an event with its evidence and document, a dyad by month, words of evidence."""
    record = Record(path)
    took, cpu = append(record, count)
    some = [row["event_id"] for row in record.sql("SELECT event_id FROM events USING SAMPLE 30").dicts()]
    dyad = {"actor": "AKU", "recipient": "AKV", "origin": _ORIGIN}
    month = f"SELECT * FROM dyad_month WHERE source = 'AKU' AND target = 'AKV' AND origin = '{_ORIGIN}'"
    figures = {
        "events": count,
        "append_events_a_second": count / took,
        "append_events_a_cpu_second": count / cpu,
        "mb_a_million": path.stat().st_size / count,
        **timed("dyad_month", lambda _n: record.ledger("dyad_month", **dyad)),
        **timed("event", lambda n: record.event(some[n])),
        **timed("text", lambda n: record.events(text=f"ceasefire {n}", origin=_ORIGIN, limit=50), rounds=3),
    }
    with reading(path) as connection:
        figures |= timed("dyad_month_open", lambda _n: connection.execute(month).fetchall())
        figures |= timed("event_open", lambda n: _one(connection, some[n]))
    return figures


def _one(connection: duckdb.DuckDBPyConnection, event_id: str) -> object:
    sql = f"{found(connection, 'events', event_id)} SELECT * FROM found WHERE event_id = ?"
    return connection.execute(sql, [event_id]).fetchall()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        figures = measure(Path(folder) / "r.duckdb", asked.events)
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
