"""The bar: on a terminal only, for long work only, with the total where files tell it."""

import io
import re
import sys
import time
from pathlib import Path

import pytest

from dragoman.cli import progress
from dragoman.running.result import Result
from fakes import document


class Terminal(io.StringIO):
    """Standard error as a terminal that keeps what is shown."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, *, moment: float, quiet: bool = False) -> str:
    """What a terminal shows of three documents."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_MOMENT", moment)
    with progress.progress(["a.txt", "b.txt"], quiet=quiet) as advance:
        for number in range(3):
            advance(Result(document(number)))
    return terminal.getvalue()


def test_long_work_shows_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    text = shown(monkeypatch, moment=-1)
    assert "documents/s" in text
    assert "words/s" in text


def test_the_time_left_is_shown_where_the_total_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("one", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(progress, "_MOMENT", -1)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.progress([str(tmp_path)]) as advance:
        for number in range(6):
            advance(Result(document(number)))
            time.sleep(0.2)
    assert re.search(r"[3-6]/10\S* [\d.]+ documents/s, [\d,]+ words/s \S*0:00:0\d", terminal.getvalue())


def test_short_or_quiet_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, moment=60) == ""
    assert shown(monkeypatch, moment=-1, quiet=True) == ""


def test_no_terminal_shows_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_MOMENT", -1)
    with progress.progress(["a.txt"]) as advance:
        advance(Result(document()))
    assert capsys.readouterr().err == ""


def test_documents_are_counted_where_files_tell(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>two", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text("{}\n{}\n{}\n", encoding="utf-8")
    assert progress.count_documents([str(tmp_path)]) == 5
    assert progress.count_documents([str(tmp_path / "a.txt"), "https://example.org/news"]) == 2
    (tmp_path / "d.warc.gz").write_bytes(b"")
    assert progress.count_documents([str(tmp_path)]) is None
    assert progress.count_documents(["-"]) is None


def test_what_cannot_be_read_leaves_the_total_unknown() -> None:
    assert progress.count_documents(["x" * 5_000]) is None
