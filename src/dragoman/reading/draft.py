"""What a format's reader is told of its source, and what it gives: a document as found, before cleaning.

In: where bytes come from; fields as they stand in a page, row, entry or record. Out: `Draft`, which `finishing`
makes a Document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Protocol

from dragoman.document import Failure
from dragoman.reading.options import ReadingOptions


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from: a name for people, and what a server said of them ("" where nobody did)."""

    source: str
    url: str = ""
    charset: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One document as found.

    `source` names it for people ("news.jsonl#line 12"); `pub_date` is the date as written, "" where none is.
    `id` is the source's own id, "" where it has none.
    """

    source: str
    text: str
    id: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    pub_date: str = ""


class Reader(Protocol):
    """What the module of a format offers as `drafts`.

    Raises SourceError where the source ends before its time, DocumentError where it is one document and bad.
    """

    def __call__(
        self, stream: BufferedReader, origin: Origin, options: ReadingOptions
    ) -> Iterator[Draft | Failure]: ...
