"""WARC archives: the pages among their response records.

In: a stream of (decompressed) records. Out: a Draft for every HTML page that a server sent with status 200; other
records (images, redirects, requests) are no articles and are passed over.
"""

import zlib
from collections.abc import Iterator
from io import SEEK_CUR, SEEK_SET, BufferedReader, RawIOBase, UnsupportedOperation
from typing import Any

from dragoman.document import Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.html import page_draft
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import broken, too_large

PAGES = ("text/html", "application/xhtml+xml")
OK = 200
# What follows every record, the last one too.
_END = b"\r\n\r\n"


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every page. Raises SourceError where the archive is cut off, unless the last record found tells it
    as a Failure, or holds no response at all."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    pieces = _Pieces(stream)
    records = ArchiveIterator(pieces, record_types=WarcRecordType.response, auto_decode="transfer", stream_detect=False)
    number, told = 0, None
    try:
        for number, record in enumerate(records, 1):
            if told := _told(record, f"{origin.source}#record {number}", options):
                yield told
        ended = pieces.ended
    except (OSError, EOFError, ValueError) as error:
        raise SourceError(broken(origin.source, error)) from error
    if not number:
        raise SourceError(f"{origin.source}: holds no response record; is it a WARC archive of pages?")
    if not ended and not isinstance(told, Failure):
        raise SourceError(f"{origin.source}: ends within a record; it may be cut off, fetch it again")


class _Pieces(RawIOBase):
    """The stream as fastwarc reads it: it takes what there is, so that a cut does not cost the record before it."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._at = 0
        self._last = b""

    @property
    def ended(self) -> bool:
        """Whether what is left are no more than the blank lines that every record ends with."""
        while self.read():
            pass
        return self._last == _END

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read1(size)
        self._at += len(piece)
        self._last = (self._last + piece)[-len(_END) :]
        return piece

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Where the stream is: fastwarc asks so, and a pipe could not tell."""
        if (offset, whence) not in ((0, SEEK_CUR), (self._at, SEEK_SET)):
            raise UnsupportedOperation("an archive is read forwards only")
        return self._at


def _told(record: Any, name: str, options: ReadingOptions) -> Draft | Failure | None:
    """What a record holds: a page, nothing that is meant, or why it cannot be read."""
    if not record.is_http or record.http_headers is None:
        return Failure(name, "has no whole HTTP header; the archive may be cut off here")
    wanted = record.http_headers.status_code == OK and record.http_content_type in PAGES
    return _page(record, name, options) if wanted else None


def _page(record: Any, name: str, options: ReadingOptions) -> Draft | Failure:
    headers = record.http_headers
    if record.content_length > options.max_document:
        return Failure(name, too_large(options.max_document))
    try:
        body = record.reader.read()
    except (OSError, ValueError) as error:
        return Failure(name, broken(name, error).removeprefix(f"{name}: "))
    if not headers.get("Transfer-Encoding") and len(body) < record.content_length:
        return Failure(name, "the record is cut off; fetch the archive again")
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    try:
        body = _decoded(body, headers.get("Content-Encoding", ""), name, limit=options.max_document)
        page = page_draft(body, Origin(name, url=url, charset=record.http_charset or ""), options, id=_id(record))
    except DocumentError as error:
        return Failure(name, str(error).removeprefix(f"{name}: "))
    return page


def _decoded(body: bytes, encoding: str, name: str, *, limit: int) -> bytes:
    """The body as the page was before the server compressed it, never more than the limit of it.

    Archives often name an encoding that the crawler has undone already: such a body is taken as it is.
    """
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate") or b"<" in body[:1]:
        return body
    try:
        # 47: zlib finds out by itself whether the data is gzip or zlib.
        page = zlib.decompressobj(47).decompress(body, limit + 1)
    except zlib.error as error:
        raise DocumentError(f"{name}: the compressed page is damaged: {error}") from error
    if len(page) > limit:
        raise DocumentError(f"{name}: {too_large(limit)}")
    return page


def _id(record: Any) -> str:
    return str(record.record_id or "").strip("<>")
