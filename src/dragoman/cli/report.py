"""What a run did, for people: how much was coded, and by name what was not.

In: results one by one. Out: lines on standard error, and whether anything failed.
"""

from dataclasses import dataclass, field

import typer

from dragoman.document import Document, Failure
from dragoman.running.result import Result
from dragoman.writing.numbers import counted
from dragoman.writing.plain import plain

# Ids that are remembered: a run may have millions.
_IDS = 200_000


@dataclass(slots=True)
class Report:
    """Counts of a run; failures are kept by name, skipped documents only when `verbose`."""

    verbose: bool = False
    documents: int = 0
    replacing: int = 0
    events: int = 0
    skipped: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    undated: int = 0
    doubled: int = 0
    _named: list[str] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Count one result."""
        if result.failure is None:
            self.documents += 1
            self.events += len(result.events)
            if result.document:
                self.undated += bool(result.events) and result.document.pub_date is None
                self._see(result.document)
        else:
            self.add_failure(result.failure)

    def _see(self, document: Document) -> None:
        """Remember an id: whoever gives two articles one has them taken for one, the second in place of the first."""
        before = self._seen.get(document.id)
        if before is not None:
            self.doubled += 1
            if self.verbose:
                reason = f"id {document.id!r:.80} is that of {before}, too; one id is one article"
                self._named.append(named(Failure(document.source, reason)))
        if len(self._seen) >= _IDS:
            self._seen.clear()
        self._seen[document.id] = document.source

    def add_failure(self, failure: Failure) -> None:
        """Count what was not coded."""
        if failure.kind == "failed":
            self.failed.append(failure)
        else:
            self.skipped += 1
            if self.verbose:
                self._named.append(f"skipped {named(failure)}")

    def show(self, *, stopped: bool = False) -> None:
        """Say on standard error what was done, skipped and failed."""
        for line in self._named:
            typer.echo(f"dragoman: {line}", err=True)
        for failure in self.failed:
            typer.echo(f"dragoman: failed {named(failure)}", err=True)
        # Rows of two files with one id are versions of one article: that is not to pass without a word.
        replacing = f" ({self.replacing:,} in place of an earlier version)" if self.replacing else ""
        parts = [counted(self.documents, "document") + replacing, counted(self.events, "event")]
        if self.doubled:
            parts.append(f"{self.doubled:,} under an id used before{'' if self.verbose else ' (-v names them)'}")
        if self.skipped:
            parts.append(f"{self.skipped:,} skipped" + ("" if self.verbose else " (-v names them)"))
        if self.unchanged:
            parts.append(f"{self.unchanged:,} already there")
        if self.failed:
            parts.append(f"{len(self.failed):,} failed")
        end = "; stopped, what was finished is kept" if stopped else ""
        typer.echo(f"dragoman: {', '.join(parts)}{end}", err=True)
        if self.undated:
            told = counted(self.undated, "document", more="without a publication date")
            typer.echo(f"dragoman: {told}, so that “on Friday” is no day: --date DATE gives one", err=True)


def named(failure: Failure) -> str:
    """A failure as people read it: its source once, and the reason."""
    source, reason = plain(failure.source), plain(failure.reason)
    return reason if not source or reason.startswith(source) else f"{source}: {reason}"
