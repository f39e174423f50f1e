"""What travels from reading to coding: one article, cleaned, dated, and where it came from.

In: fields found by a reader. Out: a `Document` whose `text` every later offset refers to.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, Literal, TypeVar
from unicodedata import is_normalized, normalize

from dragoman.errors import UsageError

_TEXTS = ("id", "text", "source", "title", "author", "publisher", "url", "language", "pub_date_basis")
DateBasis = Literal["", "argument", "metadata", "url", "dateline"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    `text` is the cleaned text; offsets of sentences and spans are characters of it, end exclusive.
    `source` names where it came from for people: a path, a URL, or "archive.warc.gz#record 12".
    `pub_date` is None when unknown, never today; `pub_date_basis` says how it was found:
    "argument" (given by the caller), "metadata" (the page or row), "url", "dateline" or "" (unknown).
    `language` is an ISO 639-1 code, "" when not determined. Without an `id` it is named by its content; None is "", and
    a day may be given as `day_of` takes it. Raises UsageError for what is no text or no day.
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    pub_date: date | None = None
    pub_date_basis: DateBasis = ""

    def __post_init__(self) -> None:
        for name in _TEXTS:
            if not isinstance(value := getattr(self, name), str):
                object.__setattr__(self, name, _text(value, name))
        if not self.id:
            object.__setattr__(self, "id", content_id(self.text, title=self.title))
        object.__setattr__(self, "pub_date", day_of(self.pub_date))


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or one document of it, that gave nothing to code.

    `kind` is "failed" (an error; exit code 1) or "skipped" (deliberate: not English, empty, duplicate).
    `reason` is one line for people: what was wrong, with the value, and what to do.
    """

    source: str
    reason: str
    kind: Literal["failed", "skipped"] = "failed"


Item = TypeVar("Item", Document, Failure, Document | Failure)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def content_id(text: str, *, title: str = "") -> str:
    """Id of a document whose source gives none: the same title and text give the same id on any machine."""
    digest = blake2b(f"{title}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=10)
    return f"doc-{digest.hexdigest()}"


def _text(value: object, name: str) -> str:
    if value is None and name != "text":
        return ""
    raise UsageError(f"{name} {value!r:.60} is a {type(value).__name__}; give text")


def day_of(given: object, *, name: str = "pub_date") -> date | None:
    """The day that a caller means, as a date or an ISO day; of a moment (`datetime`, a pandas Timestamp) its day as it
    stands, no time at all (pandas' NaT) is unknown. Raises UsageError."""
    if given is None or isinstance(given, date):
        if not isinstance(given, datetime):
            return given
        # Of all values NaT alone is not itself.
        return given.date() if given == given else None
    if not isinstance(given, str):
        raise UsageError(f"{name} {given!r:.60} is a {type(given).__name__}; give a date or a day as 2024-06-21")
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{name} {given[:60]!r} is no day; write it as 2024-06-21") from error


def broken(text: str) -> bool:
    """Whether a text holds a lone surrogate, half a character, which UTF-8 and so no file can hold."""
    return not text.isascii() and _SURROGATE.search(text) is not None


def whole(text: str) -> str:
    """The text without lone surrogates: U+FFFD each, as reading has it, so that offsets stay and no sentence ends."""
    return _SURROGATE.sub("\ufffd", text) if broken(text) else text


def composed(text: str) -> str:
    """The text with each letter and its accents as one character (NFC), as names are written in all tables.

    Files of some systems and PDFs hold them apart: "Türkiye" in eight characters.
    """
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def storable(item: Item) -> Item:
    """The item without lone surrogates, which neither a table nor the network can take."""
    texts = {f.name: value for f in fields(item) if isinstance(value := getattr(item, f.name), str)}
    spoilt = {name: value for name, value in texts.items() if broken(value)}
    changes: dict[str, Any] = {name: whole(value) for name, value in spoilt.items()}
    return replace(item, **changes) if changes else item
