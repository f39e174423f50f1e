"""`dragoman actor PHRASE [--on DATE] [--json]`: who a phrase means on a day.

In: a phrase, a day, and a CSV of the user's own actors. Out: a table for people, or one JSON object: the fields of
the first party, and "parties" with all of them.
"""

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.errors import UsageError
from dragoman.event import Party

FIELDS = ("name", "country", "sector", "actor_code", "office", "wikidata", "text")


def actor(
    phrase: str, *, console: Console, on: str | None = None, own: Path | None = None, as_json: bool = False
) -> None:
    """Print who `phrase` means on the ISO day `on` (None: the tables' last). Raises UsageError when `on` is no day, and
    without a phrase."""
    from dragoman.actors import resolve
    from dragoman.actors.names.users import roster_with
    from dragoman.writing.fitting import fitted

    if not phrase.strip():
        raise UsageError("actor: there is no phrase; give one in quotes")
    found = resolve(phrase, on=on, names=roster_with(own) if own else None)
    if as_json:
        console.out(json.dumps(_object(found), ensure_ascii=False), highlight=False)
    elif found:
        console.print(fitted(_table(found), console))
    else:
        console.print(f"nobody known is meant by {phrase!r}", markup=False)


def _object(found: list[Party]) -> dict[str, object]:
    rows = [{field: asdict(party)[field] for field in FIELDS} for party in found]
    first: dict[str, object] = dict(rows[0]) if rows else dict.fromkeys(FIELDS, "")
    return {**first, "parties": rows}


def _table(found: list[Party]) -> Table:
    table = Table(*(field.replace("_", " ") for field in FIELDS))
    for party in found:
        table.add_row(*(getattr(party, field) for field in FIELDS))
    return table
