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


def test_what_json_cannot_hold(tmp_path: Path) -> None:
    numbers = pa.array([float("nan"), float("inf")])
    inner = pa.array([{"x": float("nan"), "d": [date(2024, 1, 1)]}, None])
    write_rows(pa.table({"n": numbers, "s": inner}), tmp_path / "r.jsonl", format="jsonl")
    lines = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == ['{"n": null, "s": {"x": null, "d": ["2024-01-01"]}}', '{"n": null, "s": null}']
    write_rows(pa.table({"s": inner}), tmp_path / "r.csv", format="csv")
    assert '""x"": null' in (tmp_path / "r.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("interval", "written"),
    [
        ((14, 3, 2_500_000_000), "P1Y2M3DT2.5S"),
        ((0, 0, 7_200_000_000_000), "PT7200S"),
        ((0, -3, 0), "-P3D"),
        ((0, 0, 0), "PT0S"),
        ((1, -3, 0), "P1M-3D"),
    ],
)
def test_intervals_are_written_as_iso_8601(tmp_path: Path, interval: tuple[int, int, int], written: str) -> None:
    rows = pa.table({"i": pa.array([pa.MonthDayNano(interval), None], pa.month_day_nano_interval())})
    for format in ("csv", "jsonl", "table"):
        write_rows(rows, tmp_path / f"r.{format}", format=format)
        assert written in (tmp_path / f"r.{format}").read_text(encoding="utf-8")
    write_rows(rows, tmp_path / "r.parquet", format="parquet")
    assert parquet.read_table(tmp_path / "r.parquet").to_pylist() == [{"i": written}, {"i": None}]


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
