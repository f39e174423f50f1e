"""Statements at the desk's speed: which are meant is asked of the snapshot, their words of the file.

In: filters, or two countries. Out: rows of the ledger of statements (docs/record.md), the latest first. A cursor is the
id of the last statement shown.
"""

from dragoman.desk.desk import Desk
from dragoman.desk.details import Row, by_id, rows
from dragoman.desk.lists import Page
from dragoman.desk.snapshot import worded
from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters, country_of, dated, is_country
from dragoman.record.ledgers import ledger

_PAGE = """
WITH hit AS MATERIALIZED (SELECT ord FROM statements WHERE {where})
SELECT total, statement_id, place FROM (SELECT count(*) AS total FROM hit)
LEFT JOIN (SELECT ord, statement_id, place FROM statements WHERE ord IN (
    SELECT ord FROM hit WHERE ord > $last ORDER BY ord LIMIT $limit
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


def page(desk: Desk, filters: Filters, *, limit: int, after: str = "") -> Page:
    """A page of statements. Raises UsageError for a filter that does not mean statements, and for a cursor of something
    that is not there."""
    ledger("statements", filters)
    return _shown(desk, _meant(filters), limit=limit, after=after)


def between(desk: Desk, a: str, b: str, *, limit: int) -> list[Row]:
    """The latest statements of one country about the other."""
    return _shown(desk, Condition(_OF, {"a": a, "b": b}), limit=limit, after="").rows


def _shown(desk: Desk, where: Condition, *, limit: int, after: str) -> Page:
    snapshot, last = desk.snapshot, 0
    if after:
        begin = snapshot.one("SELECT ord FROM statements WHERE statement_id = $id", {"id": after})
        if begin is None:
            raise UsageError("cursor: what it points to is no longer in the record; begin again")
        last = begin["ord"]
    found = snapshot.ask(_PAGE.format(where=where.sql), where.values | {"limit": limit + 1, "last": last})
    rows = [row for row in found if row["statement_id"]]
    shown = rows[:limit]
    return Page(_whole(desk, shown), found[0]["total"], shown[-1]["statement_id"] if len(rows) > limit else "")


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
        asked = getattr(filters, name)
        if asked is not None:
            code = country_of(asked)
            told = "" if is_country(code) else f" OR contains(speaker, lower(${name}))"
            parts.append(f"(country = ${name}{told})")
            values[name] = code or asked
    return Condition(" AND ".join(parts), values)
