"""`dragoman settings` shows each value and where it came from."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app


def test_values_and_origins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("DRAGOMAN_MIN_CONFIDENCE", "0.6")
    (tmp_path / "dragoman.toml").write_text("jobs = 3\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["settings"])
    assert result.exit_code == 0
    rows = {line.split()[0]: line.split()[1:3] for line in result.stdout.splitlines()}
    assert rows["jobs"] == ["3", "dragoman.toml"]
    assert rows["min_confidence"] == ["0.6", "DRAGOMAN_MIN_CONFIDENCE"]
    assert rows["format"][0] == "default"


def test_a_wrong_one_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_JOBS", "many")
    result = CliRunner().invoke(app, ["settings"])
    assert result.exit_code == 2
    assert "DRAGOMAN_JOBS" in result.stderr
