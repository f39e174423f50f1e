"""The same question again: answers are kept while the record is the same, and told by their ETag."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask
from desk.test_guard import token_of
from dragoman.desk.desk import Desk
from dragoman.desk.lists import Page, Query

PATHS = ("/", "/events", "/api/v1/events", "/api/v1/incidents?limit=3", "/api/v1/openapi.json")


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """The questions that reach the snapshot."""
    asked: list[Query] = []
    real: Callable[[Desk, Query], Page] = Desk.page

    def page(self: Desk, query: Query) -> Page:
        asked.append(query)
        return real(self, query)

    monkeypatch.setattr(Desk, "page", page)
    return asked


@pytest.mark.parametrize("path", PATHS[:-1])
def test_who_has_it_already_is_told_so(client: TestClient, path: str) -> None:
    client.get("/")
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"if-none-match": '"other"'}).content == first.content


def test_it_is_asked_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    client, asked = ask(), counted(monkeypatch)
    client.get("/documents")
    for _ in range(3):
        client.get("/api/v1/events?actor=RUS")
    assert len(asked) == 1
    client.get("/api/v1/events?actor=PRK")
    assert len(asked) == 2


def test_a_review_changes_every_tag(ask: Ask) -> None:
    client = ask()
    client.get("/")
    before = client.get("/api/v1/events")
    event = before.json()["data"][0]["event_id"]
    csrf = token_of(client.get("/try").text)
    assert client.post("/review", data={"csrf": csrf, "event_id": event, "verdict": "accept"}).status_code == 303
    after = client.get("/api/v1/events", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["data"][0]["verdict"] == "accept"


def test_errors_and_files_are_not_kept(client: TestClient) -> None:
    for path in ("/api/v1/events?quad=9", "/api/v1/events?format=csv", "/api/v1/health"):
        assert "etag" not in client.get(path).headers
