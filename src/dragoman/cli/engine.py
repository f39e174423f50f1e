"""`dragoman code --engine ray`: a folder of Parquet, made by many machines; and what came of it into a record.

In: sources and settings, or such a folder. Out: parts in the folder, a line on what was done, the exit code.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.errors import UsageError
from dragoman.writing.numbers import counted

if TYPE_CHECKING:
    from dragoman.document import Failure
    from dragoman.reading import ReadingOptions
    from dragoman.running.parts import Done
    from dragoman.settings import Settings


def code_on_ray(
    sources: Sequence[str], folder: Path | None, *, settings: "Settings", reading: "ReadingOptions", verbose: bool
) -> int:
    """Code source files on a Ray cluster into a folder; the exit code. Raises UsageError without a folder."""
    from dragoman.record.record import shipped_version
    from dragoman.running.parts import Asked
    from dragoman.running.ray import run
    from dragoman.running.worker import new_coder

    if folder is None:
        raise UsageError("--engine ray needs a folder to write to: -o FOLDER, the same place on every machine")
    make_coder = partial(new_coder, settings.actors or None, settings.min_confidence)
    asked = Asked(shipped_version(), reading, settings.min_confidence, settings.actors)
    found = run(
        sources, folder, make_coder=make_coder, asked=asked, address=settings.address, workers=settings.jobs,
        on_done=_told if sys.stderr.isatty() else None,
    )  # fmt: skip
    return _report(found, verbose=verbose)


def _told(done: "Done") -> None:
    """A line a file: they are large, and what is done of them is the progress."""
    told = f"{counted(done.documents, 'document')}, {counted(done.events, 'event')}"
    typer.echo(f"dragoman: {done.source}: {told}", err=True)


def _report(found: "Sequence[Done | Failure]", *, verbose: bool) -> int:
    from dragoman.cli.report import Report
    from dragoman.document import Failure

    report = Report(verbose=verbose)
    lost = 0
    for item in found:
        failure = item if isinstance(item, Failure) else Failure(item.source, item.error) if item.error else None
        if failure:
            report.add_failure(failure)
        elif not isinstance(item, Failure):
            report.documents, report.events = report.documents + item.documents, report.events + item.events
            report.skipped += item.skipped
            lost += item.failed
    report.show()
    if lost:
        told = counted(lost, "document", more="failed")
        typer.echo(f"dragoman: {told}: documents/ in the folder tells which and why", err=True)
    return int(bool(report.failed or lost))
