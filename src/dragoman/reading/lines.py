"""Lines of a stream, none of them longer than the limit.

In: a stream of bytes. Out: numbered lines as text; a Failure in place of one that is too long, which is passed
over without being held in memory.
"""

import zlib
from collections.abc import Iterator
from io import BufferedReader

from dragoman.document import Failure
from dragoman.errors import DocumentError, SourceError
from dragoman.reading.decoding import decode, marked
from dragoman.reading.stream import PEEK, broken, line_too_long, peek


def lines(stream: BufferedReader, *, source: str, limit: int) -> Iterator[tuple[int, str | Failure]]:
    """Each line with its number from 1, its end left on. Raises SourceError where the stream is cut off.

    A line that is too long or no text is given as a Failure that names it.
    """
    if (wide := marked(peek(stream, source=source))) and wide != "utf-8-sig":
        raise SourceError(f"{source}: is {wide.upper()}; convert it to UTF-8 first")
    number = 0
    while line := _readline(stream, limit + 1, source):
        number += 1
        name = f"{source}#line {number}"
        if len(line) > limit:
            _pass_over(stream, line, source)
            yield number, Failure(name, line_too_long(limit))
            continue
        yield number, _text(line, name)


def _text(line: bytes, name: str) -> str | Failure:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return decode(line, source=name)
    except DocumentError as error:
        return Failure(name, str(error).removeprefix(f"{name}: "))


def _readline(stream: BufferedReader, limit: int, source: str) -> bytes:
    try:
        return stream.readline(limit)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(broken(source, error)) from error


def _pass_over(stream: BufferedReader, line: bytes, source: str) -> None:
    """Read to the end of a line that is too long."""
    while line and not line.endswith(b"\n"):
        line = _readline(stream, PEEK, source)
