"""Pages of rows that have no ids, as counts: the cursor of a page tells where its last row stands in their order.

In: a question, what its rows are ordered by, a cursor. Out: a page. Rows that are added, or whose counts change, move
nothing else across the cursor, so that no row is shown twice for what was added since.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from dragoman.desk.details import Row
from dragoman.desk.lists import Page
from dragoman.errors import UsageError

# What rows are ordered by, from the smallest up: expressions that are never null, each with its type.
Keys = dict[str, str]

_KINDS: dict[str, type] = {"BOOLEAN": bool, "BIGINT": int, "VARCHAR": str}
_PAGE = """
WITH found AS MATERIALIZED ({sql}), keyed AS (SELECT *, {named} FROM found)
SELECT total, row.* FROM (SELECT count(*) AS total FROM found)
LEFT JOIN (SELECT * FROM keyed WHERE {follows} ORDER BY {names} LIMIT $limit) row ON true ORDER BY {names}
"""


def page(
    ask: Callable[[str, dict[str, object]], list[Row]], sql: str, *, values: dict[str, object], keys: Keys,
    limit: int, after: str = "",
) -> Page:  # fmt: skip
    """A page of the rows of `sql`. Raises UsageError for a cursor of something else."""
    names = [f"k{n}" for n in range(len(keys))]
    cursor = _read(after, keys) if after else []
    asked = _PAGE.format(
        sql=sql, named=_named(keys), names=", ".join(names), follows=_follows(keys) if after else "true"
    )
    found = ask(asked, {**values, **dict(zip(names, cursor, strict=False)), "limit": limit + 1})
    rows = [row for row in found if row["k0"] is not None]
    last = _written([rows[limit - 1][name] for name in names]) if len(rows) > limit else ""
    shown = [{name: row[name] for name in row if name not in (*names, "total")} for row in rows[:limit]]
    return Page(shown, found[0]["total"], last)


def _named(keys: Keys) -> str:
    return ", ".join(f"({key})::{kind} AS k{n}" for n, (key, kind) in enumerate(keys.items()))


def _follows(keys: Keys) -> str:
    names, last = zip(*((f"k{n}", f"$k{n}::{kind}") for n, kind in enumerate(keys.values())), strict=True)
    return f"row({', '.join(names)}) > row({', '.join(last)})"


def _written(last: list[Any]) -> str:
    """A cursor, which stands in a URL as it is."""
    told = json.dumps(last, separators=(",", ":")).encode()
    return urlsafe_b64encode(told).decode().rstrip("=")


def _read(after: str, keys: Keys) -> list[Any]:
    try:
        found = json.loads(urlsafe_b64decode(after.encode() + b"=" * (-len(after) % 4)))
        if not isinstance(found, list) or [type(one) for one in found] != [_KINDS[kind] for kind in keys.values()]:
            raise ValueError
        for one in found:
            # No number and no text that a question cannot hold.
            str(one).encode()
            if isinstance(one, int) and one.bit_length() > 62:
                raise ValueError
    except (ValueError, RecursionError):
        raise UsageError("cursor: is none of this list; begin again") from None
    return found
