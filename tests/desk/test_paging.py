"""Paging: pages together are all rows, what changes moves nothing else, and no cursor ends in an error of ours."""

import re
from base64 import urlsafe_b64encode
from typing import Any

import duckdb
import pytest

from dragoman.desk.paging import Keys, page
from dragoman.errors import UsageError

KEYS: Keys = {"n IS NULL": "BOOLEAN", "-coalesce(n, 0)": "BIGINT", "name": "VARCHAR"}
ROWS = "SELECT * FROM (VALUES ('a', 3), ('b', 3), ('c', 5), ('d', NULL), ('e', 1)) t(name, n)"


def ask(sql: str, values: dict[str, object]) -> list[dict[str, Any]]:
    """Rows of a question."""
    found = duckdb.execute(sql, values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def names(sql: str, *, limit: int, after: str = "") -> tuple[str, int, str]:
    """A page, its rows by their names in one word."""
    found = page(ask, sql, values={}, keys=KEYS, limit=limit, after=after)
    assert all(set(row) == {"name", "n"} for row in found.rows)
    return "".join(row["name"] for row in found.rows), found.total, found.next


def test_pages_together_are_all() -> None:
    first, total, after = names(ROWS, limit=2)
    second, _, then = names(ROWS, limit=2, after=after)
    third, _, end = names(ROWS, limit=2, after=then)
    assert (first, second, third, total, end) == ("ca", "be", "d", 5, "")
    assert names(f"{ROWS} WHERE false", limit=2) == ("", 0, "")


def test_a_row_whose_count_grows_is_not_shown_again() -> None:
    _, _, after = names(ROWS, limit=2)
    grown = ROWS.replace("('c', 5)", "('c', 9), ('new', 7)").replace("('a', 3)", "('a', 4)")
    assert names(grown, limit=9, after=after)[0] == "bed"
    assert names(ROWS.replace("('a', 3), ", ""), limit=9, after=after)[0] == "bed"


@pytest.mark.parametrize(
    "cursor",
    ["x", "5", "[]", "[false,1]", '[false,1,"a","b"]', '[0,1,"a"]', "[false,1,2]", '[false,true,"a"]',
     f'[false,{"9" * 30},"a"]', '[false,1,"\\ud800"]', "[" * 2000, "null", '{"a":1}', '[false,1e400,"a"]'],
)  # fmt: skip
def test_a_cursor_of_something_else(cursor: str) -> None:
    for given in (cursor, urlsafe_b64encode(cursor.encode()).decode()):
        with pytest.raises(UsageError, match="cursor"):
            names(ROWS, limit=2, after=given)


def test_a_cursor_stands_in_a_url_as_it_is() -> None:
    for limit in (1, 2, 3, 4):
        _, _, after = names(ROWS, limit=limit)
        assert re.fullmatch(r"[\w-]+", after, re.A)
