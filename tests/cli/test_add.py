"""`dragoman add`: what is said, and every exit code."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.cli.add import add_all
from dragoman.document import Document, Failure
from dragoman.record.adding import Coding
from record.samples import Coder, article

CODING = Coding(Coder, jobs=2, coder="test")


def test_what_is_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = [article(1), article(2, text="error"), Failure("x.bin", "binary", "skipped")]
    path = tmp_path / "r.duckdb"
    assert add_all(path, items, CODING) == 1
    said = capsys.readouterr().err
    assert "dragoman: failed news/2.txt: nothing to parse\n" in said
    assert "dragoman: 1 document, 1 event, 1 skipped (-v names them), 1 failed\n" in said
    assert add_all(path, items, CODING) == 0
    assert capsys.readouterr().err == "dragoman: 0 documents, 0 events, 1 skipped (-v names them), 2 already there\n"


def test_articles_that_replace_others_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of two files with one id are versions of one article, which their reader may not have meant."""
    path = tmp_path / "r.duckdb"
    add_all(path, [article(1), article(2)], CODING)
    add_all(path, [article(1, text="Orlandia sends a convoy of grain to Belmar."), article(3)], CODING)
    assert capsys.readouterr().err.endswith("dragoman: 2 documents (1 in place of an earlier version), 2 events\n")


def test_ctrl_c_is_130(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def documents() -> Iterator[Document]:
        yield article(1)
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        yield article(2, text="sleep 60")

    assert add_all(tmp_path / "r.duckdb", documents(), CODING) == 130
    assert "stopped, what was finished is kept" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["add", "none.txt"], ["import", "none.tab"]])
def test_of_nothing_no_record_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, [*command, "--record", "r.duckdb"])
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_what_stops_before_the_first_document_leaves_no_record(tmp_path: Path) -> None:
    def documents() -> Iterator[Document]:
        raise KeyboardInterrupt
        yield article(1)

    assert add_all(tmp_path / "r.duckdb", documents(), CODING) == 130
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_record_is_1_and_named(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    path.write_text("notes", encoding="utf-8")
    result = CliRunner().invoke(app, ["add", str(tmp_path), "--record", str(path)])
    assert result.exit_code == 1
    assert result.stderr == f"dragoman: {path}: is no record of dragoman (not a DuckDB file); name another file\n"
    assert path.read_text(encoding="utf-8") == "notes"
    assert list(tmp_path.iterdir()) == [path]
