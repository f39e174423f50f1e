"""How sources are read: one frozen set of choices, made once at the edge and passed down.

In: what the caller or the command line chose. Out: `ReadingOptions`, checked.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.errors import UsageError

MEBIBYTE = 1 << 20

# The fields of a document that rows may hold, and the names under which each is looked for, in any case; the first
# present wins. A caller's own name comes before them (`--field text=body`). docs/formats.md lists them.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "text": ("text", "body", "content", "event_text"),
    "title": ("title", "headline"),
    "pub_date": (
        "pub_date", "date", "published", "publication_date", "published_at", "publishedat", "publish_date",
        "publishdate", "pubdate", "date_published", "datepublished", "datetime", "timestamp", "created_at", "createdat",
        "time",
    ),
    "url": ("url",),
    "publisher": ("source", "publisher", "publication"),
    "author": ("author",),
    "language": ("language",),
}  # fmt: skip
# Another name for a field that callers may map.
_ALIASES = {"source": "publisher"}


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Choices of one reading.

    `date` is the publication date of every document read; None takes each document's own.
    `fields` maps a document's field to the name it has in JSON lines, CSV and Parquet: {"text": "body"}.
    `english_only` reports documents in another language as skipped; False lets them through, marked.
    `max_document` is the most decompressed bytes of one document, one line, or one downloaded page; `max_text` the
    most characters of the text in it (coding holds it whole, with all that is made of it).
    `public_only` refuses URLs that lead, at any redirect, to this machine or a private network.
    `max_redirects`, `connect_timeout` and `total_timeout` (seconds) bound the fetching of one URL.
    Raises UsageError for a field name that no document has and for limits that are not positive.
    """

    date: datetime.date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    english_only: bool = True
    # The longest news articles are under 1 MB of text; a page with its scripts inlined is seldom over 10 MB.
    max_document: int = 16 * MEBIBYTE
    max_text: int = 1_000_000
    public_only: bool = False
    max_redirects: int = 5
    connect_timeout: float = 10.0
    total_timeout: float = 60.0

    def __post_init__(self) -> None:
        fields = {_ALIASES.get(name, name): mapped for name, mapped in self.fields.items()}
        for name in fields:
            if name not in NAMES:
                raise UsageError(f"field {name!r} cannot be mapped: a document has {', '.join(NAMES)}")
        object.__setattr__(self, "fields", fields)
        for name in ("max_document", "max_text", "connect_timeout", "total_timeout"):
            if getattr(self, name) <= 0:
                raise UsageError(f"{name} must be more than 0, not {getattr(self, name)}")
