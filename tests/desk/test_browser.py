"""The desk as a person uses it, in a real browser: from a question to the words, a correction, a download, a text."""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desk.browsing import browser, served
from desk.news import articles
from dragoman.document import Failure
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from record.samples import Coder, article

pytestmark = pytest.mark.slow

# Left and right end of each name of a month, and where each letter of the day is.
LABELS = """[...document.querySelectorAll("[data-chart=months] svg > g:not(.axis) > text")].map(one => {
    const box = one.getBoundingClientRect();
    return [box.left, box.right];
})"""
DAY = """(() => {
    const walker = document.createTreeWalker(document.querySelector("p.source"), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const at = node.data.indexOf("18 Sep 2024");
        if (at < 0) continue;
        return [..."18Sep2024"].map((_, n) => {
            const range = document.createRange(), from = at + n + (n > 1) + (n > 4);
            range.setStart(node, from);
            range.setEnd(node, from + 1);
            return range.getBoundingClientRect().left;
        });
    }
})()"""
PAGES = (
    "/", "/events", "/incidents", "/documents", "/ledgers/visits", "/ledgers/statements", "/ledgers/dyads", "/dyads",
    "/countries/KGZ", "/dyads/KGZ/TJK", "/document?id=n05", "/try", "/review", "/events?actor=NIL", "/nothing",
    "/documents?status=left_out", "/events?actor=KGZ&since=June", "/documents?since=June", "/ledgers/visits?since=June",
)  # fmt: skip
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
# How much of the page has moved on its own: cumulative layout shift.
MOVED = """new Promise(done => {
    let all = 0;
    new PerformanceObserver(list => { for (const one of list.getEntries()) all += one.value; })
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(all), 600);
})"""


@pytest.fixture(name="chromium", scope="module")
def _chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(name="base", scope="module")
def _base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over a record of its own, which these tests write to one after the other."""
    path: Path = tmp_path_factory.mktemp("browser") / "news.duckdb"
    Record(path).add(articles())
    with served(record=path) as address:
        yield address


@pytest.fixture(name="giant", scope="module")
def _giant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over articles whose titles and makers are one long word, or are written from the right."""
    path: Path = tmp_path_factory.mktemp("giant") / "r.duckdb"
    word = "W" * 700
    given = {"title": f"Giant {word}", "publisher": "P" * 300, "author": "A" * 500, "source": "s/" + "a" * 900}
    right = {"title": "‏مرحبا Morocco", "publisher": "جريدة الصباح", "pub_date": date(2024, 9, 18)}
    documents = [replace(article(1), id="long", **given), replace(article(2), id="rtl", **right)]
    failed = Failure("f/" + "b" * 900, "c" * 900, "skipped")
    add(path, [*documents, failed], Coding(Coder, jobs=1, coder="test"))
    with served(record=path) as address:
        yield address


