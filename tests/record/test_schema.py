"""Migrations: an old file is brought up to date, a newer one and a stranger's are refused."""

import shutil
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError
from dragoman.record.record import Record
from dragoman.record.schema import applied, create, migrate, migrations, pending
from fakes import event

FIRST = Path(__file__).parent / "first.duckdb"


def test_a_file_of_version_1_is_opened_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    shutil.copy(FIRST, path)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert applied(connection) == ["0001_tables"]
    assert [row["event_id"] for row in Record(path).events()] == [event("a1").event_id]
    with duckdb.connect(str(path), read_only=True) as connection:
        assert applied(connection) == list(migrations())


def test_a_newer_record_is_refused() -> None:
    with duckdb.connect() as connection:
        create(connection)
        assert pending(connection, path="r.duckdb") == []
        connection.execute("INSERT INTO migrations VALUES ('9999_wings', now()::TIMESTAMP)")
        with pytest.raises(RecordError, match=r"newer dragoman \(it has 9999_wings\); update"):
            pending(connection, path="r.duckdb")


def test_another_s_database_is_refused() -> None:
    with duckdb.connect() as connection, pytest.raises(RecordError, match="no record of dragoman"):
        pending(connection, path="r.duckdb")


def test_a_migration_is_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"0001_broken": "CREATE TABLE kept (i INTEGER); SELECT * FROM nowhere"}
    monkeypatch.setattr("dragoman.record.schema.migrations", lambda: broken)
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE migrations (name VARCHAR, applied_at TIMESTAMP)")
        with pytest.raises(duckdb.Error, match="nowhere"):
            migrate(connection, ["0001_broken"])
        assert applied(connection) == []
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'kept'").fetchone() == (0,)
