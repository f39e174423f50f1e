"""What a run did, for people: how much was coded, and by name what was not.

In: results one by one. Out: lines on standard error, and whether anything failed.
"""

from dataclasses import dataclass, field

import typer

from dragoman.document import Failure
from dragoman.running.result import Result
from dragoman.writing.numbers import counted
from dragoman.writing.plain import plain


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
    _named: list[Failure] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Count one result."""
        if result.failure is None:
            self.documents += 1
            self.events += len(result.events)
        else:
            self.add_failure(result.failure)

    def add_failure(self, failure: Failure) -> None:
        """Count what was not coded."""
        if failure.kind == "failed":
            self.failed.append(failure)
        else:
            self.skipped += 1
            if self.verbose:
                self._named.append(failure)

    def show(self, *, stopped: bool = False) -> None:
        """Say on standard error what was done, skipped and failed."""
        for failure in self._named:
            typer.echo(f"dragoman: skipped {named(failure)}", err=True)
        for failure in self.failed:
            typer.echo(f"dragoman: failed {named(failure)}", err=True)
        # Rows of two files with one id are versions of one article: that is not to pass without a word.
        replacing = f" ({self.replacing:,} in place of an earlier version)" if self.replacing else ""
        parts = [counted(self.documents, "document") + replacing, counted(self.events, "event")]
        if self.skipped:
            parts.append(f"{self.skipped:,} skipped" + ("" if self.verbose else " (-v names them)"))
        if self.unchanged:
            parts.append(f"{self.unchanged:,} already there")
        if self.failed:
            parts.append(f"{len(self.failed):,} failed")
        end = "; stopped, what was finished is kept" if stopped else ""
        typer.echo(f"dragoman: {', '.join(parts)}{end}", err=True)


def named(failure: Failure) -> str:
    """A failure as people read it: its source once, and the reason."""
    source, reason = plain(failure.source), plain(failure.reason)
    return reason if not source or reason.startswith(source) else f"{source}: {reason}"
