"""`dragoman settings`: every setting, its value and where that came from.

In: the environment and the settings files. Out: a table on standard output.
"""

import typer


def settings() -> None:
    """Show every setting, its value and where it came from."""
    from dragoman.settings import explain

    rows = [(row.name, str(row.value), row.origin, row.help) for row in explain({})]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        typer.echo("  ".join([*cells, row[3]]).rstrip())
