"""Charts: counts agree with the record's own ledgers."""

from pathlib import Path

from dragoman.desk import charts, ledgers
from dragoman.desk.desk import Desk
from dragoman.record.filters import Filters
from dragoman.record.record import Record


def test_months_of_a_dyad_are_those_of_the_ledger(desk: Desk, coded: Path) -> None:
    one = Record(coded).ledger("dyad_month", actor="RUS", recipient="PRK").dicts()
    (month,) = charts.between(desk.snapshot, "RUS", "PRK")
    assert month[0] == "2024-06"
    assert sum(month[1:]) >= sum(row["quad1"] for row in one) > 0


def test_a_meeting_of_equals_counts_once(desk: Desk, coded: Path) -> None:
    sql = "SELECT count(DISTINCT event_id) AS n FROM dyads WHERE status = 'actual' AND month IS NOT NULL AND "
    sql += "((source = 'KGZ' AND target = 'TJK') OR (source = 'TJK' AND target = 'KGZ'))"
    months = charts.between(desk.snapshot, "KGZ", "TJK")
    assert sum(sum(row[1:]) for row in months) == Record(coded).sql(sql).dicts()[0]["n"]
    assert charts.between(desk.snapshot, "TJK", "KGZ") == months


def test_totals(desk: Desk, coded: Path) -> None:
    found = charts.totals(desk.snapshot)
    assert found["documents"] == 18
    assert found["events"] == len(Record(coded).events())
    assert found["incidents"] < found["events"]


def test_all_months_together_are_the_actual_incidents(desk: Desk) -> None:
    told = sum(sum(row[1:]) for row in charts.by_month(desk.snapshot))
    sql = "SELECT count(*) AS n FROM incidents WHERE status = 'actual' AND date_start IS NOT NULL"
    assert told == desk.snapshot.ask(sql)[0]["n"]


def test_the_network_of_a_country(desk: Desk) -> None:
    found = charts.network(desk.snapshot, "KGZ")
    partners = {row["code"]: row for row in found["partners"]}
    assert {"TJK", "RUS", "CHN"} <= set(partners)
    assert partners["TJK"]["name"] == "Tajikistan"
    assert all({row["a"], row["b"]} <= set(partners) for row in found["among"])


def test_busiest_pairs_stand_once(desk: Desk) -> None:
    found = [(row["a"], row["b"]) for row in charts.busiest(desk.snapshot, limit=50)]
    assert found[0] == ("KGZ", "TJK")
    assert len(set(found)) == len(found)
    assert all(a < b for a, b in found)


def test_who_does_how_much_to_whom(desk: Desk) -> None:
    found = charts.ways(desk.snapshot, "KGZ", "TJK")
    assert [(row["source"], row["target"]) for row in found] == [("KGZ", "TJK"), ("TJK", "KGZ")]


def test_countries_on_the_map(desk: Desk) -> None:
    (russia,) = [row for row in charts.on_map(charts.countries(desk.snapshot)) if row["code"] == "RUS"]
    assert (russia["id"], russia["name"]) == ("643", "Russia")
    assert charts.on_map({"XYZ": 1})[0]["at"] is None


def test_every_point_is_on_the_earth() -> None:
    assert len(charts.points()) > 200
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in charts.points().values())
    assert all(len(number) == 3 for number in charts.numerics().values())


def test_arcs_lead_from_the_visitors_capital_to_the_place(desk: Desk) -> None:
    drawn = charts.arcs(desk.snapshot, ledgers.meant("visits", Filters(actor="RUS", recipient="PRK")))
    assert drawn
    assert {arc["from"] for arc in drawn} == {charts.points()["RUS"]}
    assert all(abs(arc["to"][0] - charts.points()["PRK"][0]) < 5 for arc in drawn)
    told = charts.arcs(desk.snapshot, ledgers.meant("visits", Filters()))
    assert sum(arc["n"] for arc in told) <= ledgers.count(desk, "visits", Filters())
    assert charts.arcs(desk.snapshot, ledgers.meant("visits", Filters(actor="BRA"))) == []
