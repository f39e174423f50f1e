"""What every command has around it: errors as one line and an exit code, and no noise when a pipe is closed.

In: a command. Out: the same command for typer, which ends by an exit code and never by a traceback of ours.
"""

import functools
import os
import sys
from collections.abc import Callable

import typer

from dragoman.errors import DragomanError, UsageError

# What a shell reports of a program that a closed pipe has ended (128 + SIGPIPE).
_CLOSED_PIPE = 141


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with its errors as one line on standard error: 2 for wrong usage, 1 for any other."""

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
