"""Failures: known ones are told from new ones, and those of a file that was read without them are mended."""

from pathlib import Path

from dragoman.document import Failure
from dragoman.record.adding import Coding, add
from dragoman.record.failing import Failing
from dragoman.record.store import reading
from record.samples import Coder, article

CODING = Coding(Coder, jobs=1, coder="test")
LINE, PAGE = Failure("a.jsonl#line 2", "is no JSON"), Failure("https://x.example/a#top", "not found")


def of(path: Path) -> Failing:
    with reading(path) as connection:
        return Failing.of(connection)


def test_what_is_known_new_and_mended(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(0), LINE, PAGE], CODING)
    failing = of(path)
    assert not failing.is_new(LINE)
    assert failing.is_new(Failure("a.jsonl#line 2", "has no text"))
    assert not failing.is_new(Failure("a.jsonl#line 2", "has no text"))
    assert failing.mended() == []
    failing.read(article(1, source="a.jsonl#line 1"))
    assert failing.mended() == []
    failing = of(path)
    failing.read(article(1, source="https://x.example/a"))
    failing.read(article(2, source="elsewhere.txt"))
    assert failing.mended() == [(PAGE.source, PAGE.reason)]
