"""What travels from reading to coding: one article, cleaned, dated, and where it came from.

In: fields found by a reader. Out: a `Document` whose `text` every later offset refers to.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import blake2b
from typing import Any, Literal, TypeVar
from unicodedata import is_normalized, normalize

DateBasis = Literal["", "argument", "metadata", "url", "dateline"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    `text` is the cleaned text; offsets of sentences and spans are characters of it, end exclusive.
    `source` names where it came from for people: a path, a URL, or "archive.warc.gz#record 12".
    `pub_date` is None when unknown, never today; `pub_date_basis` says how it was found:
    "argument" (given by the caller), "metadata" (the page or row), "url", "dateline" or "" (unknown).
    `language` is an ISO 639-1 code, "" when not determined.
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
