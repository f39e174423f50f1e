"""Lanes: what waits on the web is done side by side, but for each host one thing after the other.

In: work by lane (a host), added at any time. Out: what came of it as it is done, told where `done` is iterated: the
caller alone changes anything.
"""

from collections import deque
from collections.abc import Callable, Generator
from multiprocessing.pool import ThreadPool
from queue import SimpleQueue
from typing import Generic, TypeVar

T = TypeVar("T")
Work = Callable[[], T]


class Lanes(Generic[T]):
    """At most `width` lanes are busy at once. Threads do not outlive `done`, but one that waits for a server may."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._waiting: dict[str, deque[Work[T]]] = {}
        self._busy: set[str] = set()
        self._told: SimpleQueue[tuple[str, T | BaseException]] = SimpleQueue()

    def add(self, lane: str, work: Work[T]) -> None:
        """Something to be done after all that was added to the same lane before."""
        self._waiting.setdefault(lane, deque()).append(work)

    def done(self) -> Generator[T, None, None]:
        """What each piece of work returns, as it ends. Raises what it raises."""
        pool = ThreadPool(self._width)
        try:
            while self._waiting or self._busy:
                self._start(pool)
                lane, told = self._told.get()
                self._busy.discard(lane)
                if isinstance(told, BaseException):
                    raise told
                yield told
        finally:
            pool.terminate()

    def _start(self, pool: ThreadPool) -> None:
        """Begin the next of every lane that is free, in the order in which lanes came."""
        for lane in [lane for lane in self._waiting if lane not in self._busy]:
            if len(self._busy) >= self._width:
                return
            work = self._waiting[lane].popleft()
            if not self._waiting[lane]:
                del self._waiting[lane]
            self._busy.add(lane)
            tell = self._teller(lane)
            pool.apply_async(work, callback=tell, error_callback=tell)

    def _teller(self, lane: str) -> Callable[[T | BaseException], None]:
        return lambda told: self._told.put((lane, told))
