"""A pipe that its reader has closed ends every command that prints tables in the same way."""

import subprocess
import sys

import pytest

from dragoman.cli.console import Screen

RUN = "from dragoman.cli import main; main()"


@pytest.mark.parametrize("arguments", ["ontology", "actor 'the Russian president'"])
def test_a_closed_pipe_is_141_without_a_word(arguments: str) -> None:
    # The reader is gone before anything is written.
    command = f'(sleep 0.2; exec "$0" -c "$1" {arguments}) | true; exit "${{PIPESTATUS[0]}}"'
    run = subprocess.run(
        ["bash", "-c", command, sys.executable, RUN], capture_output=True, text=True, timeout=120, check=False
    )
    assert (run.returncode, run.stderr) == (141, "")


def test_the_error_is_passed_on() -> None:
    with pytest.raises(BrokenPipeError):
        Screen().on_broken_pipe()
