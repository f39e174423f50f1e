"""Rows with their words: in the order asked for, from memory where they were asked for before."""

from pathlib import Path

import pytest

from dragoman.desk import details
from dragoman.desk.details import Details
from dragoman.desk.readings import Readings
from dragoman.record.record import Record


def test_events_by_id_are_those_of_the_record(coded: Path) -> None:
    found = Details(Readings(coded))
    wanted = Record(coded).events().dicts()[::-1]
    ids = [row["event_id"] for row in wanted]
    told = found.events([*ids, "ev-none"])
    assert [{name: row[name] for name in wanted[0]} for row in told] == wanted
    assert found.event("ev-none") is None
    found.readings.close()


def test_what_was_asked_for_is_kept(coded: Path) -> None:
    readings = Readings(coded)
    found = Details(readings)
    ids = [row["event_id"] for row in Record(coded).events(limit=3)]
    first = found.events(ids)
    readings.path = Path("gone.duckdb")
    first[0]["mode"] = "changed by its owner"
    assert found.events(ids)[0]["mode"] != "changed by its owner"
    readings.close()


def test_memory_is_bounded(coded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Details(Readings(coded))
    monkeypatch.setattr(details, "_KEPT", 5)
    found.events([row["event_id"] for row in Record(coded).events()])
    assert len(found._kept) == 5
    found.readings.close()


def test_events_of_a_version(coded: Path) -> None:
    found = Details(Readings(coded))
    told = found.of_version("n05", version=1)
    assert [row["event_type"] for row in told] == ["ASSAULT", "REQUEST"]
    assert told == found.events([row["event_id"] for row in told])
    assert found.of_version("n05", version=2) == []
    found.readings.close()


def test_documents(coded: Path) -> None:
    found = Details(Readings(coded))
    document = found.document("n05")
    assert document is not None
    assert (document["title"], document["versions"]) == ("Shots at the border", [1])
    assert found.document("n05", version=9) is None
    found.readings.close()
