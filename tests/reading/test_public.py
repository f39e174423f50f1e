"""Only the public internet is fetched, whatever a name, an address or a redirect says."""

import socket
from typing import Any

import httpx
import pytest

from dragoman.errors import SourceError
from dragoman.reading import ReadingOptions, read
from dragoman.reading.public import PublicTransport, is_public, public_address

PUBLIC = "93.184.216.34"


def names(monkeypatch: pytest.MonkeyPatch, table: dict[str, list[str]]) -> None:
    """Let names resolve as the table says."""

    def look(host: str, port: int, **_more: Any) -> list[Any]:
        if host not in table:
            raise socket.gaierror(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in table[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::", "ff02::1",
    ],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_a_name_with_any_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, {"two.example": [PUBLIC, "10.0.0.7"], "one.example": [PUBLIC]})
    assert public_address("one.example", 443) == PUBLIC
    with pytest.raises(SourceError, match="no public address"):
        public_address("two.example", 443)
    with pytest.raises(SourceError, match="no such host"):
        public_address("none.example", 443)


def test_the_address_looked_at_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, {"one.example": [PUBLIC]})
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.host, request.headers["host"], request.extensions["sni_hostname"]))
        return httpx.Response(200, text="fine")

    with httpx.Client(transport=PublicTransport(httpx.MockTransport(answer))) as client:
        assert client.get("https://one.example/a").text == "fine"
    assert seen == [(PUBLIC, "one.example", "one.example")]


def test_redirects_are_looked_at_too(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, {"one.example": [PUBLIC], "inside.example": ["10.0.0.7"]})

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://inside.example/admin"})

    with (
        httpx.Client(transport=PublicTransport(httpx.MockTransport(answer)), follow_redirects=True) as client,
        pytest.raises(SourceError, match=r"inside\.example"),
    ):
        client.get("https://one.example/a")


def test_reading_refuses_where_it_is_asked_to() -> None:
    failures: list[Any] = []
    assert list(read("http://127.0.0.1:9/", public_only=True, on_failure=failures.append)) == []
    assert "no public address" in failures[0].reason
    assert ReadingOptions().public_only is False
