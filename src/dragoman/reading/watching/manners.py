"""Manners on the web: what robots.txt forbids is left alone, a host is not asked too often, no feed leads inside.

In: URLs about to be visited, from any thread. Out: a pause before each, or SourceError for one that must not be
visited.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from threading import Lock
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.errors import DocumentError, LaterError, SourceError
from dragoman.reading.options import ReadingOptions
from dragoman.reading.public import inner, public_address
from dragoman.reading.stream import read_all
from dragoman.reading.url import USER_AGENT, fetch_changed

_NAME = USER_AGENT.split("/")[0]
# Seconds between two requests to a host; a longer Crawl-delay in its robots.txt counts, up to the second number.
PAUSE, _LONGEST = 1.0, 30.0
# robots.txt is asked for again after a day; what is beyond half a megabyte of it is not read (RFC 9309).
_DAY, _SIZE = 86_400.0, 500_000
_MISSING = ("answers 4", "is empty")


@dataclass(slots=True)
class _Host:
    rules: RobotFileParser
    asked: float
    last: float = 0.0
    pause: float = PAUSE


@dataclass(slots=True)
class Manners:
    """Kept for as long as a watch runs. `pause` is in seconds; hosts `inside` are the user's own and may be local."""

    options: ReadingOptions
    inside: frozenset[str] = frozenset()
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _turns: dict[str, Lock] = field(default_factory=dict)

    def visit(self, url: str) -> None:
        """Wait until the host may be asked again. Raises SourceError for what must not be visited."""
        self._outside(url)
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        # Whoever comes next to the same site waits until this one has gone.
        with self._turns.setdefault(site, Lock()):
            host = self._host(site)
            if not host.rules.can_fetch(_NAME, url):
                raise SourceError(f"{url}: robots.txt of the site forbids it")
            self._wait(host)

    def _wait(self, host: _Host) -> None:
        left = host.last + host.pause - time.monotonic()
        if left > 0:
            self.sleep(left)
        host.last = time.monotonic()

    def _host(self, site: str) -> _Host:
        host = self._hosts.get(site)
        if host is None or time.monotonic() - host.asked > _DAY:
            host = self._hosts[site] = self._asked(site)
        return host

    def _asked(self, site: str) -> _Host:
        rules = RobotFileParser()
        try:
            reply = fetch_changed(f"{site}/robots.txt", self.limits(site), visit=self._outside)
            text = read_all(reply.stream, source=site, limit=_SIZE).decode("utf-8", "replace") if reply else ""
            rules.parse(text.splitlines())
        except DocumentError as error:
            raise SourceError(f"{site}/robots.txt: is too large to be obeyed; the site is left alone") from error
        except LaterError:
            raise
        except SourceError as error:
            if not any(sign in str(error) for sign in _MISSING):
                # Not to be had is not the same as not there: the site may forbid everything.
                raise SourceError(f"{site}: robots.txt cannot be had, so nothing is fetched: {error}") from error
            rules.parse([])
        delay = float(rules.crawl_delay(_NAME) or 0)
        return _Host(rules, time.monotonic(), pause=min(max(self.pause, delay), _LONGEST))

    def limits(self, url: str) -> ReadingOptions:
        """The options with which a URL is fetched: the public internet alone, but for hosts of the user's own."""
        return replace(self.options, public_only=(urlsplit(url).hostname or "") not in self.inside)

    def _outside(self, url: str) -> None:
        """A feed must not make this machine ask its own network, nor may a redirect of a host inside."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or 443
        except ValueError as error:
            raise SourceError(f"{url}: is no URL: {error}") from error
        if host not in self.inside:
            public_address(host, port)


def own_hosts(urls: Iterable[str]) -> frozenset[str]:
    """The hosts of these URLs that are not of the public internet: who names them means this machine or its network.

    A host that is public now must not become an inner one later.
    """
    return frozenset(host for url in urls if inner(host := urlsplit(url).hostname or ""))
