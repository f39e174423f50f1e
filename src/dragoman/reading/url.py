"""Pages and feeds fetched from the web.

In: an http(s) URL. Out: its bytes, bounded in size and time, with what the server said of them.
"""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from dragoman import __version__
from dragoman.errors import SourceError
from dragoman.reading.draft import Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.public import PublicTransport
from dragoman.reading.stream import decompressed, too_large

USER_AGENT = f"Dragoman/{__version__} (reads news for event data; one page at a time)"
ACCEPT = "text/html, application/rss+xml, application/atom+xml, */*;q=0.5"


def fetch(url: str, options: ReadingOptions) -> tuple[io.BufferedReader, Origin]:
    """The bytes of a URL and where they came from. Raises SourceError when they cannot be had within the limits."""
    try:
        with _response(url, options) as response:
            data = _bounded(response, url, options)
            origin = _origin(url, response)
    except httpx.TooManyRedirects as error:
        raise SourceError(f"{url}: redirects more than {options.max_redirects} times") from error
    except httpx.TimeoutException as error:
        raise SourceError(f"{url}: no answer within {options.connect_timeout:g} s; try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{url}: cannot be fetched: {str(error)[:200] or type(error).__name__}") from error
    return decompressed(io.BufferedReader(io.BytesIO(data)), source=url), origin


@contextmanager
def _response(url: str, options: ReadingOptions) -> Iterator[httpx.Response]:
    with (
        httpx.Client(
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
            },
            follow_redirects=True,
            max_redirects=options.max_redirects,
            timeout=options.connect_timeout,
            transport=PublicTransport() if options.public_only else None,
        ) as client,
        client.stream("GET", url) as response,
    ):
        if response.status_code >= 400:
            raise SourceError(f"{url}: the server answers {response.status_code} {response.reason_phrase}")
        yield response


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
