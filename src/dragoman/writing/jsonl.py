"""JSON lines: one event a line, the public contract as it stands (docs/contract.md).

In: documents with their events. Out: UTF-8 lines; nothing is kept back.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.document import Document
from dragoman.event import Event

if TYPE_CHECKING:
    from dragoman.writing import Write


def line(row: dict[str, Any]) -> bytes:
    """One row as a line. A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


@contextmanager
def opened(stream: BinaryIO) -> Iterator["Write"]:
    """A function that writes one document's events as lines."""

    def write(_document: Document, events: tuple[Event, ...]) -> None:
        stream.writelines(line(event.to_dict()) for event in events)
        stream.flush()

    yield write
