"""How fast the desk answers: every page and route on a large record, and many readers while articles are added.

In: a number of events, made by SQL (a fixed seed; countries as a power law, thirty years, two reports an incident, a
statement to every second event), or a record that is there. Out: figures as JSON lines on standard output. Times are
of whole answers over HTTP, by the clock and as processor time of the desk, which a busy machine changes less (Linux).

    python benchmarks/desk.py pages [--events 1000000] [--record FILE]     milliseconds a page
    python benchmarks/desk.py load [--events 20000] [--readers 50]         readers while `dragoman add` runs
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb
import httpx

from dragoman.record.lock import only_writer
from dragoman.record.store import make, writing
from dragoman.record.writer import append_events

_PORT = 8477
_CHUNK = 200_000
_SECONDS = 30.0
_COUNTRIES = (
    "RUS USA CHN UKR ISR IRN PRK KOR JPN GBR FRA DEU TUR SYR PSE IND PAK AFG IRQ SAU YEM EGY LBY SDN ETH KEN UGA SOM "
    "NGA ZAF COD RWA MLI NER TCD CMR MEX BRA ARG VEN COL CUB CAN AUS IDN PHL VNM THA MMR BGD LKA KAZ UZB KGZ TJK TKM "
    "GEO ARM AZE POL ROU HUN SRB GRC ITA ESP PRT NLD BEL SWE NOR FIN"
)
_MADE = """
WITH base AS (
    SELECT i, hash(i * 5 + 2) % 10950 AS day, (hash(i * 3 + 1) % 8)::INTEGER AS kind, hash(i * 11) % 100 AS x,
        floor(len($codes) * pow((hash(i * 7) % 1000003) / 1000003.0, 2))::INTEGER + 1 AS a,
        floor(len($codes) * pow((hash(i * 13) % 1000003) / 1000003.0, 2))::INTEGER + 1 AS b
    FROM range($first, $last) s(i)
), named AS (
    SELECT *, $codes[a] AS ac, $codes[CASE WHEN a = b THEN b % len($codes) + 1 ELSE b END] AS rc,
        ['CONSULT', 'AID', 'ACCUSE', 'ASSAULT', 'AGREE', 'COOPERATE', 'THREATEN', 'COERCE'][kind + 1] AS type,
        DATE '1995-01-01' + day::INTEGER AS told, (i % 4) * 160 AS begins
    FROM base
), worded AS (
    SELECT *, ac || ' officials ' || lower(type) || 'ed ' || rc || ' ministers over the border and the treaty on the '
        || 'river, the ministry said in note ' || i || '.' AS sentence FROM named
)
SELECT 'ev-' || format('{:020x}', hash(i)::UBIGINT) AS event_id, 'doc-' || i // 4 AS document_id,
    (i % 4)::INTEGER AS sentence_index, sentence, begins::INTEGER AS sentence_start,
    (begins + len(sentence))::INTEGER AS sentence_end, type AS event_type,
    CASE WHEN type = 'CONSULT' AND x < 50 THEN 'visit' ELSE '' END AS mode, ['diplomatic'] AS contexts,
    ['042', '070', '112', '190', '057', '060', '130', '170'][kind + 1] AS cameo_code,
    [1, 2, 3, 4, 1, 2, 3, 4][kind + 1]::INTEGER AS quad_class,
    [1.9, 7.0, -2.0, -9.0, 6.5, 6.0, -4.4, -7.0][kind + 1]::DOUBLE AS goldstein,
    [{'text': ac || ' officials', 'start': begins::INTEGER, 'end': (begins + 13)::INTEGER,
        'name': 'Government of ' || ac, 'country': ac, 'sector': 'GOV',
        'actor_code': ac || 'GOV', 'office': '', 'wikidata': ''}] AS actors,
    [{'text': rc || ' ministers', 'start': begins::INTEGER, 'end': (begins + 13)::INTEGER,
        'name': 'Government of ' || rc, 'country': rc, 'sector': 'GOV',
        'actor_code': rc || 'GOV', 'office': '', 'wikidata': ''}] AS recipients,
    {'text': lower(type) || 'ed', 'start': (begins + 14)::INTEGER,
        'end': (begins + 16 + len(type))::INTEGER} AS trigger,
    CASE WHEN x < 88 THEN 'actual' WHEN x < 95 THEN 'planned' ELSE 'negated' END AS status, false AS historical,
    told::VARCHAR AS date_start, told::VARCHAR AS date_end, 'day' AS date_precision, NULL::VARCHAR AS date_text,
    'publication' AS date_basis,
    CASE WHEN x < 40 THEN {'text': rc, 'start': 0, 'end': 3, 'name': rc, 'country': rc, 'latitude': 10.0,
        'longitude': 20.0 + x, 'geonames_id': x::BIGINT} END AS place,
    CASE WHEN x < 30 THEN {'text': 'the ministry', 'start': 0, 'end': 3, 'name': 'ministry', 'country': ac,
        'sector': 'GOV', 'voice': 'reported'} END AS said_by,
    0.2 + (hash(i * 17) % 800) / 1000.0 AS confidence, 'generator' AS coder, '' AS happening_id
