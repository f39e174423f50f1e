"""Incidents: all reports of one happening, and where they disagree."""

from dragoman.desk import incidents
from dragoman.desk.desk import Desk
from dragoman.desk.lists import Query
from dragoman.record.filters import Filters

SHELLING = Query(kind="incidents", filters=Filters(text="shelled a Kyrgyz border post", type="ASSAULT"))


def test_reports_side_by_side(desk: Desk) -> None:
    (row,) = desk.page(SHELLING).rows
    found = incidents.whole(desk, row["incident_id"])
    assert len(found["members"]) == found["reports"] > 1
    assert {one["document_id"] for one in found["members"]} == {"n05", "n06"}
    assert found["best"]["event_id"] in [one["event_id"] for one in found["members"]]


def test_where_they_disagree(desk: Desk) -> None:
    (row,) = desk.page(SHELLING).rows
    told = {one["about"]: one["values"] for one in incidents.whole(desk, row["incident_id"])["disagreements"]}
    assert {value["value"] for value in told["numbers"]} == {"3", "5"}
    assert set(row["disputed"]) == set(told)
