"""What travels from reading to coding: one article, cleaned, dated, and where it came from.

In: fields found by a reader. Out: a `Document` whose `text` every later offset refers to.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal

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


def content_id(text: str, *, title: str = "") -> str:
    """Id of a document whose source gives none: the same title and text give the same id on any machine."""
    digest = blake2b(f"{title}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=10)
    return f"doc-{digest.hexdigest()}"
