"""robots.txt is obeyed, hosts are not hurried, and a feed cannot lead inside."""

from collections.abc import Iterator

import pytest

from dragoman.errors import LaterError, SourceError
from dragoman.reading.options import ReadingOptions
from dragoman.reading.watching.manners import Manners, own_hosts
from server import Site, serving


@pytest.fixture(name="site")
def _site() -> Iterator[Site]:
    with serving() as site:
        yield site


def manners(waited: list[float], *inside: str) -> Manners:
    """Manners that note their pauses instead of waiting."""
    return Manners(ReadingOptions(connect_timeout=2), frozenset(inside), sleep=waited.append)


def test_what_robots_txt_forbids_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /private/\n"
    polite = manners([], "127.0.0.1")
    polite.visit(f"{site.url}/public/1")
    with pytest.raises(SourceError, match=r"robots\.txt of the site forbids it"):
        polite.visit(f"{site.url}/private/1")
    assert site.asked.count("/robots.txt") == 1


def test_a_site_without_robots_txt_may_be_visited(site: Site) -> None:
    manners([], "127.0.0.1").visit(f"{site.url}/1")


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.status["/robots.txt"] = 500
    with pytest.raises(SourceError, match=r"robots.txt cannot be had"):
        manners([], "127.0.0.1").visit(f"{site.url}/1")


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_whose_robots_txt_is_asked_for_too_often_is_left_alone_for_as_long_as_it_says(
    site: Site, status: int
) -> None:
    site.status["/robots.txt"], site.headers["/robots.txt"] = status, {"Retry-After": "120"}
    with pytest.raises(LaterError) as told:
        manners([], "127.0.0.1").visit(f"{site.url}/1")
    assert told.value.seconds == 120


def test_hosts_that_the_user_names_are_inside_only_if_they_are_there_now() -> None:
    assert own_hosts(["http://127.0.0.1:8000/feed", "https://8.8.8.8/feed", "https://nowhere.invalid/"]) == {
        "127.0.0.1"
    }


def test_a_second_request_waits_and_a_crawl_delay_counts(site: Site) -> None:
    site.pages["/robots.txt"] = b"User-agent: Dragoman\nCrawl-delay: 7\n"
    waited: list[float] = []
    polite = manners(waited, "127.0.0.1")
    polite.visit(f"{site.url}/1")
    polite.visit(f"{site.url}/2")
    assert len(waited) == 1
    assert 5 < waited[0] <= 7


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:80/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest"]
)
def test_a_link_to_the_inside_is_not_followed(url: str) -> None:
    with pytest.raises(SourceError, match="no public address"):
        manners([]).visit(url)


def test_a_name_of_no_host() -> None:
    with pytest.raises(SourceError, match="no such host"):
        manners([]).visit("http://nowhere.invalid/")
