"""Pages are fetched within limits of size, time and redirects, under an honest name."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SourceError
from dragoman.reading import url
from dragoman.reading.options import ReadingOptions
from sources import STORY, page

PAGE = page(STORY, STORY).encode()


class Site(BaseHTTPRequestHandler):
    """A server of one good page and several bad ones; it runs in the test's own process."""

    def do_GET(self) -> None:
        self.protocol_version = "HTTP/1.0"
        getattr(self, f"send_{self.path.strip('/')}")()

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_page(self) -> None:
        self.reply(PAGE, Content_Type="text/html; charset=UTF-8")

    def send_name(self) -> None:
        self.reply(self.headers["User-Agent"].encode(), Content_Type="text/plain")

    def send_moved(self) -> None:
        self.reply(b"", 302, Location="/page")

    def send_circle(self) -> None:
        self.reply(b"", 302, Location="/circle")

    def send_outside(self) -> None:
        self.reply(b"", 302, Location="file:///etc/hostname")

    def send_missing(self) -> None:
        self.reply(b"", 404)

    def send_empty(self) -> None:
        self.reply(b"")

    def send_bomb(self) -> None:
        self.reply(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")

    def send_broken(self) -> None:
        self.reply(b"no gzip", Content_Encoding="gzip")

    def send_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            time.sleep(0.1)
            self.wfile.write(b"a")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


class QuietServer(ThreadingHTTPServer):
    """Clients that hang up are expected here."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing on the terminal."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with QuietServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_with_what_the_server_says(site: str) -> None:
    stream, origin = url.fetch(f"{site}/page", ReadingOptions())
    assert stream.read() == PAGE
    assert (origin.media_type, origin.charset.lower()) == ("text/html", "utf-8")


def test_a_redirect_is_followed_to_the_url_that_counts(site: str) -> None:
    assert url.fetch(f"{site}/moved", ReadingOptions())[1].url == f"{site}/page"


def test_the_name_is_honest(site: str) -> None:
    assert url.fetch(f"{site}/name", ReadingOptions())[0].read().startswith(b"Dragoman/")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("circle", "redirects more than 5 times"),
        ("outside", "cannot be fetched"),
        ("missing", "the server answers 404"),
        ("empty", "is empty"),
        ("bomb", "is larger than 1,000,000 bytes"),
        ("broken", "cannot be fetched"),
    ],
)
def test_what_cannot_be_had(site: str, path: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        url.fetch(f"{site}/{path}", ReadingOptions(max_document=1_000_000))
    assert str(caught.value).startswith(f"{site}/{path}: ")
    assert "\n" not in str(caught.value)


def test_a_page_that_trickles_in_is_given_up(site: str) -> None:
    with pytest.raises(SourceError, match=r"not read within 0\.2 s"):
        url.fetch(f"{site}/slow", ReadingOptions(total_timeout=0.2))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120), (" 7 ", 7), ("Thu, 01 Jan 1970 00:02:00 GMT", 20), ("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    + [(wrong, 0) for wrong in ("", "soon", "-5", "1e9", "²", "Thu, 99 Jan 1970 00:00:00 GMT")],
)
def test_when_to_come_again(header: str, seconds: float) -> None:
    assert url.retry_after(header, now=100.0) == seconds


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://", "http://[", "https://exa mple/"])
def test_addresses_that_lead_nowhere(address: str) -> None:
    with pytest.raises(SourceError, match="cannot be fetched"):
        url.fetch(address, ReadingOptions(connect_timeout=2))
