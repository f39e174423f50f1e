"""Reading the record's file beside one who writes: many requests share one opening, which ends again and again.

In: a path. Out: cursors that cannot write. DuckDB lets one process write or many read, so an opening is shared for at
most `_HELD` seconds and the file is then left alone for `_GAP`, in which a waiting writer takes it.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from dragoman.desk.errors import BusyError, TooLongError
from dragoman.record.store import Connection, reading

_HELD = 0.5
# A writer looks every 20 ms.
_GAP = 0.06
_CLOSED = {"enable_external_access": "false", "lock_configuration": "true", "threads": "2"}


class Readings:
    """Cursors on one record for a server's threads; each is taken for one request's questions."""

    def __init__(self, path: Path, *, wait: float = 10.0) -> None:
        self.path = path
        self._wait = wait
        self._turn = threading.Condition()
        self._opened = ExitStack()
        self._connection: Connection | None = None
        self._users = 0
        self._since = 0.0
        self._free_from = 0.0
        self._paused = 0
        self._ends: threading.Timer | None = None

    @contextmanager
    def cursor(self, *, seconds: float = 10.0) -> Iterator[Connection]:
        """A cursor whose questions may take so many seconds together.

        Raises BusyError when the file is not to be had for long, TooLongError, and RecordError as opening does.
        """
        cursor = self._enter().cursor()
        ended = threading.Timer(seconds, cursor.interrupt)
        ended.start()
        try:
            yield cursor
        except duckdb.InterruptException:
            raise TooLongError(f"the question took over {seconds:g} seconds; ask for less, as one year") from None
        finally:
            ended.cancel()
            cursor.close()
            self._leave()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nobody of this process reads in this block, so that it can write. Raises BusyError."""
        with self._turn:
            self._paused += 1
            free = self._turn.wait_for(lambda: not self._users, timeout=self._wait)
            if free:
                self._close()
        try:
            if not free:
                raise BusyError("the record is being read; try again in a moment")
            yield
        finally:
            with self._turn:
                self._paused -= 1
                self._turn.notify_all()

    def close(self) -> None:
        """Let go of the file, when nobody reads."""
        with self._turn:
            if not self._users:
                self._close()

    def _enter(self) -> Connection:
        until = time.monotonic() + self._wait
        with self._turn:
            while not self._may_enter():
                if time.monotonic() > until:
                    raise BusyError("the record is being written; try again in a moment")
                self._turn.wait(_GAP)
            if self._connection is None:
                self._connection = self._opened.enter_context(reading(self.path, config=_CLOSED, wait=self._wait))
                self._since = time.monotonic()
                self._ends = threading.Timer(_HELD, self.close)
                self._ends.start()
            self._users += 1
            return self._connection

    def _may_enter(self) -> bool:
        now = time.monotonic()
        if self._paused:
            return False
        return now - self._since < _HELD if self._connection else now >= self._free_from

    def _leave(self) -> None:
        with self._turn:
            self._users -= 1
            if not self._users and time.monotonic() - self._since >= _HELD:
                self._close()
                self._free_from = time.monotonic() + _GAP
            self._turn.notify_all()

    def _close(self) -> None:
        if self._ends is not None:
            self._ends.cancel()
        self._connection, self._ends = None, None
        self._opened.close()
