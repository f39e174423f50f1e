"""Every page answers, has a title that tells and one heading, and escapes what is hostile."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask, client_of
from desk.test_guard import token_of
from dragoman.desk.options import Options
from dragoman.desk.pages.phrasing import days, own_path, signed, web_url
from dragoman.document import Document
from dragoman.record.adding import Coding, add
from fakes import event
from record.samples import Scripted

PATHS = (
    "/", "/events", "/incidents", "/documents", "/ledgers/visits", "/ledgers/meetings", "/ledgers/agreements",
    "/ledgers/transfers", "/ledgers/sanctions", "/ledgers/statements", "/ledgers/dyads", "/dyads", "/try", "/review",
    "/countries/KGZ", "/dyads/KGZ/TJK", "/document?id=n05", "/login", "/countries/AND", "/dyads/AND/FRA",
    "/events?actor=NIL", "/review?actor=NIL",
    "/events?sort=&actor=", "/incidents?sort=&quad=", "/review?sort=&type=",
    "/incidents?sort=disputed", "/events?since=2024-06&sort=least_sure",
)  # fmt: skip
PLANTED = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
BAD_URL = "javascript:alert(1)"


class Page(HTMLParser):
    """What a page holds: tags with their attributes, its title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        """Keep the title."""
        self.title += data if self._in_title else ""

    def handle_endtag(self, _tag: str) -> None:
        """A title ends."""
        self._in_title = False


def safe(html: str) -> Page:
    """A page in which nothing can run that is not a file of the desk."""
    page = Page(html)
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/assets/")
        assert tag not in ("style", "iframe", "object", "embed", "base")
        for name in ("href", "src", "action", "formaction"):
            assert not re.match(r"\s*(javascript|data|vbscript):", attributes.get(name) or "", re.I)
    return page


