"""Run as a program: adds a corpus in processes that it ends, or whose disk is full, so that tests can go on with them.

python ending.py kill FOLDER MOMENTS       FOLDER/0.duckdb, 1.duckdb … each ended by SIGKILL at a moment of its own
python ending.py full FOLDER BYTES         FOLDER/full.duckdb, in a process that may write no file beyond BYTES
python ending.py import FOLDER BYTES       FOLDER/import.duckdb, imported in such a process
python ending.py barred FOLDER 0           every FOLDER/*/r.duckdb, where modes may forbid to write, also to root
python ending.py slow FOLDER SECONDS       FOLDER/slow.duckdb, each document taking so long
"""

import ctypes
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from dragoman.document import Document, Failure
from dragoman.errors import RecordError
from dragoman.event import Dating, Event
from dragoman.record.adding import Coding, Summary, add
from dragoman.record.exchange import Row
from dragoman.record.importing import import_rows
from dragoman.record.record import Record
from dragoman.record.review import Review, keep
from fakes import event
from record.samples import Coder, article, body

# Enough batches that moments fall between, into and after them.
ARTICLES, BATCH = 20, 5


class Slow(Coder):
    """A coder that takes its time, in seconds, so that a moment may fall into the coding too.

    Its events are of six visits, each told by articles of several batches, the surest last.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def code_document(self, document: Document, /) -> list[Event]:
        """The fake coder's event, later and on the day of its visit."""
        time.sleep(self.seconds)
        made = super().code_document(document)
        number = int(document.id.removeprefix("a"))
        day = f"2024-06-{1 + number % 6 * 5:02}"
        dating = Dating(day, day, "day", "on Wednesday", "relative")
        return [replace(event, dating=dating, confidence=0.5 + number / 100) for event in made]


def corpus() -> Iterator[Document | Failure]:
    """Articles, some of them changed, told twice, or bad; sources that cannot be read."""
    for number in range(ARTICLES):
        yield article(number)
        if number % 5 == 1:
            yield article(number, text=body(number) + " Later the ridge was closed.")
        if number % 5 == 2:
            yield replace(article(number), id=f"copy{number}", source=f"copies/{number}.txt")
        if number % 7 == 3:
            yield Failure(f"news/{number}.bin", "not a text", "failed" if number % 2 else "skipped")
        if number % 9 == 4:
            yield article(1000 + number, text="error")


def add_corpus(path: Path, *, seconds: float = 0.002, batch: int = BATCH, told: int | None = None) -> Summary:
    """Add it all; a byte for each result goes to `told`, a file descriptor."""
    coding = Coding(partial(Slow, seconds), jobs=1, coder="test", batch=batch)
    return add(path, corpus(), coding, on_result=lambda _result: told and os.write(told, b"."))


def _ended(path: Path, *, results: int, later: float) -> None:
    """Add in a process that is killed so many seconds after so many results."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        add_corpus(path, told=telling)
        os._exit(0)
    os.close(telling)
    seen = 0
    while seen < results and (more := os.read(told, results - seen)):
        seen += len(more)
    time.sleep(later)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)


def _kill(folder: Path, moments: int) -> None:
    drawn = random.Random(7)
    whole = sum(1 for _ in corpus())
    for number in range(moments):
        # A commit takes about 0.2 s: the moment falls before, into or after it.
        _ended(folder / f"{number}.duckdb", results=number * whole // moments, later=drawn.random() * 0.3)


def _full(folder: Path, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        add_corpus(folder / "full.duckdb", seconds=0)
    except RecordError as error:
        print(error)


def _import(folder: Path, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        import_rows(folder / "import.duckdb", rows(3000), origin="old")
    except RecordError as error:
        print(error)


def rows(count: int) -> Iterator[Row]:
    """Rows of an import."""
    for number in range(count):
        yield Row(number + 1, event(f"a{number}", text=f"{number * 7919 % 1000003}"), Document(f"a{number}", ""))


def _barred(folder: Path) -> None:
    """Try whatever writes, and reading, on each record; a line for each."""
    if sys.platform == "linux" and os.geteuid() == 0:
        _obey_modes()
    review = Review(event_id=event("a1").event_id, verdict="accept", reviewer="ada")
    for path in [*sorted(folder.glob("*/r.duckdb")), folder / "empty" / "r.duckdb"]:
        tries: dict[str, Callable[[], object]] = {
            "add": partial(add, path, [article(2)], Coding(Coder, jobs=1)),
            "import": partial(import_rows, path, rows(2), origin="old"),
            "review": partial(keep, path, review),
            "read": Record(path).events,
        }
        for name, attempt in tries.items():
            try:
                attempt()
                print(path.parent.name, name, "done")
            except RecordError as error:
                print(path.parent.name, name, error)


def _obey_modes() -> None:
    """Take from this process, for good, root's right to write where the modes of files forbid it."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc.capget(header, sets)
    # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, of the set that is in effect.
    sets[0] &= ~0b110
    if libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    what, where, number = sys.argv[1:]
    if what == "kill":
        _kill(Path(where), int(number))
    elif what == "full":
        _full(Path(where), int(number))
    elif what == "import":
        _import(Path(where), int(number))
    elif what == "barred":
        _barred(Path(where))
    else:
        add_corpus(Path(where) / "slow.duckdb", seconds=float(number))
