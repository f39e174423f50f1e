"""The coding processes of one run: who is starting, free or busy, and what waits.

In: tasks. Out: outcomes by the number of the document. A process that dies is replaced; what it had in hand
is coded once more, each document alone, and the one that kills again is failed by name.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from dragoman.document import Document
from dragoman.errors import DragomanError
from dragoman.running.result import Outcome
from dragoman.running.worker import MakeCoder, Worker, WorkerDiedError

# A process that cannot even build its coder so often in a row is no accident.
_STARTS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """Documents handed over together, by their number in the input; `again` after a process died on them."""

    documents: dict[int, Document]
    again: bool = False


@dataclass(slots=True)
class Crew:
    """Up to `jobs` processes. No method waits but `ready`."""

    make_coder: MakeCoder
    jobs: int
    statements: bool = False
    waiting: deque[Task] = field(default_factory=deque)
    _starting: list[Worker] = field(default_factory=list)
    _free: list[Worker] = field(default_factory=list)
    _busy: dict[Worker, Task] = field(default_factory=dict)
    _failed_starts: int = 0

    @property
    def has_work(self) -> bool:
        """Something is in hand or waits."""
        return bool(self.waiting or self._busy)

    def hand_out(self) -> dict[int, Outcome]:
        """Give tasks to free processes, start more while more waits; outcomes of what failed in that."""
        failed: dict[int, Outcome] = {}
        while self.waiting and self._free:
            worker, task = self._free.pop(), self.waiting.popleft()
            try:
                worker.send(list(task.documents.values()))
            except WorkerDiedError as death:
                failed |= self._bury(worker, task, death)
            else:
                self._busy[worker] = task
        while len(self.waiting) > len(self._starting) and len(self._all()) < self.jobs:
            self._starting.append(Worker(self.make_coder, statements=self.statements))
        return failed

    def ready(self, *, timeout: float | None = None) -> list[Worker]:
        """Wait until a process has something to say, or for `timeout` seconds; those that have."""
        workers = {worker.connection: worker for worker in (*self._starting, *self._busy)}
        return [workers[connection] for connection in wait(list(workers), timeout) if connection in workers]

    def answers(self, workers: Iterable[Worker]) -> dict[int, Outcome]:
        """What these processes say, which frees them. Raises DragomanError when none can start."""
        outcomes: dict[int, Outcome] = {}
        for worker in workers:
            outcomes |= self._answer(worker)
        return outcomes

    def end(self) -> None:
        """End every process; what they had in hand is dropped."""
        for worker in self._all():
            worker.stop()
        for worker in self._all():
            worker.end()

    def _all(self) -> list[Worker]:
        return [*self._starting, *self._free, *self._busy]

    def _answer(self, worker: Worker) -> dict[int, Outcome]:
        task = self._busy.pop(worker, None)
        if task is None:
            self._starting.remove(worker)
        try:
            reply = worker.receive()
        except WorkerDiedError as death:
            return self._bury(worker, task, death)
        self._free.append(worker)
        self._failed_starts = 0
        return dict(zip(task.documents, reply, strict=True)) if task else {}

    def _bury(self, worker: Worker, task: Task | None, death: WorkerDiedError) -> dict[int, Outcome]:
        worker.end()
        if task is None:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise DragomanError(f"coding processes end while they start ({death}); try --jobs 1")
            return {}
        if task.again:
            error = f"the process that coded it died, twice ({death}); try it alone with --jobs 1"
            return dict.fromkeys(task.documents, Outcome(error=error))
        alone = [Task({number: document}, again=True) for number, document in task.documents.items()]
        self.waiting.extendleft(reversed(alone))
        return {}
