"""The tables of a record and how they came to be: named migrations, each applied in one transaction.

In: an open DuckDB connection. Out: the same with every migration applied, or a RecordError that says why not.
A migration is a file `NNNN_name.sql` in migrations/; one that has been released is never edited.
"""

from functools import cache
from importlib.resources import files

import duckdb

from dragoman.errors import RecordError
from dragoman.record.incidents import link_all

_LEDGER = "CREATE TABLE migrations (name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL)"
# What a migration needs done in the same transaction that SQL alone cannot do.
_THEN = {"0007_keys": link_all, "0011_apart": link_all}
_LIST = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'migrations' AND table_schema = 'main'"


@cache
def migrations() -> dict[str, str]:
    """Every migration of this version by name, in order."""
    folder = files("dragoman.record") / "migrations"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name)
    return {entry.name.removesuffix(".sql"): entry.read_text(encoding="utf-8") for entry in found}


def applied(connection: duckdb.DuckDBPyConnection) -> list[str] | None:
    """Names of the migrations that this database has had, in order; None where it is no record at all."""
    (found,) = connection.execute(_LIST).fetchone() or (0,)
    if not found:
        return None
    return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY name").fetchall()]


def pending(connection: duckdb.DuckDBPyConnection, *, path: str) -> list[str]:
    """Migrations still to apply. Raises RecordError when the file is no record or of a newer version."""
    names = applied(connection)
    if names is None:
        raise RecordError(f"{path}: is a DuckDB database but no record of dragoman; name another file")
    newer = [name for name in names if name not in migrations()]
    if newer:
        raise RecordError(f"{path}: was written by a newer dragoman (it has {newer[-1]}); update dragoman to open it")
    return [name for name in migrations() if name not in names]


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make an empty database a record."""
    connection.execute(_LEDGER)
    migrate(connection, list(migrations()))


def migrate(connection: duckdb.DuckDBPyConnection, names: list[str]) -> None:
    """Apply these migrations, each whole or not at all."""
    for name in names:
        connection.begin()
        try:
            connection.execute(migrations()[name])
            if name in _THEN:
                _THEN[name](connection)
            connection.execute("INSERT INTO migrations VALUES (?, now()::TIMESTAMPTZ AT TIME ZONE 'UTC')", [name])
            connection.commit()
        except duckdb.Error:
            connection.rollback()
            raise
