"""What a format's reader is told of its source, and what it gives: a document as found, before cleaning.

In: where bytes come from; fields as they stand in a page, row, entry or record. Out: `Draft`, which `finishing`
makes a Document.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader

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


# What the module of a format offers as `drafts`. It raises SourceError where the source ends before its time, and
# DocumentError where the source is one document and bad.
Reader = Callable[[BufferedReader, Origin, ReadingOptions], Iterator[Draft | Failure]]
