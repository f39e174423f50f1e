"""The same question again: answers are kept while the record is the same, and told by their ETag."""

import asyncio
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from desk.conftest import Ask
from desk.test_guard import token_of
from dragoman.desk import cache as caching
from dragoman.desk.cache import Cache
from dragoman.desk.desk import Desk
from dragoman.desk.keeper import Shown
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
    assert client.get(path, headers={"if-none-match": "*"}).status_code == 304
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


class Slow:
    """An application whose answers come when they are let, each with its number."""

    def __init__(self) -> None:
        self.made = 0
        self.free = asyncio.Event()
        self.free.set()

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """The number of this answer."""
        self.made += 1
        told = str(self.made).encode()
        await self.free.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": told})


async def got(cache: Cache, path: str = "/") -> bytes:
    """The body of an answer."""
    said: list[bytes] = []

    async def send(message: Message) -> None:
        said.append(message.get("body", b""))

    async def receive() -> Message:
        raise AssertionError("a request that reads has no body")

    await cache({"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}, receive, send)
    return b"".join(said)


def test_a_new_snapshot_lets_nobody_wait() -> None:
    async def walk() -> None:
        app, states = Slow(), [Shown(1, 0)]
        cache = Cache(app, lambda: states[-1], start="x")
        assert await got(cache) == b"1"
        states.append(Shown(2, 0))
        app.free.clear()
        # The answer of before, while one and only one is made anew.
        assert [await got(cache) for _ in range(3)] == [b"1"] * 3
        app.free.set()
        await asyncio.sleep(0.01)
        assert (await got(cache), app.made) == (b"2", 2)

    asyncio.run(walk())


def test_what_a_person_says_is_waited_for() -> None:
    async def walk() -> None:
        app, states = Slow(), [Shown(1, 0)]
        cache = Cache(app, lambda: states[-1], start="x")
        assert await got(cache) == b"1"
        states.append(Shown(1, 1))
        assert await got(cache) == b"2"
        states.append(Shown(2, 2))
        assert await got(cache) == b"3"

    asyncio.run(walk())


def test_no_answer_is_older_than_one_snapshot_or_some_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    async def walk() -> None:
        app, states = Slow(), [Shown(1, 0)]
        cache = Cache(app, lambda: states[-1], start="x")
        assert [await got(cache), await got(cache, "/other")] == [b"1", b"2"]
        states.append(Shown(2, 0))
        assert await got(cache, "/third") == b"3"
        states.append(Shown(3, 0))
        assert await got(cache) == b"4"
        monkeypatch.setattr(caching, "_OVERLAP", 0.0)
        states.append(Shown(4, 0))
        assert await got(cache) == b"5"

    asyncio.run(walk())


def test_those_who_ask_the_same_at_once_get_one_answer() -> None:
    async def walk() -> None:
        app = Slow()
        cache = Cache(app, lambda: Shown(1, 0), start="x")
        assert set(await asyncio.gather(*(got(cache) for _ in range(20)))) == {b"1"}
        assert app.made == 1

    asyncio.run(walk())
