"""Lists of documents: filtered, counted, page by page."""

import pytest

from dragoman.desk.desk import Desk
from dragoman.desk.documents import Asked, as_table, page
from dragoman.errors import UsageError


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


def test_what_cannot_be(desk: Desk) -> None:
    with pytest.raises(UsageError, match="lost"):
        Asked(status="lost")
    with pytest.raises(UsageError, match="cursor"):
        page(desk.snapshot, Asked(after="none"))
    with pytest.raises(UsageError, match="since"):
        page(desk.snapshot, Asked(since="May"))


def test_a_table_without_rows_has_its_columns() -> None:
    assert "events" in as_table([]).column_names
