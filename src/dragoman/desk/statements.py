"""Statements at the desk's speed: which are meant is asked of the snapshot, their words of the file.

In: filters, or two countries. Out: rows of the ledger of statements (docs/record.md), the latest first.
"""

from dragoman.desk.desk import Desk
from dragoman.desk.details import Row, by_id, rows
from dragoman.desk.snapshot import worded
from dragoman.record.filters import Condition, Filters, dated
from dragoman.record.ledgers import ledger

_SPEAKS = "(country = ${name} OR contains(speaker, lower(${name})))"
_PAGE = """
WITH hit AS MATERIALIZED (SELECT ord FROM statements WHERE {where})
SELECT total, statement_id, place FROM (SELECT count(*) AS total FROM hit)
LEFT JOIN (SELECT ord, statement_id, place FROM statements WHERE ord IN (
    SELECT ord FROM hit ORDER BY ord LIMIT $limit OFFSET $offset
)) ON true ORDER BY ord
"""
_OF = "(country = $a AND list_contains(about, $b)) OR (country = $b AND list_contains(about, $a))"

# The ledger's columns. There is no index of statements: by its place in the file each is read
# without the others.
_WHOLE = """
SELECT statement_id, date_start AS date, coalesce(nullif(speaker.name, ''), speaker.text) AS speaker,
    speaker.country AS speaker_country, verb, kind, words.text AS words, party_names(about) AS about,
    party_countries(about) AS about_countries, document_id
FROM statements WHERE rowid IN (SELECT unnest($places)) AND statement_id IN (SELECT unnest($ids))
"""


def page(desk: Desk, filters: Filters, *, limit: int, offset: int = 0) -> tuple[list[Row], int]:
    """Statements, and how many there are in all. Raises UsageError for a filter that does not mean statements."""
    ledger("statements", filters)
    return _shown(desk, _meant(filters), limit=limit, offset=offset)


def between(desk: Desk, a: str, b: str, *, limit: int) -> list[Row]:
    """The latest statements of one country about the other."""
    return _shown(desk, Condition(_OF, {"a": a, "b": b}), limit=limit, offset=0)[0]


def _shown(desk: Desk, where: Condition, *, limit: int, offset: int) -> tuple[list[Row], int]:
    values = where.values | {"limit": limit, "offset": offset}
    found = desk.snapshot.ask(_PAGE.format(where=where.sql), values)
    return _whole(desk, [row for row in found if row["statement_id"]]), found[0]["total"]


def _whole(desk: Desk, chosen: list[Row]) -> list[Row]:
    if not chosen:
        return []
    ids = [row["statement_id"] for row in chosen]
    values: dict[str, object] = {"ids": ids, "places": [row["place"] for row in chosen]}
    with desk.readings.cursor() as cursor:
        found = by_id(rows(cursor, _WHOLE, values), "statement_id")
    return [found[one] for one in ids if one in found]


def _meant(filters: Filters) -> Condition:
    words, when = worded(filters.text), dated(filters)
    parts, values = [words.sql, when.sql], {**words.values, **when.values}
    for name in ("actor", "said_by"):
        if getattr(filters, name) is not None:
            parts.append(_SPEAKS.format(name=name))
            values[name] = getattr(filters, name)
    return Condition(" AND ".join(parts), values)
