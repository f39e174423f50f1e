"""The desk of one record: what is asked for by id is there, or said not to be."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desk.news import articles
from dragoman.desk import keeper
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


def test_what_is_kept_of_events_is_of_the_snapshot_that_stands(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event keeps its id where a later version of its article has the same sentence."""
    monkeypatch.setattr(keeper, "_OFTEN", 0.0)
    monkeypatch.setattr(keeper, "_REST", 0)
    desk = opened(Options(record=record))
    before = desk.of_document("n05")
    (first,) = [one for one in articles() if one.id == "n05"]
    more = " Japan opened an embassy in Harare on Friday."
    Record(record).add([replace(first, text=first.text + more, pub_date=first.pub_date + timedelta(14))])
    desk.keeper.shown()
    assert desk.keeper._thread is not None
    desk.keeper._thread.join()
    now = desk.of_document("n05")
    assert {row["event_id"] for row in before} <= {row["event_id"] for row in now}
    assert {row["version"] for row in now} == {2}
    assert now[0]["date_start"] > before[0]["date_start"]
    desk.close()


def test_events_of_another_source_with_the_same_ids_stay_apart(record: Path) -> None:
    """As where what another coder made of the same articles is imported."""
    coded = Record(record).events().dicts()
    other = {"confidence": 0.0, "date_start": "2020-01-01", "date_end": "2020-01-01", "actors": []}
    Record(record).append([row | other for row in coded], origin="other")
    desk = opened(Options(record=record))
    for origin, confidences in (("", {row["confidence"] for row in coded}), ("other", {0.0})):
        found = desk.events(desk.page(Query(filters=Filters(origin=origin), limit=200)).rows)
        assert {row["origin"] for row in found} == {origin}
        assert {row["confidence"] for row in found} == confidences
        assert len(found) == len(coded)
        acting = desk.page(Query(filters=Filters(origin=origin, actor="UKR"))).total
        assert acting == (len(Record(record).events(actor="UKR")) if not origin else 0)
    one = desk.event(coded[0]["event_id"])
    assert (one["origin"], one["incident_id"][:3]) == ("", "in-")
    told = desk.of_document("n05")
    assert [(row["origin"], row["event_type"]) for row in told] == [("", "ASSAULT"), ("", "REQUEST")]
    assert len(Record(record).events(incident=one["incident_id"], origin="other")) == 0
    assert len(Record(record).events(incident=one["incident_id"])) > 0
    desk.close()
