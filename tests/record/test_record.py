"""A record for Python: what goes in comes out, in every form; filters; bad use."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import RecordError, UsageError
from dragoman.event import Event
from fakes import event
from record.samples import Coder, article


@pytest.fixture(name="record")
def _record(tmp_path: Path) -> dragoman.Record:
    """Three articles, three events."""
    record = dragoman.Record(tmp_path / "r.duckdb")
    record.add([article(number) for number in range(3)], make_coder=Coder)
    return record


def test_events_come_out_as_they_went_in(record: dragoman.Record) -> None:
    rows = record.events().dicts()
    assert [Event.from_dict(row) for row in rows] == [event(f"a{number}") for number in range(3)]
    assert list(rows[0]) == list(event().to_dict())


def test_every_form_of_a_result(record: dragoman.Record) -> None:
    found = record.events(limit=2)
    assert len(found) == len(found.df()) == len(found.pl()) == found.arrow().num_rows == 2
    assert str(found.df()["date_start"][0])[:10] == found.dicts()[0]["date_start"] == "2024-06-19"


def test_one_event_with_its_evidence(record: dragoman.Record) -> None:
    made = event("a1")
    found = record.event(made.event_id)
    assert found is not None
    assert found["sentence"] == made.sentence
    assert found["document"]["source"] == "news/1.txt"
    assert found["document"]["text"][made.trigger.start : made.trigger.end] == "visited"
    assert record.event("ev-none") is None


def test_ledgers(record: dragoman.Record) -> None:
    (dyad,) = record.ledger("dyads", actor="ARV", recipient="BLM").dicts()
    assert (dyad["incidents"], dyad["reports"], dyad["quad1"]) == (1, 3, 1)
    assert (dyad["quad4"], dyad["goldstein_mean"]) == (0, pytest.approx(1.9))
    assert [row["speaker"] for row in record.ledger("statements")] == ["Ada Rell"] * 3


def test_documents_by_id(record: dragoman.Record) -> None:
    assert record.documents(["a1", "none"]) == {"a1": article(1)}


def test_what_there_is_not_is_said(record: dragoman.Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="colour"):
        record.events(colour="red")
    with pytest.raises(UsageError, match="visitations"):
        record.ledger("visitations")
    with pytest.raises(RecordError, match="no such record"):
        dragoman.Record(tmp_path / "none.duckdb").events()
    assert repr(record).startswith("Record(")
