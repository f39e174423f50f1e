"""A folder of parts holds everything of every item, in order, once; a part is made again only when it has to be."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dragoman.document import Document, Failure
from dragoman.errors import SourceError, UsageError
from dragoman.reading import ReadingOptions, scan
from dragoman.running.local import run
from dragoman.running.parts import Asked, files, list_parts, make, results
from fakes import FakeCoder

ASKED = Asked(coder="test 1")


@pytest.fixture(name="news")
def _news(tmp_path: Path) -> Path:
    """A folder of four files: two articles, one that fails, one that is no text."""
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [{"id": "b-1", "text": "calm"}, {"id": "b-2", "text": "error"}, {"text": ""}, {"id": "b-3", "text": "calm"}]
    (folder / "a.txt").write_text("calm", encoding="utf-8")
    (folder / "b.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "d.bin").write_bytes(b"what is this")
    return folder


def made(news: Path, folder: Path, asked: Asked = ASKED) -> list[bool]:
    """Make every part; whether each was there already."""
    found = [item if isinstance(item, Failure) else make(item, folder, FakeCoder(), asked) for item in files([news])]
    list_parts(folder, found, coder=asked.coder)
    return [item.again for item in found if not isinstance(item, Failure)]


def test_a_folder_of_parts_gives_what_the_loop_gives(news: Path, tmp_path: Path) -> None:
    made(news, tmp_path / "out")
    here = list(run(scan([news], ReadingOptions()), make_coder=FakeCoder, jobs=1, statements=True))
    told = list(results(tmp_path / "out"))
    # What a folder holds besides is told before what is read, or after: everything else in the same order.
    assert sorted(map(repr, told)) == sorted(map(repr, here))
    assert [r for r in told if r.document] == [r for r in here if r.document]


def test_a_part_is_made_once_and_again_when_its_file_or_the_coder_changes(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert made(news, out) == [False, False, False]
    assert made(news, out) == [True, True, True]
    (news / "a.txt").write_text("calmer", encoding="utf-8")
    assert made(news, out) == [False, True, True]
    assert made(news, out, replace(ASKED, coder="test 2")) == [False, False, False]
    assert len(list((out / "events").iterdir())) == len(list((out / "documents").iterdir())) == 3
    assert next(r.document.text for r in results(out) if r.document) == "calmer"


def test_duckdb_asks_the_folder(news: Path, tmp_path: Path) -> None:
    made(news, tmp_path / "out")
    asked = f"SELECT count(*), any_value(actors[1].country) FROM '{tmp_path}/out/events/*.parquet'"
    assert duckdb.sql(asked).fetchall() == [(3, "ARV")]


def test_a_part_that_breaks_off_leaves_nothing(news: Path, tmp_path: Path) -> None:
    class Stopped(FakeCoder):
        def statements(self, document: Document, /) -> list[dict[str, Any]]:
            raise KeyboardInterrupt(document.id)

    with pytest.raises(KeyboardInterrupt):
        make(str(news / "a.txt"), tmp_path / "out", Stopped(), ASKED)
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("content", [None, "", "[]", '{"parts": 1}', '{"parts": [{"source": "a", "key": "gone"}]}'])
def test_a_folder_that_is_none(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "parts.json").write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=str(tmp_path)):
        list(results(tmp_path))


@pytest.mark.parametrize("source", ["-", "https://news.example/feed"])
def test_what_no_other_machine_can_open(source: str) -> None:
    with pytest.raises(UsageError, match="save it as a file"):
        files([source])
