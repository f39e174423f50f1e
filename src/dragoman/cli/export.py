"""`dragoman export`: events of the record in the formats of other data sets and tools.

In: filters and a format. Out: a file; on standard error how many events it holds and what it cannot hold.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.events import Command, filtered
from dragoman.errors import UsageError

_FORMAT = Annotated[str | None, typer.Option(metavar="FORMAT", help="As gdelt or prodigy; else by the suffix of -o.")]


def export() -> Command:
    """The command, with the filters of events as options."""
    others = {"record": options.Record, "limit": options.Limit, "format": _FORMAT, "output": options.Output}
    return filtered(_export, "export", "Write events in the format of another data set or tool.", others=others)


def _export(
    filters: dict[str, Any], *, record: str | None, limit: int | None, format: str | None, output: Path | None
) -> None:
    from dragoman.event import Event
    from dragoman.record.exchange import format_of
    from dragoman.record.record import Record
    from dragoman.settings import resolve

    if output is None:
        raise UsageError("export: name a file with -o FILE")
    form = format_of(output, asked=format or "")
    kept = Record(resolve({"record": record}).record)
    rows = kept.events(limit=limit, **filters).dicts()
    documents = kept.documents({row["document_id"] for row in rows})
    written = form.write((Event.from_dict(row) for row in rows), output, documents=documents.get)
    typer.echo(f"dragoman: {written.events:,} events in {written.rows:,} rows", err=True)
    for reason, count in written.left_out.items():
        typer.echo(f"dragoman: left out {count:,}: {reason}", err=True)
    if form.losses:
        typer.echo(f"dragoman: {form.title} cannot hold {', '.join(form.losses)}", err=True)
