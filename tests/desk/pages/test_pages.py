"""Every page answers, has a title that tells and one heading, and escapes what is hostile."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from desk.conftest import Ask, client_of
from desk.news import articles
from desk.test_coder import FRENCH
from desk.test_guard import token_of
from dragoman.desk import charts
from dragoman.desk.desk import Desk
from dragoman.desk.options import Options
from dragoman.desk.pages import places
from dragoman.desk.pages.phrasing import days, own_path, signed, web_url
from dragoman.document import Document
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from fakes import event
from record.samples import Coder, Scripted, article

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
    for path in ("/events/x", "/incidents/x", "/document?id=x", "/ledgers/x", "/countries/x", "/countries/XXX", "/x"):
        assert client.get(path).status_code in (404, 422)


def test_links_of_pages_lead_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in ("/", "/events", "/ledgers/visits", "/countries/KGZ", "/dyads/KGZ/TJK", "/document?id=n05"):
        seen |= {a.get("href") or "" for tag, a in Page(client.get(path).text).tags if tag == "a"}
    own = sorted(href.split("#")[0] for href in seen if href.startswith("/"))
    assert len(own) > 50
    for href in dict.fromkeys(own[:: max(1, len(own) // 15)]):
        assert client.get(href).status_code in (200, 307), href


def count(client: TestClient, path: str) -> int:
    """How many rows a list has, as its page says."""
    found = re.search(r'id="count"[^>]*>([\d,]+) ', client.get(path.replace("&amp;", "&")).text)
    assert found is not None, path
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize("path", ["/", "/countries/KGZ", "/countries/RUS", "/dyads/KGZ/TJK", "/dyads/PRK/RUS"])
def test_bars_and_counts_open_as_many(client: TestClient, path: str) -> None:
    html = client.get(path).text
    table = html[html.index('data-chart="months"') :]
    bars = re.findall(r'<tr><td><a href="([^"]+)">[\d-]+</a></td>((?:<td class="num">\d+</td>)+)', table)
    assert bars
    for href, cells in bars:
        assert count(client, href) == sum(map(int, re.findall(r">(\d+)<", cells)))
    for href, told in re.findall(r'<a href="(/(?:incidents|ledgers)[^"]*)">(?:All )?([\d,]+) (?:actual )?\w+', html):
        assert count(client, href) == int(told.replace(",", ""))


def test_who_does_how_much_to_whom_opens_as_many(client: TestClient) -> None:
    html = client.get("/dyads/KGZ/TJK").text
    rows = re.findall(
        r'"Who to whom"><a href="([^"]+)">[^<]+</a></td><td data-label="Actual incidents" class="num">(\d+)', html
    )
    assert len(rows) == 2
    for href, told in rows:
        assert count(client, href) == int(told)


def test_countries_and_pairs_open_as_many(client: TestClient) -> None:
    html = client.get("/").text
    links = re.findall(r'<a href="(/(?:countries|dyads)/[A-Z/]+)">[^<]+</a></td><td class="num">(\d+)', html)
    links += re.findall(
        r'<a href="(/dyads/[A-Z/]+)">[^<]+</a></td><td data-label="Incidents" class="num">(\d+)',
        client.get("/dyads").text,
    )
    assert len(links) > 20
    for href, told in links:
        assert f">{told} actual incident" in client.get(href).text


def test_all_pairs_are_shown_page_by_page(client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_ROWS", 3)
    href, seen = "/dyads?", list[str]()
    while href:
        html = client.get(href.replace("&amp;", "&")).text
        seen += re.findall(r'"Between"><a href="([^"]+)"', html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        href = following[1] if following else ""
    assert len(seen) == len(set(seen)) == charts.busiest(desk.snapshot, limit=1).total > 3


@pytest.mark.parametrize("name", ["statements", "dyads", "visits"])
def test_a_place_that_is_none_is_refused(client: TestClient, name: str) -> None:
    assert client.get(f"/ledgers/{name}?after={'9' * 27}").status_code == 422


def test_an_event_of_another_source_says_no_more_than_that(beside: TestClient) -> None:
    row = beside.get("/api/v1/events?origin=gdelt").json()["data"][0]
    html = beside.get(f"/events/{row['event_id']}").text
    assert "told by gdelt" in html
    for invented in ("the network", "calibrated", "0 %"):
        assert invented not in html
    for path in ("/incidents?origin=gdelt", "/ledgers/meetings?origin=gdelt"):
        hrefs = re.findall(r'data-label="When"><a href="([^"]+)"', beside.get(path).text)
        assert hrefs
        assert beside.get(hrefs[0]).status_code == 200
    assert "events of other sources" in beside.get("/").text


def test_an_event_that_was_replaced_says_so(ask: Ask, record: Path) -> None:
    old = ask().get("/api/v1/documents/n05").json()["events"][0]["event_id"]
    (first,) = [one for one in articles() if one.id == "n05"]
    Record(record).add([replace(first, text=first.text.replace("three guards", "nine guards"))])
    client = ask()
    html = client.get(f"/events/{old}").text
    assert "A later version replaced it" in html
    assert "Is it right?" not in html
    assert f"#e-{old}" not in html
    assert "/document?id=n05&amp;version=1" in html
    new = client.get("/api/v1/documents/n05").json()["events"][0]["event_id"]
    html = client.get(f"/events/{new}").text
    assert "replaced" not in html
    assert f"/document?id=n05#e-{new}" in html


def test_events_that_count_are_in_their_version_when_a_later_one_failed(tmp_path: Path) -> None:
    path = tmp_path / "failed.duckdb"
    for text in ("", "error"):
        Record(path).add([article(1, text=text)], make_coder=Coder, coder="test")
    client = client_of(Options(record=path))
    (row,) = client.get("/api/v1/events").json()["data"]
    assert client.get("/api/v1/documents/a1").json()["events"] == []
    (link,) = set(re.findall(r'href="(/document\?[^"]+)"', client.get(f"/events/{row['event_id']}").text))
    assert link == f"/document?id=a1&amp;version=1#e-{row['event_id']}"
    assert f'id="e-{row["event_id"]}"' in client.get("/document?id=a1&version=1").text
    assert "Could not be coded" in client.get("/document?id=a1").text


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


def test_what_is_skipped_stays_skipped(ask: Ask) -> None:
    client = ask()

    def events(html: str) -> list[str]:
        return re.findall(r'<a href="/events/(ev-[0-9a-f]+)">the whole evidence', html)

    first = client.get("/review?type=ACCUSE").text
    (skipped,) = events(first)
    second = client.get(unescape(re.findall(r'href="([^"]+)" data-key="s"', first)[0])).text
    judged = 0
    while events(second):
        assert events(second) != [skipped]
        back = unescape(re.findall(r'name="back" value="([^"]+last=[^"]+)"', second)[0])
        given = {"csrf": token_of(second), "event_id": events(second)[0], "verdict": "accept", "back": back}
        second = client.get(client.post("/review", data=given).headers["location"]).text
        judged += 1
        undone = unescape(re.findall(r'data-key="u".*?name="back" value="([^"]+)"', second)[0])
        assert f"skip={skipped}" in undone
    assert judged > 2
    assert "Nothing is left but what you skipped" in second
    assert events(client.get("/review?type=ACCUSE").text) == [skipped]


def test_trying_what_is_not_english_says_so(client: TestClient) -> None:
    found = client.post("/try", data={"csrf": token_of(client.get("/try").text), "text": FRENCH})
    assert found.status_code == 422
    assert "its language is fr, not English" in found.text
    assert "Nothing in this text looks like an event" not in found.text


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


def test_what_articles_say_is_set_apart(hostile: TestClient) -> None:
    """Words from the right do not turn what stands beside them: each has a direction of its own."""
    planted, seen = str(escape(PLANTED)), 0
    for path in _everywhere(hostile):
        for before in _shown(hostile.get(path).text, planted):
            seen += 1
            opened = re.findall(r"<(bdi|(?:a|p|h1|h3|blockquote|textarea)[^>]*dir=.auto.[^>]*)>", before)
            assert opened, (path, before[-200:])
            tag = opened[-1].split()[0]
            assert f"</{tag}>" not in before.rpartition(f"<{opened[-1]}>")[2], (path, before[-200:])
    assert seen > 40


def _shown(html: str, words: str) -> Iterable[str]:
    """What stands before these words wherever they are shown: not in attributes, nor in the page's title."""
    body = html[html.find("<body>") :]
    for found in re.finditer(re.escape(words), body):
        before = body[: found.start()]
        if before.rfind(">") > before.rfind("<"):
            yield before


def test_planted_scripts_are_escaped_everywhere(hostile: TestClient) -> None:
    shown = 0
    for path in _everywhere(hostile):
        html = hostile.get(path).text
        safe(html)
        assert "<script>alert" not in html
        assert "<img" not in html
        shown += "&lt;script&gt;" in html
    assert shown > 12
