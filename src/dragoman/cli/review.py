"""`dragoman review`: accept, reject or correct an event of the record.

In: an event's id and a verdict. Out: a claim in the record, beside what the machine said.
"""

import getpass
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options
from dragoman.errors import UsageError


def review(
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="accept, reject, or FIELD=VALUE to correct.")],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; else who is logged in.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    record: options.Record = None,
) -> None:
    """Say that an event is right, wrong, or what would be right; the machine's word is kept beside yours."""
    from dragoman.record.review import Review, keep
    from dragoman.settings import resolve

    name, equals, written = verdict.partition("=")
    who = by or getpass.getuser()
    if equals:
        made = Review(
            event_id=event_id, verdict="correct", field=name, value=_value(name, written), reviewer=who, note=note
        )
    elif verdict == "correct":
        raise UsageError("correct: write FIELD=VALUE, as in event_type=AID")
    else:
        made = Review(event_id=event_id, verdict=verdict, reviewer=who, note=note)
    keep(Path(resolve({"record": record}).record), made)


def _value(field: str, written: str) -> Any:
    """Text as it stands where the field holds text (a code as 042), else JSON where it is JSON."""
    from dragoman.event import Event

    if Event.__annotations__.get(field) is str:
        return written
    try:
        return json.loads(written)
    except ValueError:
        return written
