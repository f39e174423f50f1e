"""The desk of one record: what is asked for by id is there, or said not to be."""

import pytest

from dragoman.desk.desk import Desk
from dragoman.desk.errors import MissingError
from dragoman.desk.lists import Query
from dragoman.record.filters import Filters


def test_events_know_their_incident(desk: Desk) -> None:
    found = desk.events(desk.page(Query(filters=Filters(), limit=100)).rows)
    assert all(row["incident_id"].startswith("in-") for row in found)
    whole = desk.event(found[0]["event_id"])
    assert whole["incident_id"] == found[0]["incident_id"]


def test_the_order_of_a_list_is_kept(desk: Desk) -> None:
    rows = desk.page(Query(filters=Filters(), order="surest", limit=20)).rows
    assert [row["event_id"] for row in desk.events(rows)] == [row["event_id"] for row in rows]


@pytest.mark.parametrize("kind", ["event", "incident", "document"])
def test_what_is_not_there(desk: Desk, kind: str) -> None:
    with pytest.raises(MissingError, match=f"no {kind} 'x'"):
        getattr(desk, kind)("x")


def test_a_document_has_its_events_in_the_order_of_its_text(desk: Desk) -> None:
    told = desk.of_document("n05")
    assert [event["event_type"] for event in told] == ["ASSAULT", "REQUEST"]
    assert all(event["incident_id"] for event in told)
    assert desk.of_document("none") == []
