"""`dragoman add`: read, code, keep. The same again changes nothing; what was broken off is gone on with.

In: sources and options. Out: rows in the record; a line on what was done; the exit code.
"""

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.cli.code import STOPPED, parse_fields
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.record.adding import Coding
    from dragoman.record.intake import Item


def add(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE...", help="Files, folders, URLs, or - for standard input.")
    ] = None,
    record: options.Record = None,
    date: options.Date = None,
    field: options.Field = None,
    jobs: options.Jobs = None,
    actors: options.Actors = None,
    from_parquet: options.FromParquet = None,
    verbose: options.Verbose = False,
) -> None:
    """Read and code sources and keep what comes of them in the record."""
    from dragoman.reading import ReadingOptions, date_argument, scan
    from dragoman.record.adding import Coding
    from dragoman.record.record import shipped_version
    from dragoman.running.worker import new_coder
    from dragoman.settings import resolve

    chosen = resolve({"record": record, "jobs": jobs, "actors": actors})
    if bool(sources) == bool(from_parquet):
        raise UsageError("name sources, or a folder of coded parts with --from-parquet, one of both")
    if from_parquet:
        raise typer.Exit(_add_parts(Path(chosen.record), from_parquet, verbose=verbose))
    sources = sources or []
    asked = ReadingOptions(date=date_argument(date) if date else None, fields=parse_fields(field or []))
    coding = Coding(
        partial(new_coder, chosen.actors or None, chosen.min_confidence),
        jobs=chosen.jobs,
        coder=shipped_version(),
        settings={"sources": sources, "date": date, "field": field, "actors": chosen.actors},
    )
    raise typer.Exit(add_all(Path(chosen.record), scan(sources, asked), coding, sources=sources, verbose=verbose))


def _add_parts(record: Path, folders: Sequence[Path], *, verbose: bool) -> int:
    """Add what folders of parts hold, as if it were coded here and now."""
    from dragoman.record.adding import Coding
    from dragoman.running.parts import Coded, coders
    from dragoman.running.worker import new_coder
    from dragoman.settings import resolve

    chosen = resolve({})
    coded = Coded(folders, partial(new_coder, chosen.actors or None, chosen.min_confidence))
    settings = {"from_parquet": [str(folder) for folder in folders]}
    coding = Coding(lambda: coded, jobs=1, coder=coders(folders), settings=settings)
    return add_all(record, coded.items(), coding, verbose=verbose)


def add_all(
    record: Path, items: "Iterable[Item]", coding: "Coding", *, sources: Sequence[str] = (), verbose: bool = False
) -> int:
    """Add the items and say what was done; the exit code. Ctrl-C keeps what is finished."""
    from dragoman.cli.progress import progress
    from dragoman.cli.report import Report
    from dragoman.record.adding import add as add_to
    from dragoman.running.result import Result

    report = Report(verbose=verbose)
    with progress(sources, quiet=not sys.stderr.isatty()) as advance:

        def count(result: Result) -> None:
            report.add(result)
            advance(result)

        summary = add_to(record, items, coding, on_result=count)
    report.unchanged, report.replacing = summary.unchanged, summary.replacing
    report.show(stopped=summary.stopped)
    return STOPPED if summary.stopped else int(bool(report.failed))
