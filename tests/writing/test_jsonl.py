"""JSON lines hold the contract whole: what is read back is what was written."""

import json
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from dragoman.event import Event
from dragoman.writing import jsonl
from fakes import bare_event, document, event


def written(*events: Event) -> bytes:
    """What a writer makes of one document's events."""
    stream = BytesIO()
    with jsonl.opened(stream) as write:
        write(document(), events)
    return stream.getvalue()


def test_events_come_back() -> None:
    events = [event(), bare_event("doc-2")]
    lines = written(*events).decode().splitlines()
    assert [Event.from_dict(json.loads(line)) for line in lines] == events


def test_the_keys_stand_in_the_contract_s_order() -> None:
    row = json.loads(written(event()))
    assert list(row)[:4] == ["event_id", "document_id", "sentence_index", "sentence"]
    assert list(row)[-4:] == ["said_by", "confidence", "coder", "happening_id"]


@given(st.text(st.characters(), max_size=40))
def test_any_sentence_is_one_line_that_comes_back(sentence: str) -> None:
    lines = written(event(text=sentence)).removesuffix(b"\n").split(b"\n")
    assert [json.loads(line)["sentence"] for line in lines] == [sentence]
