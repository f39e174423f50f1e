"""A record for Python: what goes in comes out, in every form; filters; bad use."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import dragoman
from dragoman.document import content_id
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
    for limit in (-1, "5"):
        with pytest.raises(UsageError, match=f"limit {limit!r}: give a whole number"):
            record.events(limit=limit)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="event_id None is a NoneType"):
        record.event(None)  # type: ignore[arg-type]


def test_documents_made_by_hand_are_as_reading_makes_them(tmp_path: Path) -> None:
    record = dragoman.Record(tmp_path / "r.duckdb")
    plain = replace(article(1), id="")
    given = [plain, replace(article(2), pub_date="2024-06-21"), replace(article(3), pub_date=datetime(2024, 6, 21, 9))]
    assert record.add([*given, replace(article(4), id="")], make_coder=Coder).documents == 4
    rows = record.sql("SELECT document_id, version, pub_date FROM documents").dicts()
    assert {(row["version"], row["pub_date"]) for row in rows} == {(1, "2024-06-21")}
    assert content_id(plain.text, title=plain.title) in {row["document_id"] for row in rows}


@pytest.mark.parametrize("wrong", [[article(5), "x"], "x", None, article(7)])
def test_what_is_no_document_is_refused(record: dragoman.Record, wrong: Any) -> None:
    with pytest.raises(UsageError, match=r"add: .* is no"):
        record.add(wrong, make_coder=Coder)
    assert len(record.events()) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        [{"event_id": "q"}], ["x"], [event("a9").to_dict() | {"quad_class": "four"}],
        pa.table({"event_id": ["q"], "colour": ["red"]}),
    ],
)  # fmt: skip
def test_what_is_no_event_is_refused(record: dragoman.Record, wrong: Any) -> None:
    with pytest.raises(UsageError, match="append: "):
        record.append(wrong, origin="other")
    assert len(record.events(origin="other")) == 0
    assert record.append([event("a9")], origin="other") == 1
