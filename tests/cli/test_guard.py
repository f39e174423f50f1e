"""A command ends by an exit code and one line, never by a traceback."""

import subprocess
import sys

import pytest
import typer

from dragoman.cli.guard import guarded
from dragoman.errors import ModelError, UsageError


@pytest.mark.parametrize(("error", "code"), [(UsageError("no day"), 2), (ModelError("no weights"), 1)])
def test_an_error_is_one_line(error: Exception, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    def command() -> None:
        raise error

    with pytest.raises(typer.Exit) as ended:
        guarded(command)()
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == f"dragoman: {error}\n"


CLOSED_PIPE = """
from dragoman.cli import app, main
from dragoman.cli.guard import guarded

def chatter() -> None:
    for number in range(100_000):
        print(number)

app.command()(guarded(chatter))
main()
"""


def test_a_closed_pipe_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CLOSED_PIPE, "chatter"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "0\n"
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=30) == 141