@pytest.mark.parametrize("path", PATHS)
def test_every_page(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    page = safe(found.text)
    assert len(page.title.removesuffix(" · Dragoman")) >= 4
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert ("html", {"lang": "en"}) in page.tags


def test_titles_differ(client: TestClient) -> None:
    titles = [Page(client.get(path).text).title for path in PATHS[:18]]
    assert len(set(titles)) == len(titles)


def test_things_that_are_not_there(client: TestClient) -> None:
    for path in ("/events/x", "/incidents/x", "/document?id=x", "/ledgers/x", "/countries/x", "/x"):
        assert client.get(path).status_code in (404, 422)


def test_links_of_pages_lead_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in ("/", "/events", "/ledgers/visits", "/countries/KGZ", "/dyads/KGZ/TJK", "/document?id=n05"):
        seen |= {a.get("href") or "" for tag, a in Page(client.get(path).text).tags if tag == "a"}
    own = sorted(href.split("#")[0] for href in seen if href.startswith("/"))
    assert len(own) > 50
    for href in dict.fromkeys(own[:: max(1, len(own) // 15)]):
        assert client.get(href).status_code in (200, 307), href


def test_an_event_leads_to_its_words(client: TestClient) -> None:
    row = client.get("/api/v1/events?type=ASSAULT&actor=UKR").json()["data"][0]
    html = client.get(f"/events/{row['event_id']}").text
    for role in ("actor", "recipient", "trigger", "date"):
        assert re.search(rf'<mark class="m[^"]* m-{role}', html)
    assert "the Ukrainian army" in html
    assert row["incident_id"] in html


def test_an_incident_shows_who_says_what(client: TestClient) -> None:
    row = client.get("/api/v1/incidents?sort=reported&type=ASSAULT").json()["data"][0]
    html = client.get(f"/incidents/{row['incident_id']}").text
    assert "Where they disagree" in html
    assert html.count('<li id="r-') == row["reports"]
    assert "The Steppe Courier" in html
    assert "Evening Ledger" in html


def test_what_the_coder_weighed(client: TestClient) -> None:
    row = client.get("/api/v1/events?type=ASSAULT&actor=UKR").json()["data"][0]
    assert "ASSAULT" in client.get(f"/events/{row['event_id']}/why").text


def test_trying_keeps_nothing(ask: Ask, record: Path) -> None:
    client, before = ask(), record.read_bytes()
    csrf = token_of(client.get("/try").text)
    text = "Kenyan police arrested four opposition activists in Kisumu on Tuesday."
    found = client.post("/try", data={"csrf": csrf, "text": text, "day": "2024-06-21"})
    assert "1 event" in found.text
    assert "18 Jun 2024" in found.text
    assert record.read_bytes() == before
    assert client.post("/try", data={"csrf": csrf, "text": ""}).status_code == 422
    assert client.post("/try", data={"csrf": csrf, "url": "http://127.0.0.1/"}).status_code == 403


def test_the_queue_and_its_undo(ask: Ask) -> None:
    client = ask()
    first = client.get("/review").text
    csrf = token_of(first)
    event_id = re.findall(r'name="event_id" value="(ev-[0-9a-f]+)"', first)[0]
    given = {"csrf": csrf, "event_id": event_id, "back": "/review?last=" + event_id}
    assert client.post("/review", data=given | {"verdict": "reject"}).headers["location"] == given["back"]
    after = client.get(given["back"]).text
    assert "rejected" in after
    assert re.findall(r'name="event_id" value="(ev-[0-9a-f]+)"', after)[1] != event_id
    client.post("/review", data=given | {"verdict": "undo"})
    assert re.findall(r'name="event_id" value="(ev-[0-9a-f]+)"', client.get("/review").text)[0] == event_id
    assert client.get(f"/api/v1/events/{event_id}").json()["verdict"] == ""
    assert client.post("/review", data=given | {"verdict": "undo"}).status_code == 422


def test_it_goes_back_to_own_pages_only() -> None:
    assert own_path("/events?actor=RUS") == "/events?actor=RUS"
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nset-cookie: x"):
        assert own_path(elsewhere) == "/"


@pytest.mark.parametrize("url", [BAD_URL, "data:text/html,x", " JavaScript:alert(1)", "//evil.example", "http://["])
def test_only_web_addresses_are_links(url: str) -> None:
    assert web_url(url) == ""
    assert web_url("https://news.example/a?b=1") == "https://news.example/a?b=1"


def test_a_score_has_its_sign() -> None:
    assert [signed(one) for one in (6.04, -10.0, -0.04, None)] == ["+6.0", "−10.0", "0.0", "–"]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, None, "undated"), ("2024-06-21", "2024-06-21", "21 Jun 2024"), ("2024-06-01", "2024-06-30", "June 2024"),
        ("2024-01-01", "2024-12-31", "2024"), ("1990-01-01", "1999-12-31", "1990–1999"),
        ("2024-06-03", "2024-06-09", "3–9 Jun 2024"), ("2024-06-28", "2024-07-04", "28 Jun – 4 Jul 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"), ("2024-06-21", None, "21 Jun 2024"),
    ],
)  # fmt: skip
def test_days_are_as_short_as_they_are_known(start: str | None, end: str | None, told: str) -> None:
    assert days({"date_start": start, "date_end": end}) == told


@pytest.fixture(name="hostile", scope="module")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A desk over a record in which every text was planted."""
    path = tmp_path_factory.mktemp("hostile") / "h.duckdb"
    base = event(PLANTED, text=PLANTED)
    words = {"text": PLANTED, "name": PLANTED, "start": 0, "end": len(PLANTED)}
    actors = tuple(replace(party, **words, country="<b>") for party in base.actors)
    place, voice = replace(base.place, **words), replace(base.said_by, **words)
    made = replace(base, actors=actors, recipients=actors, place=place, said_by=voice)
    document = Document(
        PLANTED, PLANTED, title=PLANTED, author=PLANTED, publisher=PLANTED, url=BAD_URL, source=PLANTED,
        pub_date=date(2024, 6, 21),
    )  # fmt: skip
    add(path, [document], Coding(_Planted(made), jobs=1, coder="test"))
    return client_of(Options(record=path))


class _Planted:
    """Makes a coder that gives one event and a statement of it."""

    def __init__(self, made: Any) -> None:
        self._made = made

    def __call__(self) -> "_Planted":
        return self

    def code_document(self, _document: Document, /) -> list[Any]:
        return [self._made]

    def statements(self, document: Document, /) -> list[dict[str, Any]]:
        (told,) = Scripted([self._made]).statements(document)
        words = {"text": PLANTED, "start": 0, "end": 3}
        return [told | {"words": words, "speaker": self._made.to_dict()["actors"][0]}]


def _everywhere(client: TestClient) -> Iterable[str]:
    row = client.get("/api/v1/events").json()["data"][0]
    yield from PATHS[:14]
    yield f"/events/{row['event_id']}"
    yield f"/events/{row['event_id']}/why"
    yield f"/incidents/{row['incident_id']}"
    yield f"/document?id={quote(PLANTED)}"
    yield f"/events?actor={quote(PLANTED)}&text={quote(PLANTED)}"
    yield f"/documents?words={quote(PLANTED)}"
    yield f"/review?skip={row['event_id']}&last={row['event_id']}"


def test_planted_scripts_are_escaped_everywhere(hostile: TestClient) -> None:
    shown = 0
    for path in _everywhere(hostile):
        html = hostile.get(path).text
        safe(html)
        assert "<script>alert" not in html
        assert "<img" not in html
        shown += "&lt;script&gt;" in html
    assert shown > 12
