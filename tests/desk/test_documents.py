"""Lists of documents: filtered, counted, page by page."""

from pathlib import Path

import pytest

from dragoman.desk.desk import Desk, opened
from dragoman.desk.documents import Asked, as_table, left_out, page
from dragoman.desk.options import Options
from dragoman.document import Failure
from dragoman.errors import UsageError
from dragoman.record.adding import Coding, add
from dragoman.record.lock import only_writer
from dragoman.record.store import make
from record.samples import Coder


def test_pages_together_are_all(desk: Desk) -> None:
    found, after = [], ""
    while True:
        one = page(desk.snapshot, Asked(limit=5, after=after))
        found += [row["document_id"] for row in one.rows]
        after = one.next
        if not after:
            break
    assert len(found) == len(set(found)) == one.total == 18
    assert found[0] == "n18"


def test_filters(desk: Desk) -> None:
    assert [row["title"] for row in page(desk.snapshot, Asked(words="mirziyoyev")).rows] == ["Mirziyoyev’s trip"]
    assert page(desk.snapshot, Asked(since="2024-06", until="2024-06-11")).total == 3
    assert page(desk.snapshot, Asked(status="failed")).rows == []
    (row,) = page(desk.snapshot, Asked(words="Shots at")).rows
    assert row["events"] == 2


@pytest.mark.parametrize(
    ("words", "total"),
    [("border shots", 1), ("SHOTS border", 1), ('"shots at"', 1), ('"at shots"', 0), ('"border post" evening', 1)],
)
def test_words_are_those_of_events(desk: Desk, words: str, total: int) -> None:
    assert page(desk.snapshot, Asked(words=words)).total == total


def test_what_reading_left_out_is_a_status(tmp_path: Path) -> None:
    failed = [Failure(f"news/{n}.txt", f"reason {n}", "skipped") for n in range(5)]
    with only_writer(tmp_path / "r.duckdb"):
        make(tmp_path / "r.duckdb")
    add(tmp_path / "r.duckdb", failed, Coding(Coder, jobs=1, coder="test"))
    snapshot = opened(Options(record=tmp_path / "r.duckdb")).snapshot
    assert left_out(snapshot) == 5
    assert page(snapshot, Asked()).total == 0
    first = page(snapshot, Asked(status="left_out", limit=3))
    second = page(snapshot, Asked(status="left_out", limit=3, after=first.next))
    assert (first.total, second.next) == (5, "")
    found = [(row["source"], row["reason"]) for row in (*first.rows, *second.rows)]
    assert sorted(found) == [(one.source, one.reason) for one in failed]
    assert page(snapshot, Asked(status="left_out", words='"reason 3"')).rows[0]["source"] == "news/3.txt"


def test_what_cannot_be(desk: Desk) -> None:
    with pytest.raises(UsageError, match="lost"):
        Asked(status="lost")
    with pytest.raises(UsageError, match="cursor"):
        page(desk.snapshot, Asked(after="none"))
    with pytest.raises(UsageError, match="since"):
        page(desk.snapshot, Asked(since="May"))


def test_a_table_without_rows_has_its_columns() -> None:
    assert "events" in as_table([]).column_names
