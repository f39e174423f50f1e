"""The console of commands that print tables: where its reader has gone away, the program ends as every other does.

In: nothing. Out: a rich console on standard output.
"""

from rich.console import Console


class Screen(Console):
    """Standard output. Rich itself would end the program with 1 where a pipe is closed; the guard does with 141."""

    def on_broken_pipe(self) -> None:
        """Let the error pass. Raises BrokenPipeError."""
        raise BrokenPipeError
