"""Keys: how one row is found among millions, by an index of which a batch changes only the end.

In: ids. Out: SQL that finds rows by the column `key`. A key is the row's era, its place by 131,072 in the high bits,
and 47 bits of its id's MD5 (`key_at` in migrations/); whoever looks for an id asks for its key in every era.
"""

from collections.abc import Iterable, Sequence
from hashlib import md5

from dragoman.record.store import Connection

_ERA = 131_072
_DIGEST_BITS = 47
# DuckDB looks into an index for at most 2,048 rows at once.
_MOST = 2_000


def found(connection: Connection, table: str, row_id: str) -> str:
    """The head of a query to which `found` is the rows of this id, and next to no others: ask for the id, too."""
    return found_all(connection, table, [row_id])


def found_all(connection: Connection, table: str, row_ids: Sequence[str]) -> str:
    """The same for several ids. Where they and the eras are many, the table is read instead, which is faster then."""
    ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    eras = range(rows // _ERA + 1)
    if len(row_ids) * len(eras) > _MOST:
        return f"WITH found AS (SELECT * FROM {table})"
    return found_at(table, (era << _DIGEST_BITS | _digest(one) for one in row_ids for era in eras))


def _digest(row_id: str) -> int:
    digest = md5(row_id.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    return int.from_bytes(digest[8:], "little") >> (64 - _DIGEST_BITS)


def found_at(table: str, keys: Iterable[int]) -> str:
    """The same for keys that are known."""
    # Numbers and no parameters, and a limit that keeps other conditions away: only so is the index used.
    listed = ", ".join(map(str, keys))
    return f"WITH found AS (SELECT * FROM {table} WHERE key IN ({listed}) LIMIT {_ERA})"
