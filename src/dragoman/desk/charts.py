"""What charts show: counts of incidents by month and quad class, by country and pair, and the network of a country.

In: a snapshot. Out: plain lists, ready to be data of a page. Counts are of actual incidents, as reported.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.desk.snapshot import Snapshot
from dragoman.record.exchange.countries import country_name

_COUNTS = ", ".join(f"count(*) FILTER (quad_class = {n}) AS q{n}" for n in (1, 2, 3, 4))
_ACTUAL = "status = 'actual' AND origin = ''"
_PARTNERS = 14

Row = dict[str, Any]


def totals(snapshot: Snapshot) -> Row:
    """How much there is of everything, and from when to when."""
    found = snapshot.one(
        "SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM events) AS events, "
        "(SELECT count(*) FROM incidents) AS incidents, min(date_start) AS first, max(date_end) AS last, "
        "(SELECT count(*) FROM documents WHERE status = 'failed') AS failed, "
        "(SELECT count(*) FROM incidents WHERE len(disputed) > 0) AS disputed, "
        "(SELECT max(pub_date) FROM documents) AS published FROM incidents WHERE status = 'actual'"
    )
    return found or {}


def by_month(snapshot: Snapshot) -> list[list[Any]]:
    """Incidents of each month: [month, q1, q2, q3, q4]."""
    return _months(
        snapshot,
        f"SELECT date_trunc('month', date_start)::DATE AS month, {_COUNTS} FROM incidents "
        f"WHERE {_ACTUAL} AND date_trunc('month', date_start) = date_trunc('month', date_end) "
        "GROUP BY month ORDER BY month",
    )


def between(snapshot: Snapshot, a: str, b: str) -> list[list[Any]]:
    """The same between two countries, any way round."""
    sides = "((source = $a AND target = $b) OR (source = $b AND target = $a))"
    return _months(snapshot, _once(sides), a=a, b=b)


def ways(snapshot: Snapshot, a: str, b: str) -> list[Row]:
    """Who does how much to whom: counts by quad class from each to the other."""
    return snapshot.ask(
        f"SELECT source, target, {_COUNTS}, count(*) AS incidents, avg(goldstein) AS goldstein FROM dyads "
        f"WHERE {_ACTUAL} AND ((source = $a AND target = $b) OR (source = $b AND target = $a)) "
        "GROUP BY source, target ORDER BY source = $a DESC",
        {"a": a, "b": b},
    )


def of_country(snapshot: Snapshot, code: str) -> list[list[Any]]:
    """The same with a country on any side."""
    return _months(snapshot, _once("(source = $a OR target = $a)"), a=code)


def _once(sides: str) -> str:
    """A meeting of equals stands in the dyads both ways, and counts once."""
    return (
        f"SELECT month, {_COUNTS} FROM (SELECT DISTINCT event_id, month, quad_class FROM dyads "
        f"WHERE {_ACTUAL} AND month IS NOT NULL AND {sides}) GROUP BY month ORDER BY month"
    )


def _months(snapshot: Snapshot, sql: str, **values: object) -> list[list[Any]]:
    return [[row["month"].isoformat()[:7], *(row[f"q{n}"] for n in (1, 2, 3, 4))] for row in snapshot.ask(sql, values)]


def busiest(snapshot: Snapshot, *, limit: int) -> list[Row]:
    """Pairs of countries with most incidents between them, any way round."""
    return snapshot.ask(
        f"SELECT least(source, target) AS a, greatest(source, target) AS b, {_COUNTS}, count(*) AS incidents, "
        f"sum(reports)::BIGINT AS reports, avg(goldstein) AS goldstein, max(date_end) AS last FROM dyads "
        f"WHERE {_ACTUAL} AND source <> '' AND target <> '' AND source <> target "
        "GROUP BY a, b ORDER BY incidents DESC, a, b LIMIT $limit",
        {"limit": limit},
    )


def countries(snapshot: Snapshot) -> dict[str, int]:
    """Incidents of each country, on any side."""
    found = snapshot.ask(
        "SELECT country, sum(n)::BIGINT AS n FROM ("
        f"SELECT source AS country, count(*) AS n FROM dyads WHERE {_ACTUAL} GROUP BY source UNION ALL "
        f"SELECT target, count(*) FROM dyads WHERE {_ACTUAL} AND target <> source GROUP BY target) "
        "WHERE country <> '' GROUP BY country ORDER BY n DESC"
    )
    return {row["country"]: row["n"] for row in found}


def network(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """A country's partners, how much and how friendly (mean Goldstein score), and what is among the partners."""
    partners = snapshot.ask(
        f"SELECT CASE WHEN source = $a THEN target ELSE source END AS code, {_COUNTS}, "
        f"count(DISTINCT event_id) AS n, avg(goldstein) AS goldstein FROM dyads WHERE {_ACTUAL} "
        "AND (source = $a OR target = $a) AND source <> target AND source <> '' AND target <> '' "
        "GROUP BY code ORDER BY n DESC, code LIMIT $most",
        {"a": code, "most": _PARTNERS},
    )
    codes = [row["code"] for row in partners]
    among = snapshot.ask(
        f"SELECT least(source, target) AS a, greatest(source, target) AS b, count(*) AS n, avg(goldstein) AS goldstein "
        f"FROM dyads WHERE {_ACTUAL} AND source IN (SELECT unnest($codes)) AND target IN (SELECT unnest($codes)) "
        "AND source <> target GROUP BY a, b",
        {"codes": codes},
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


def arcs(found: list[Row]) -> list[Row]:
    """Visits as arcs: from the visitor's country to the place, or to the host's capital."""
    told = []
    for row in found:
        visitor = next((p["country"] for p in row["actors"] if p["country"] in points()), "")
        host = next((p["country"] for p in row["recipients"] if p["country"] in points()), "")
        place = row["place"] or {}
        spot = (place.get("longitude"), place.get("latitude"))
        end = spot if None not in spot else points().get(place.get("country", "")) or points().get(host)
        if visitor and end and points()[visitor] != end:
            told.append({"from": points()[visitor], "to": end, "name": row["sentence"][:120], "id": row["incident_id"]})
    return told
