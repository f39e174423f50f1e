"""`dragoman sql`: a question of one's own to the record, which it can neither change nor leave.

In: SQL. Out: rows on standard output or in a file.
"""

from typing import Annotated

import typer

from dragoman.cli import options


def sql(
    query: Annotated[str, typer.Argument(metavar="SQL", help='As in "FROM dyads LIMIT 5"; tables: docs/record.md.')],
    record: options.Record = None,
    format: options.Format = None,
    output: options.Output = None,
) -> None:
    """Ask the record in SQL; it is opened read-only, with no way to other files."""
    from dragoman.record.record import Record
    from dragoman.settings import resolve
    from dragoman.writing import format_for
    from dragoman.writing.rows import write_rows

    chosen = resolve({"record": record, "format": format})
    path = None if str(output) == "-" else output
    form = format_for(path, asked=chosen.format)
    write_rows(Record(chosen.record).sql(query).arrow(), path, format=form)
