"""Options that several commands share, each declared once with its help.

In: nothing. Out: annotations for the parameters of commands.
"""

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, URLs, or - for standard input.")
]
Date = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of every document, YYYY-MM-DD.")]
Format = Annotated[
    str | None,
    typer.Option(metavar="FORMAT", help="table, jsonl, csv, parquet or sheet; else by the suffix of -o, else table."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; - is standard output.")
]
Field = Annotated[
    list[str] | None,
    typer.Option(metavar="FIELD=NAME", help="Where a row keeps a field, as in --field text=body."),
]
Jobs = Annotated[int | None, typer.Option(metavar="N", help="Coding processes; 0 decides by the input.")]
Engine = Annotated[
    str | None, typer.Option(metavar="ENGINE", help="local, or ray: many machines, files in, a folder of Parquet out.")
]
Address = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="The Ray cluster's address; auto is the one this machine is in.")
]
FromParquet = Annotated[
    list[Path] | None,
    typer.Option(metavar="FOLDER", help="Add what `code --engine ray` has left in this folder; may be given again."),
]
MinConfidence = Annotated[
    float | None, typer.Option(metavar="P", help="Leave out events less likely to be right than this.")
]
Actors = Annotated[str | None, typer.Option(metavar="FILE", help="A file of your own actors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", metavar="", help="Name what was skipped and why.")]
Record = Annotated[str | None, typer.Option(metavar="FILE", help="The record; record.duckdb unless set otherwise.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many rows; a table shows 50.")]
Reviewed = Annotated[
    str | None,
    typer.Option(
        metavar="HOW", help="prefer: as people corrected, without what they rejected; only: of that, what they saw."
    ),
]
