"""`dragoman export`: events of the record in the formats of other data sets and tools.

In: filters and a format. Out: a file; on standard error how many events it holds and what it cannot hold.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.cli.events import Command, filtered
from dragoman.errors import UsageError
from dragoman.writing.numbers import counted

_FORMAT = Annotated[str | None, typer.Option(metavar="FORMAT", help="As gdelt or prodigy; else by the suffix of -o.")]


def export() -> Command:
    """The command, with the filters of events as options."""
    others = {
        "reviewed": options.Reviewed,
        "record": options.Record,
        "limit": options.Limit,
        "format": _FORMAT,
        "output": options.Output,
    }
    return filtered(_export, "export", "Write events in the format of another data set or tool.", others=others)


def _export(
    filters: dict[str, Any],
    *,
    reviewed: str | None,
    record: str | None,
    limit: int | None,
    format: str | None,
    output: Path | None,
) -> None:
    from dragoman.cli.exchange import export_events
    from dragoman.event import Event
    from dragoman.record.record import Record
    from dragoman.settings import resolve

    if output is None:
        raise UsageError("export: name a file with -o FILE")
    kept = Record(resolve({"record": record}).record)
    rows = kept.events(limit=limit, reviewed=reviewed, **filters).dicts()
    documents = kept.documents({row["document_id"] for row in rows})
    events = (Event.stored(row) for row in rows)
    report = export_events(events, output, format=format or "", documents=documents.get)
    written = f"{counted(report.written.events, 'event')} in {counted(report.written.rows, 'row')}"
    for line in (written, *report.told):
        typer.echo(f"dragoman: {line}", err=True)
