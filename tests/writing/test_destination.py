"""A file appears under its name only when it is whole, and nothing is left beside it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, UsageError
from dragoman.record.store import make
from dragoman.writing.destination import destination


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with destination(path) as stream:
        stream.write(b"one\n")
        assert not path.exists()
    assert path.read_bytes() == b"one\n"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_when_the_work_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before\n")
    with pytest.raises(ZeroDivisionError), destination(path) as stream:
        stream.write(b"half a li" * (1 // 0))
    assert path.read_bytes() == b"before\n"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_when_nothing_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before\n")
    with destination(path, wanted=lambda: False) as stream:
        stream.write(b"nothing\n")
    assert path.read_bytes() == b"before\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["r.duckdb", "r.duckdb.lock", "r.duckdb.wal", "r.duckdb.watch.json"])
def test_a_record_is_never_written_over(tmp_path: Path, name: str) -> None:
    make(tmp_path / "r.duckdb")
    before = (tmp_path / "r.duckdb").read_bytes()
    with pytest.raises(UsageError, match="would be lost"), destination(tmp_path / name):
        pytest.fail("began to work")
    assert (tmp_path / "r.duckdb").read_bytes() == before


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with destination(tmp_path / "link") as stream:
        stream.write(b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_the_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with destination(tmp_path / "out") as stream:
        stream.write(b"x")
    assert stat.S_IMODE(os.stat(tmp_path / "out").st_mode) == stat.S_IMODE(os.stat(tmp_path / "usual").st_mode)


def test_a_device_is_written_straight() -> None:
    with destination(Path(os.devnull)) as stream:
        stream.write(b"x")
    assert Path(os.devnull).is_char_device()


def test_a_full_disk_is_named() -> None:
    with (
        pytest.raises(DragomanError, match="/dev/full: cannot be written: No space left"),
        destination(Path("/dev/full")) as stream,
    ):
        stream.write(b"x" * 100_000)


STANDARD_OUTPUT = """
import sys
sys.path.insert(0, sys.argv[1])
from fakes import document, event
from dragoman.cli.guard import guarded
from dragoman.writing import open_writer

def write_much() -> None:
    with open_writer(None, format=sys.argv[2]) as write:
        for number in range(3_000):
            write(document(number), (event(),))

import typer
try:
    guarded(write_much)()
except typer.Exit as ended:
    sys.exit(ended.exit_code)
"""


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
@pytest.mark.parametrize(
    ("into", "code", "said"),
    [
        ("| cat > /dev/null", 0, ""),
        ("| head -c 1 > /dev/null", 141, ""),
        ("> /dev/full", 1, "dragoman: standard output: cannot be written: No space left on device\n"),
    ],
)
def test_standard_output_that_ends_early(format: str, into: str, code: int, said: str) -> None:
    command = f'"$0" -c "$1" "$2" {format} {into}; exit "${{PIPESTATUS[0]}}"'
    tests = str(Path(__file__).parents[1])
    run = subprocess.run(
        ["bash", "-c", command, sys.executable, STANDARD_OUTPUT, tests],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (code, said)


@pytest.mark.parametrize("name", ["no/such/folder/out.csv", "."])
def test_what_cannot_be_created_is_said_before_any_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=str(tmp_path / name)), destination(tmp_path / name):
        pytest.fail("began to work")
