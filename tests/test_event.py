"""An event keeps its identity and its content through the public JSON form."""

import json
from dataclasses import replace

import pytest

from dragoman.errors import UsageError
from dragoman.event import Event, Words
from fakes import bare_event, event


@pytest.mark.parametrize("made", [event(), bare_event(), event(status="negated", historical=True)])
def test_json_and_back(made: Event) -> None:
    assert Event.from_dict(json.loads(json.dumps(made.to_dict()))) == made


def test_the_contract_s_keys_in_order() -> None:
    assert list(event().to_dict()) == [
        "event_id", "document_id", "sentence_index", "sentence", "sentence_start", "sentence_end", "event_type",
        "mode", "contexts", "cameo_code", "quad_class", "goldstein", "actors", "recipients", "trigger", "status",
        "historical", "date_start", "date_end", "date_precision", "date_text", "date_basis", "place", "said_by",
        "confidence", "coder", "happening_id",
    ]  # fmt: skip


def test_the_id_is_of_the_words_not_of_what_was_decided_about_them() -> None:
    one = event()
    assert replace(one, confidence=0.5, mode="", status="planned", coder="other").event_id == one.event_id
    assert replace(one, event_type="AID").event_id != one.event_id
    assert replace(one, trigger=Words("visited", 25, 31)).event_id != one.event_id
    assert replace(one, document_id="doc-2").event_id != one.event_id
    assert one.event_id == "ev-" + one.event_id[3:]
    assert len(one.event_id) == 23


def test_a_corrected_event_keeps_the_id_that_a_record_has_for_it() -> None:
    row = event().to_dict() | {"event_type": "AID"}
    kept = Event.stored(row)
    assert (kept.event_id, kept.event_type) == (event().event_id, "AID")
    assert kept.to_dict() == row
    assert Event.from_dict(row).event_id != kept.event_id
    assert Event.stored(event().to_dict()) == event()


def test_the_contract_s_dates_are_an_event_s_own_too() -> None:
    made, row = event(), event().to_dict()
    for name in ("date_start", "date_end", "date_precision", "date_text", "date_basis"):
        assert getattr(made, name) == row[name]


def test_a_row_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="the row is no event: 'date_start' is missing"):
        Event.from_dict({"event_id": "ev-1"})
    with pytest.raises(UsageError, match="the row is no event"):
        Event.from_dict(event().to_dict() | {"colour": "red"})
