"""Lines of a file of rows, whatever it is packed and encoded in, none longer than the limit.

In: a path (plain, gzip, or zip with one file). Out: numbered lines as text; a Problem for a line that is too long,
and beside a line that was not UTF-8.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dragoman.errors import SourceError
from dragoman.reading.stream import PEEK, broken, opened
from dragoman.record.exchange.format import Problem

# A row of the widest format (an event with its whole sentence and forty parties) is under 100 kB.
LIMIT = 4 << 20

_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; `ended` is False for a last line that has none."""

    number: int
    text: str
    ended: bool = True


def lines(path: Path, *, limit: int = LIMIT, keep_ends: bool = False) -> Iterator[Line | Problem]:
    """Each line that holds something; with `keep_ends` each line as it stands, with its end.

    Raises SourceError for a file that is missing, empty, cut off or damaged.
    """
    with unpacked(path) as stream:
        number = 0
        while raw := _readline(stream, limit + 1, path):
            number += 1
            if len(raw) > limit:
                _pass_over(stream, raw, path)
                yield Problem(number, f"line is longer than {limit:,} bytes; it is no row, or line ends are missing")
            elif keep_ends or raw.strip(b"\r\n"):
                yield from _decoded(number, raw, keep_ends)


@contextmanager
def unpacked(path: Path) -> Iterator[io.BufferedReader]:
    """The bytes of a file, or of the one file inside a zip. Raises SourceError."""
    with opened(path) as stream:
        if not _peeked(stream, path).startswith(b"PK\x03\x04"):
            yield stream
            return
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info for info in archive.infolist() if not info.is_dir()]
            if len(names) != 1:
                raise SourceError(f"{path}: holds {len(names)} files; unpack it and name one of them")
            with archive.open(names[0]) as inner:
                yield io.BufferedReader(cast(io.RawIOBase, inner), PEEK)
    except _BROKEN as error:
        raise SourceError(broken(str(path), error)) from error


def _decoded(number: int, raw: bytes, keep_ends: bool) -> Iterator[Line | Problem]:
    ended = raw.endswith(b"\n")
    try:
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("iso-8859-1")
        yield Problem(number, "is not UTF-8: read as ISO-8859-1", left_out=False)
    yield Line(number, text if keep_ends else text.rstrip("\r\n"), ended)


def _peeked(stream: io.BufferedReader, path: Path) -> bytes:
    try:
        return stream.peek(PEEK)
    except _BROKEN as error:
        raise SourceError(broken(str(path), error)) from error


def _readline(stream: io.BufferedReader, limit: int, path: Path) -> bytes:
    try:
        return stream.readline(limit)
    except _BROKEN as error:
        raise SourceError(broken(str(path), error)) from error


def _pass_over(stream: io.BufferedReader, line: bytes, path: Path) -> None:
    while line and not line.endswith(b"\n"):
        line = _readline(stream, PEEK, path)
