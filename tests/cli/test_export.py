"""`dragoman export`: every format from a record, with what it loses told."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from dragoman.record.exchange import FORMATS
from fakes import event
from record.samples import Coder, article


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of two events."""
    path = tmp_path_factory.mktemp("export") / "r.duckdb"
    add(path, [article(1), article(2)], Coding(Coder, jobs=1, coder="test"))
    return str(path)


def test_every_format(record: str, tmp_path: Path) -> None:
    for name, form in FORMATS.items():
        path = tmp_path / f"out-{name}"
        result = CliRunner().invoke(app, ["export", "--format", name, "-o", str(path), "--record", record])
        assert result.exit_code == 0, result.stderr
        assert path.stat().st_size
        assert ("cannot hold" in result.stderr) == bool(form.losses)


def test_filters_hold_and_json_lines_come_back(record: str, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    arguments = ["export", "-o", str(path), "--record", record, "--limit", "1", "--actor", "ARV"]
    result = CliRunner().invoke(app, arguments)
    assert "1 event in 1 row" in result.stderr
    assert event("a1").event_id in path.read_text(encoding="utf-8")


def test_no_file_is_wrong_usage(record: str) -> None:
    assert CliRunner().invoke(app, ["export", "--format", "gdelt", "--record", record]).exit_code == 2
