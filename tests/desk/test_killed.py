"""Killed at any moment and started again, a desk has every review that it said it keeps, and none by half."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from desk.browsing import free_port

pytestmark = pytest.mark.slow
_SERVE = "from dragoman.cli import main; main()"


@contextmanager
def started(record: Path) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    """`dragoman serve` as users start it; killed at the end where it still runs."""
    port = free_port()
    command = [sys.executable, "-c", _SERVE, "serve", "--record", str(record), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            until = time.monotonic() + 120
            while not answers(client):
                assert server.poll() is None
                assert time.monotonic() < until
                time.sleep(0.05)
            yield server, client
    finally:
        server.kill()
        server.wait()


def answers(client: httpx.Client) -> bool:
    """Whether the desk is there."""
    with suppress(httpx.TransportError):
        return client.get("/api/v1/health").status_code == 200
    return False


def said(client: httpx.Client, event_id: str) -> dict[str, Any]:
    """What people said of an event, by field."""
    rows = client.get("/api/v1/reviews", params={"event_id": event_id, "limit": 100}).json()["data"]
    return {row["field"]: row["value"] for row in rows}


def ids(client: httpx.Client, **asked: Any) -> list[str]:
    """Ids of events."""
    return [row["event_id"] for row in client.get("/api/v1/events", params=asked).json()["data"]]


def correct(client: httpx.Client, event_id: str) -> int:
    """Correct a type, with all that follows from it; the status of the answer."""
    claim = {"event_id": event_id, "verdict": "correct", "field": "event_type", "value": "AID", "reviewer": "ada"}
    return client.post("/api/v1/reviews", json=claim).status_code


def test_killed_right_after_a_review(record: Path) -> None:
    with started(record) as (server, client):
        event_id = ids(client, type="ACCUSE")[0]
        assert correct(client, event_id) == 201
        server.send_signal(signal.SIGKILL)
        server.wait()
    with started(record) as (_, client):
        assert said(client, event_id)["event_type"] == "AID"
        assert event_id in ids(client, type="AID")
        assert client.get(f"/events/{event_id}").status_code == 200


@pytest.mark.parametrize("moment", [0.05, 0.3, 0.9])
def test_killed_while_reviews_are_written(record: Path, moment: float) -> None:
    kept: list[str] = []
    with started(record) as (server, client):
        asked = ids(client, limit=1000)
        before = client.get("/api/v1/metrics").text

        def go_on() -> None:
            with suppress(httpx.TransportError):
                for event_id in asked:
                    if correct(client, event_id) == 201:
                        kept.append(event_id)

        writing = threading.Thread(target=go_on)
        writing.start()
        time.sleep(moment)
        server.send_signal(signal.SIGKILL)
        writing.join()
    assert len(kept) < len(asked)
    with started(record) as (_, client):
        told = {event_id: said(client, event_id) for event_id in asked}
        assert [event_id for event_id in kept if not told[event_id]] == []
        # The one that was being written is there whole or not at all: a type with its codes, in one transaction.
        whole = {"event_type", "cameo_code", "goldstein", "mode", "quad_class"}
        assert {frozenset(fields) for fields in told.values()} <= {frozenset(), frozenset(whole)}
        assert sum(map(bool, told.values())) - len(kept) in (0, 1)
        events = [line for line in before.splitlines() if line.startswith("dragoman_record_events ")]
        assert events[0] in client.get("/api/v1/metrics").text.splitlines()
