"""`dragoman.read` gives documents and hands on what fails; loading it loads no format."""

import logging
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.document import Failure
from dragoman.errors import UsageError
from dragoman.reading import read
from sources import STORY


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(STORY)
    return path


def test_it_is_public() -> None:
    assert dragoman.read is read


def test_documents_with_the_date_given(article: Path) -> None:
    (document,) = read(article, date="2024-06-21")
    assert (document.text, document.pub_date, document.pub_date_basis) == (STORY, date(2024, 6, 21), "argument")
    assert list(read(str(article), date=date(2024, 6, 21))) == [document]


def test_fields_can_be_mapped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'key,story\n7,"{STORY}"\n')
    (document,) = read(path, fields={"id": "key", "text": "story"})
    assert (document.id, document.text) == ("7", STORY)


def test_failures_are_handed_on(article: Path) -> None:
    failures: list[Failure] = []
    documents = list(read("nowhere.txt", article, on_failure=failures.append))
    assert len(documents) == 1
    assert [failure.source for failure in failures] == ["nowhere.txt"]


def test_failures_are_logged_where_nobody_takes_them(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="dragoman"):
        assert list(read("nowhere.txt")) == []
    assert "nowhere.txt: failed: no such file" in caplog.text


@pytest.mark.parametrize("wrong", [{"date": "21.6.2024"}, {"fields": {"body": "x"}}, {"max_document": 0}])
def test_wrong_use_is_told_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        read("a.txt", **wrong)


def test_standard_input(article: Path) -> None:
    program = "import dragoman; print([(d.source, d.text) for d in dragoman.read('-')])"
    with article.open("rb") as standard_input:
        ran = subprocess.run(
            [sys.executable, "-c", program], stdin=standard_input, capture_output=True, text=True, check=True
        )
    assert ran.stdout.strip() == str([("standard input", STORY)])


def test_reading_a_text_loads_no_other_format(article: Path) -> None:
    heavy = ("trafilatura", "lxml", "feedparser", "fastwarc", "pyarrow", "httpx", "py3langid", "numpy", "ftfy")
    program = (
        "import dragoman, sys; list(dragoman.read(sys.argv[1])); print([m for m in sys.argv[2:] if m in sys.modules])"
    )
    command = [sys.executable, "-c", program, str(article), *heavy]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
