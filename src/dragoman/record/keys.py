"""Keys: how one row is found among millions, by an index of which a batch changes only the end.

In: ids. Out: SQL that finds rows by the column `key`. A key is the row's era, its place by 131,072 in the high bits,
and 47 bits of its id's MD5 (`key_at` in migrations/); whoever looks for an id asks for its key in every era.
"""

from collections.abc import Iterable
from hashlib import md5

from dragoman.record.store import Connection

_ERA = 131_072
_DIGEST_BITS = 47


def found(connection: Connection, table: str, row_id: str) -> str:
    """The head of a query to which `found` is the rows of this id, and next to no others: ask for the id, too."""
    ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    digest = md5(row_id.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    low = int.from_bytes(digest[8:], "little") >> (64 - _DIGEST_BITS)
    return found_at(table, (era << _DIGEST_BITS | low for era in range(rows // _ERA + 1)))


def found_at(table: str, keys: Iterable[int]) -> str:
    """The same for keys that are known."""
    # Numbers and no parameters, and a limit that keeps other conditions away: only so is the index used.
    listed = ", ".join(map(str, keys))
    return f"WITH found AS (SELECT * FROM {table} WHERE key IN ({listed}) LIMIT {_ERA})"
