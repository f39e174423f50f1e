"""Keeping the snapshot fresh: a new one is made beside the old when the record's file has changed.

In: readings of the file. Out: the snapshot that stands. Making one takes some of the machine and keeps writers
waiting, so it takes at most a tenth of the time.
"""

import logging
import threading
import time
from itertools import count
from pathlib import Path

from dragoman.desk.readings import Readings
from dragoman.desk.snapshot import Snapshot, build
from dragoman.errors import DragomanError

log = logging.getLogger(__name__)

_OFTEN = 2.0
_REST = 10
_BUILDING = 300.0


class Keeper:
    """Hands out the snapshot that stands, and begins the next when the file has changed."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._lock = threading.Lock()
        self._first = threading.Lock()
        self._numbers = count(1)
        self._standing: Snapshot | None = None
        self._seen: tuple[object, ...] = ()
        self._not_before = 0.0
        self._busy = False

    def current(self) -> Snapshot:
        """The snapshot that stands; the first is waited for. Raises RecordError and BusyError as reading does."""
        if self._standing is None:
            with self._first:
                if self._standing is None:
                    self._make()
        else:
            self._begin_if_due()
        assert self._standing is not None
        return self._standing

    def generation(self) -> int:
        """The number of the snapshot that stands, 0 before there is one; begins the next where that is due."""
        if self._standing is None:
            return 0
        self._begin_if_due()
        return self._standing.generation

    def next_number(self) -> int:
        """A generation that was never before in this process."""
        return next(self._numbers)

    def _begin_if_due(self) -> None:
        with self._lock:
            if self._busy or time.monotonic() < self._not_before or signature(self._readings.path) == self._seen:
                return
            self._busy = True
        threading.Thread(target=self._again, name="snapshot", daemon=True).start()

    def _again(self) -> None:
        try:
            self._make()
        except DragomanError as error:
            self._not_before = time.monotonic() + _OFTEN
            log.warning("%s: the desk shows what it was: %s", self._readings.path, error)
        finally:
            self._busy = False

    def _make(self) -> None:
        began, seen = time.monotonic(), signature(self._readings.path)
        with self._readings.cursor(seconds=_BUILDING) as cursor:
            made = build(cursor, generation=self.next_number())
        took = time.monotonic() - began
        self._not_before = time.monotonic() + max(_OFTEN, _REST * took)
        self._standing, self._seen = made, seen


def signature(path: Path) -> tuple[object, ...]:
    """What changes when the file does; () while there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
