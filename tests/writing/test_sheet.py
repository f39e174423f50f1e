"""CSV for spreadsheets is CSV in which no cell of words is a formula."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pyarrow as pa
import pytest

from dragoman.writing import csv as plain
from dragoman.writing import sheet
from dragoman.writing.rows import write_rows
from fakes import document, event

FORMULA = "=cmd|'/C calc'!A0"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r", "\n+"])
def test_what_a_spreadsheet_would_work_out_is_words(begin: str) -> None:
    assert sheet.guarded(f"{begin}1+1") == f"'{begin}1+1"


def test_all_else_stands(tmp_path: Path) -> None:
    for cell in ("a=1", "", "1-2", -2.5, -1, None, "–"):
        assert sheet.guarded(cell) == cell
    write_rows(pa.table({"title": [FORMULA], "mean": [-2.5]}), tmp_path / "r.csv", format="sheet")
    assert (tmp_path / "r.csv").read_text(encoding="utf-8").splitlines()[1] == f"'{FORMULA},-2.5"
    write_rows(pa.table({"title": [FORMULA], "mean": [-2.5]}), tmp_path / "r.csv", format="csv")
    assert (tmp_path / "r.csv").read_text(encoding="utf-8").splitlines()[1] == f"{FORMULA},-2.5"


def test_events() -> None:
    stream = BytesIO()
    with sheet.opened(stream) as write:
        write(document(), (event(text=FORMULA, goldstein=-2.0),))
    (row,) = csv.DictReader(StringIO(stream.getvalue().decode(), newline=""))
    assert tuple(row) == plain.COLUMNS
    assert (row["sentence"], row["goldstein"], row["event_type"]) == (f"'{FORMULA}", "-2.0", "CONSULT")
