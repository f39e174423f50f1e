"""`dragoman events` and the ledgers: what the record holds, by filters, as a table or a file.

In: filters, as options made from `Filters`. Out: rows on standard output or in a file.
"""

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer

from dragoman.cli import options
from dragoman.writing.plain import plain

# Rows that a table shows unless told otherwise: about three screens.
_SHOWN = 50

Command = Callable[..., None]
_OTHERS = {"record": options.Record, "limit": options.Limit, "format": options.Format, "output": options.Output}


def commands() -> list[Command]:
    """One command for events and one for each ledger that is asked for by name."""
    from dragoman.record.ledgers import LEDGERS

    others = {"reviewed": options.Reviewed, **_OTHERS}
    events = filtered(partial(_show, "events"), "events", "Events, the latest first.", others=others)
    ledgers = LEDGERS.items()
    return [
        events,
        *(
            filtered(partial(_show, name), name, led.about, refuses=led.refuses, others=_OTHERS)
            for name, led in ledgers
        ),
    ]


def filtered(run: Command, name: str, about: str, *, others: dict[str, Any], refuses: tuple[str, ...] = ()) -> Command:
    """A command whose options are the filters it can answer, handed to `run` as a dictionary, and `others`."""
    from dragoman.record.filters import Filters

    hints = get_type_hints(Filters)
    filters = [f for f in fields(Filters) if f.name not in refuses]
    annotations = {f.name: _option(hints[f.name], f.metadata["help"]) for f in filters}
    annotations |= others

    def command(**given: Any) -> None:
        asked = {f.name: given[f.name] for f in filters if given[f.name] is not None}
        run(asked, **{other: given[other] for other in others})

    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter(key, kind, default=None, annotation=a) for key, a in annotations.items()]
    command.__dict__["__signature__"] = inspect.Signature(parameters)
    command.__annotations__ = annotations
    command.__name__, command.__doc__ = name, about
    return command


def _option(hint: Any, about: str) -> Any:
    (kind,) = [one for one in get_args(hint) or (hint,) if one is not type(None)]
    return Annotated[kind | None, typer.Option(help=about)]


def _show(
    name: str,
    filters: dict[str, Any],
    *,
    record: str | None,
    limit: int | None,
    format: str | None,
    output: Path | None,
    reviewed: str | None = None,
) -> None:
    from dragoman.record.record import Record
    from dragoman.record.result import Result
    from dragoman.settings import resolve
    from dragoman.writing import format_for

    chosen = resolve({"record": record, "format": format})
    path = None if str(output) == "-" else output
    form = format_for(path, asked=chosen.format)
    kept = Record(chosen.record)
    cut = limit is None and form == "table"
    # One more than is shown tells whether there are more.
    most = _SHOWN + 1 if cut else limit
    if name == "events":
        rows = kept.events(limit=most, reviewed=reviewed, **filters)
    else:
        rows = kept.ledger(name, limit=most, **filters)
    more = cut and len(rows) > _SHOWN
    rows = Result(rows.arrow().slice(0, _SHOWN)) if more else rows
    # That there is nothing is said to people in one way.
    if name == "events" and (len(rows) or form != "table"):
        _write_events(kept, rows.dicts(), path, format=form)
    else:
        _write_ledger(name, rows, path, format=form)
    if form == "table" and not len(rows):
        _tell_origins(kept, filters.get("origin", ""))
    if more:
        typer.echo(f"dragoman: {_SHOWN} are shown, there are more: --limit N shows N, -o FILE.csv takes all", err=True)


def _tell_origins(record: Any, asked: str) -> None:
    """Say of which sources the record has events, where it has none of the one asked for."""
    found = [row["origin"] for row in record.sql("SELECT DISTINCT origin FROM current_events ORDER BY origin")]
    if found and asked not in found:
        missing = f"no events of origin {asked!r}" if asked else "no events coded here"
        others = ", ".join(plain(name) for name in found if name)
        there = f"there are those of {others}: --origin NAME" if others else "only those coded here"
        typer.echo(f"dragoman: the record holds {missing}; {there}", err=True)


def _write_ledger(name: str, rows: Any, path: Path | None, *, format: str) -> None:
    """Rows whole for programs, in few columns for people."""
    import pyarrow as pa

    from dragoman.record.brief import brief
    from dragoman.record.ledgers import LEDGERS
    from dragoman.writing.rows import write_rows

    columns = LEDGERS[name].shown if format == "table" and len(rows) else ()
    # People who have no room for an id ask for it elsewhere; rows that fall apart are of no use to them.
    spare = [column for column in columns if column.endswith("_id")]
    shown = pa.Table.from_pylist(brief(rows, columns)) if columns else rows.arrow()
    write_rows(shown, path, format=format, spare=spare)


def _write_events(record: Any, rows: list[dict[str, Any]], path: Path | None, *, format: str) -> None:
    """Events as `dragoman code` writes them, under their documents."""
    from dragoman.document import Document
    from dragoman.event import Event
    from dragoman.writing import open_writer

    known = record.documents({row["document_id"] for row in rows}) if format == "table" else {}
    with open_writer(path, format=format) as write:
        for document_id, group in groupby(rows, key=lambda row: row["document_id"]):
            document = known.get(document_id, Document(document_id, ""))
            write(document, tuple(Event.stored(row) for row in group))
