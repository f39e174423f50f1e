"""A progress bar on standard error: documents and words a second, and the time left where the total is known.

In: results as they come. Out: nothing unless standard error is a terminal and the work takes a moment.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.running.result import Result

if TYPE_CHECKING:
    from rich.progress import Progress

# Shorter work shows no bar, in seconds.
_MOMENT = 1.5
_CHUNK = 1 << 20

Advance = Callable[[Result], None]


@contextmanager
def progress(sources: Sequence[str], *, quiet: bool = False) -> Iterator[Advance]:
    """A function that counts one result; `quiet` when the screen is taken, as by a table."""
    if quiet or not sys.stderr.isatty():
        yield lambda _result: None
        return
    bar = _Bar(sources)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """The bar: made when the work has taken a moment, so that quick work loads nothing."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._sources = sources
        self._began = time.monotonic()
        self._documents = 0
        self._words = 0
        self._shown: Progress | None = None

    def advance(self, result: Result) -> None:
        self._documents += 1
        if result.document:
            self._words += result.document.text.count(" ") + 1
        seconds = time.monotonic() - self._began
        if self._shown is None and seconds > _MOMENT:
            self._shown = _bar(count_documents(self._sources))
            self._shown.start()
        if self._shown:
            rate = f"{self._documents / seconds:,.1f} documents/s, {self._words / seconds:,.0f} words/s"
            self._shown.update(self._shown.task_ids[0], completed=self._documents, rate=rate)

    def close(self) -> None:
        if self._shown:
            self._shown.stop()


def _bar(total: int | None) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True)
    shown.add_task("coding", total=total, rate="")
    return shown


def count_documents(sources: Sequence[str]) -> int | None:
    """About how many documents the sources hold, cheaply; None where only reading them would tell."""
    try:
        counts = [_count(path) for source in sources for path in _files(source)]
    except OSError:
        # Reading will name what cannot be read; the bar goes on without a total.
        return None
    return None if None in counts else sum(count for count in counts if count)


def _files(source: str) -> list[Path]:
    path = Path(source)
    return sorted(inner for inner in path.rglob("*") if inner.is_file()) if path.is_dir() else [path]


def _count(path: Path) -> int | None:
    suffix = path.suffix.lower()
    if not path.is_file():
        return 1 if str(path).startswith(("http:", "https:")) else None
    if suffix in (".txt", ".html", ".htm"):
        return 1
    if suffix in (".jsonl", ".ndjson", ".csv"):
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
    return None
