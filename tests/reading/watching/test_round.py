"""A round reads what is new at feeds that misbehave in every way, once, and nothing else is lost by it."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dragoman.document import Document, Failure
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.watching import round as module
from dragoman.reading.watching.manners import Manners
from dragoman.reading.watching.round import Round
from dragoman.reading.watching.state import State, load, save
from server import Site, serving
from sources import STORY, page

OPTIONS = ReadingOptions(connect_timeout=5, total_timeout=2.5, max_document=1_000_000)
EVERY = 900.0


@pytest.fixture(name="site")
def _site() -> Iterator[Site]:
    with serving() as site:
        site.headers["/1"] = site.headers["/2"] = {"Content-Type": "text/html; charset=utf-8"}
        site.pages["/1"] = page(STORY, STORY).encode()
        site.pages["/2"] = page("The ministers signed the treaty on the second bridge in Turku. " + STORY).encode()
        site.pages["/feed"] = feed(site, 1, 2)
        yield site


def feed(site: Site, *numbers: int, summary: str = "In short.") -> bytes:
    """A feed with a link to each of these articles."""
    entries = "".join(
        f"<item><title>Talks {n}</title><link>{site.url}/{n}</link><pubDate>Fri, 21 Jun 2024 10:00:00 GMT</pubDate>"
        f"<description>{summary}</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Harbour Watch</title>{entries}</channel></rss>'.encode()


class Watch:
    """Rounds over one state, with a clock of its own."""

    def __init__(self, site: Site) -> None:
        self.site, self.state, self.time = site, State(), 1_000.0
        self.manners = Manners(OPTIONS, frozenset({"127.0.0.1"}), sleep=lambda _seconds: None)

    def begun(self) -> Round:
        """A round that has not asked for anything yet."""
        self.time += 2 * EVERY
        return Round(self.state, OPTIONS, self.manners, every=EVERY, now=lambda: self.time)

    def round(self, *paths: str, keep: bool = True) -> tuple[list[Document], list[Failure], Round]:
        """One round, some intervals after the last one."""
        round = self.begun()
        found = list(round.items([self.site.url + path for path in paths]))
        if keep:
            round.kept()
        documents = [item for item in found if isinstance(item, Document)]
        return documents, [item for item in found if isinstance(item, Failure)], round


def test_articles_are_followed_and_read_once(site: Site) -> None:
    watch = Watch(site)
    documents, failures, _ = watch.round("/feed")
    assert failures == []
    assert [d.source for d in documents] == [f"{site.url}/1", f"{site.url}/2"]
    assert documents[0].text.startswith("The foreign minister of Norway")
    assert [str(d.pub_date) for d in documents] == ["2024-06-21", "2024-06-21"]
    assert documents[0].publisher == "Harbour Watch"
    assert watch.round("/feed")[0] == []


def test_what_was_not_kept_is_read_again(site: Site) -> None:
    watch = Watch(site)
    watch.round("/feed", keep=False)
    assert len(watch.round("/feed")[0]) == 2


def test_a_feed_that_has_not_changed_sends_nothing(site: Site) -> None:
    site.etags = True
    watch = Watch(site)
    watch.round("/feed")
    documents, _, round = watch.round("/feed")
    assert (documents, round.unchanged) == ([], 1)


def test_a_feed_is_not_asked_before_it_is_due(site: Site) -> None:
    watch = Watch(site)
    watch.round("/feed")
    watch.time -= 2 * EVERY
    assert watch.round("/feed")[2].asked == 0


def test_a_changed_article_is_read_again_alone(site: Site) -> None:
    watch = Watch(site)
    watch.round("/feed")
    site.pages["/feed"] = feed(site, 1).replace(b"</channel></rss>", feed(site, 2, summary="Corrected.")[56:])
    site.pages["/2"] = page("The ministers did not sign. " + STORY).encode()
    documents, _, _ = watch.round("/feed")
    assert [d.source for d in documents] == [f"{site.url}/2"]
    assert documents[0].text.startswith("The ministers did not sign.")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/broken", "answers 500"),
        ("/circle", "redirects more than 5 times"),
        ("/slow", r"not read within 2\.5 s"),
        ("/endless", r"not read within 2\.5 s"),
        ("/huge", "larger than 1,000,000 bytes"),
        ("/xml", "no entries|neither RSS"),
        ("/inside", "no public address"),
    ],
)
def test_a_bad_feed_fails_by_name_waits_longer_and_others_go_on(site: Site, path: str, reason: str) -> None:
    site.pages |= {"/slow": bytes(100), "/huge": bytes(2_000_000), "/xml": b"<rss><channel>"}
    site.pages |= {"/circle": b"", "/inside": b""}
    site.status |= {"/broken": 500, "/circle": 302, "/inside": 302}
    site.headers |= {"/circle": {"Location": "/circle"}, "/inside": {"Location": "http://localhost:1/"}}
    site.slow.add("/slow")
    site.endless.add("/endless")
    watch = Watch(site)
    documents, (failure,), round = watch.round(path, "/feed")
    assert failure.source == site.url + path
    assert re.search(reason, failure.reason)
    assert len(documents) == 2
    assert len(round.failed) == 1
    waits = watch.state.feed(site.url + path).due - watch.time
    assert 1.7 * EVERY < waits < 2.3 * EVERY
    watch.state.feed(site.url + path).due = 0
    watch.round(path)
    assert watch.state.feed(site.url + path).due - watch.time > 3.5 * EVERY


def test_an_article_that_fails_is_tried_again_and_then_read_as_the_feed_tells_it(site: Site) -> None:
    site.etags = True
    site.status["/2"] = 500
    site.pages["/feed"] = feed(site, 1, 2, summary=STORY)
    watch = Watch(site)
    assert [len(watch.round("/feed")[0]) for _ in range(4)] == [1, 0, 1, 0]


def test_an_article_that_comes_back_is_read_whole(site: Site) -> None:
    watch = Watch(site)
    site.status["/2"] = 500
    _, (failure,), _ = watch.round("/feed")
    assert failure == Failure(f"{site.url}/2", failure.reason)
    assert "answers 500" in failure.reason
    del site.status["/2"]
    (document,), _, _ = watch.round("/feed")
    assert document.text.startswith("The ministers signed the treaty")


def test_a_site_that_fails_is_left_for_the_next_round(site: Site) -> None:
    site.pages["/feed"] = feed(site, *range(10, 30))
    Watch(site).round("/feed")
    assert sum(path in {f"/{n}" for n in range(10, 30)} for path in site.asked) == 2


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("", EVERY), ("5400", 5_400), ("in two hours", 7_200), ("99999999", 86_400), ("soon", EVERY), ("-3", EVERY)],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_asks_to_be_left_alone_is(site: Site, status: int, header: str, seconds: float) -> None:
    site.status["/feed"] = status
    day = format_datetime(datetime.fromtimestamp(time.time() + 7_200, UTC), usegmt=True)
    site.headers["/feed"] = {"Retry-After": header.replace("in two hours", day)}
    watch = Watch(site)
    _, (failure,), _ = watch.round("/feed")
    assert f"answers {status}" in failure.reason
    assert watch.state.hosts[site.url.removeprefix("http://")] - watch.time == pytest.approx(seconds, abs=20)
    assert watch.state.feed(f"{site.url}/feed").due - watch.time > 0.9 * seconds


def test_articles_of_a_site_that_asks_for_time_wait_for_it_and_are_then_read_whole(site: Site) -> None:
    site.status["/1"], site.headers["/1"] = 429, {"Retry-After": str(int(6 * EVERY)), "Content-Type": "text/html"}
    watch = Watch(site)
    with serving() as feeds:
        feeds.pages["/feed"] = site.pages["/feed"]
        watch.site = feeds
        found = [watch.round("/feed") for _ in range(3)]
        assert [len(documents) for documents, _, _ in found] == [0, 0, 0]
        assert site.asked.count("/1") == 1
        assert "/2" not in site.asked
        del site.status["/1"]
        watch.state = load_again(watch.state)
        documents = watch.round("/feed")[0]
    assert [d.source for d in documents] == [f"{site.url}/1", f"{site.url}/2"]
    assert documents[0].text.startswith("The foreign minister of Norway")


def load_again(state: State) -> State:
    """What a restart knows."""
    with TemporaryDirectory() as folder:
        save(state, Path(folder) / "w.json")
        return load(Path(folder) / "w.json")


def test_a_slow_site_holds_up_no_other(site: Site) -> None:
    with serving() as slow:
        slow.pages["/feed"] = bytes(100)
        slow.slow.add("/feed")
        watch = Watch(site)
        urls = [f"{slow.url}/feed", f"{site.url}/feed"]
        found = [item.source for item in watch.begun().items(urls)]
    assert found == [f"{site.url}/1", f"{site.url}/2", f"{slow.url}/feed"]


@pytest.mark.parametrize(
    "link",
    ["http://[", "http://a.example:99999/", "http://a.example:x/", "javascript:alert(1)", "http:///x"],
)
def test_a_link_that_leads_nowhere_costs_nothing_else(site: Site, link: str) -> None:
    bad = f"<item><title>T</title><link>{link}</link></item></channel></rss>".encode()
    site.pages["/feed"] = feed(site, 1).replace(b"</channel></rss>", bad)
    documents, (failure,), _ = Watch(site).round("/feed")
    assert [d.source for d in documents] == [f"{site.url}/1"]
    assert "\n" not in failure.reason


def test_an_entry_without_a_link_is_read_as_it_stands(site: Site) -> None:
    entry = f"<item><guid isPermaLink='false'>hw-1</guid><title>Talks</title><description>{STORY}</description></item>"
    site.pages["/feed"] = f"<rss><channel><title>x</title>{entry}</channel></rss>".encode()
    watch = Watch(site)
    (document,) = watch.round("/feed")[0]
    assert (document.id, document.text) == ("hw-1", STORY)
    assert watch.round("/feed")[0] == []


def test_robots_txt_is_obeyed_for_articles(site: Site) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /2\n"
    documents, (failure,), _ = Watch(site).round("/feed")
    assert [d.source for d in documents] == [f"{site.url}/1"]
    assert "forbids" in failure.reason


def test_a_page_in_another_encoding_than_it_says(site: Site) -> None:
    site.pages["/1"] = page("Der Präsident of Arvania “met” the Finnish minister. " + STORY).encode("cp1252")
    site.pages["/feed"] = feed(site, 1)
    (document,), _, _ = Watch(site).round("/feed")
    assert "“met”" in document.text


def test_a_link_to_the_inside_is_not_followed(site: Site) -> None:
    entry = b"<item><title>T</title><link>http://localhost:22/</link></item>"
    site.pages["/feed"] = b"<rss><channel><title>x</title>" + entry + b"</channel></rss>"
    documents, (failure,), _ = Watch(site).round("/feed")
    assert documents == []
    assert "no public address" in failure.reason


def test_a_fault_of_the_code_costs_one_page_or_one_feed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, read, feeds = Watch(site), module.read_stream, module.feeds.drafts

    def faulty(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
        if origin.source.endswith("/1"):
            raise UnicodeError("undefined encoding")
        return read(stream, origin, options)

    def broken(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
        if origin.source.endswith("/other"):
            raise KeyError("entries")
        return feeds(stream, origin, options)

    monkeypatch.setattr(module, "read_stream", faulty)
    monkeypatch.setattr(module.feeds, "drafts", broken)
    site.pages["/other"] = site.pages["/feed"]
    documents, failures, _ = watch.round("/feed", "/other")
    assert [d.source for d in documents] == [f"{site.url}/2"]
    assert {f.source: f.reason for f in failures} == {
        f"{site.url}/1": "cannot be read (UnicodeError: undefined encoding)",
        f"{site.url}/other": "cannot be read (KeyError: 'entries')",
    }


def test_a_feed_that_is_dead_for_years_is_asked_once_a_day(site: Site) -> None:
    site.status["/feed"] = 404
    watch = Watch(site)
    feed = watch.state.feed(f"{site.url}/feed")
    feed.failures = 5_000
    watch.round("/feed")
    assert feed.failures == 5_001
    assert 0.9 <= (feed.due - watch.time) / 86_400 <= 1.1
