"""The loop on many machines: Ray Data places source files on coders that stay, one a core.

In: files that every machine can open under the same name. Out: a folder of parts (`parts`), which is also how a run
that was broken off is gone on with. Ray restarts a coder that dies; a file that its coder died of
twice fails by name.
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dragoman.document import Failure
from dragoman.errors import DragomanError, UsageError
from dragoman.running.parts import Asked, Done, files, list_parts, make
from dragoman.running.worker import MakeCoder

# A file that its coder died of so often is not tried again.
_TRIES = 2


def run(
    sources: Sequence[str | Path], folder: Path, *, make_coder: MakeCoder, asked: Asked, address: str = "",
    workers: int = 0, on_done: Callable[[Done], object] | None = None,
) -> list[Done | Failure]:  # fmt: skip
    """Code files into `folder`, as many at once as there are `workers` (0: one for every core of the cluster).

    `address` is the cluster's ("auto": the one this machine belongs to; "": a cluster of this machine alone, made for
    the run). `folder` must be the same place on all machines. What was done before is not done again. Returns what
    became of each file, in the order of reading. Raises UsageError where ray is missing or a source is no file.
    """
    found = files(sources)
    waiting = [item for item in found if isinstance(item, str)]
    told: dict[str, Done] = {}
    shutil.rmtree(folder / "tries", ignore_errors=True)
    with _Cluster(address, workers) as cluster:
        for done in cluster.done(waiting, (str(folder.absolute()), make_coder, asked)):
            told[done.source] = done
            if on_done:
                on_done(done)
    lost = "no worker could code it (see Ray's log); code it alone with --jobs 1 to see why"
    outcome = [item if isinstance(item, Failure) else told.get(item, Done(item, error=lost)) for item in found]
    list_parts(folder, outcome, coder=asked.coder)
    shutil.rmtree(folder / "tries", ignore_errors=True)
    return outcome


class PartCoder:
    """What lives on a worker: one coder, loaded once, that makes parts."""

    def __init__(self, folder: str, make_coder: MakeCoder, asked: Asked) -> None:
        self._folder, self._asked = Path(folder), asked
        self._coder = make_coder()

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """A batch of one source in, what became of it out."""
        return {"done": [self._done(str(source)) for source in batch["source"]]}

    def _done(self, source: str) -> Done:
        # Ray tries again for ever what its worker died of: how often that was must be told by what outlives a worker.
        tries = self._folder / "tries" / blake2b(source.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
        tries.parent.mkdir(parents=True, exist_ok=True)
        with tries.open("ab") as stream:
            stream.write(b".")
            told = stream.tell()
        if told > _TRIES:
            return Done(source, error=f"its coder died of it {_TRIES} times; code it alone with --jobs 1 to see why")
        return make(source, self._folder, self._coder, self._asked)


class _Cluster:
    """Ray, started or joined for one run, and left as it was found."""

    def __init__(self, address: str, workers: int) -> None:
        try:
            import ray
        except ImportError as error:
            raise UsageError("--engine ray needs ray: pip install 'dragoman[ray]'") from error
        self._ray: Any = ray
        self._address, self._workers, self._own = address, workers, False

    def __enter__(self) -> "_Cluster":
        if not self._ray.is_initialized():
            self._own = True
            alone = {"num_cpus": self._workers or None, "include_dashboard": False} if not self._address else {}
            try:
                self._ray.init(address=self._address or None, log_to_driver=False, logging_level=logging.ERROR, **alone)
            except (ConnectionError, ValueError, RuntimeError) as error:
                said = " ".join(str(error).split())[:200]
                raise DragomanError(f"no Ray cluster at {self._address or 'this machine'}: {said}") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._own:
            self._ray.shutdown()

    def done(self, sources: list[str], arguments: tuple[Any, ...]) -> Iterator[Done]:
        """What becomes of each source, as it is done; a source that cannot be done is missing."""
        if not sources:
            return
        context = self._ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        # A part that cannot be made must not end the others'.
        context.max_errored_blocks = -1
        workers = min(len(sources), self._workers or int(self._ray.cluster_resources().get("CPU", 1)))
        rows = self._ray.data.from_items([{"source": source} for source in sources], override_num_blocks=len(sources))
        made = rows.map_batches(
            PartCoder, fn_constructor_args=arguments, batch_size=1, compute=self._pool(workers), num_cpus=1,
        )  # fmt: skip
        for row in made.iter_rows():
            yield row["done"]

    def _pool(self, workers: int) -> Any:
        # One file in hand and none waiting at a worker: files are large, and one may take much longer than another.
        return self._ray.data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=1)
