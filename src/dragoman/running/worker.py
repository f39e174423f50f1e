"""One coding process: what runs in it, and the handle by which the loop holds it.

In: batches of documents over a pipe of its own. Out: their outcomes; a process that dies is a closed pipe.
No library's pool: each process keeps its coder as a local value, and the loop must know which documents a
dead process had in hand, which concurrent.futures and loky do not tell (pebble does, under the LGPL).
"""

import contextlib
import multiprocessing
import pickle
import signal
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection

from dragoman.document import Document
from dragoman.errors import DragomanError
from dragoman.running.result import DocumentCoder, Outcome, code_one

MakeCoder = Callable[[], DocumentCoder]
Reply = list[Outcome] | DragomanError

# A process in the middle of a batch is not waited for longer than this, in seconds, when the run stops.
_PATIENCE = 0.5


def new_coder(actors: str | None, min_confidence: float) -> DocumentCoder:
    """A coder, made where it is used: in this process or in one of several."""
    from dragoman.coding.coder import Coder

    return Coder(actors=actors, min_confidence=min_confidence)


class WorkerDiedError(Exception):
    """The process is gone; `code` is its exit code, negative for a signal."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"exit code {code}")
        self.code = code


class Worker:
    """A started process with its own coder. One batch at a time: so neither side can block the other."""

    def __init__(self, make_coder: MakeCoder, *, statements: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=work, args=(theirs, make_coder, statements), name="dragoman-coder", daemon=True
        )
        with _sigint_blocked():
            self._process.start()
        theirs.close()

    def send(self, documents: list[Document]) -> None:
        """Hand over a batch. Raises WorkerDiedError."""
        try:
            self.connection.send(documents)
        except OSError:
            raise WorkerDiedError(self._exit_code()) from None

    def receive(self) -> list[Outcome]:
        """The answer to the last batch; empty: its coder is ready. Raises WorkerDiedError."""
        try:
            reply: Reply = self.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            raise WorkerDiedError(self._exit_code()) from None
        if isinstance(reply, DragomanError):
            raise reply
        return reply

    def stop(self) -> None:
        """Tell it to end, without waiting."""
        self.connection.close()
        self._process.terminate()

    def end(self) -> None:
        """Tell it to end, wait a moment, then make it."""
        self.stop()
        self._process.join(_PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join(_PATIENCE)

    def _exit_code(self) -> int | None:
        self._process.join(_PATIENCE)
        return self._process.exitcode


def work(connection: Connection, make_coder: MakeCoder, statements: bool) -> None:
    """The life of a coding process: build the coder, answer batches until the pipe closes."""
    with contextlib.suppress(EOFError, OSError):  # the loop has closed the pipe: the work is over
        try:
            coder = make_coder()
        except DragomanError as error:
            connection.send(error)
            return
        connection.send([])
        while True:
            batch: list[Document] = connection.recv()
            connection.send([code_one(coder, document, statements=statements) for document in batch])


@contextlib.contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; a child inherits this mask, so only the loop hears it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started first: it would unblock the signal again in the middle.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
