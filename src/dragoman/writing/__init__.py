"""Events -> a terminal, a pipe or a file: tables, JSON lines, CSV, Parquet, one document at a time.

In: each document with its events, as they come. Out: bytes; a file appears under its name only when whole.
What each format holds, column by column: docs/formats.md.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from dragoman.document import Document
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.writing.destination import destination

Write = Callable[[Document, tuple[Event, ...]], None]
Opener = Callable[[BinaryIO], AbstractContextManager[Write]]

FORMATS = ("table", "jsonl", "csv", "parquet", "sheet")
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet", ".txt": "table"}


def format_for(path: Path | None, *, asked: str = "") -> str:
    """The format asked for, else by the file's suffix, else a table on the screen. Raises UsageError."""
    if asked:
        chosen = asked
    elif path is None:
        chosen = "table"
    else:
        chosen = _SUFFIXES.get(path.suffix.lower(), "")
    if chosen not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(f"{path}: the suffix names no format; give --format, one of {known}")
    if chosen == "parquet" and path is None:
        raise UsageError("parquet is no text: name a file with -o FILE")
    return chosen


@contextmanager
def open_writer(path: Path | None, *, format: str, wanted: Callable[[], bool] = lambda: True) -> Iterator[Write]:
    """A function that writes one document's events; None as path is standard output.

    The file is put in its place when the block ends well and `wanted` says yes then, and removed when not.
    Raises UsageError when the file cannot be created, DragomanError when it cannot be written to the end.
    """
    opener: Opener = import_module(f"dragoman.writing.{format}").opened
    with destination(path, wanted=wanted) as stream, opener(stream) as write:
        yield write
