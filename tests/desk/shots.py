"""`PYTHONPATH=tests python -m desk.shots docs/desk`: the screenshots of docs/desk.md, of the articles in news.py.

In: a folder. Out: a JPEG of each page, some of them dark or narrow.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from desk.browsing import browser, served
from desk.news import articles
from dragoman.record.record import Record

TEXT = (
    "Kenyan police arrested four opposition activists in Kisumu on Tuesday, their lawyer said. "
    "The Ugandan foreign minister is to visit Nairobi next week for talks about the border."
)
_TALLEST = 1500
_WIDE, _NARROW = {"width": 1200, "height": 820}, {"width": 390, "height": 820}


def addresses(page: Page) -> dict[str, str]:
    """The pages by the name of their picture."""
    most = page.request.get("/api/v1/incidents?sort=reported&type=ASSAULT").json()["data"][0]
    return {
        "start": "/",
        "incidents": "/incidents?either=KGZ,TJK&since=2024-05&until=2024-05",
        "incident": f"/incidents/{most['incident_id']}",
        "event": f"/events/{most['event_id']}",
        "document": "/document?id=n05",
        "events": "/events?since=2024-06&sort=least_sure",
        "documents": "/documents",
        "country": "/countries/KGZ",
        "dyad": "/dyads/KGZ/TJK",
        "pairs": "/dyads",
        "visits": "/ledgers/visits",
        "agreements": "/ledgers/agreements",
        "statements": "/ledgers/statements",
        "try": "/try",
        "review": "/review",
    }


def shoot(page: Page, path: Path) -> None:
    """A picture of a page, cut off where it is very long."""
    page.wait_for_load_state("networkidle")
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), _TALLEST)
    width = page.viewport_size["width"] if page.viewport_size else _WIDE["width"]
    clip: Any = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=path, type="jpeg", quality=72, full_page=True, clip=clip)


def main() -> None:
    """Make all of them."""
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        record = Path(made) / "news.duckdb"
        Record(record).add(articles())
        with served(record=record) as base, browser() as chromium:
            page = chromium.new_context(base_url=base, viewport=_WIDE).new_page()
            page.set_default_timeout(120_000)
            found = addresses(page)
            for name, address in found.items():
                page.goto(address)
                if name == "try":
                    page.get_by_label("Text").fill(TEXT)
                    page.get_by_label("Published on").fill("2024-06-21")
                    page.get_by_role("button", name="Code it").click()
                    page.wait_for_selector("#coded h2")
                shoot(page, folder / f"{name}.jpg")
            page.emulate_media(color_scheme="dark")
            for name in ("event", "incident"):
                page.goto(found[name])
                shoot(page, folder / f"{name}-dark.jpg")
            page.emulate_media(color_scheme="light")
            page.set_viewport_size(_NARROW)
            for name in ("start", "event"):
                page.goto(found[name])
                shoot(page, folder / f"{name}-narrow.jpg")


if __name__ == "__main__":
    main()