FROM worded ORDER BY i
"""
_DOCUMENTS = """
INSERT INTO documents BY NAME SELECT 'doc-' || n AS document_id,
    key_at(document_id, n) AS key, 1 AS version, md5(n::VARCHAR) AS content_hash,
    'coded' AS status, '' AS reason, '' AS duplicate_of, 'generator' AS source, 'A note on the treaty, ' || n AS title,
    '' AS author, 'Paper ' || n % 50 AS publisher, 'https://news.example/' || n AS url, 'en' AS language,
    DATE '1995-01-01' + (n % 10950)::INTEGER AS pub_date, 'metadata' AS pub_date_basis, repeat('A note. ', 200) AS text,
    [{'start': 0, 'end': 7}] AS sentences, 'generator' AS coder, 'run' AS run_id, now()::TIMESTAMP AS added_at
FROM range($n) t(n)
"""
# Two reports make an incident; every twentieth is told differently. As the record's own linking would store them.
_LINKED = (
    """INSERT INTO incidents BY NAME SELECT 'in-' || event_id AS incident_id, event_type, status, date_start, date_end,
        2 AS reports, 2 AS documents, 2 AS publishers, date_start AS first_seen, date_start AS last_seen,
        event_id AS best, CASE WHEN hash(event_id) % 20 = 0 THEN [{'about': 'status', 'values': [
            {'value': 'actual', 'event_ids': [event_id]}, {'value': 'planned', 'event_ids': [event_id]}]}]
            ELSE [] END AS disagreements FROM events WHERE rowid % 2 = 0""",
    """INSERT INTO members BY NAME SELECT a.event_id, 'in-' || b.event_id AS incident_id, a.key FROM events a
        JOIN events b ON b.rowid = a.rowid - a.rowid % 2""",
    "DELETE FROM dyads",
    """INSERT INTO dyads BY NAME SELECT event_id, actors[1].country AS source, recipients[1].country AS target,
        event_type, quad_class, goldstein, status, date_start, date_end, confidence, origin, 2 AS reports,
        date_trunc('month', date_start) AS month, pair_number(source, target) AS pair
        FROM events WHERE rowid % 2 = 0 ORDER BY pair, month""",
)
# A statement to every second event.
_SAID = """INSERT INTO statements BY NAME SELECT 'st-' || event_id AS statement_id, document_id, sentence_index,
    sentence_start AS "start", sentence_end AS "end", actors[1] AS speaker, 'said' AS verb,
    {'text': sentence, 'start': sentence_start, 'end': sentence_end} AS words, 'reported' AS kind, recipients AS about,
    date_start, date_end, date_precision, date_text, date_basis, 1 AS version FROM events WHERE rowid % 2 = 1"""


def make_record(path: Path, count: int) -> None:
    """A record of so many events of generated documents, linked two by two."""
    codes = _COUNTRIES.split()
    memory = duckdb.connect()
    with only_writer(path):
        make(path)
        for first in range(0, count, _CHUNK):
            values = {"codes": codes, "first": first, "last": min(count, first + _CHUNK)}
            rows = memory.sql(_MADE, params=values).to_arrow_table()
            with writing(path) as connection:
                append_events(connection, rows, origin="")
        with writing(path) as connection:
            connection.execute(_DOCUMENTS, {"n": count // 4})
            for sql in (*_LINKED, _SAID):
                connection.execute(sql)


@contextmanager
def serving(path: Path) -> Iterator[tuple[str, int]]:
    """`dragoman serve` as users start it: its address and its process."""
    code = "from dragoman.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--record", str(path), "--port", str(_PORT)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{_PORT}"
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=30), timeout=600) as client:
            began = time.perf_counter()
            client.get(f"{base}/api/v1/metrics")
            print(json.dumps({"first_snapshot_seconds": round(time.perf_counter() - began, 1)}))
        yield base, server.pid
    finally:
        server.terminate()
        server.wait(timeout=60)


def processor_ms(process: int) -> float:
    """Milliseconds of processors that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def pages(client: httpx.Client) -> dict[str, list[str]]:
    """Addresses of every page, each in several variants, so that none is answered from memory of the one before."""
    events = [row["event_id"] for row in client.get("/api/v1/events?limit=40&sort=surest").json()["data"]]
    incidents = [row["incident_id"] for row in client.get("/api/v1/incidents?limit=40").json()["data"]]
    codes = _COUNTRIES.split()[:6]
    one = [f"{a},{b}" for a, b in pairwise(codes)]
    return {
        "start": ["/"],
        "events": ["/events", *(f"/events?actor={a}" for a in codes)],
        "events of a dyad and month": [f"/events?either={pair}&since=2010-03&until=2010-03" for pair in one],
        "events by confidence": [f"/events?type=AID&sort=least_sure&actor={a}" for a in codes],
        "events by words": [f"/events?text=note+{n}77" for n in range(101, 107)],
        "events by place and voice": [f"/events?place={a}&said_by={b}" for a, b in pairwise(codes)],
        "events by name": [f"/events?actor=Government+of+{a}&quad=4" for a in codes],
        "incidents": ["/incidents", *(f"/incidents?actor={a}&sort=disputed" for a in codes)],
        "incidents by words": [f"/incidents?text=treaty+{n}7&type=AGREE" for n in range(101, 107)],
        "documents": ["/documents", *(f"/documents?words=Paper+{n}" for n in range(11, 16))],
        "event": [f"/events/{one}" for one in events[:6]],
        "incident": [f"/incidents/{one}" for one in incidents[:6]],
        "document": [f"/document?id=doc-{n}" for n in range(1000, 1006)],
        "country": [f"/countries/{a}" for a in codes],
        "dyad": [f"/dyads/{pair.replace(',', '/')}" for pair in one],
        "ledger of visits": [f"/ledgers/visits?actor={a}" for a in codes],
        "ledger of agreements": [f"/ledgers/agreements?actor={a}" for a in codes],
        "ledger of statements": [f"/ledgers/statements?actor={a}" for a in codes],
        "statements by words": [f"/ledgers/statements?text=note+{n}7" for n in range(101, 107)],
        "ledger of dyads": [f"/ledgers/dyads?actor={a}" for a in codes],
        "pairs": ["/dyads"],
        "review": ["/review", *(f"/review?actor={a}" for a in codes)],
        "try": ["/try"],
        "api events": [f"/api/v1/events?recipient={a}" for a in codes],
    }


