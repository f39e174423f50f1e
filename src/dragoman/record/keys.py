"""Keys: how one row is found among millions, by an index of which a batch changes only the end.

In: ids. Out: SQL conditions on the column `key`. A key is the row's era, its place by 131,072 in the high bits, and 47
bits of its id's MD5 (`key_at` in migrations/); whoever looks for an id asks for its key in every era.
"""

from hashlib import md5

from dragoman.record.store import Connection

_ERA = 131_072
_DIGEST_BITS = 47


def having(connection: Connection, table: str, row_id: str) -> str:
    """A condition that rows of this id fulfil, and next to no others: the id itself is to be asked for, too."""
    ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
    digest = md5(row_id.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    low = int.from_bytes(digest[8:], "little") >> (64 - _DIGEST_BITS)
    # Numbers in the SQL and no parameters: only so is the index used.
    eras = (str(era << _DIGEST_BITS | low) for era in range(rows // _ERA + 1))
    return f"key IN ({', '.join(eras)})"
