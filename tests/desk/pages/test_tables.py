"""Tables: chips keep the rest of the view, pages lead on and back, what reading left out is shown."""

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.conftest import Ask, client_of
from dragoman.desk.options import Options
from dragoman.desk.pages import tables
from dragoman.document import Failure
from dragoman.record.adding import Coding, add
from dragoman.record.filters import Filters
from dragoman.record.lock import only_writer
from dragoman.record.record import Record
from dragoman.record.store import make
from fakes import event
from record.samples import Coder, article

PAGER = re.compile(r'<nav class="pager".*?</nav>', re.S)


def test_a_chip_takes_its_filter_alone() -> None:
    found = tables.chips(Filters(actor="RUS", since="2024"), "events", sort="surest")
    assert [url for _, _, url in found] == ["/events?since=2024&sort=surest", "/events?actor=RUS&sort=surest"]


def test_chips_of_a_page_keep_its_order(client: TestClient) -> None:
    html = client.get("/incidents?actor=KGZ&since=2024-05&sort=reported").text
    assert "/incidents?actor=KGZ&amp;sort=reported" in html
    assert "/incidents?since=2024-05&amp;sort=reported" in html


@pytest.mark.parametrize(
    "path",
    ["/events", "/incidents", "/documents?since=2024-05", "/ledgers/visits?since=2024-05", "/ledgers/statements",
     "/ledgers/dyads"],
)  # fmt: skip
def test_later_pages_lead_to_the_first(ask: Ask, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(tables, "ROWS", 2)
    client = ask()
    first = PAGER.findall(client.get(path).text)[0]
    assert "First page" not in first
    on = unescape(re.findall(r'rel="next" href="([^"]+)"', first)[0])
    assert not re.search(r"[?&]\w+=(&|$)", on), "an address tells what is asked and no more"
    second = PAGER.findall(client.get(on).text)[0]
    assert re.findall(r'<a href="([^"]+)">← First page', second) == [path]


@pytest.fixture(name="lacking", scope="module")
def _lacking(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("lacking") / "r.duckdb"
    failed = Failure("news/<b>.txt", "language is fr, not English; only English is coded", "skipped")
    add(path, [article(1), failed], Coding(Coder, jobs=1, coder="test"))
    return client_of(Options(record=path))


def test_what_reading_left_out_is_led_to(lacking: TestClient) -> None:
    for path in ("/", "/documents"):
        assert 'href="/documents?status=left_out"' in lacking.get(path).text
    html = lacking.get("/documents?status=left_out").text
    assert "1 item left out" in html
    assert "news/&lt;b&gt;.txt" in html
    assert "language is fr" in html
    found = lacking.get("/api/v1/documents?status=left_out").json()
    assert [(row["source"], row["document_id"]) for row in found["data"]] == [("news/<b>.txt", "")]


def test_and_is_not_spoken_of_where_there_is_none(client: TestClient) -> None:
    for path in ("/", "/documents"):
        assert 'href="/documents?status=left_out"' not in client.get(path).text


def test_the_map_of_visits_has_its_table(client: TestClient) -> None:
    html = client.get("/ledgers/visits").text
    assert re.search(r'<details class="as-table">.*Russia → <bdi>.*</details>', html, re.S)


def test_an_empty_record_tells_what_was_left_out(tmp_path: Path) -> None:
    failed = Failure("a.txt", "no text is left after cleaning; nothing to code", "skipped")
    with only_writer(tmp_path / "r.duckdb"):
        make(tmp_path / "r.duckdb")
    add(tmp_path / "r.duckdb", [failed], Coding(Coder, jobs=1, coder="test"))
    html = client_of(Options(record=tmp_path / "r.duckdb")).get("/").text
    assert "Nothing here yet" in html
    assert 'href="/documents?status=left_out"' in html


def test_a_record_of_other_sources_alone_names_them(tmp_path: Path) -> None:
    Record(tmp_path / "r.duckdb").append([event("x0")], origin="i&c")
    client = client_of(Options(record=tmp_path / "r.duckdb"))
    for path in ("/", "/events", "/incidents?actor=ARV", "/ledgers/visits", "/ledgers/dyads"):
        html = client.get(path).text
        assert "Nothing here yet" not in html
        (link,) = re.findall(r'href="([^"]+origin=i%26c[^"]*)"', html)
        found = client.get(link.replace("&amp;", "&"))
        assert found.status_code == 200
        assert "Nothing is told" not in found.text
    assert "i%26c" not in client.get("/ledgers/statements").text
