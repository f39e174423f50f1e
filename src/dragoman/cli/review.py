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
from dragoman.writing.plain import plain


def review(
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID")],
    verdict: Annotated[
        list[str],
        typer.Argument(metavar="VERDICT...", help="accept, reject, withdraw, or FIELD=VALUE to correct, also several."),
    ],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; else who is logged in.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    field: Annotated[str, typer.Option(metavar="FIELD", help="With withdraw: this field alone, or verdict.")] = "",
    record: options.Record = None,
) -> None:
    """Say that an event is right, wrong, or what would be right; the machine's word is kept beside yours."""
    from dragoman.record.review import Review, keep
    from dragoman.settings import resolve

    if by is not None and not by.strip():
        raise UsageError("--by '': is empty; name who reviews, or leave it out")
    who = by or getpass.getuser()
    if field and verdict != ["withdraw"]:
        raise UsageError(f"field {field!r}: goes with withdraw; write {field}=VALUE to correct")
    if verdict == ["correct"]:
        raise UsageError("correct: write FIELD=VALUE, as in event_type=AID")
    if len(verdict) > 1 and not all("=" in one for one in verdict):
        raise UsageError(f"{' '.join(verdict)}: give one verdict, or one FIELD=VALUE and more")
    made = []
    for one in verdict:
        name, equals, written = one.partition("=")
        told = {"verdict": "correct", "field": name, "value": _value(name, written)}
        made.append(Review(event_id=event_id, reviewer=who, note=note, **(told if equals else _verdict(one, field))))
    path = Path(resolve({"record": record}).record)
    keep(path, *made)
    typer.echo(f"dragoman: {event_id}: {_stands(path, event_id)}", err=True)


def _stands(path: Path, event_id: str) -> str:
    """What stands of all that people said of an event."""
    from dragoman.record.record import Record

    rows = Record(path).sql("SELECT verdict, claimed FROM claims WHERE event_id = $id", {"id": event_id}).dicts()
    parts = [row["verdict"] for row in rows if row["verdict"] != "withdraw"]
    for row in rows:
        claimed = dict(row["claimed"] or {})
        parts += [f"{name}={_written(value)}" for name, value in sorted(claimed.items())]
    return f"stands as {', '.join(parts)}" if parts else "stands as the machine coded it"


def _written(value: str | None) -> str:
    """A value as it is given here: text without quotation marks."""
    found = json.loads(value or "null")
    return plain(found if isinstance(found, str) else json.dumps(found, ensure_ascii=False))


def _verdict(word: str, field: str) -> dict[str, Any]:
    return {"verdict": word, "field": field}


def _value(field: str, written: str) -> Any:
    """Text as it stands where the field holds text (a code as 042), else JSON where it is JSON."""
    from dragoman.event import Event

    if Event.__annotations__.get(field) is str:
        return written
    if field.startswith("date_"):
        return None if written == "null" else written
    try:
        return json.loads(written)
    except ValueError:
        return written
