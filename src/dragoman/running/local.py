"""The loop on this machine: in this process, or in several that each hold a coder.

In: what reading yields. Out: one `Result` an item, in the order of the input, whatever order the work
ends in. Only so much is read ahead as keeps the processes busy.
"""

import itertools
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.document import Document, Failure
from dragoman.running.crew import Crew, Task
from dragoman.running.interrupt import Interrupt
from dragoman.running.result import Outcome, Result, code_one, result
from dragoman.running.worker import MakeCoder

Item = Document | Failure

# Starting processes costs as much as coding this many articles (about two seconds of both).
SHORT_ITEMS = 64
SHORT_CHARACTERS = 200_000
# A batch is some tenths of a second of work: small against the run, large against the price of sending it.
_BATCH_ITEMS = 16
_BATCH_CHARACTERS = 16_000
# How much may be read and not yet given out, in batches for each process.
_AHEAD = 4


def run(
    documents: Iterable[Item], *, make_coder: MakeCoder, jobs: int = 0, statements: bool = False
) -> Generator[Result, None, None]:
    """Code every document; yield each item's result in order.

    `jobs` 0 decides by the input: this process for a short one, else one process a core. `make_coder` must be
    picklable for more than one. Ctrl-C ends it within two seconds: what is finished is still yielded, then
    KeyboardInterrupt is raised. Raises DragomanError when no coder can be built.
    """
    items = iter(documents)
    with Interrupt() as interrupt:
        if jobs == 0:
            head, ended = _take(items, interrupt, most=SHORT_ITEMS, characters=SHORT_CHARACTERS)
            jobs = 1 if ended else cores()
            items = itertools.chain(head, items)
        if jobs == 1:
            yield from _here(items, make_coder, statements=statements, interrupt=interrupt)
        else:
            crew = Crew(make_coder=make_coder, jobs=jobs, statements=statements)
            yield from _in_processes(items, crew, interrupt)


def cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _take(items: Iterator[Item], interrupt: Interrupt, *, most: int, characters: int) -> tuple[list[Item], bool]:
    """The next items up to a number or a size, and whether the input has ended."""
    taken: list[Item] = []
    size = 0
    while len(taken) < most and size < characters:
        with interrupt.welcome():
            item = next(items, None)
        if item is None:
            return taken, True
        taken.append(item)
        size += _size(item)
    return taken, False


def _size(item: Item) -> int:
    return len(item.text) if isinstance(item, Document) else 0


def _here(items: Iterator[Item], make_coder: MakeCoder, *, statements: bool, interrupt: Interrupt) -> Iterator[Result]:
    coder = None
    while True:
        with interrupt.welcome():
            item = next(items, None)
            if item is None:
                return
            outcome = None
            if isinstance(item, Document):
                coder = coder or make_coder()
                outcome = code_one(coder, item, statements=statements)
        yield result(item, outcome)


@dataclass(slots=True)
class _Window:
    """What was read and not yet given out, in order, with the outcomes known so far."""

    items: dict[int, Item] = field(default_factory=dict)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    read: int = 0
    characters: int = 0
    ended: bool = False

    @property
    def load(self) -> float:
        """What is held, in batches: by number or by size, whichever is more."""
        return max(len(self.items) / _BATCH_ITEMS, self.characters / _BATCH_CHARACTERS)

    def add(self, items: list[Item]) -> Task | None:
        """Take in what was read; the task it makes, None where it holds no document."""
        numbered = dict(enumerate(items, start=self.read))
        self.items |= numbered
        self.read += len(items)
        self.characters += sum(map(_share, items))
        documents = {number: item for number, item in numbered.items() if isinstance(item, Document)}
        return Task(documents) if documents else None

    def give_out(self, *, gaps: bool = False) -> Iterator[Result]:
        """Results in order up to the first that is not known; with `gaps` all that are."""
        for number in list(self.items):
            item = self.items[number]
            if isinstance(item, Document) and number not in self.outcomes:
                if gaps:
                    continue
                return
            del self.items[number]
            self.characters -= _share(item)
            yield result(item, self.outcomes.pop(number, None))


def _share(item: Item) -> int:
    """What an item counts in a window: one however long fills no more than a process's share of it."""
    return min(_size(item), _AHEAD * _BATCH_CHARACTERS)


def _in_processes(items: Iterator[Item], crew: Crew, interrupt: Interrupt) -> Iterator[Result]:
    window = _Window()
    try:
        while not window.ended or window.items:
            _read_ahead(items, window, crew, interrupt)
            if crew.has_work:
                with interrupt.welcome():
                    ready = crew.ready()
                window.outcomes |= crew.answers(ready)
            yield from window.give_out()
    except KeyboardInterrupt:
        window.outcomes |= crew.answers(crew.ready(timeout=0))
        yield from window.give_out(gaps=True)
        raise
    finally:
        crew.end()


def _read_ahead(items: Iterator[Item], window: _Window, crew: Crew, interrupt: Interrupt) -> None:
    """Read batches until one waits for each process, and hand them out as processes are free."""
    window.outcomes |= crew.hand_out()
    room = crew.jobs * _AHEAD
    while not window.ended and len(crew.waiting) < crew.jobs and window.load < room:
        batch, window.ended = _take(items, interrupt, most=_BATCH_ITEMS, characters=_BATCH_CHARACTERS)
        if task := window.add(batch):
            crew.waiting.append(task)
        window.outcomes |= crew.hand_out()
