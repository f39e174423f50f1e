"""`dragoman code`: read and code, keep nothing.

In: sources and options. Out: events in the chosen format; a line on what was done; the exit code.
"""

import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.document import Document, Failure
    from dragoman.running.worker import MakeCoder

# What a shell reports of a program that Ctrl-C has ended.
STOPPED = 130


def code(
    sources: options.Sources,
    date: options.Date = None,
    format: options.Format = None,
    output: options.Output = None,
    field: options.Field = None,
    jobs: options.Jobs = None,
    min_confidence: options.MinConfidence = None,
    actors: options.Actors = None,
    statements: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also write who says what, as JSON lines, to this file; - is standard output."
        ),
    ] = None,
    engine: options.Engine = None,
    address: options.Address = None,
    verbose: options.Verbose = False,
) -> None:
    """Read and code sources; keep nothing."""
    from dragoman.reading import ReadingOptions, date_argument, scan
    from dragoman.running.worker import new_coder
    from dragoman.settings import resolve
    from dragoman.writing import format_for
    from dragoman.writing.collisions import refuse_collisions

    flags = {"format": format, "jobs": jobs, "min_confidence": min_confidence, "actors": actors}
    flags |= {"engine": engine, "address": address}
    chosen = resolve(flags)
    if address is not None and chosen.engine != "ray":
        raise UsageError(f"--address {address!r}: is that of a Ray cluster; it goes with --engine ray")
    asked = ReadingOptions(date=date_argument(date) if date else None, fields=parse_fields(field or []))
    path = None if str(output) == "-" else output
    said = None if str(statements) == "-" else statements
    if statements and not said and not path:
        raise UsageError("--statements -: standard output has the events; name a file for them with -o FILE")
    refuse_collisions((path, said), inputs=[*sources, *([chosen.actors] if chosen.actors else [])])
    if chosen.engine == "ray":
        from dragoman.cli.engine import code_on_ray

        if format not in (None, "parquet") or statements:
            raise UsageError(
                "--engine ray writes a folder of Parquet, statements too; leave --format and --statements out"
            )
        raise typer.Exit(code_on_ray(sources, path, settings=chosen, reading=asked, verbose=verbose))
    job = Job(
        sources=sources,
        format=format_for(path, asked=chosen.format),
        output=path,
        statements=statements,
        jobs=chosen.jobs,
        verbose=verbose,
    )
    make_coder = partial(new_coder, chosen.actors or None, chosen.min_confidence)
    written = [file for file in (path, said) if file]
    raise typer.Exit(code_all(scan(sources, asked, without=written), job, make_coder=make_coder))


@dataclass(frozen=True, slots=True)
class Job:
    """Where the events of one run go, and how it runs."""

    sources: Sequence[str]
    format: str = "table"
    output: Path | None = None
    statements: Path | None = None
    jobs: int = 0
    verbose: bool = False


def code_all(documents: "Iterable[Document | Failure]", job: Job, *, make_coder: "MakeCoder") -> int:
    """Code the documents and write what comes out; the exit code. Ctrl-C keeps what is finished."""
    from dragoman.cli.progress import progress
    from dragoman.cli.report import Report
    from dragoman.running.local import run
    from dragoman.writing import open_writer
    from dragoman.writing.statements import open_statements

    report, stopped = Report(verbose=job.verbose), False

    def wanted() -> bool:
        # A run of which nothing came must not take the place of one of which something did.
        return report.documents > 0 or not (stopped or report.failed)

    results = run(documents, make_coder=make_coder, jobs=job.jobs, statements=job.statements is not None)
    with ExitStack() as stack:
        write = stack.enter_context(open_writer(job.output, format=job.format, wanted=wanted))
        write_statements = stack.enter_context(open_statements(job.statements, wanted=wanted))
        shown = job.output is None or str(job.statements) == "-"
        on_screen = shown and sys.stdout.isatty()
        advance = stack.enter_context(progress(job.sources, quiet=on_screen))
        try:
            for result in stack.enter_context(closing(results)):
                report.add(result)
                if result.document and not result.failure:
                    write(result.document, result.events)
                    write_statements(result.statements)
                advance(result)
        except KeyboardInterrupt:
            stopped = True
    report.show(stopped=stopped)
    for path in (job.output, job.statements):
        if path and str(path) != "-" and not wanted():
            typer.echo(f"dragoman: {path}: is as it was before: no document was finished", err=True)
    return STOPPED if stopped else int(bool(report.failed))


def parse_fields(pairs: Iterable[str]) -> dict[str, str]:
    """The document fields and the names that rows give them. Raises UsageError."""
    fields: dict[str, str] = {}
    for pair in pairs:
        name, equals, theirs = pair.partition("=")
        if not (name and equals and theirs):
            raise UsageError(f"--field {pair!r}: write FIELD=NAME, as in text=body")
        fields[name] = theirs
    return fields
