"""The command line: `dragoman COMMAND`. One thin file a command; each loads what it needs when it runs.

In: arguments. Out: data on standard output, everything else on standard error; exit code 0 all coded, 1 some
documents failed or the work could not be done, 2 wrong usage, 130 stopped by Ctrl-C.
"""

import functools
import logging
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli.code import code
from dragoman.cli.settings import settings
from dragoman.errors import DragomanError, UsageError

# What a shell reports of a program that a closed pipe has ended (128 + SIGPIPE).
_CLOSED_PIPE = 141

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
    logging.basicConfig(format="dragoman: %(message)s", level=logging.WARNING)
    app(prog_name="dragoman")


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with its errors as one line and an exit code, and no noise on a closed pipe."""

    @functools.wraps(command)
    def run(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still in the buffer must go somewhere when the interpreter closes it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(_CLOSED_PIPE) from None
        except DragomanError as error:
            typer.echo(f"dragoman: {error}", err=True)
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from None

    return run


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback(help=_ABOUT)
def _options(
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    return


def ontology(
    type: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="A type, a CAMEO code, or the word contexts.")
    ] = None,
) -> None:
    """Show what can happen: the sixteen types, or one of them."""
    from rich.console import Console

    from dragoman.cli.ontology import ontology as show

    show(type, console=Console())


for _command in (code, ontology, settings):
    app.command()(guarded(_command))
