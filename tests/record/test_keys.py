"""Keys: a row is found by its id among several eras, by the index."""

import duckdb
import pytest

from dragoman.record.keys import having
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
    where = having(connection, "imported_documents", f"d{row}")
    found = connection.execute(f"SELECT document_id FROM imported_documents WHERE {where}").fetchall()
    assert found == [(f"d{row}",)]


def test_the_index_is_used_and_what_there_is_not_is_not_found(connection: duckdb.DuckDBPyConnection) -> None:
    sql = f"SELECT document_id FROM imported_documents WHERE {having(connection, 'imported_documents', 'none')}"
    assert connection.execute(sql).fetchall() == []
    ((_, plan),) = connection.execute(f"EXPLAIN ANALYZE {sql}").fetchall()
    assert "Index Scan" in plan
