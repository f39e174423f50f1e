"""How fast a record takes and gives: bulk append, a dyad by month, one event with its evidence, size on disk.

In: a number of events, made by a generator (a fixed seed; Zipf-like countries, thirty years, all types). Out: figures
as JSON on standard output. Queries are the median of many, each with the opening of the file and, apart, without.

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

import numpy as np
import pyarrow as pa

from dragoman.record.record import Record
from dragoman.record.store import reading
from dragoman.writing.parquet import schema

_TYPES = ("CONSULT", "AID", "ACCUSE", "ASSAULT", "AGREE", "SUPPORT", "COERCE", "THREATEN")
_WORDS = ("troops", "minister", "talks", "border", "aid", "said", "on", "the", "of", "in", "and", "after", "capital")
_CHUNK = 100_000
_DAYS = 30 * 365
_ROUNDS = 20


def events(count: int, *, first: int, drawn: np.random.Generator) -> Any:
    """An Arrow table of events: one or two actors, one recipient or none, sentences of about 150 characters."""
    countries = np.array([f"{a}{b}{c}" for a in "ABCDEF" for b in "KLMNOP" for c in "UVWXYZ"])
    ranks = np.minimum(drawn.zipf(1.3, (count, 3)) - 1, len(countries) - 1)
    days = np.datetime64("1995-01-01") + drawn.integers(0, _DAYS, count)
    kinds = drawn.integers(0, len(_TYPES), count)
    words = drawn.integers(0, len(_WORDS), (count, 24))
    rows = (
        _event(first + n, [str(countries[r]) for r in ranks[n]], str(days[n]), int(kinds[n]), words[n])
        for n in range(count)
    )
    return pa.Table.from_pylist(list(rows), schema=schema())


def _event(number: int, countries: list[str], day: str, kind: int, words: Any) -> dict[str, Any]:
    sentence = " ".join(_WORDS[word] for word in words) + f" {number}."
    parties = [
        {"text": f"{c} officials", "start": 0, "end": 13, "name": f"Government of {c}", "country": c, "sector": "GOV",
         "actor_code": f"{c}GOV", "office": "", "wikidata": ""}
        for c in countries
    ]  # fmt: skip
    scrambled = number * 0x9E3779B97F4A7C15 % (1 << 64)
    return {
        "event_id": f"ev-{scrambled:016x}{number % 65536:04x}", "document_id": f"doc-{number // 4}",
        "sentence_index": number % 20, "sentence": sentence, "sentence_start": 0, "sentence_end": len(sentence),
        "event_type": _TYPES[kind], "mode": "visit" if kind == 0 else "", "contexts": ["diplomatic"],
        "cameo_code": "042", "quad_class": kind % 4 + 1, "goldstein": float(kind), "actors": parties[: 1 + kind % 2],
        "recipients": parties[2:], "trigger": {"text": "said", "start": 10, "end": 14}, "status": "actual",
        "historical": False, "date_start": day, "date_end": day, "date_precision": "day", "date_text": None,
        "date_basis": "publication", "place": None, "said_by": None, "confidence": 0.8, "coder": "generator",
        "happening_id": "",
    }  # fmt: skip


def append(record: Record, count: int) -> float:
    """Append in chunks; seconds that took, without the making of the events."""
    drawn, took = np.random.default_rng(1), 0.0
    for first in range(0, count, _CHUNK):
        made = events(min(_CHUNK, count - first), first=first, drawn=drawn)
        began = time.perf_counter()
        record.append(made, origin="generator")
        took += time.perf_counter() - began
    return took


def median_ms(ask: Callable[[int], object]) -> float:
    """The median time of a question in milliseconds, the first one apart."""
    ask(0)
    times = []
    for number in range(_ROUNDS):
        began = time.perf_counter()
        ask(number)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def measure(path: Path, count: int) -> dict[str, float]:
    """Make a record and ask it."""
    record = Record(path)
    took = append(record, count)
    some = [row["event_id"] for row in record.sql("SELECT event_id FROM events USING SAMPLE 30").dicts()]
    dyad = {"actor": "AKU", "recipient": "AKV", "origin": "generator"}
    month = "SELECT * FROM dyad_month WHERE source = 'AKU' AND target = 'AKV' AND origin = 'generator'"
    one = "SELECT * FROM events WHERE event_id = ?"
    figures = {
        "events": count,
        "append_events_a_second": count / took,
        "mb_a_million": path.stat().st_size / count,
        "dyad_month_ms": median_ms(lambda _n: record.ledger("dyad_month", **dyad)),
        "event_ms": median_ms(lambda n: record.event(some[n])),
    }
    with reading(path) as connection:
        figures["dyad_month_open_ms"] = median_ms(lambda _n: connection.execute(month).fetchall())
        figures["event_open_ms"] = median_ms(lambda n: connection.execute(one, [some[n]]).fetchall())
    return figures


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
