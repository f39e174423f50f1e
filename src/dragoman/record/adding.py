"""Adding: documents are coded and kept, a batch a transaction, so that it may be ended at any moment and done again.

In: items as reading yields them, and a coder. Out: rows of the record, and a `Summary`. What the record has is not
coded again; results enter it in the order of the input, so what is there is always a beginning of the input.
"""

import json
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from dragoman import __version__
from dragoman.coding.sentences import sentences
from dragoman.errors import RecordError
from dragoman.record.afterwards import alone, returned
from dragoman.record.columns import document_row
from dragoman.record.failing import Told
from dragoman.record.incidents import Links
from dragoman.record.intake import Entry, Intake, Item
from dragoman.record.linking import from_event
from dragoman.record.lock import only_writer
from dragoman.record.store import Connection, identity, make, reading, remove_empty, writing
from dragoman.record.writer import Batch, forget, store
from dragoman.running.local import run
from dragoman.running.result import Result
from dragoman.running.worker import MakeCoder

# A batch ends after so long whatever its size: what a killed run has to do again at most, in seconds. Each costs about
# 0.2 s of processor time besides its rows, and more as the record grows: DuckDB writes the last rows of a table anew.
_SECONDS = 30.0
# DuckDB starts its threads anew with every opening of the file, and the C library keeps memory apart for each of them:
# along 10,000 articles that grew by 2 MB per 1,000. What a batch asks is small, and the other cores code.
_ALONE = {"threads": "1"}


@dataclass(frozen=True, slots=True)
class Coding:
    """How documents are coded.

    `coder` names the coder's version, `settings` are told in the record of the run, and `batch` is the number of
    documents that one transaction keeps at most. `idle`: a run that found nothing new is told in the record as well.
    """

    make_coder: MakeCoder
    jobs: int = 0
    coder: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)
    batch: int = 256
    idle: bool = True


@dataclass(slots=True)
class Summary:
    """What a run did: documents coded, events kept, near-duplicates, failures, documents that it had already.

    `replacing` is how many of the documents are a later version of an article, whose events before count no more.
    """

    documents: int = 0
    replacing: int = 0
    events: int = 0
    duplicates: int = 0
    skipped: int = 0
    failed: int = 0
    unchanged: int = 0
    stopped: bool = False

    def count(self, result: Result, entry: Entry) -> None:
        """Count one result."""
        if entry.duplicate_of:
            self.duplicates += 1
        elif result.failure is None:
            self.documents += 1
            self.replacing += entry.version > 1
            self.events += len(result.events)
        elif result.failure.kind == "failed":
            self.failed += 1
        else:
            self.skipped += 1


def add(
    path: Path, items: Iterable[Item], coding: Coding, *, on_result: Callable[[Result], object] | None = None
) -> Summary:
    """Code what the record does not have and keep it; the record is made where there is none and something to keep.

    Ctrl-C keeps what is finished (`stopped`). Raises RecordError when another process writes, when the disk is full,
    when the record has been moved; what was added before is kept, and the same call again does the rest.
    """
    with only_writer(path):
        if path.exists():
            # An older record is brought up to date, and one that cannot be written is told before anything is coded.
            with writing(path):
                pass
            return _add(path, items, coding, on_result)
        make(path)
        try:
            return _add(path, items, coding, on_result)
        finally:
            remove_empty(path)


def _add(path: Path, items: Iterable[Item], coding: Coding, on_result: Callable[[Result], object] | None) -> Summary:
    target = _Target(path, identity(path), coding)
    intake = Intake(target.opened, path.parent, coder=coding.coder)
    summary, batches = Summary(), _Batches(target, intake)
    # The second and the third are few, and decided by what is in the record then.
    few = min(coding.jobs, 1)
    for part, jobs in ((intake.fresh(items), coding.jobs), (returned(intake), few), (alone(intake), few)):
        if intake.changing:
            batches.flush()
        results = run(part, make_coder=coding.make_coder, jobs=jobs, statements=True)
        _take(results, summary, batches, on_result or (lambda _result: None))
        if summary.stopped:
            batches.flush()
            break
    else:
        batches.end()
    summary.unchanged = intake.unchanged
    return summary