@pytest.fixture(name="page")
def _page(chromium: Browser, base: str) -> Iterator[Page]:
    """A page whose console stays silent: nothing that the policy forbids, no script that fails."""
    context = chromium.new_context(base_url=base, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    # A request that another replaces is told by htmx; a page that is not there, by the browser.
    assert [one for one in said if not one.startswith("htmx:") and "the server responded" not in one] == []


def test_from_a_question_to_the_words_and_back(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_title("The record · Dragoman")
    expect(page.locator("[data-chart=months] svg rect").first).to_be_attached()
    page.get_by_role("link", name="Incidents", exact=True).first.click()
    page.get_by_label("Between").fill("KGZ,TJK")
    page.get_by_label("Since").fill("2024-05")
    page.get_by_label("Until").fill("2024-05")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d incidents$"))
    found = page.locator("#count").inner_text()
    assert "either=KGZ%2CTJK" in page.url
    assert "actor=" not in page.url
    page.get_by_role("link", name="Tajik soldiers shelled").first.click()
    expect(page.get_by_role("heading", name="Where they disagree")).to_be_visible()
    expect(page.locator("mark.m-trigger", has_text="shelled").first).to_be_visible()
    page.get_by_role("link", name="Shots at the border").first.click()
    expect(page.locator(".told-trigger", has_text="shelled")).to_be_visible()
    page.locator(".margin a", has_text="assault").first.click()
    expect(page.locator("blockquote mark.m-actor")).to_contain_text("Tajik soldiers")
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator("#count")).to_have_text(found)
    expect(page.get_by_label("Between")).to_have_value("KGZ,TJK")


def test_a_correction_stands_in_the_table_and_in_the_file(page: Page) -> None:
    page.goto("/incidents?type=ASSAULT&actor=UKR")
    page.locator("a.said").first.click()
    page.get_by_text("Correct", exact=True).first.click()
    page.get_by_label("Type").first.select_option("THREATEN")
    page.get_by_role("button", name="Correct type").first.click()
    expect(page.locator(".tag-corrected").first).to_be_visible()
    page.goto("/events?actor=UKR")
    row = page.locator("tr", has_text="Ukrainian drones")
    expect(row.locator(".type")).to_have_text("threaten")
    expect(row.locator(".tag-corrected")).to_have_text("corrected")
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    text = started.value.path().read_text(encoding="utf-8")
    assert started.value.suggested_filename == "events.csv"
    found = {one["sentence"][:16]: one["event_type"] for one in csv.DictReader(io.StringIO(text))}
    assert found == {"Ukrainian drones": "THREATEN"}


def test_a_text_is_tried(page: Page) -> None:
    page.goto("/try")
    page.get_by_label("Text").fill("Kenyan police arrested four opposition activists in Kisumu on Tuesday.")
    page.get_by_label("Published on").fill("2024-06-21")
    page.get_by_role("button", name="Code it").click()
    expect(page.locator("#coded h2")).to_have_text("1 event", timeout=PATIENCE)
    expect(page.locator("#coded blockquote mark.m-trigger")).to_have_text("trigger: arrested")
    page.get_by_label("Text").fill(" ")
    page.get_by_role("button", name="Code it").click()
    expect(page.get_by_role("alert")).to_contain_text("give a text")


def test_review_by_the_keyboard(page: Page) -> None:
    page.goto("/review?type=ACCUSE")
    first = page.locator("article .headline").inner_text()
    page.keyboard.press("a")
    expect(page.locator(".notice.done .tag-accept")).to_be_visible()
    expect(page.locator("article .headline")).not_to_have_text(first)
    page.keyboard.press("u")
    expect(page.locator("article .headline")).to_have_text(first)
    page.keyboard.press("t")
    page.locator("select:focus").select_option("AID")
    page.keyboard.press("Enter")
    expect(page.locator(".notice.done .tag-corrected")).to_be_visible()
    while page.locator("article .headline").count():
        before = page.url
        page.keyboard.press("s")
        expect(page).not_to_have_url(before)
    expect(page.get_by_role("heading", name="Nothing is left but what you skipped")).to_be_visible()
    page.get_by_role("link", name="Begin again").click()
    expect(page.locator("article .headline")).to_be_visible()


def test_what_the_coder_weighed_comes_when_it_is_asked_for(page: Page) -> None:
    page.goto("/events?type=SANCTION")
    page.locator("a.said").first.click()
    page.get_by_text("What the coder weighed").click()
    expect(page.locator(".weigh td", has_text="SANCTION").first).to_be_visible(timeout=PATIENCE)


def test_it_can_be_walked_by_the_keyboard(page: Page) -> None:
    page.goto("/events")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Actor")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    row = page.request.get("/api/v1/incidents?sort=reported").json()["data"][0]
    own = (f"/events/{row['event_id']}", f"/incidents/{row['incident_id']}")
    found = []
    for path in (*PAGES, *own):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        for one in Axe().run(page).response["violations"]:
            if one["impact"] in ("serious", "critical"):
                found.append((path, one["id"], [node["html"][:120] for node in one["nodes"][:3]]))
    assert found == []


def test_narrow_screens_show_all_of_it(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    row = page.request.get("/api/v1/incidents?sort=reported").json()["data"][0]
    for path in (*PAGES, f"/events/{row['event_id']}", f"/incidents/{row['incident_id']}"):
        page.goto(path)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, path


def test_nothing_jumps_while_charts_are_drawn(page: Page) -> None:
    for path in ("/", "/countries/KGZ", "/ledgers/visits"):
        page.goto(path)
        assert page.evaluate(MOVED) < 0.05, path


def test_what_cannot_be_is_told_and_the_form_stays(page: Page) -> None:
    page.goto("/events?actor=KGZ")
    page.get_by_label("Since").fill("June 2024")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("write YYYY, YYYY-MM or YYYY-MM-DD")
    expect(page.get_by_label("Since")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Actor")).to_have_value("KGZ")
    page.get_by_label("Since").fill("2024-06")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#count")).to_be_visible()
    expect(page.get_by_label("Since")).not_to_have_attribute("aria-invalid", "true")


def test_another_order_keeps_an_incident(page: Page) -> None:
    row = page.request.get("/api/v1/incidents?sort=reported").json()["data"][0]
    page.goto(f"/events?incident={row['incident_id']}")
    found = page.locator("#count").inner_text()
    page.get_by_label("Order").select_option("surest")
    expect(page.locator(".chips")).to_contain_text(row["incident_id"])
    page.wait_for_url("**sort=surest**")
    expect(page.locator("#count")).to_have_text(found)


@pytest.mark.parametrize("width", [320, 375, 600, 1280])
def test_months_do_not_run_into_each_other(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/countries/KGZ"):
        page.goto(path)
        expect(page.locator("[data-chart=months] svg > g > text").first).to_be_attached()
        found = page.evaluate(LABELS)
        assert found
        assert all(right + 6 <= left for (_, right), (left, _) in itertools.pairwise(found)), found
        assert found[-1][1] <= width


@pytest.mark.parametrize("width", [375, 1280])
def test_one_long_word_makes_no_page_wider(chromium: Browser, giant: str, width: int) -> None:
    context = chromium.new_context(base_url=giant, viewport={"width": width, "height": 800})
    page = context.new_page()
    event = page.request.get("/api/v1/events").json()["data"][0]
    own = (
        f"/events/{event['event_id']}",
        f"/incidents/{event['incident_id']}",
        "/document?id=long",
        "/document?id=rtl",
    )
    for path in ("/", "/documents", "/documents?status=left_out", "/review", "/events", "/ledgers/visits", *own):
        page.goto(path)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, path
    context.close()


def test_a_publisher_from_the_right_leaves_the_day_whole(chromium: Browser, giant: str) -> None:
    page = chromium.new_page(base_url=giant)
    page.goto("/document?id=rtl")
    expect(page.locator("p.source")).to_contain_text("18 Sep 2024")
    places = page.evaluate(DAY)
    assert places == sorted(places), "the day's letters stand in their order"
    page.close()


def test_charts_are_tables_without_scripts(chromium: Browser, base: str) -> None:
    context = chromium.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    for path, cell in (("/", "Kyrgyzstan"), ("/countries/KGZ", "Tajikistan"), ("/ledgers/visits", "Russia → ")):
        page.goto(path)
        expect(page.locator(".plot").first).to_be_hidden()
        expect(page.locator(".as-table td", has_text=cell).first).to_be_visible()
    context.close()


def test_pages_are_whole_without_scripts(chromium: Browser, base: str) -> None:
    context = chromium.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("/incidents")
    page.get_by_label("Between").fill("RUS,PRK")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr").first).to_contain_text("RUS")
    assert "either=RUS%2CPRK" in page.url
    context.close()


def test_an_arc_leads_to_its_visit(page: Page) -> None:
    page.goto("/ledgers/visits?actor=RUS&recipient=PRK")
    page.locator(".arc").first.dispatch_event("click")
    expect(page.locator("h1.headline")).to_contain_text("Putin")
