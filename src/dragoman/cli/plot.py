"""`dragoman plot`: a timeline, a series by month, or a network of what the record holds, in one file.

In: a kind of plot and filters. Out: an HTML page that needs no network, a PNG or an SVG.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.events import Command, filtered
from dragoman.errors import UsageError

_KIND = Annotated[
    str | None, typer.Argument(metavar="[KIND]", help="timeline, series (by month) or network; else timeline.")
]
_FILE = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="As plot.html, plot.png, plot.svg.")]


def plot() -> Command:
    """The command, with the filters of events as options."""
    others = {"kind": _KIND, "record": options.Record, "output": _FILE}
    about = "Draw what happened as one file: HTML without a network, PNG or SVG."
    return filtered(_plot, "plot", about, others=others)


def _plot(filters: dict[str, Any], *, kind: str | None, record: str | None, output: Path | None) -> None:
    from dragoman.record.record import Record
    from dragoman.settings import resolve

    if output is None:
        raise UsageError("plot: name a file with -o FILE")
    if not Record(resolve({"record": record}).record).plot(kind or "timeline", output, **filters):
        typer.echo(f"dragoman: {output}: nothing found; the plot is empty", err=True)
