"""Rows of any columns: tables, JSON lines, CSV and Parquet."""

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from dragoman.writing.rows import write_rows

ROWS = pa.table(
    {"day": [date(2024, 6, 1), None], "mean": [1.5, None], "who": [["a", 'b"'], []], "name": ["é\x1b[", ""]}
)


def test_json_lines(tmp_path: Path) -> None:
    write_rows(ROWS, tmp_path / "r.jsonl", format="jsonl")
    first, _ = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {"day": "2024-06-01", "mean": 1.5, "who": ["a", 'b"'], "name": "é\x1b["}


def test_csv(tmp_path: Path) -> None:
    write_rows(ROWS, tmp_path / "r.csv", format="csv")
    lines = (tmp_path / "r.csv").read_bytes().decode("utf-8").split("\r\n")
    assert lines[0] == "day,mean,who,name"
    assert lines[1].startswith('2024-06-01,1.5,"[""a"", ""b\\""""]",é')
    assert lines[2] == ",,[],"


def test_parquet(tmp_path: Path) -> None:
    write_rows(ROWS, tmp_path / "r.parquet", format="parquet")
    assert parquet.read_table(tmp_path / "r.parquet").equals(ROWS)


def test_a_table_shows_no_commands_to_the_terminal(tmp_path: Path) -> None:
    write_rows(ROWS, tmp_path / "r.txt", format="table")
    shown = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert "2024-06-01" in shown
    assert "1.50" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("width", [30, 70, 110])
def test_a_table_is_as_wide_as_the_screen_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = " ".join(f"word{n}" for n in range(12))
    write_rows(pa.table({"id": ["x"], "a": [words], "b": [words]}), tmp_path / "r.txt", format="table")
    shown = (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert max(map(len, shown.splitlines())) <= width
    assert shown.split().count("word11") == 2
    assert "…" not in shown


def test_no_rows(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_rows(ROWS.slice(0, 0), tmp_path / "r.txt", format="table")
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == "nothing found\n"
    assert capfdbinary.readouterr().out == b""
