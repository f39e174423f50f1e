"""Folders: the files in and below one, in order of their names.

In: a folder's path. Out: paths of files in formats that Dragoman reads, and Failures for the others. Links are
followed, but no folder is entered twice.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.document import Failure
from dragoman.reading.formats import SUFFIXES, suffix_format


def files_below(folder: Path) -> Iterator[Path | Failure]:
    """Every readable file below a folder, hidden ones left out; what else is there as skipped Failures."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name) if _first_visit(here, seen) else []
        except OSError as error:
            yield Failure(str(here), f"cannot be opened: {error.strerror}")
            continue
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        # os.path asks without raising, also for a link that leads to itself.
        yield from (_file(entry) for entry in visible if not os.path.isdir(entry))
        waiting.extend(Path(entry) for entry in reversed(visible) if os.path.isdir(entry))


def _first_visit(folder: Path, seen: set[tuple[int, int]]) -> bool:
    status = folder.stat()
    key = (status.st_dev, status.st_ino)
    new = key not in seen
    seen.add(key)
    return new


def _file(entry: "os.DirEntry[str]") -> Path | Failure:
    if not os.path.isfile(entry):
        return Failure(entry.path, "is no regular file (a pipe, a device or a broken link)", "skipped")
    if suffix_format(entry.name) is None:
        known = ", ".join(SUFFIXES)
        return Failure(entry.path, f"its name ends in none of {known}; name the file itself to read it", "skipped")
    return Path(entry.path)
