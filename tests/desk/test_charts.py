"""Charts: every count is as many as the list that it leads to."""

from dataclasses import replace
from pathlib import Path

from dragoman.desk import charts, claims, ledgers
from dragoman.desk.desk import Desk, opened
from dragoman.desk.lists import Query
from dragoman.desk.options import Options
from dragoman.event import Dating
from dragoman.record.filters import Filters
from dragoman.record.record import Record
from dragoman.record.review import Review
from fakes import event
from record.samples import Scripted, article


def listed(desk: Desk, **given: str) -> int:
    """How many actual incidents a list finds."""
    return desk.page(Query(kind="incidents", filters=Filters(status="actual", **given), limit=1)).total


def test_a_bar_is_as_many_as_its_list(desk: Desk) -> None:
    shown = {
        "": charts.by_month(desk.snapshot), "KGZ": charts.of_country(desk.snapshot, "KGZ"),
        "RUS": charts.of_country(desk.snapshot, "RUS"), "RUS,PRK": charts.between(desk.snapshot, "RUS", "PRK"),
        "KGZ,TJK": charts.between(desk.snapshot, "KGZ", "TJK"),
    }  # fmt: skip
    for either, found in shown.items():
        given = {"either": either} if either else {}
        assert found.rows
        assert [sum(row[1:]) for row in found.rows] == [listed(desk, begins=row[0], **given) for row in found.rows]
        assert sum(sum(row[1:]) for row in found.rows) + found.elsewhere == listed(desk, **given)


def test_what_crosses_a_month_begins_in_one(tmp_path: Path) -> None:
    days = (("2024-05-25", "2024-06-03"), ("2024-03-20", "2024-04-10"), ("2023-01-01", "2023-12-31"), (None, None))
    made = [
        replace(event(f"a{n}"), dating=Dating(first, last, "day", "", "explicit"))
        for n, (first, last) in enumerate(days)
    ]
    path = tmp_path / "r.duckdb"
    Record(path).add(map(article, range(len(made))), make_coder=lambda: Scripted(made), coder="test")
    desk = opened(Options(record=path))
    found = charts.by_month(desk.snapshot)
    assert [(row[0], sum(row[1:])) for row in found.rows] == [("2024-03", 1), ("2024-05", 1)]
    assert found.elsewhere == 2
    assert listed(desk, begins="2024-06") == 0
    assert listed(desk, begins="2023") == 1


def test_a_country_and_a_pair_are_as_many_as_their_lists(desk: Desk) -> None:
    counts = charts.countries(desk.snapshot)
    assert len(counts) > 8
    assert counts == {code: listed(desk, either=code) for code in counts}
    pairs = charts.busiest(desk.snapshot, limit=100).rows
    assert [row["incidents"] for row in pairs] == [listed(desk, either=f"{row['a']},{row['b']}") for row in pairs]
    known = {(row["a"], row["b"]) for row in pairs}
    for a in counts:
        for b in counts:
            if a < b and (a, b) not in known:
                assert listed(desk, either=f"{a},{b}") == 0


def test_a_meeting_of_equals_counts_once(desk: Desk) -> None:
    (pair,) = [row for row in charts.busiest(desk.snapshot, limit=100).rows if (row["a"], row["b"]) == ("KGZ", "TJK")]
    assert pair["q1"] + pair["q2"] + pair["q3"] + pair["q4"] == pair["incidents"] == listed(desk, either="TJK,KGZ")


def test_totals(desk: Desk, coded: Path) -> None:
    found = charts.totals(desk.snapshot)
    assert found["documents"] == 18
    assert found["events"] == len(Record(coded).events())
    assert found["incidents"] < found["events"]


def test_events_of_another_source_are_not_told_as_ours(foreign: Path, desk: Desk) -> None:
    beside, alone = charts.totals(opened(Options(record=foreign)).snapshot), charts.totals(desk.snapshot)
    assert beside == alone | {"imported": alone["events"]}
    assert alone["imported"] == 0


def test_the_network_of_a_country(desk: Desk) -> None:
    found = charts.network(desk.snapshot, "KGZ")
    partners = {row["code"]: row for row in found["partners"]}
    assert {"TJK", "RUS", "CHN"} <= set(partners)
    assert partners["TJK"]["name"] == "Tajikistan"
    assert all({row["a"], row["b"]} <= set(partners) for row in found["among"])


def test_a_line_of_the_network_is_coloured_as_its_incidents_are_counted(tmp_path: Path) -> None:
    """A request is verbal conflict, and good by its Goldstein score: the page may not say both."""
    asked = {"event_type": "REQUEST", "mode": "", "quad_class": 3, "goldstein": 4.0}
    later = Dating("2024-07-02", "2024-07-02", "day", "", "explicit")
    made = [event("a0", **asked), event("a1", **asked, dating=later)]
    path = tmp_path / "r.duckdb"
    Record(path).add(map(article, range(2)), make_coder=lambda: Scripted(made), coder="test")
    (partner,) = charts.network(opened(Options(record=path)).snapshot, "ARV")["partners"]
    assert (partner["q3"], partner["goldstein"], partner["tone"]) == (2, 4.0, "bad")


def test_busiest_pairs_stand_once(desk: Desk) -> None:
    found = [(row["a"], row["b"]) for row in charts.busiest(desk.snapshot, limit=50).rows]
    assert found[0] == ("KGZ", "TJK")
    assert len(set(found)) == len(found)
    assert all(a < b for a, b in found)


def test_all_pairs_are_told_page_by_page(desk: Desk) -> None:
    whole = charts.busiest(desk.snapshot, limit=1000)
    found, after = [], ""
    while True:
        page = charts.busiest(desk.snapshot, limit=4, after=after)
        found += page.rows
        after = page.next
        if not after:
            break
    assert found == whole.rows
    assert len(found) == whole.total > 8


def test_who_does_how_much_to_whom(desk: Desk) -> None:
    found = {(row["source"], row["target"]): row for row in charts.ways(desk.snapshot, "KGZ", "TJK")}
    assert set(found) == {("KGZ", "TJK"), ("TJK", "KGZ"), ("", "")}
    assert found["KGZ", "TJK"]["incidents"] == listed(desk, actor="KGZ", recipient="TJK")
    assert found["TJK", "KGZ"]["incidents"] == listed(desk, actor="TJK", recipient="KGZ")
    assert found["", ""]["q1"] > 0
    assert charts.ways(desk.snapshot, "AND", "FRA") == []
    turned = {(row["source"], row["target"]): row for row in charts.ways(desk.snapshot, "TJK", "KGZ")}
    assert turned == found


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


def test_what_people_corrected_is_counted(record: Path) -> None:
    desk = opened(Options(record=record))
    before = next(row for row in charts.busiest(desk.snapshot, limit=50).rows if (row["a"], row["b"]) == ("PRK", "RUS"))
    where = Filters(either="RUS,PRK", status="actual", quad=1)
    best = desk.page(Query(kind="incidents", filters=where, limit=1)).rows[0]
    said = Review(event_id=best["event_id"], verdict="correct", field="event_type", value="ASSAULT", reviewer="ada")
    claims.keep(desk.details, desk.keeper, [said])
    after = next(row for row in charts.busiest(desk.snapshot, limit=50).rows if (row["a"], row["b"]) == ("PRK", "RUS"))
    assert (after["q1"], after["q4"]) == (before["q1"] - 1, before["q4"] + 1)
    assert after["incidents"] == before["incidents"]
