"""The format is the one asked for, else the file's, else a table; wrong ones are named."""

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.writing import FORMATS, format_for, open_writer
from fakes import document, event


@pytest.mark.parametrize(
    ("name", "asked", "chosen"),
    [
        (None, "", "table"),
        (None, "jsonl", "jsonl"),
        ("out.jsonl", "", "jsonl"),
        ("out.NDJSON", "", "jsonl"),
        ("out.csv", "", "csv"),
        ("out.parquet", "", "parquet"),
        ("out.txt", "", "table"),
        ("out.csv", "jsonl", "jsonl"),
    ],
)
def test_the_format(name: str | None, asked: str, chosen: str) -> None:
    assert format_for(Path(name) if name else None, asked=asked) == chosen


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [("out.xlsx", "", "out.xlsx"), ("out", "", "give --format"), (None, "parquet", "-o FILE")],
)
def test_what_cannot_be_written_is_said(name: str | None, asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        format_for(Path(name) if name else None, asked=asked)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_a_file(tmp_path: Path, format: str) -> None:
    path = tmp_path / "out"
    with open_writer(path, format=format) as write:
        write(document(), (event(),))
    assert path.stat().st_size > 100


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_empty(tmp_path: Path, format: str) -> None:
    path = tmp_path / "out"
    with open_writer(path, format=format):
        pass
    assert path.exists()
