"""The desk of one record: what is asked for by id is there, or said not to be."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.news import articles
from dragoman.desk.desk import Desk, opened
from dragoman.desk.errors import MissingError
from dragoman.desk.lists import Query
from dragoman.desk.options import Options
from dragoman.record.filters import Filters
from dragoman.record.record import Record


def test_events_know_their_incident(desk: Desk) -> None:
    found = desk.events(desk.page(Query(filters=Filters(), limit=100)).rows)
    assert all(row["incident_id"].startswith("in-") for row in found)
    whole = desk.event(found[0]["event_id"])
    assert whole["incident_id"] == found[0]["incident_id"]


def test_each_version_of_a_document_has_its_own_events(record: Path) -> None:
    (first,) = [one for one in articles() if one.id == "n05"]
    Record(record).add([replace(first, text="At noon, " + first.text.replace("three guards", "nine guards"))])
    desk = opened(Options(record=record))
    for version, words in ((1, "killing three guards"), (2, "killing nine guards")):
        document, told = desk.document("n05", version=version), desk.of_document("n05", version=version)
        assert {row["version"] for row in told} == {version}
        assert words in told[0]["sentence"]
        for row in told:
            assert document["text"][row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert desk.counts(told[0]["event_id"]) == (version == 2)
    assert desk.of_document("n05") == told
    with pytest.raises(MissingError, match="there is no version 99; there are 1, 2"):
        desk.document("n05", version=99)
    with pytest.raises(MissingError, match="no document 'x'"):
        desk.document("x", version=2)


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
