"""`dragoman import`: files into the record, problems by their line, exit codes."""

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.cli.exchange import export_events
from dragoman.record.record import Record
from fakes import event


@pytest.fixture(name="record")
def _record(tmp_path: Path) -> str:
    """Where the record will be."""
    return str(tmp_path / "r.duckdb")


def imported(*arguments: str) -> Result:
    """What an import did."""
    return CliRunner().invoke(app, ["import", *arguments])


def test_what_was_exported_comes_in(tmp_path: Path, record: str) -> None:
    path = tmp_path / "a.tab"
    export_events([event("a1"), event("a2", event_type="AID", cameo_code="072")], path)
    result = imported(str(path), "--record", record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 events of icews imported" in result.stderr
    assert {row["event_type"] for row in Record(record).events(origin="icews")} == {"CONSULT", "AID"}
    again = imported(str(path), "--record", record, "--origin", "icews")
    assert "0 events of icews imported, 2 already there" in again.stderr


def test_wrong_lines_are_named_and_the_rest_is_kept(tmp_path: Path, record: str) -> None:
    path = tmp_path / "a.jsonl"
    export_events([event("a1")], path)
    path.write_bytes(path.read_bytes() + b"{}\n" * 15)
    result = imported(str(path), "--record", record, "--origin", "old")
    assert result.exit_code == 1
    assert f"{path}: line 2: left out: " in result.stderr
    assert "5 more lines" in result.stderr
    assert "1 event of old imported, 15 lines left out" in result.stderr
    assert "line 16" in imported(str(path), "--record", record, "-v").stderr


def test_a_file_that_is_none_does_not_stop_the_others(tmp_path: Path, record: str) -> None:
    export_events([event("a1")], tmp_path / "a.jsonl")
    result = imported(str(tmp_path / "none.jsonl"), str(tmp_path / "a.jsonl"), "--record", record)
    assert result.exit_code == 1
    assert "none.jsonl" in result.stderr
    assert len(Record(record).events(origin="jsonl")) == 1


def test_what_cannot_be_read_is_wrong_usage(tmp_path: Path, record: str) -> None:
    for arguments in ([str(tmp_path / "a.conllu")], [str(tmp_path / "a.tab"), "--mentions", "b"]):
        assert imported(*arguments, "--record", record).exit_code == 2
