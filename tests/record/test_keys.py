"""Keys: a row is found by its id among several eras, by the index."""

import duckdb
import pytest

from dragoman.record.keys import found, found_all
from dragoman.record.schema import create

_ROWS = 300_000


@pytest.fixture(name="connection", scope="module")
def _connection() -> duckdb.DuckDBPyConnection:
    """Documents of another source, d0, d1 …, over three eras."""
    connection = duckdb.connect()
    create(connection)
    connection.execute(
        "INSERT INTO imported_documents SELECT 'gdelt', 'd' || n, '', '', '', '', '', '', NULL, key_at('d' || n, n) "
        f"FROM (SELECT range AS n FROM range({_ROWS}))"
    )
    return connection


@pytest.mark.parametrize("row", [0, 131_071, 131_072, 262_144, _ROWS - 1])
def test_an_id_is_found_in_every_era(connection: duckdb.DuckDBPyConnection, row: int) -> None:
    sql = f"{found(connection, 'imported_documents', f'd{row}')} SELECT document_id FROM found WHERE document_id = $id"
    assert connection.execute(sql, {"id": f"d{row}"}).fetchall() == [(f"d{row}",)]


def test_the_index_is_used(connection: duckdb.DuckDBPyConnection) -> None:
    sql = f"{found(connection, 'imported_documents', 'd7')} SELECT document_id FROM found WHERE document_id = 'd7'"
    ((_, plan),) = connection.execute(f"EXPLAIN ANALYZE {sql}").fetchall()
    assert "Index Scan" in plan


def test_what_there_is_not_is_not_found(connection: duckdb.DuckDBPyConnection) -> None:
    assert connection.execute(f"{found(connection, 'imported_documents', 'none')} SELECT * FROM found").fetchall() == []


@pytest.mark.parametrize("count", [1, 50, 5_000])
def test_many_ids_are_found_whether_the_index_is_used_or_not(connection: duckdb.DuckDBPyConnection, count: int) -> None:
    ids = [f"d{n * 59}" for n in range(count)]
    asked = "SELECT count(DISTINCT document_id) FROM found WHERE document_id IN (SELECT unnest($ids))"
    sql = f"{found_all(connection, 'imported_documents', ids)} {asked}"
    assert connection.execute(sql, {"ids": ids}).fetchall() == [(count,)]
