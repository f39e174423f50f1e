"""One round: feeds that are due are asked, and their new or changed articles read.

In: URLs of feeds and the `State`. Out: Documents and Failures as reading yields them, and counts. An article counts as
read only when the caller says that it is kept (`kept`); until then a restart reads it again.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from urllib.parse import urljoin, urlsplit

from dragoman.document import Document, Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading import feeds
from dragoman.reading.draft import Draft
from dragoman.reading.finishing import finish
from dragoman.reading.options import ReadingOptions
from dragoman.reading.scanning import read_stream
from dragoman.reading.url import fetch_changed
from dragoman.reading.watching.manners import Manners
from dragoman.reading.watching.state import Feed, State

# An article that cannot be had so often is read as its feed tells it.
_TRIES = 3
# A feed that fails is asked again after twice as long each time, up to a day.
_DAY = 86_400.0
# A part of the interval by which each feed's next time is moved, so that feeds do not all come at once.
_JITTER = 0.1
# A host that fails so often in a round is left alone for the rest of it.
_PATIENCE = 2


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

    def items(self, urls: Iterable[str]) -> Iterator[Document | Failure]:
        """What is new at the feeds that are due."""
        for url in urls:
            feed = self.state.feed(url)
            if feed.due <= self.now():
                self.asked += 1
                yield from self._feed(url, feed)

    def kept(self) -> None:
        """All that was yielded is in the record."""
        for feed, link, digest in self._told:
            feed.read(link, digest)
        self._told.clear()

    def _feed(self, url: str, feed: Feed) -> Iterator[Document | Failure]:
        try:
            entries = self._entries(url, feed)
        except (SourceError, DocumentError) as error:
            feed.failures += 1
            feed.due = self.now() + self._after(min(self.every * 2**feed.failures, _DAY))
            reason = str(error).removeprefix(f"{url}: ")
            self.failed.append(f"{url}: {reason}")
            yield Failure(url, reason)
            return
        feed.failures, feed.due = 0, self.now() + self._after(self.every)
        for entry in entries:
            yield from self._article(entry, feed, url)

    def _after(self, seconds: float) -> float:
        return seconds * (1 + random.uniform(-_JITTER, _JITTER))

    def _entries(self, url: str, feed: Feed) -> list[Draft]:
        limits, visit = self.manners.limits(url), self.manners.visit
        reply = fetch_changed(url, limits, etag=feed.etag, modified=feed.modified, visit=visit)
        if reply is None:
            self.unchanged += 1
            return []
        found = [item for item in feeds.drafts(reply.stream, reply.origin, self.options) if isinstance(item, Draft)]
        feed.etag, feed.modified = reply.etag, reply.modified
        return found

    def _article(self, entry: Draft, feed: Feed, url: str) -> Iterator[Document | Failure]:
        link = urljoin(url, entry.url) if entry.url else entry.id or entry.title
        digest = _digest(entry)
        if not link or feed.articles.get(link) == digest:
            return
        try:
            draft = self._followed(entry, link) if entry.url else entry
        except (SourceError, DocumentError) as error:
            tries = feed.tries[link] = feed.tries.get(link, 0) + 1
            # Asked without its marks the feed tells its entries again, though it has not changed.
            feed.etag = feed.modified = ""
            if tries < _TRIES:
                yield Failure(link, str(error).removeprefix(f"{link}: "))
                return
            draft = replace(entry, url=link)
        self.articles += 1
        self._told.append((feed, link, digest))
        yield finish(draft, self.options)

    def _followed(self, entry: Draft, link: str) -> Draft:
        """The article itself, with what only the feed tells of it."""
        host = urlsplit(link).netloc
        if self._hosts[host] >= _PATIENCE:
            raise SourceError(f"{link}: left for the next round: the site fails")
        try:
            reply = fetch_changed(link, self.manners.limits(link), visit=self.manners.visit)
            if reply is None:
                raise SourceError(f"{link}: the server answers 304 to a request without conditions")
            origin = replace(reply.origin, source=link)
            found = next((d for d in read_stream(reply.stream, origin, self.options) if isinstance(d, Draft)), None)
        except (SourceError, DocumentError):
            self._hosts[host] += 1
            raise
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
