"""Ctrl-C, taken only where it does no harm: never in the middle of a message or of a written line.

In: SIGINT. Out: KeyboardInterrupt, raised inside `welcome` blocks only; a second Ctrl-C is raised anywhere.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self


class Interrupt:
    """Holds SIGINT while it is entered. Outside the main thread, where no signal arrives, it does nothing."""

    def __init__(self) -> None:
        self._open = False
        self._asked = False
        self._holds = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> Self:
        if self._holds:
            self._before = signal.signal(signal.SIGINT, self._arrived)
        return self

    def __exit__(self, *_: object) -> None:
        if self._holds:
            signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def welcome(self) -> Iterator[None]:
        """Where the run may stop: waiting, reading. Raises KeyboardInterrupt, also if it was asked before."""
        self._open = True
        try:
            if self._asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._open = False

    def _arrived(self, _number: int, _frame: FrameType | None) -> None:
        again, self._asked = self._asked, True
        if self._open or again:
            self._open = False
            raise KeyboardInterrupt
