"""Pages and feeds fetched from the web.

In: an http(s) URL. Out: its bytes, bounded in size and time, with what the server said of them.
"""

import io
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx

from dragoman import __version__
from dragoman.errors import LaterError, SourceError
from dragoman.reading.draft import Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.public import PublicTransport
from dragoman.reading.stream import decompressed, too_large

USER_AGENT = f"Dragoman/{__version__} (reads news for event data; one page at a time)"
ACCEPT = "text/html, application/rss+xml, application/atom+xml, */*;q=0.5"
# What a server answers that is asked too much, or has no time now.
_LATER = (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE)

# What is asked before each request, redirects included; it raises SourceError for a URL not to be visited.
Visit = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent, and the marks by which it can be asked for changes alone ("" where it gave none)."""

    stream: io.BufferedReader
    origin: Origin
    etag: str = ""
    modified: str = ""


def fetch(url: str, options: ReadingOptions) -> tuple[io.BufferedReader, Origin]:
    """The bytes of a URL and where they came from. Raises SourceError when they cannot be had within the limits."""
    reply = fetch_changed(url, options)
    if reply is None:
        raise SourceError(f"{url}: the server answers 304 to a request without conditions")
    return reply.stream, reply.origin


def fetch_changed(
    url: str, options: ReadingOptions, *, etag: str = "", modified: str = "", visit: Visit | None = None
) -> Reply | None:
    """What is at a URL now, None where it is what the marks `etag` and `modified` stand for.

    Raises SourceError, and LaterError where the server is asked too much.
    """
    marks = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in marks.items() if value}
    try:
        with _response(url, options, headers=headers, visit=visit) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return None
            data = _bounded(response, url, options)
            origin = _origin(url, response)
            marks = {"etag": response.headers.get("ETag", ""), "modified": response.headers.get("Last-Modified", "")}
    except httpx.TooManyRedirects as error:
        raise SourceError(f"{url}: redirects more than {options.max_redirects} times") from error
    except httpx.TimeoutException as error:
        raise SourceError(f"{url}: no answer within {options.connect_timeout:g} s; try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{url}: cannot be fetched: {str(error)[:200] or type(error).__name__}") from error
    return Reply(decompressed(io.BufferedReader(io.BytesIO(data)), source=url), origin, **marks)


@contextmanager
def _response(
    url: str, options: ReadingOptions, *, headers: Mapping[str, str], visit: Visit | None
) -> Iterator[httpx.Response]:
    def ask(request: httpx.Request) -> None:
        if visit:
            visit(str(request.url))
        deadline.begin()

    with (
        httpx.Client(
            headers={
                "User-Agent": USER_AGENT,
                "Accept": ACCEPT,
                **headers,
            },
            follow_redirects=True,
            max_redirects=options.max_redirects,
            timeout=options.connect_timeout,
            transport=PublicTransport() if options.public_only else None,
            event_hooks={"request": [ask]},
        ) as client,
        _Deadline(client, options.total_timeout) as deadline,
        deadline.told(url),
        client.stream("GET", url) as response,
    ):
        if response.status_code in _LATER:
            answer = f"{url}: the server answers {response.status_code} {response.reason_phrase}"
            raise LaterError(answer, seconds=retry_after(response.headers.get("Retry-After", ""), now=time.time()))
        if response.status_code >= 400:
            raise SourceError(f"{url}: the server answers {response.status_code} {response.reason_phrase}")
        yield response


def retry_after(text: str, *, now: float) -> float:
    """Seconds that a Retry-After header asks for, as a number or as a date; 0 where it says neither."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError):
        return 0.0


class _Deadline:
    """Hangs up on a server that takes too long for one answer, however little of it comes at a time."""

    def __init__(self, client: httpx.Client, seconds: float) -> None:
        self._client, self._seconds = client, seconds
        self._timer: threading.Timer | None = None
        self._over = False

    def __enter__(self) -> "_Deadline":
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer:
            self._timer.cancel()

    def begin(self) -> None:
        """A request is sent now."""
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._seconds, self._hang_up)
        self._timer.daemon = True
        self._timer.start()

    @contextmanager
    def told(self, url: str) -> Iterator[None]:
        """What hanging up makes of the answer, told as what it is. Raises SourceError."""
        try:
            yield
        except (httpx.HTTPError, RuntimeError) as error:
            if not self._over:
                raise
            raise SourceError(f"{url}: not read within {self._seconds:g} s; try again later") from error

    def _hang_up(self) -> None:
        self._over = True
        self._client.close()


def _bounded(response: httpx.Response, url: str, options: ReadingOptions) -> bytes:
    """The body, decoded, given up as soon as it is over the size or the time."""
    deadline = time.monotonic() + options.total_timeout
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > options.max_document:
            raise SourceError(f"{url}: {too_large(options.max_document)}")
        if time.monotonic() > deadline:
            raise SourceError(f"{url}: not read within {options.total_timeout:g} s; try again later")
    return bytes(body)


def _origin(url: str, response: httpx.Response) -> Origin:
    media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    return Origin(url, url=str(response.url), charset=response.charset_encoding or "", media_type=media_type)
