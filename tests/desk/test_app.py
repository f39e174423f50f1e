"""The application as a whole: it answers, tells errors in one shape, and nothing of what is inside."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask
from dragoman.desk.app import inner
from dragoman.desk.desk import Desk, opened
from dragoman.desk.keeper import Keeper
from dragoman.desk.options import Options


def test_its_end_ends_what_works_beside(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Keeper] = []

    def close(keeper: Keeper) -> None:
        closed.append(keeper)

    monkeypatch.setattr(Keeper, "close", close)
    desk = opened(Options(record=record))
    with TestClient(inner(desk)):
        assert not closed
    assert closed == [desk.keeper]


def test_it_answers(client: TestClient) -> None:
    found = client.get("/api/v1/events")
    assert found.status_code == 200
    assert found.json()["total"] == len(found.json()["data"]) > 30


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/events/ev-none", 404, "not_found"),
        ("/api/v1/nothing", 404, "not_found"),
        ("/api/v1/events?quad=9", 422, "invalid"),
        ("/api/v1/events?since=yesterday", 422, "invalid"),
        ("/api/v1/events?sort=colour", 422, "invalid"),
        ("/api/v1/events?cursor=ev-none", 422, "invalid"),
        ("/api/v1/events?format=docx", 422, "invalid"),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int, code: str) -> None:
    found = client.get(path)
    assert found.status_code == status
    assert set(found.json()) == {"error"}
    assert set(found.json()["error"]) == {"code", "message"}
    assert found.json()["error"]["code"] == code


def test_errors_of_pages_are_pages(client: TestClient) -> None:
    found = client.get("/events?since=yesterday")
    assert found.status_code == 422
    assert "write YYYY, YYYY-MM or YYYY-MM-DD" in found.text


def test_what_is_wrong_inside_is_not_told(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("secret_column in /srv/records")

    monkeypatch.setattr(Desk, "event", broken)
    for path in ("/api/v1/events/ev-1", "/events/ev-1"):
        found = ask().get(path)
        assert found.status_code == 500
        assert "secret_column" not in found.text
        assert "/srv" not in found.text
        assert "Traceback" not in found.text


def test_where_the_record_lies_is_not_told(ask: Ask) -> None:
    found = ask(record=Path("/somewhere/private/none.duckdb")).get("/api/v1/events")
    assert found.status_code == 503
    assert "/somewhere/private" not in found.text
    assert "none.duckdb" in found.json()["error"]["message"]


def test_assets_are_there(client: TestClient) -> None:
    for name in ("desk.css", "desk.js", "icon.svg", "vendor/htmx.min.js", "vendor/d3.min.js", "vendor/d3.LICENSE"):
        assert client.get(f"/assets/{name}").status_code == 200
    assert client.get("/assets/../options.py").status_code == 404


@pytest.mark.parametrize("path", ["/", "/events", "/review", "/api/v1/events", "/assets/desk.css", "/nothing"])
def test_head_is_answered_as_get_without_the_body(client: TestClient, path: str) -> None:
    found, told = client.head(path), client.get(path)
    assert found.status_code == told.status_code
    assert found.content == b""
    for name in ("content-type", "content-length", "content-security-policy", "etag"):
        assert found.headers.get(name) == told.headers.get(name)


def test_head_of_what_only_writes_is_refused(client: TestClient) -> None:
    assert client.head("/api/v1/code").status_code == 405


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [
        ("/api/v1/reviews", "DELETE", "GET, HEAD, POST"),
        ("/api/v1/events", "POST", "GET, HEAD"),
        ("/api/v1/code", "GET", "POST"),
        ("/api/v1/code", "HEAD", "POST"),
        ("/api/v1/events/ev-none", "PUT", "GET, HEAD"),
        ("/events", "POST", "GET, HEAD"),
        ("/try", "DELETE", "GET, HEAD, POST"),
        ("/assets/desk.css", "DELETE", "GET, HEAD"),
    ],
)
def test_what_is_done_elsewhere_alone_is_told_with_what_is_done_here(
    client: TestClient, path: str, method: str, allowed: str
) -> None:
    found = client.request(method, path)
    assert found.status_code == 405
    assert found.headers["allow"] == allowed


@pytest.mark.parametrize(
    ("body", "kind", "status", "said"),
    [
        ("{", "application/json", 400, "body: is no JSON: "),
        ("[1]", "application/json", 422, "body: send a JSON object"),
        ('{"text": "Talks."}', "text/plain", 415, "sent as JSON, with Content-Type: application/json"),
        ("text=Talks", "application/x-www-form-urlencoded", 415, "sent as JSON"),
        ('{"text": "Talks."}', "", 415, "sent as JSON"),
        ('{"text": 7}', "application/json; charset=utf-8", 422, "text: "),
    ],
)
def test_what_is_sent_otherwise_than_as_json(client: TestClient, body: str, kind: str, status: int, said: str) -> None:
    found = client.post("/api/v1/code", content=body, headers={"content-type": kind} if kind else {})
    assert found.status_code == status
    assert said in found.json()["error"]["message"]
