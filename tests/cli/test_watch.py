"""`dragoman watch`: rounds over a real server into a real record, a line each, restarts and Ctrl-C included."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli.watch import Watching, listed, seconds
from dragoman.errors import UsageError
from dragoman.reading.options import ReadingOptions
from dragoman.reading.watching.manners import Manners
from dragoman.record.adding import Coding
from dragoman.record.record import Record
from record.samples import Coder
from server import Site, serving
from sources import STORY, page


@pytest.fixture(name="site")
def _site() -> Iterator[Site]:
    with serving() as site:
        site.pages["/1"] = page(STORY).encode()
        site.headers["/1"] = {"Content-Type": "text/html"}
        entry = f"<item><title>Talks</title><link>{site.url}/1</link></item>"
        site.pages["/feed"] = f"<rss><channel><title>x</title>{entry}</channel></rss>".encode()
        yield site


def watching(record: Path, said: list[str], *, slept: list[float]) -> Watching:
    """A watch that notes what it says; asked to wait a third time it is told to stop."""

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    manners = Manners(ReadingOptions(), frozenset({"127.0.0.1"}), sleep=lambda _seconds: None)
    return Watching(record, Coding(Coder, jobs=1, coder="test"), manners, sleep=sleep, say=said.append)


def count(record: Path) -> int:
    """Documents of a record."""
    ((number,),) = [tuple(row.values()) for row in Record(record).sql("SELECT count(*) AS n FROM documents").dicts()]
    return int(number)


def test_rounds_until_ctrl_c(site: Site, tmp_path: Path) -> None:
    said: list[str] = []
    slept: list[float] = []
    record = tmp_path / "r.duckdb"
    assert watching(record, said, slept=slept).go([f"{site.url}/feed"]) == 130
    assert count(record) == 1
    assert len(said) == 3
    assert "1 feed asked, 0 unchanged; 1 new article; 1 coded, 1 event, 0 duplicates;" in said[0]
    assert "0 feeds asked" in said[1]
    assert all(700 < wait < 1000 for wait in slept)


def test_a_restart_asks_for_nothing_twice(site: Site, tmp_path: Path) -> None:
    record = tmp_path / "r.duckdb"
    for _ in range(2):
        assert watching(record, [], slept=[]).go([f"{site.url}/feed"], once=True) == 0
    assert site.asked.count("/1") == 1
    (tmp_path / "r.duckdb.watch.json").unlink()
    said: list[str] = []
    watching(record, said, slept=[]).go([f"{site.url}/feed"], once=True)
    assert "1 new article; 0 coded" in said[0]
    assert count(record) == 1


def test_a_feed_that_fails_is_named_in_its_line(site: Site, tmp_path: Path) -> None:
    said: list[str] = []
    found = watching(tmp_path / "r.duckdb", said, slept=[]).go([f"{site.url}/none", f"{site.url}/feed"], once=True)
    assert found == 1
    assert said[0] == f"dragoman: failed {site.url}/none: the server answers 404 Not Found"
    assert "2 feeds asked, 0 unchanged, 1 failed; 1 new article; 1 coded, 1 event" in said[1]


def test_one_round_says_why_nothing_came(site: Site, tmp_path: Path) -> None:
    entry = f"<item><title>Talks</title><link>{site.url}/gone</link></item>"
    site.pages["/feed"] = f"<rss><channel><title>x</title>{entry}</channel></rss>".encode()
    said: list[str] = []
    assert watching(tmp_path / "r.duckdb", said, slept=[]).go([f"{site.url}/feed"], once=True) == 1
    failed, line = said
    assert failed.startswith(f"dragoman: failed {site.url}/gone")
    assert failed.count(site.url) == 1
    assert line.endswith("0 new articles; 0 coded, 1 failed, 0 events, 0 duplicates")
    watching(tmp_path / "r.duckdb", said, slept=[]).go([f"{site.url}/feed"], once=True)
    assert "0 feeds asked" in said[-1]
    assert "nothing is due: the next feed is in " in said[-1]


def test_feeds_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text("# news\nhttps://a.example/rss # daily\n\nhttps://b.example/rss\n", encoding="utf-8")
    assert listed([str(path), "https://a.example/rss"]) == ["https://a.example/rss", "https://b.example/rss"]


@pytest.mark.parametrize("content", ["", "# none\n", "ftp://a.example/", "words"])
def test_a_file_without_feeds(tmp_path: Path, content: str) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        listed([str(path)])


@pytest.mark.parametrize(("text", "wanted"), [("15m", 900), ("1h", 3600), ("90s", 90), ("1d", 86400)])
def test_intervals(text: str, wanted: float) -> None:
    assert seconds(text) == wanted


@pytest.mark.parametrize("text", ["", "15", "1s", "0m", "-1h", "1.5h", "a day"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(UsageError, match="--every"):
        seconds(text)


@pytest.mark.parametrize("line", ["http://[feed", "https://", "http://:80/", "http://a.example:99999/"])
def test_what_is_no_url(tmp_path: Path, line: str) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text(f"https://a.example/rss\n{line}\n", encoding="utf-8")
    for given in (str(path), line):
        with pytest.raises(UsageError, match=r"line \d: .* is no http\(s\) URL"):
            listed([given])
