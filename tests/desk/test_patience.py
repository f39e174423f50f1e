"""Callers who send slowly: each is told or ended, and what comes in time is answered."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.browsing import served
from dragoman.desk.patience import Patient

_HEAD = b"POST /api/v1/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n"


class Hurried(Patient):
    """As the desk's own, with less time."""

    head, body = 0.6, 1.8


@pytest.fixture(name="port", scope="module")
def _port(coded: Path) -> Iterator[int]:
    with served(http=Hurried, record=coded, max_wait=0.6) as address:
        yield int(address.rsplit(":", 1)[1])


def answer(port: int, *sent: bytes, pause: float = 0.25) -> tuple[bytes, float]:
    """What comes back until the connection is ended, and after how many seconds that is."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=20) as caller:
        for part in sent:
            caller.sendall(part)
            time.sleep(pause)
        told = b""
        try:
            while some := caller.recv(1 << 16):
                told += some
        except ConnectionResetError:
            pass
    return told, time.monotonic() - began


def test_headers_that_do_not_come_end_the_connection(port: int) -> None:
    for begun in (b"", b"GET / HTTP/1.1\r\nHost:"):
        told, seconds = answer(port, begun)
        assert told == b""
        assert 0.5 < seconds < 10


def test_headers_that_drip_get_no_more_time(port: int) -> None:
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        answer(port, b"GET / HTTP/1.1\r\n", *[b"x-a: b\r\n"] * 60)


def test_a_body_that_does_not_come_is_told_so(port: int) -> None:
    told, seconds = answer(port, _HEAD + b"{")
    assert told.startswith(b"HTTP/1.1 408 ")
    assert b"connection: close" in told
    assert b'"code":"timeout"' in told
    assert seconds < 10


def test_a_body_that_nobody_reads_ends_too(port: int) -> None:
    """A page is answered before the body of its request is there; what drips in then holds nothing open."""
    begun = b"GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n"
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        answer(port, begun, *[b"x"] * 60)


def test_what_comes_in_time_is_answered_on_one_connection(port: int) -> None:
    asked = b"GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = asked.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    told, _ = answer(port, asked, asked, asked, last, pause=0.4)
    assert told.count(b"HTTP/1.1 200 ") == 4
