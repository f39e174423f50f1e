"""Where an article comes from, told the same way from any folder, so that it is known again when it has changed.

In: a document and the record's folder. Out: its places: its URL, and its file by the way from the record's folder to
it. What comes from standard input has no place.
"""

import os
from pathlib import Path

from dragoman.document import Document
from dragoman.reading.stream import STDIN


def places(document: Document, home: Path) -> tuple[str, ...]:
    """The places of a document, the file last."""
    told = (document.url, place(document.source, home))
    return tuple(dict.fromkeys(one for one in told if one))


def place(source: str, home: Path) -> str:
    """The place that a source is: what is no file stands as it is."""
    file = source.rpartition("#")[0] or source
    if file == STDIN:
        return ""
    if not os.path.exists(file) and not os.path.exists(source):
        return source
    try:
        return Path(os.path.relpath(source, home)).as_posix()
    except ValueError:  # On Windows, another drive.
        return Path(os.path.abspath(source)).as_posix()