def measure_pages(path: Path) -> None:
    """The time of each page, none of them asked for before."""
    with serving(path) as (base, process), httpx.Client(base_url=base, timeout=120) as client:
        for name, addresses in pages(client).items():
            times, before = [], processor_ms(process)
            for address in addresses:
                began = time.perf_counter()
                found = client.get(address)
                times.append((time.perf_counter() - began) * 1000)
                assert found.status_code == 200, (address, found.text[:300])
            row = {"page": name, "first_ms": times[0], "median_ms": statistics.median(times), "max_ms": max(times)}
            row |= {"mean_processor_ms": (processor_ms(process) - before) / len(addresses)}
            print(json.dumps({key: round(one, 1) if isinstance(one, float) else one for key, one in row.items()}))


def measure_load(path: Path, readers: int) -> None:
    """Readers that ask without a pause, while articles are added by another process; then the record is checked."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        articles.write_text("".join(f"{json.dumps(_article(n))}\n" for n in range(20_000)), encoding="utf-8")
        with serving(path) as (base, process):
            with httpx.Client(base_url=base, timeout=120) as client:
                addresses = [one[0] for one in pages(client).values()]
            code = "from dragoman.cli import main; main()"
            command = [sys.executable, "-c", code, "add", str(articles), "--record", str(path), "--jobs", "1"]
            before = _documents(path)
            adding = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            while _documents(path) == before:
                time.sleep(0.5)
            spent = processor_ms(process)
            times, errors = asyncio.run(_readers(base, addresses, readers))
            spent = processor_ms(process) - spent
            adding.kill()
            adding.wait()
            times.sort()
            figures = {
                "readers": readers,
                "answers": len(times),
                "errors": errors,
                "answers_a_second": round(len(times) / _SECONDS, 1),
                "p50_ms": round(statistics.median(times), 1),
                "p95_ms": round(times[int(len(times) * 0.95)], 1),
                "p99_ms": round(times[int(len(times) * 0.99)], 1),
                "processor_ms_an_answer": round(spent / len(times), 1),
            }
        print(json.dumps(figures | {"documents_added": _documents(path) - before}))


async def _readers(base: str, addresses: list[str], readers: int) -> tuple[list[float], int]:
    """Milliseconds of each answer, and errors. On bare sockets: an HTTP client would be the slowest part."""
    times: list[float] = []
    errors = 0
    until = time.monotonic() + _SECONDS
    host, port = urlsplit(base).hostname, urlsplit(base).port

    async def read(at: int) -> None:
        nonlocal errors
        reader, writer = await asyncio.open_connection(host, port, limit=1 << 22)
        while time.monotonic() < until:
            at += 1
            began = time.perf_counter()
            writer.write(f"GET {addresses[at % len(addresses)]} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            await reader.readexactly(int(head.partition(b"content-length:")[2].partition(b"\r\n")[0]))
            times.append((time.perf_counter() - began) * 1000)
            errors += not head.startswith(b"http/1.1 200")
        writer.close()

    await asyncio.gather(*(read(n) for n in range(readers)))
    return times, errors


def _article(number: int) -> dict[str, Any]:
    codes = ("Kenya", "Uganda", "France", "Japan", "Chile", "Turkey", "Poland")
    a, b = codes[number % 7], codes[(number // 7) % 7 - 1]
    words = " ".join(f"word{(number * 31 + n) % 9973}" for n in range(60))
    return {
        "id": f"load-{number}", "title": f"Note {number}", "date": "2024-06-21",
        "text": f"{a} accused {b} of breaking the treaty on Tuesday. {words}.",
    }  # fmt: skip


def _documents(path: Path) -> int:
    from dragoman.record.record import Record

    return int(Record(path).sql("SELECT count(*) AS n FROM documents").dicts()[0]["n"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pages", "load"))
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--record", type=Path, default=None, help="a record that is there; it is copied for load")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.duckdb"
        if asked.record:
            shutil.copy(asked.record, path)
        else:
            make_record(path, asked.events)
        if asked.what == "pages":
            measure_pages(path)
        else:
            measure_load(path, asked.readers)


if __name__ == "__main__":
    main()
