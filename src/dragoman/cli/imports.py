"""`dragoman import`: events of another data set or tool into the record, marked by where they come from.

In: files. Out: events in the record under an origin; on standard error what was kept, and what was wrong by its line.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.writing.numbers import counted

if TYPE_CHECKING:
    from dragoman.record.exchange import Problem

# Problems named of one file unless all are asked for.
_NAMED = 10


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files of events; may be gzip, or a zip of one.")
    ],
    record: options.Record = None,
    format: Annotated[str | None, typer.Option(metavar="FORMAT", help="As gdelt; else by the suffix.")] = None,
    origin: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name they are kept under; else that of the format.")
    ] = None,
    mentions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file of mentions that belongs to a file of GDELT.")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", metavar="", help="Name every line that something is wrong with.")
    ] = False,
) -> None:
    """Keep events of another data set beside those coded here; ask for them with --origin."""
    from dragoman.errors import SourceError
    from dragoman.settings import resolve

    kept = Path(resolve({"record": record}).record)
    failed = False
    for path in files:
        try:
            failed |= _import(path, kept, format=format or "", origin=origin, mentions=mentions, verbose=verbose)
        except SourceError as error:
            before = "; what came before is kept" if path.is_file() else ""
            typer.echo(f"dragoman: {error}{before}", err=True)
            failed = True
    raise typer.Exit(int(failed))


def _import(
    path: Path, record: Path, *, format: str, origin: str | None, mentions: Path | None, verbose: bool
) -> bool:  # fmt: skip
    """Import one file; whether lines were left out."""
    from dragoman.cli.exchange import import_events
    from dragoman.record.exchange import format_of
    from dragoman.record.importing import import_rows

    under = origin or format_of(path, asked=format, reading=True).name
    named = 0

    def tell(problem: "Problem") -> None:
        nonlocal named
        named += 1
        if verbose or named <= _NAMED:
            left = "left out: " if problem.left_out else ""
            typer.echo(f"dragoman: {path}: line {problem.line}: {left}{problem.reason}", err=True)

    done = import_rows(record, import_events(path, format=format, mentions=mentions), origin=under, on_problem=tell)
    if named > _NAMED and not verbose:
        more = counted(named - _NAMED, "more line", more="with something wrong")
        typer.echo(f"dragoman: {path}: {more} (-v names them)", err=True)
    parts = [counted(done.events, "event", more=f"of {under} imported")]
    parts += [f"{done.known:,} already there"] if done.known else []
    parts += [counted(done.left_out, "line", more="left out")] if done.left_out else []
    parts += [counted(done.remarks, "line", more="read with a remark")] if done.remarks else []
    typer.echo(f"dragoman: {path}: {', '.join(parts)}", err=True)
    return done.left_out > 0
