"""One round: feeds that are due are asked, and their new or changed articles read.

In: URLs of feeds and the `State`. Out: Documents and Failures as they come, and counts. Hosts are asked side by side,
each for one thing after the other. An article counts as read only when the caller says that it is kept (`kept`); until
then a restart reads it again.
"""

import random
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from urllib.parse import urljoin, urlsplit

from dragoman.document import Document, Failure
from dragoman.errors import DocumentError, LaterError, SourceError
from dragoman.reading import feeds
from dragoman.reading.draft import Draft
from dragoman.reading.faults import of_source
from dragoman.reading.finishing import finish
from dragoman.reading.options import ReadingOptions
from dragoman.reading.scanning import read_stream
from dragoman.reading.url import Reply, fetch_changed
from dragoman.reading.watching.lanes import Lanes
from dragoman.reading.watching.manners import Manners
from dragoman.reading.watching.state import Feed, State

# An article that cannot be had so often is read as its feed tells it.
_TRIES = 3
# A feed that fails is asked again after twice as long each time, up to a day.
_DAY = 86_400.0
# Twice as long so many times is over a day, whatever the interval.
_DOUBLED = 20
# A part of the interval by which each feed's next time is moved, so that feeds do not all come at once.
_JITTER = 0.1
# Hosts asked at once. Each holds a page of some megabytes at most while the one before is coded.
_WIDTH = 8
# A host that fails so often in a round is left alone for the rest of it.
_PATIENCE = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a server is asked for: a feed at `url`, or the article of its `entry` at `link`."""

    feed: Feed
    url: str
    entry: Draft | None = None
    link: str = ""

    @property
    def place(self) -> str:
        """The URL asked for."""
        return self.link if self.entry else self.url


class _LeftError(LaterError):
    """Not asked, because it was told before to come later."""


_Answer = Reply | SourceError | None
_Told = tuple[_Asked, _Answer]


@dataclass(slots=True)
class Round:
    """What one round does and has done. `every` is the interval in seconds, `now` the time in seconds since 1970."""

    state: State
    options: ReadingOptions
    manners: Manners
    every: float
    now: Callable[[], float]
    asked: int = 0
    unchanged: int = 0
    articles: int = 0
    failed: list[str] = field(default_factory=list)
    _told: list[tuple[Feed, str, str]] = field(default_factory=list)
    _hosts: Counter[str] = field(default_factory=Counter)

    def items(self, urls: Iterable[str]) -> Generator[Document | Failure, None, None]:
        """What is new at the feeds that are due, as it comes."""
        lanes: Lanes[_Told] = Lanes(_WIDTH)
        self.state.forget(self.now())
        for url in urls:
            feed = self.state.feed(url)
            if feed.due <= self.now():
                self.asked += 1
                lanes.add(_host(url), partial(self._ask, _Asked(feed, url)))
        with closing(lanes.done()) as done:
            for asked, answer in done:
                if asked.entry:
                    yield self._article(asked, asked.entry, answer)
                else:
                    yield from self._feed(asked, answer, lanes)

    def kept(self) -> None:
        """All that was yielded is in the record."""
        for feed, link, digest in self._told:
            feed.read(link, digest)
        self._told.clear()

    def _ask(self, asked: _Asked) -> _Told:
        """Ask for a feed or an article; runs beside the others, one at a time for a host."""
        host, feed = _host(asked.place), asked.feed
        if left := self._left(asked, host):
            return asked, left
        limits, visit = self.manners.limits(asked.place), self.manners.visit
        marks = {} if asked.entry else {"etag": feed.etag, "modified": feed.modified}
        try:
            return asked, fetch_changed(asked.place, limits, visit=visit, **marks)
        except LaterError as error:
            # For as long as it asks, at least for an interval, at most for a day.
            self.state.hosts[host] = self.now() + min(max(error.seconds, self.every), _DAY)
            return asked, error
        except SourceError as error:
            self._hosts[host] += bool(asked.entry)
            return asked, error

    def _left(self, asked: _Asked, host: str) -> SourceError | None:
        """Why the host is left alone now."""
        seconds = self.state.hosts.get(host, 0.0) - self.now()
        if seconds > 0:
            return _LeftError(f"{asked.place}: the site asked to be left alone, {seconds:.0f} s more", seconds=seconds)
        self.state.hosts.pop(host, None)
        if asked.entry and self._hosts[host] >= _PATIENCE:
            return SourceError(f"{asked.place}: left for the next round: the site fails")
        return None

    def _feed(self, asked: _Asked, answer: _Answer, lanes: Lanes[_Told]) -> Iterator[Document | Failure]:
        """Take in what came of a feed: what it leads to waits in the lanes, what it holds itself is given."""
        feed, url = asked.feed, asked.url
        try:
            entries = self._entries(asked, answer)
        except (SourceError, DocumentError) as error:
            feed.failures += 1
            wait = self._after(min(self.every * 2 ** min(feed.failures, _DOUBLED), _DAY))
            feed.due = self.now() + max(wait, min(getattr(error, "seconds", 0.0), _DAY))
            reason = str(error).removeprefix(f"{url}: ")
            self.failed.append(f"{url}: {reason}")
            yield Failure(url, reason)
            return
        feed.failures, feed.due = 0, self.now() + self._after(self.every)
        for entry in entries:
            try:
                link = urljoin(url, entry.url) if entry.url else entry.id or entry.title
                host = _host(link) if entry.url else ""
            except ValueError:
                yield Failure(url, f"leads to {entry.url[:80]!r}, which is no URL")
                continue
            found = replace(asked, entry=entry, link=link)
            if not link or feed.articles.get(link) == _digest(entry):
                continue
            if entry.url:
                lanes.add(host, partial(self._ask, found))
            else:
                yield self._read(found, entry)

    def _after(self, seconds: float) -> float:
        return seconds * (1 + random.uniform(-_JITTER, _JITTER))

    def _entries(self, asked: _Asked, answer: _Answer) -> list[Draft]:
        if isinstance(answer, SourceError):
            raise answer
        if answer is None:
            self.unchanged += 1
            return []
        with of_source(asked.url):
            entries = list(feeds.drafts(answer.stream, answer.origin, self.options))
        asked.feed.etag, asked.feed.modified = answer.etag, answer.modified
        return [entry for entry in entries if isinstance(entry, Draft)]

    def _article(self, asked: _Asked, entry: Draft, answer: _Answer) -> Document | Failure:
        """Take in what came of an article."""
        feed, link = asked.feed, asked.link
        try:
            return self._read(asked, _followed(entry, answer, link=link, options=self.options))
        except (SourceError, DocumentError) as error:
            # Asked without its marks the feed tells its entries again, though it has not changed.
            feed.etag = feed.modified = ""
            if feed.tried(link, counts=not isinstance(error, _LeftError)) < _TRIES:
                return Failure(link, str(error).removeprefix(f"{link}: "))
            return self._read(asked, replace(entry, url=link))

    def _read(self, asked: _Asked, draft: Draft) -> Document | Failure:
        self.articles += 1
        if asked.entry:
            self._told.append((asked.feed, asked.link, _digest(asked.entry)))
        return finish(draft, self.options)


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _followed(entry: Draft, answer: _Answer, *, link: str, options: ReadingOptions) -> Draft:
    """The article itself, with what only the feed tells of it."""
    if isinstance(answer, SourceError):
        raise answer
    if answer is None:
        raise SourceError(f"{link}: the server answers 304 to a request without conditions")
    origin = replace(answer.origin, source=link)
    with of_source(link):
        found = next((d for d in read_stream(answer.stream, origin, options) if isinstance(d, Draft)), None)
    if found is None or not found.text.strip():
        raise DocumentError(f"{link}: the page holds no article")
    return replace(
        found, source=link, id="", url=found.url or link, title=found.title or entry.title,
        author=found.author or entry.author, publisher=entry.publisher or found.publisher,
        pub_date=found.pub_date or entry.pub_date, language=found.language or entry.language,
    )  # fmt: skip


def _digest(entry: Draft) -> str:
    told = "\x1f".join((entry.title, entry.text, entry.pub_date))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
