"""`dragoman code --engine ray` asks for what it needs; what it left enters a record as if it were coded here."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.reading import ReadingOptions, scan
from dragoman.record.adding import Coding, add
from dragoman.record.record import Record
from dragoman.running.parts import Asked, files, list_parts, make
from record.samples import Coder

NEWS = {"a.txt": "The minister met her guests in the capital on Thursday.", "b.txt": "error", "c.txt": " "}


@pytest.fixture(name="news")
def _news(tmp_path: Path) -> Path:
    """Three files: an article, one whose coding fails, an empty one."""
    (tmp_path / "news").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    return tmp_path / "news"


def rows(record: Path, table: str) -> list[dict[str, object]]:
    """A table without what differs from run to run."""
    sql = f"SELECT * EXCLUDE (run_id, added_at) FROM {table} ORDER BY ALL"
    return list(Record(record).sql(sql).dicts())


def test_a_folder_enters_a_record_as_if_it_were_coded_here(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = [make(str(source), out, Coder(), Asked("test")) for source in files([news])]
    list_parts(out, done, coder="test")
    here, there = tmp_path / "here.duckdb", tmp_path / "there.duckdb"
    add(here, scan([news], ReadingOptions()), Coding(Coder, jobs=1, coder="test"))
    for _ in range(2):
        result = CliRunner().invoke(app, ["add", "--from-parquet", str(out), "--record", str(there)])
    assert "1 skipped (-v names them), 2 already there" in result.stderr
    for table in ("documents", "failures"):
        assert rows(there, table) == rows(here, table)
    assert Record(there).events().dicts() == Record(here).events().dicts() != []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["code", "x.txt", "--engine", "ray"], "needs a folder to write to"),
        (["code", "x.txt", "--engine", "ray", "-o", "out", "--format", "csv"], "writes a folder of Parquet"),
        (["code", "x.txt", "--engine", "spark"], "not one of local, ray"),
        (["code", "-", "--engine", "ray", "-o", "out"], "save it as a file"),
        (["add"], "one of both"),
        (["add", "x.txt", "--from-parquet", "out"], "one of both"),
    ],
)
def test_what_is_missing_is_said(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert said in result.stderr
