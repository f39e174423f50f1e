"""Keeping the snapshot fresh: a new one is made beside the old when the record's file has changed.

In: readings of the file. Out: the snapshot that stands. Making one takes some of the machine, and writers wait while
the file is read for it, so it takes at most a tenth of the time. Where the next cannot be made, the last one stands,
and that it is of before is told.
"""

import atexit
import logging
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from dragoman.desk.errors import BusyError
from dragoman.desk.readings import Readings
from dragoman.desk.snapshot import Snapshot, build, read
from dragoman.errors import DragomanError, RecordError
from dragoman.record.store import Connection, first_line

log = logging.getLogger(__name__)

_OFTEN = 2.0
_REST = 10
_BUILDING = 300.0
# Seconds between two tries to break off.
_SOON = 0.05


class Shown(NamedTuple):
    """What is shown: which snapshot (0: none yet), and how much people have said since the desk was started."""

    snapshot: int
    said: int


class Keeper:
    """Hands out the snapshot that stands, and begins the next when the file has changed."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._lock = threading.Lock()
        self._first = threading.Lock()
        self._standing: Snapshot | None = None
        self._swap = threading.Lock()
        # Held from the reading of what people said of an event until it is taken.
        self.showing = threading.Lock()
        self._said = 0
        # What people said while a snapshot is made, which may not know it.
        self._taken: list[tuple[list[tuple[Any, ...]], dict[str, Any]]] = []
        self._seen: tuple[object, ...] = ()
        self._not_before = 0.0
        self._busy = False
        self._made: datetime | None = None
        self._failed = False
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()
        self._at_work: Connection | None = None

    @property
    def made(self) -> datetime | None:
        """When the file was read for the snapshot that stands; None while there is none."""
        return self._made

    @property
    def generation(self) -> int:
        """That of the snapshot that stands; 0 while there is none."""
        return self._standing.generation if self._standing else 0

    @property
    def stale(self) -> bool:
        """Whether the file has changed since, or there was none, and the last try to make another did not succeed."""
        return self._failed

    def current(self) -> Snapshot:
        """The snapshot that stands; the first is waited for. Raises RecordError and BusyError as reading does."""
        if self._standing is None:
            with self._first:
                if self._standing is None:
                    self._make()
        else:
            self._begin_if_due()
        if self._standing is None:
            raise BusyError("the desk is closing")
        return self._standing

    def shown(self) -> Shown:
        """What is shown now; begins the next snapshot where that is due."""
        if self._standing is None:
            return Shown(0, self._said)
        self._begin_if_due()
        return Shown(self._standing.generation, self._said)

    def take(self, reviews: list[tuple[Any, ...]], machine: dict[str, Any]) -> None:
        """Show at once what people say of an event: all its rows, and the event as the machine coded it."""
        with self._swap:
            self._taken.append((reviews, machine))
            if self._standing is not None:
                self._standing.take(reviews, machine)
            self._said += 1

    def close(self) -> None:
        """Break off the snapshot that is being made and wait for its thread: none may be in DuckDB at the very end."""
        self._closed.set()
        while self._thread is not None and self._thread.is_alive():
            # Again and again: what is interrupted between two questions goes on with the next, or has just ended.
            with suppress(duckdb.Error):
                if (connection := self._at_work) is not None:
                    connection.interrupt()
            self._thread.join(_SOON)
        atexit.unregister(self.close)

    def _begin_if_due(self) -> None:
        with self._lock:
            if self._closed.is_set():
                return
            if self._busy or time.monotonic() < self._not_before or signature(self._readings.path) == self._seen:
                return
            self._busy = True
            # Also where nobody closes the desk, as after a second Ctrl-C.
            atexit.register(self.close)
            self._thread = threading.Thread(target=self._again, name="snapshot", daemon=True)
            self._thread.start()

    def _again(self) -> None:
        try:
            self._make()
        except DragomanError as error:
            self._put_off()
            log.warning("%s: the desk shows what it was: %s", self._readings.path, error)
        except Exception:
            # Whatever it is, who reads is better served by what stands, and told so.
            self._put_off()
            log.exception("%s: the desk shows what it was", self._readings.path)
        finally:
            self._busy = False

    def _put_off(self) -> None:
        self._not_before = time.monotonic() + _OFTEN

    def _make(self) -> None:
        began, seen = time.monotonic(), signature(self._readings.path)
        with self._swap:
            self._taken.clear()
        read_at = datetime.now(UTC)
        made = self._built()
        if made is None:
            return
        took = time.monotonic() - began
        self._not_before = time.monotonic() + max(_OFTEN, _REST * took)
        with self._swap:
            for one in self._taken:
                made.take(*one)
            self._standing, self._seen, self._made = made, seen, read_at

    def _built(self) -> Snapshot | None:
        """The next snapshot; None where the desk was closed meanwhile."""
        made = None
        try:
            with self._readings.cursor(seconds=_BUILDING) as cursor:
                self._works(cursor)
                found = read(cursor)
            made = build(found, generation=self._standing.generation + 1 if self._standing else 1, begun=self._works)
        except DragomanError:
            if not self._closed.is_set():
                raise
        except duckdb.Error as error:
            if not self._closed.is_set():
                raise RecordError(
                    f"{self._readings.path}: no snapshot of it can be made: {first_line(error)}"
                ) from error
        finally:
            self._at_work, self._failed = None, made is None
        return made

    def _works(self, connection: Connection) -> None:
        """Note what `close` has to interrupt."""
        self._at_work = connection
        if self._closed.is_set():
            raise BusyError("the desk is closing")


def signature(path: Path) -> tuple[object, ...]:
    """What changes when the file does; () while there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
