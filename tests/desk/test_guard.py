"""The door: names of hosts, tokens, other sites, sizes, and the headers of every answer."""

import hmac
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask
from dragoman.desk import guard
from dragoman.desk.options import Options

TOKEN = "a-token-of-some-length"
JUDGED = {"event_id": "ev-none", "verdict": "accept"}


def token_of(page: str) -> str:
    """What a form of the page carries."""
    return page.split('name="csrf" value="')[1].split('"')[0]


def test_every_answer_has_its_headers(client: TestClient) -> None:
    for path in ("/", "/api/v1/health", "/assets/desk.css", "/nothing", "/api/v1/events?quad=9"):
        headers = client.get(path).headers
        assert {name: headers[name] for name in guard.HEADERS} == guard.HEADERS
        assert "unsafe" not in headers["content-security-policy"]
        assert "server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", ""])
def test_a_name_of_another_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/events", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000"])
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"host": host}).status_code == 200


def test_where_others_reach_it_a_token_is_needed_to_read(ask: Ask) -> None:
    client = ask(host="0.0.0.0", token=TOKEN)
    for path in ("/api/v1/events", "/", "/events", "/api/v1/openapi.json", "/api/v1/metrics"):
        assert client.get(path).status_code == 401
        assert client.get(path, headers={"authorization": f"Bearer {TOKEN}x"}).status_code == 401
        assert client.get(path, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/api/v1/events").headers["www-authenticate"] == "Bearer"
    assert client.get("/api/v1/health").status_code == 200


def test_and_to_write(ask: Ask) -> None:
    client = ask(host="0.0.0.0", token=TOKEN)
    assert client.post("/api/v1/reviews", json=JUDGED).status_code == 401
    assert client.post("/review", data=JUDGED).status_code == 401
    assert client.post("/api/v1/reviews", json=JUDGED, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 404


def test_a_browser_comes_in_by_the_form(ask: Ask) -> None:
    client = ask(host="0.0.0.0", token=TOKEN)
    csrf = token_of(client.get("/login").text)
    assert client.post("/login", data={"csrf": csrf, "token": "wrong", "next": "/events"}).status_code == 401
    entered = client.post("/login", data={"csrf": csrf, "token": TOKEN, "next": "//evil.example/"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert client.get("/events").status_code == 200


def test_after_the_token_a_link_is_what_it_was(ask: Ask) -> None:
    client = ask(host="0.0.0.0", token=TOKEN)
    page = client.get("/incidents?actor=RUS&since=2024-06&text=a%26b").text
    wanted = unescape(page.split('name="next" value="')[1].split('"')[0])
    assert wanted == "/incidents?actor=RUS&since=2024-06&text=a%26b"
    given = {"csrf": token_of(page), "token": TOKEN, "next": wanted}
    assert client.post("/login", data=given).headers["location"] == wanted


@pytest.mark.parametrize("path", ["//evil.example/?a=b", f"/events?text={'a' * 3000}"])
def test_and_never_leads_elsewhere(ask: Ask, path: str) -> None:
    page = ask(host="0.0.0.0", token=TOKEN).get(f"http://localhost:8000{path}").text
    assert re.findall(r'name="next" value="([^"]*)"', page)[0] in ("/", "/events")


def test_the_token_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def compare(a: bytes, b: bytes) -> bool:
        compared.append((a, b))
        return a == b

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert guard.same(TOKEN, TOKEN)
    assert not guard.same("x", TOKEN)
    assert not guard.same("", "")
    assert len(compared) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:9999"},
        {"origin": "null"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_other_sites_cannot_write(client: TestClient, headers: dict[str, str]) -> None:
    for path, sent in (("/review", {"data": JUDGED}), ("/api/v1/reviews", {"json": JUDGED}), ("/try", {"data": {}})):
        found = client.post(path, headers=headers, **sent)
        assert found.status_code == 403


def test_forms_carry_a_token_of_this_start(ask: Ask) -> None:
    client = ask()
    assert client.post("/review", data=JUDGED).status_code == 403
    assert client.post("/try", data={"csrf": token_of(ask().get("/try").text)}).status_code == 403
    assert client.post("/review", data=JUDGED | {"csrf": token_of(client.get("/try").text)}).status_code == 404


def test_json_must_say_that_it_is(client: TestClient) -> None:
    body = '{"event_id": "ev-none", "verdict": "accept"}'
    found = client.post("/api/v1/reviews", content=body, headers={"content-type": "text/plain"})
    assert found.status_code == 415


def test_too_much_is_refused(ask: Ask) -> None:
    client = ask(max_body=1000)
    assert client.post("/api/v1/code", json={"text": "a" * 2000}).status_code == 413

    def parts() -> Iterator[bytes]:
        for _ in range(50):
            yield b"a" * 100

    sent: dict[str, Any] = {"content": parts(), "headers": {"content-type": "application/json"}}
    assert client.post("/api/v1/code", **sent).status_code == 413


def test_sessions_differ_by_start_and_hide_the_token(coded: Any) -> None:
    one, two = (guard.session(Options(record=coded, token=TOKEN)) for _ in range(2))
    assert one != two
    assert TOKEN not in one