def utc() -> datetime:
    """This moment, as the record has times."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(slots=True)
class _Target:
    """The record of one run, opened for moments; the run's row is written with its first batch.

    Its times are the run's own: a transaction's would be those of its first batch and of no more than that.
    """

    path: Path
    identity: tuple[int, int]
    coding: Coding
    run_id: str = field(default_factory=lambda: uuid4().hex)
    started: datetime = field(default_factory=utc)
    begun: bool = False
    links: Links = field(default_factory=Links)

    @contextmanager
    def opened(self) -> Iterator[Connection]:
        self._same()
        with reading(self.path, config=_ALONE) as connection:
            yield connection

    def write(self, batch: Batch, *, ended: bool, mended: Sequence[Told] = ()) -> None:
        """Keep a batch in one transaction; `ended` when it is the run's last, with the failures that are no more."""
        self._same()
        # Not kept where the transaction fails: what they remember would be ahead of the record.
        links, self.links = self.links, Links()
        with writing(self.path, config=_ALONE) as connection:
            if not self.begun:
                settings = json.dumps(dict(self.coding.settings), default=str)
                coder = self.coding.coder or f"dragoman {__version__}"
                row = [self.run_id, self.started, None, "add", coder, settings]
                connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)", row)
            store(connection, batch, run_id=self.run_id, links=links)
            forget(connection, mended)
            if ended:
                connection.execute("UPDATE runs SET finished_at = ? WHERE run_id = ?", [utc(), self.run_id])
        self.begun, self.links = True, links

    def _same(self) -> None:
        if identity(self.path) != self.identity:
            raise RecordError(
                f"{self.path}: was replaced by another file while in use; what was added is where it went"
            )


def _take(
    results: Generator[Result, None, None],
    summary: Summary,
    batches: "_Batches",
    on_result: Callable[[Result], object],
) -> None:
    with closing(results):
        try:
            for result in results:
                entry = batches.intake.taken(_item(result))
                if entry is None:
                    # Stopped, with a gap before this one: kept now, it would come before what it came after.
                    summary.stopped = True
                    break
                summary.count(result, entry)
                on_result(result)
                batches.put(result, entry)
        except KeyboardInterrupt:
            summary.stopped = True
        except RecordError:
            raise
        except BaseException:
            batches.flush()
            raise


def _item(result: Result) -> Item | None:
    return result.document or result.failure


@dataclass(slots=True)
class _Batches:
    """Results gathered until there are enough for a transaction."""

    target: _Target
    intake: Intake
    batch: Batch = field(default_factory=Batch)
    since: float = field(default_factory=time.monotonic)

    def put(self, result: Result, entry: Entry) -> None:
        _fill(self.batch, result, entry, coder=self.target.coding.coder)
        if len(self.batch) >= self.target.coding.batch or time.monotonic() - self.since > _SECONDS:
            self.flush()

    def flush(self) -> None:
        # Taken out first: what Ctrl-C breaks off in here must not be written a second time.
        batch, self.batch = self.batch, Batch()
        if len(batch):
            self.target.write(batch, ended=False)
        self.intake.committed()
        self.since = time.monotonic()

    def end(self) -> None:
        """Keep the last of a run that came to its end."""
        batch, self.batch = self.batch, Batch()
        mended = self.intake.mended()
        if len(batch) or mended or self.target.begun or self.target.coding.idle:
            self.target.write(batch, ended=True, mended=mended)
        self.intake.committed()


def _fill(batch: Batch, result: Result, entry: Entry, *, coder: str) -> None:
    """Add the rows of one result."""
    document, failure = entry.document, result.failure
    if document is None:
        if failure and not entry.known:
            row = {"source": failure.source, "kind": failure.kind, "reason": failure.reason}
            batch.failures.append(row)
        return
    key = {"document_id": document.id, "version": entry.version}
    row = document_row(document, offsets=sentences(document.text)) | key
    row |= {"content_hash": entry.content_hash, "duplicate_of": entry.duplicate_of, "coder": coder}
    row |= {"status": _status(result, entry), "reason": failure.reason if failure else ""}
    batch.documents.append(row)
    if failure is None or entry.duplicate_of:
        _supersede(batch, document.id, version=entry.version)
    if entry.places and entry.places[-1] not in (document.source, document.url):
        batch.places.append({"document_id": document.id, "source": document.source, "place": entry.places[-1]})
    batch.signatures += [{"band": band, **key} for band in entry.bands]
    # An id is dear to make: it is read off the rows.
    told = [(event, event.to_dict() | {"version": entry.version, "origin": ""}) for event in result.events]
    events = {row["event_id"]: (event, row) for event, row in told}
    batch.events += [row for _, row in events.values()]
    batch.reports[document.id, entry.version] = [
        from_event(event, document, event_id=event_id) for event_id, (event, _) in events.items()
    ]
    batch.statements += [{**statement, "version": entry.version} for statement in result.statements]


def _supersede(batch: Batch, document_id: str, *, version: int) -> None:
    for older in range(1, version):
        batch.superseded.append({"document_id": document_id, "version": older})
        batch.reports.pop((document_id, older), None)


def _status(result: Result, entry: Entry) -> Any:
    if entry.duplicate_of:
        return "duplicate"
    return result.failure.kind if result.failure else "coded"
