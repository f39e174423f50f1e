"""What charts show: counts of incidents by month and quad class, by country and pair, and the network of a country.

In: a snapshot. Out: plain lists, ready to be data of a page. Counts are of actual incidents, as the machine coded them;
an incident of several parties, as a meeting of equals, counts once for each country and for each pair.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.desk.snapshot import Snapshot
from dragoman.record.exchange.countries import country_name
from dragoman.record.filters import Condition

_COUNTS = ", ".join(f"count(*) FILTER (quad_class = {n}) AS q{n}" for n in (1, 2, 3, 4))
_PARTNERS = 14
_ARCS = 300
_VISITS = """
SELECT visitor, coalesce(nullif(t.name, ''), t.text, '') AS place, t.latitude, t.longitude,
    CASE WHEN t.latitude IS NULL THEN coalesce(nullif(t.country, ''), host, '') ELSE '' END AS host,
    count(*) AS n, arg_min(incident_id, ord) AS incident_id
FROM (SELECT ord, visitor, host, place AS spot, incident_id FROM incidents WHERE {where} AND visitor IS NOT NULL)
LEFT JOIN places t ON t.n = spot GROUP BY ALL ORDER BY n DESC, visitor, place, host LIMIT $most
"""

Row = dict[str, Any]


def totals(snapshot: Snapshot) -> Row:
    """How much there is of everything, and from when to when."""
    return snapshot.one("SELECT * FROM totals") or {}


def by_month(snapshot: Snapshot) -> list[list[Any]]:
    """Incidents of each month: [month, q1, q2, q3, q4]."""
    return _months(snapshot, "SELECT * FROM months ORDER BY month")


def between(snapshot: Snapshot, a: str, b: str) -> list[list[Any]]:
    """The same between two countries, any way round."""
    return _months(snapshot, _monthly("a = $a AND b = $b"), a=a, b=b)


def of_country(snapshot: Snapshot, code: str) -> list[list[Any]]:
    """The same with a country on any side."""
    return _months(snapshot, _monthly("a = $a"), a=code)


def _monthly(sides: str) -> str:
    return (
        f"SELECT month, {_COUNTS} FROM (SELECT DISTINCT rank, month, quad_class FROM ties "
        f"WHERE month IS NOT NULL AND {sides}) GROUP BY month ORDER BY month"
    )


def _months(snapshot: Snapshot, sql: str, **values: object) -> list[list[Any]]:
    return [[row["month"].isoformat()[:7], *(row[f"q{n}"] for n in (1, 2, 3, 4))] for row in snapshot.ask(sql, values)]


def ways(snapshot: Snapshot, a: str, b: str) -> list[Row]:
    """Who does how much to whom: counts by quad class from each to the other."""
    return snapshot.ask(
        f"SELECT CASE WHEN acts THEN a ELSE b END AS source, CASE WHEN acts THEN b ELSE a END AS target, {_COUNTS}, "
        "count(*) AS incidents, avg(goldstein) AS goldstein FROM ties WHERE a = $a AND b = $b "
        "GROUP BY a, b, acts ORDER BY acts DESC",
        {"a": a, "b": b},
    )


def busiest(snapshot: Snapshot, *, limit: int) -> list[Row]:
    """Pairs of countries with most incidents between them, any way round."""
    return snapshot.ask("SELECT * FROM pairs ORDER BY incidents DESC, a, b LIMIT $limit", {"limit": limit})


def countries(snapshot: Snapshot) -> dict[str, int]:
    """Incidents of each country, on any side, most first."""
    found = snapshot.ask("SELECT country, n FROM countries ORDER BY n DESC, country")
    return {row["country"]: row["n"] for row in found}


def network(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """A country's partners, how much and how friendly (mean Goldstein score), and what is among the partners."""
    partners = snapshot.ask(
        "SELECT CASE WHEN a = $a THEN b ELSE a END AS code, q1, q2, q3, q4, incidents AS n, goldstein FROM pairs "
        "WHERE a = $a OR b = $a ORDER BY n DESC, code LIMIT $most",
        {"a": code, "most": _PARTNERS},
    )
    among = snapshot.ask(
        "SELECT a, b, incidents AS n, goldstein FROM pairs "
        "WHERE a IN (SELECT unnest($codes)) AND b IN (SELECT unnest($codes))",
        {"codes": [row["code"] for row in partners]},
    )
    named = [row | {"name": country_name(row["code"])} for row in partners]
    return {"center": code, "partners": named, "among": among}


@cache
def points() -> dict[str, tuple[float, float]]:
    """Where each country is drawn: (longitude, latitude) of its capital."""
    return {row["iso3"]: (float(row["longitude"]), float(row["latitude"])) for row in _table()}


@cache
def numerics() -> dict[str, str]:
    """The number by which the map knows each country."""
    return {row["iso3"]: row["numeric"] for row in _table() if row["numeric"]}


@cache
def _table() -> list[dict[str, str]]:
    text = (files("dragoman.desk") / "countries.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def on_map(counts: dict[str, int]) -> list[Row]:
    """Counts of countries as the map draws them: by its number, or as a point where it is too small for an area."""
    return [
        {"code": code, "id": numerics().get(code, ""), "name": country_name(code), "n": n, "at": points().get(code)}
        for code, n in counts.items()
    ]


def arcs(snapshot: Snapshot, visits: Condition) -> list[Row]:
    """The busiest ways of these visits, a row each: `visitor` (a country), `place` or else `host`, `n` of them, the
    latest as `incident_id`; drawn `from` the visitor's capital `to` the place, or to the host's capital."""
    told = []
    for row in snapshot.ask(_VISITS.format(where=visits.sql), visits.values | {"most": _ARCS}):
        begin = points().get(row["visitor"])
        spot = (row.pop("longitude"), row.pop("latitude"))
        end = spot if None not in spot else points().get(row["host"] or "")
        if begin and end and begin != end:
            told.append(row | {"from": begin, "to": end})
    return told
