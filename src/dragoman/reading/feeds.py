"""RSS and Atom feeds: an entry is a document.

In: the bytes of one feed. Out: a Draft an entry, with the text that the feed itself carries; links are not
followed. An entry of a headline alone has the headline as its text.
"""

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading.decoding import binary_reason, legible
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.html import markup_text
from dragoman.reading.nesting import MAX_MARKS, marks
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import read_all


def drafts(stream: io.BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every entry. Raises SourceError for a feed that cannot be parsed or has no entry."""
    import feedparser

    data = read_all(stream, source=origin.source, limit=options.max_document)
    if reason := binary_reason(data):
        raise SourceError(f"{origin.source}: is {reason}")
    seen = legible(data)
    if b"<!ENTITY" in seen:
        # They can be written to grow without end, and no publisher needs them.
        raise SourceError(f"{origin.source}: the feed declares entities of its own; remove them first")
    if marks(seen.decode("utf-8", "replace")) > MAX_MARKS:
        raise SourceError(f"{origin.source}: has more than {MAX_MARKS:,} tags and attributes; split it")
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        reason = " ".join(str(feed.get("bozo_exception", "it is empty")).split())[:120]
        raise SourceError(f"{origin.source}: the feed has no entries: {reason}")
    for number, entry in enumerate(feed.entries, 1):
        yield _draft(entry, feed.feed, origin, number=number)


def _draft(entry: Any, feed: Any, origin: Origin, *, number: int) -> Draft:
    title = markup_text(entry.get("title", ""))
    return Draft(
        source=f"{origin.source}#entry {number}",
        text=markup_text(_fullest(entry)) or title,
        id=entry.get("id", ""),
        title=title,
        author=entry.get("author", ""),
        publisher=(entry.get("source") or {}).get("title", "") or feed.get("title", ""),
        url=_link(entry.get("link", ""), base=origin.url or feed.get("link", "")),
        language=feed.get("language", ""),
        # dc:date, the only date of RSS 1.0, is called updated as well; Atom's entries must have that one alone.
        pub_date=entry.get("published") or entry.get("updated", ""),
    )


def _link(link: str, *, base: str) -> str:
    """Where an entry leads: whole where it is known where the feed, or the site that it is of, stands."""
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link


def _fullest(entry: Any) -> str:
    """The longest text that the entry carries: its content, or its summary where that is all."""
    texts = [content.get("value", "") for content in entry.get("content", ())]
    return str(max([*texts, entry.get("summary", "")], key=len))
