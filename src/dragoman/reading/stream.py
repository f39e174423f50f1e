"""Opening a source's bytes: files, standard input, gzip; never more of them than the limit.

In: a path or a binary stream. Out: a buffered stream of decompressed bytes whose first bytes can be looked
at, and bounded reads of it. Raises SourceError in one line for what cannot be opened or is cut off.
"""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.errors import DocumentError, SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_MAGIC = b"\x1f\x8b"

# Enough to see a format and an encoding by.
PEEK = 1 << 16

STDIN = "standard input"

# What can be done about a limit: the command line has no option for it, as all of a document is held in memory.
_HIGHER = "split it, or code it from Python: dragoman.read takes a higher"


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """The decompressed bytes of a file; the stream is closed on leaving.

    Raises SourceError for a file that is missing, unreadable or empty.
    """
    try:
        raw = io.BufferedReader(io.FileIO(path), PEEK)
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file or directory; check the path") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{path!s:.200}: cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    with raw:
        yield decompressed(cast(io.BufferedReader, raw), source=str(path))


def standard_input() -> io.BufferedReader:
    """The decompressed bytes of standard input. Raises SourceError when it is closed or empty."""
    if sys.stdin is None:
        raise SourceError(f"{STDIN}: is closed; name a file instead")
    try:
        return decompressed(io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False), PEEK), source=STDIN)
    except io.UnsupportedOperation:
        # A notebook's or a test's standard input has no file behind it.
        return decompressed(io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer), PEEK), source=STDIN)


def decompressed(raw: io.BufferedReader, *, source: str) -> io.BufferedReader:
    """The stream itself, or what is inside when it is gzip. Raises SourceError when it is empty."""
    head = peek(raw, source=source)
    if not head:
        raise SourceError(f"{source}: is empty")
    if not head.startswith(GZIP_MAGIC):
        return raw
    return io.BufferedReader(_Unzipped(raw), PEEK)


class _Unzipped(io.RawIOBase):
    """The bytes inside gzip, given as soon as there are some: what stands before a cut is not lost with it."""

    def __init__(self, raw: io.BufferedReader) -> None:
        self._inner = gzip.GzipFile(fileobj=cast(BinaryIO, raw))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        data = self._inner.read1(len(view))
        view[: len(data)] = data
        return len(data)


def peek(stream: io.BufferedReader, *, source: str) -> bytes:
    """The first bytes, left in the stream. Raises SourceError when they cannot be read."""
    try:
        return stream.peek(PEEK)[:PEEK]
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(broken(source, error)) from error


def chunks(stream: io.BufferedReader, *, source: str) -> Iterator[bytes]:
    """All bytes, a chunk at a time. Raises SourceError where the source is cut off or damaged."""
    while True:
        try:
            chunk = stream.read1(PEEK)
        except (OSError, EOFError, zlib.error) as error:
            raise SourceError(broken(source, error)) from error
        if not chunk:
            return
        yield chunk


def read_all(stream: io.BufferedReader, *, source: str, limit: int) -> bytes:
    """All bytes of a source that holds one document. Raises DocumentError when they are over the limit."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks(stream, source=source):
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise DocumentError(f"{source}: {too_large(limit)}")
    return b"".join(parts)


def too_large(limit: int) -> str:
    """The reason given for a document over the limit."""
    return f"is larger than {limit:,} bytes, the limit for one document; {_HIGHER} max_document"


def too_long(characters: int, limit: int) -> str:
    """The reason given for a text over the limit."""
    return f"its text has {characters:,} characters, more than {limit:,}, the limit; {_HIGHER} max_text"


def line_too_long(limit: int) -> str:
    """The reason given for a line over the limit."""
    return f"line is longer than {limit:,} bytes, the limit; {_HIGHER} max_document"


def broken(source: str, error: Exception) -> str:
    """One line for a stream that fails while being read."""
    if isinstance(error, EOFError):
        return f"{source}: the gzip data is cut off; fetch the file again (what came before was read)"
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return f"{source}: the gzip data is damaged: {said}"
    return f"{source}: cannot be read: {said}"
