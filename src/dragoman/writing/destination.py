"""Where bytes go: standard output, or a file that appears only when it is whole.

In: a path or None. Out: a binary stream; on a clean end the file is renamed into its place, else removed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from dragoman.errors import DragomanError, UsageError


@contextmanager
def destination(path: Path | None) -> Iterator[BinaryIO]:
    """A stream to write to. Raises UsageError when the file cannot be created."""
    if path is None:
        yield from _standard_output()
        return
    target = path.resolve()
    if target.is_dir():
        raise UsageError(f"{path}: is a folder; name a file")
    # A device or a named pipe has no "beside": it is written straight.
    straight = target.exists() and not target.is_file()
    part = target if straight else target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        with _created(part, name=path) as stream:
            yield stream
            stream.flush()
            if not straight:
                os.fsync(stream.fileno())
        if not straight:
            os.replace(part, target)
    except OSError as error:
        raise DragomanError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if not straight:
            part.unlink(missing_ok=True)


def _standard_output() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is still in the buffer must go somewhere when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise DragomanError(f"standard output: cannot be written: {error.strerror or error}") from error


def _created(part: Path, *, name: Path) -> BinaryIO:
    try:
        return part.open("wb")
    except OSError as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror}") from None
