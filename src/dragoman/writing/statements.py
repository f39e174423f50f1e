"""Statements beside the events: who says what, one JSON line each, in a file of their own.

In: rows of each document as they come. Out: UTF-8 lines in a file that appears when it is whole.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.writing.destination import destination
from dragoman.writing.jsonl import line

WriteStatements = Callable[[Iterable[dict[str, Any]]], None]


@contextmanager
def open_statements(path: Path | None, *, wanted: Callable[[], bool] = lambda: True) -> Iterator[WriteStatements]:
    """A function that writes statements; with no path it writes nothing, "-" is standard output. Raises UsageError.

    Where `wanted` says no at the end, the file stays as it was before.
    """
    if path is None:
        yield lambda _rows: None
        return
    with destination(None if str(path) == "-" else path, wanted=wanted) as stream:
        yield lambda rows: stream.writelines(line(row) for row in rows)
