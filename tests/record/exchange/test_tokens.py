"""Formats of annotation: every span says what the event says, every relation joins trigger and party."""

import json
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from dragoman.event import Event, Party, Words
from dragoman.record.exchange import FORMATS
from fakes import SENTENCE, event
from record.exchange.checking import written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@st.composite
def sentences(draw: st.DrawFn) -> Event:
    """An event whose trigger and actor are anywhere in any sentence that starts anywhere."""
    text, offset = draw(TEXTS), draw(st.integers(0, 99))

    def cut() -> tuple[str, int, int]:
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        return text[start:end], offset + start, offset + end

    place = {"sentence_start": offset, "sentence_end": offset + len(text)}
    return event(text=text, actors=(Party(*cut()),), trigger=Words(*cut()), recipients=(), **place)


def tasks(name: str, *events: Event) -> list[dict[str, Any]]:
    """What was written, parsed."""
    data = written(FORMATS[name], events)
    found: list[dict[str, Any]] = json.loads(data) if name == "label-studio" else [*map(json.loads, data.splitlines())]
    return found


def test_prodigy_joins_trigger_and_parties() -> None:
    (task,) = tasks("prodigy", event())
    assert {(SENTENCE[span["start"] : span["end"]], span["label"]) for span in task["spans"]} == {
        ("The president of Arvania", "PARTY"), ("visited", "CONSULT"), ("Belmora", "PARTY"), ("Belmora", "PLACE"),
        ("the ministry", "VOICE"),
    }  # fmt: skip
    told = {
        (r["label"], task["tokens"][r["head"]]["text"], task["tokens"][r["child"]]["text"]) for r in task["relations"]
    }
    assert told == {
        ("ACTOR", "visited", "Arvania"), ("RECIPIENT", "visited", "Belmora"), ("PLACE", "visited", "Belmora"),
        ("SAID_BY", "visited", "ministry"),
    }  # fmt: skip


def test_events_of_one_sentence_are_one_task() -> None:
    second = event(event_type="AGREE", trigger=Words("said", 68, 72))
    (task,) = tasks("prodigy", event(), second)
    assert task["meta"]["events"] == [event().event_id, second.event_id]
    assert len(tasks("prodigy", event(), event("doc-2"))) == 2


def test_label_studio_names_both_ends_of_each_relation() -> None:
    first, _ = tasks("label-studio", event(), event("doc-2"))
    result = first["predictions"][0]["result"]
    ids = {item["id"] for item in result if item["type"] == "labels"}
    assert all({item["from_id"], item["to_id"]} <= ids for item in result if item["type"] == "relation")
    assert tasks("label-studio") == []


def test_events_without_a_sentence_are_counted() -> None:
    for name in ("prodigy", "label-studio", "spacy", "conllu"):
        report = FORMATS[name].write([event(text="", trigger=Words("", 0, 0)), event()], BytesIO())
        assert (report.events, report.rows, list(report.left_out.values())) == (1, 1, [1])


def test_conllu_has_ten_columns_and_the_sentence() -> None:
    comments: list[str] = []
    rows: list[str] = []
    for line in written(FORMATS["conllu"], [event()]).decode().rstrip("\n").split("\n"):
        (comments if line.startswith("#") else rows).append(line)
    assert f"# text = {SENTENCE}" in comments
    assert {len(row.split("\t")) for row in rows} == {10}
    assert [row.split("\t")[1] for row in rows if "Span=B-CONSULT" in row] == ["visited"]


@settings(max_examples=50, deadline=None)
@given(drawn=sentences())
def test_any_spans_of_any_sentence_are_written_as_they_are(drawn: Event) -> None:
    for task in tasks("prodigy", drawn):
        assert all(drawn.sentence[t["start"] : t["end"]] == t["text"] for t in task["tokens"])
        for span in task["spans"]:
            first, last = (task["tokens"][span[key]] for key in ("token_start", "token_end"))
            assert (first["start"], last["end"]) == (span["start"], span["end"]) or drawn.sentence[
                span["start"] : span["end"]
            ].split()
    for doc in DocBin().from_bytes(written(FORMATS["spacy"], [drawn])).get_docs(Vocab()):
        assert doc.text == drawn.sentence
    text = written(FORMATS["conllu"], [drawn]).decode()
    assert all(len(row.split("\t")) == 10 for row in text.split("\n") if row and not row.startswith("# "))


def test_spacy_reads_spans_and_events() -> None:
    (doc,) = DocBin(store_user_data=True).from_bytes(written(FORMATS["spacy"], [event()])).get_docs(Vocab())
    assert {(span.text, span.label_) for span in doc.spans["sc"]} >= {
        ("visited", "CONSULT"), ("The president of Arvania", "PARTY"),
    }  # fmt: skip
    assert doc.user_data["events"][0]["event_id"] == event().event_id


def test_followthemoney_joins_event_and_parties() -> None:
    entities = tasks("followthemoney", event())
    by_id = {entity["id"]: entity for entity in entities}
    found = by_id[event().event_id]
    assert (found["schema"], found["properties"]["startDate"]) == ("Event", ["2024-06-19"])
    assert by_id[found["properties"]["organizer"][0]]["properties"]["name"] == ["Ada Rell"]
    assert by_id[found["properties"]["involved"][0]]["properties"]["name"] == ["Belmora"]
