"""Sources for tests of reading: our own sentences, and one call that reads bytes as a file of some name."""

import io
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from dragoman.document import Document, Failure
from dragoman.reading import ReadingOptions, scan
from dragoman.reading.draft import Draft, Origin

STORY = (
    "The foreign minister of Norway met her Finnish counterpart in Oslo on Thursday. "
    "The two ministers agreed to open a second bridge, and the ministry said that the talks had been frank."
)
FRENCH = (
    "La ministre norvégienne des affaires étrangères a rencontré jeudi à Oslo son homologue finlandais, "
    "et les deux ministres ont décidé d'ouvrir un deuxième pont."
)
DEFAULTS = ReadingOptions()


def stream_of(data: bytes) -> io.BufferedReader:
    """Bytes as an open source."""
    return io.BufferedReader(io.BytesIO(data))


def drafts_of(
    module: ModuleType, data: bytes, *, options: ReadingOptions = DEFAULTS, url: str = ""
) -> list[Draft | Failure]:
    """What the module of a format makes of these bytes, named "source"."""
    found: Iterator[Draft | Failure] = module.drafts(stream_of(data), Origin("source", url=url), options)
    return list(found)


def scan_file(folder: Path, name: str, data: bytes, *, options: ReadingOptions = DEFAULTS) -> list[Document | Failure]:
    """What reading makes of a file with this name and content."""
    path = folder / name
    path.write_bytes(data)
    return list(scan([path], options))


def one_failure(results: list[Document | Failure]) -> Failure:
    """The single result, which must be a Failure told in one line."""
    (failure,) = results
    assert isinstance(failure, Failure)
    assert failure.reason
    assert "\n" not in failure.reason
    return failure


def one_document(results: list[Document | Failure]) -> Document:
    """The single result, which must be a Document."""
    (document,) = results
    assert isinstance(document, Document)
    return document


def archive_record(url: str, body: bytes, *, headers: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """A WARC response record that holds this page."""
    reply = f"HTTP/1.1 200 OK\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-06-25T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{url[-8:]}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(reply)}\r\n\r\n"
    )
    return head.encode() + reply + b"\r\n\r\n"


def page(*paragraphs: str, head: str = "") -> str:
    """A page with these paragraphs as its article."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs or (STORY, STORY, STORY))
    return (
        f'<html lang="en"><head><title>Ministers meet</title>{head}</head><body><article>{body}</article></body></html>'
    )
