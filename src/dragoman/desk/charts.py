"""What charts show: counts of incidents by month and quad class, by country and pair, and the network of a country.

In: a snapshot. Out: plain lists, ready to be data of a page. Counts are of actual incidents, and each is as many as the
list of incidents finds when it is asked for the same: an incident is a country's when some report names the country on
either side, and between two when some report names both and at least one of them acts. One of several parties, as a
meeting of equals, counts once for each country and for each pair.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.desk.lists import Page
from dragoman.desk.paging import Keys, page
from dragoman.desk.snapshot import Snapshot
from dragoman.record.exchange.countries import country_name
from dragoman.record.filters import Condition, month_known

_COUNTS = ", ".join(f"count(*) FILTER (quad_class = {n}) AS q{n}" for n in (1, 2, 3, 4))
_PARTNERS = 14
_ARCS = 300
_TOTALS = """
SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM events WHERE origin = '') AS events,
    (SELECT count(*) FROM events WHERE origin <> '') AS imported, count(*) AS incidents,
    min(date_start) FILTER (status = 'actual') AS first, max(date_end) FILTER (status = 'actual') AS last,
    (SELECT count(*) FROM documents WHERE status = 'failed') AS failed, count(*) FILTER (len(disputed) > 0) AS disputed,
    (SELECT max(pub_date) FROM documents) AS published FROM incidents WHERE origin = ''
"""
_MONTHS = f"""
SELECT CASE WHEN {month_known("date_start", "date_end")} THEN date_trunc('month', date_start)::DATE END AS month,
    {_COUNTS}, count(*) AS n FROM incidents WHERE {{where}} GROUP BY month ORDER BY month
"""
_BUSIEST: Keys = {"-incidents": "BIGINT", "a": "VARCHAR", "b": "VARCHAR"}
# The incidents of one country, and those between two: as many as a list finds when it is asked for them.
_OF_ONE = "origin = '' AND status = 'actual' AND ord IN (SELECT incident FROM of_countries WHERE country = $a)"
_OF_TWO = "origin = '' AND status = 'actual' AND ord IN (SELECT incident FROM of_pairs WHERE a = $a AND b = $b)"
_WAYS = f"""
SELECT {_COUNTS}, count(*) AS incidents, avg(goldstein) AS goldstein
FROM of_pairs JOIN incidents ON ord = incident WHERE a = $a AND b = $b AND status = 'actual' AND {{way}}
HAVING count(*) > 0
"""
_VISITS = """
SELECT visitor, coalesce(nullif(t.name, ''), t.text, '') AS place, t.latitude, t.longitude,
    CASE WHEN t.latitude IS NULL THEN coalesce(nullif(t.country, ''), host, '') ELSE '' END AS host,
    count(*) AS n, arg_min(incident_id, ord) AS incident_id,
    arg_min(event_id, ord) AS event_id
FROM (
    SELECT ord, visitor, host, place AS spot, incident_id, event_id FROM incidents
    WHERE {where} AND visitor IS NOT NULL
)
LEFT JOIN places t ON t.n = spot GROUP BY ALL ORDER BY n DESC, visitor, place, host LIMIT $most
"""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Months:
    """Incidents by the month in which they begin: rows [month, q1, q2, q3, q4]; `elsewhere` are those that begin in no
    one month, as what is known by its year alone."""

    rows: list[list[Any]]
    elsewhere: int


def totals(snapshot: Snapshot) -> Row:
    """How much there is of everything, from when to when; events of other sources are told apart, as `imported`."""
    return snapshot.one(_TOTALS) or {}


def origins(snapshot: Snapshot) -> list[Row]:
    """Other sources and how many events there are of each (`origin`, `n`), most first."""
    asked = "SELECT origin, count(*) AS n FROM events WHERE origin <> '' GROUP BY origin ORDER BY n DESC, origin"
    return snapshot.ask(asked)


def by_month(snapshot: Snapshot) -> Months:
    """Incidents by month: the list of those that begin in a month has as many."""
    return _months(snapshot, "origin = '' AND status = 'actual'", {})


def of_country(snapshot: Snapshot, code: str) -> Months:
    """The same with a country on any side."""
    return _months(snapshot, _OF_ONE, {"a": code})


def between(snapshot: Snapshot, a: str, b: str) -> Months:
    """The same between two countries, any way round."""
    return _months(snapshot, _OF_TWO, {"a": min(a, b), "b": max(a, b)})


def _months(snapshot: Snapshot, where: str, values: dict[str, object]) -> Months:
    found = snapshot.ask(_MONTHS.format(where=where), values)
    rows = [[row["month"].isoformat()[:7], *(row[f"q{n}"] for n in (1, 2, 3, 4))] for row in found if row["month"]]
    return Months(rows, sum(row["n"] for row in found if not row["month"]))


def ways(snapshot: Snapshot, a: str, b: str) -> list[Row]:
    """Who does how much to whom: counts by quad class from each of two to the other, and where neither does anything to
    the other, as when both meet (`source` and `target` ""). What reports tell both ways counts both ways."""
    pair: dict[str, object] = {"a": min(a, b), "b": max(a, b)}
    forth, back = ("forth", "back") if a < b else ("back", "forth")
    sides = {forth: (a, b), back: (b, a), "NOT (forth OR back)": ("", "")}
    found = [(source, target, snapshot.one(_WAYS.format(way=way), pair)) for way, (source, target) in sides.items()]
    return [row | {"source": source, "target": target} for source, target, row in found if row]


def busiest(snapshot: Snapshot, *, limit: int, after: str = "") -> Page:
    """Pairs of countries with most incidents between them, any way round. Raises UsageError for another's cursor."""
    snapshot.tally()
    return page(snapshot.ask, "SELECT * FROM pairs", values={}, keys=_BUSIEST, limit=limit, after=after)


def countries(snapshot: Snapshot) -> dict[str, int]:
    """Incidents of each country, on any side, most first."""
    snapshot.tally()
    return {row["country"]: row["n"] for row in snapshot.ask("SELECT * FROM countries ORDER BY n DESC, country")}


def network(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """A country's partners, how much and of which kind (`tone`: good where more of it is cooperation than conflict, bad
    where less), with the mean Goldstein score, and what is among the partners."""
    snapshot.tally()
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
    named = [row | {"name": country_name(row["code"]), "tone": _tone(row)} for row in partners]
    return {"center": code, "partners": named, "among": among}


def _tone(row: Row) -> str:
    more = row["q1"] + row["q2"] - row["q3"] - row["q4"]
    return "good" if more > 0 else "bad" if more < 0 else "mixed"


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
