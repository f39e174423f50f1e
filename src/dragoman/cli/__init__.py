"""The command line: `dragoman COMMAND`. One thin file a command; each loads what it needs when it runs.

In: arguments. Out: data on standard output, everything else on standard error; exit code 0 all done, 1 some documents
failed or the work could not be done, 2 wrong usage, 130 stopped by Ctrl-C, 141 the reader of the output went away.
"""

import logging
from pathlib import Path
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import options
from dragoman.cli.add import add
from dragoman.cli.code import code
from dragoman.cli.events import Command, commands
from dragoman.cli.export import export
from dragoman.cli.guard import guarded
from dragoman.cli.imports import import_
from dragoman.cli.plot import plot
from dragoman.cli.review import review
from dragoman.cli.serve import serve
from dragoman.cli.settings import settings
from dragoman.cli.sql import sql
from dragoman.cli.watch import watch

_ABOUT = (
    "Reads raw news and keeps the record of world politics: who did what to whom, when, where, who says so, "
    "and which words of which article say it."
)

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The `dragoman` command."""
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("dragoman: %(message)s"))
    logging.getLogger("dragoman").addHandler(told)
    # What a library says of its own work (trafilatura: "discarding data") names no source and is nothing to a reader.
    logging.getLogger().addHandler(logging.NullHandler())
    app(prog_name="dragoman")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback(help=_ABOUT)
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", metavar="", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    return


def explain(
    what: Annotated[
        str, typer.Argument(metavar="TEXT|FILE|EVENT_ID", help="A text in quotes, a file, or an event of the record.")
    ],
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, YYYY-MM-DD.")] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.")] = None,
    record: options.Record = None,
) -> None:
    """Show why a text gives the events it gives: candidates, scores, words, and what was rejected."""
    from dragoman.cli.console import Screen
    from dragoman.cli.explain import explain as show
    from dragoman.coding.coder import Coder
    from dragoman.settings import resolve

    chosen = resolve({"actors": str(actors) if actors else None, "record": record})
    coder = Coder(actors=chosen.actors or None)
    raise typer.Exit(show(what, coder=coder, console=Screen(), date=date, record=Path(chosen.record)))


def ontology(
    type: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="A type, a CAMEO code, or the word contexts.")
    ] = None,
) -> None:
    """Show what can happen: the sixteen types, or one of them."""
    from dragoman.cli.console import Screen
    from dragoman.cli.ontology import ontology as show

    show(type, console=Screen())


def actor(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help='As in "the Russian president".')],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="On this day, YYYY-MM-DD; else the latest.")] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.")] = None,
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="One JSON object.")] = False,
) -> None:
    """Show who a phrase means on a day."""
    from dragoman.cli.actor import actor as show
    from dragoman.cli.console import Screen
    from dragoman.settings import resolve

    own = resolve({"actors": str(actors) if actors else None}).actors
    show(phrase, console=Screen(), on=on, own=Path(own) if own else None, as_json=as_json)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="An annotated file: events or pairs.")],
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="One JSON object.")] = False,
    misses: Annotated[int, typer.Option(metavar="N", min=0, help="Sentences shown where it was most wrong.")] = 20,
) -> None:
    """Show how right the coder is on annotated text."""
    from dragoman.cli.console import Screen
    from dragoman.cli.evaluate import evaluate as show
    from dragoman.coding.coder import Coder
    from dragoman.settings import resolve

    chosen = resolve({})
    coder = Coder(actors=chosen.actors or None, min_confidence=chosen.min_confidence)
    console = Screen()
    show(gold, code=coder.code_document, relate=coder.relate, console=console, as_json=as_json, misses=misses)


_COMMANDS: tuple[Command, ...] = (
    code,
    add,
    watch,
    *commands(),
    export(),
    import_,
    plot(),
    review,
    serve,
    sql,
    explain,
    actor,
    evaluate,
    ontology,
    settings,
)
for _command in _COMMANDS:
    app.command(_command.__name__.strip("_").replace("_", "-"))(guarded(_command))
