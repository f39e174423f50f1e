"""Gold files in the forms in which people keep them."""

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.evaluation.formats import read_gold
from dragoman.evaluation.gold import Gold, GoldEvent, GoldParty

TEXT = "Arvania recalled its envoy from Belmora."
ROW = {
    "id": "a#0",
    "document_id": "a",
    "pub_date": "2024-06-21",
    "text": TEXT,
    "events": [
        {
            "actor": [{"text": "Arvania", "country": "ARV", "name": "Arvania"}],
            "recipient": [{"text": "Belmora", "country": "BLM"}],
            "type": "SANCTION",
            "mode": "discontinue",
            "status": "actual",
            "when": "",
            "said_by": "",
        }
    ],
}


def read(tmp_path: Path, name: str, *rows: object) -> Gold:
    path = tmp_path / name
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return read_gold(path)


def test_events_a_sentence_a_line(tmp_path: Path) -> None:
    gold = read(tmp_path, "gold.jsonl", ROW, {"id": "b", "text": "Rain fell.", "events": []})
    first, second = gold.sentences
    assert first.events == (
        GoldEvent(
            "SANCTION",
            (GoldParty("Arvania", "ARV", "Arvania"),),
            (GoldParty("Belmora", "BLM"),),
            mode="discontinue",
            status="actual",
            when="",
            place=None,
            said_by="",
        ),
    )
    assert (first.pub_date, second.document_id, second.events) == (date(2024, 6, 21), "b", ())
    assert [document.text for document in gold.documents] == [TEXT, "Rain fell."]


def test_documents_beside_the_file_are_coded(tmp_path: Path) -> None:
    whole = f"BELMORA - {TEXT} More follows."
    documents = [{"id": "a", "text": whole, "pub_date": "2024-06-21", "source": "wire"}, {"id": "z", "text": "No."}]
    (tmp_path / "gold.documents.jsonl").write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    (document,) = read(tmp_path, "gold.jsonl", ROW).documents
    assert (document.text, document.publisher, document.pub_date) == (whole, "wire", date(2024, 6, 21))


def test_a_document_that_is_missing_beside_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "gold.documents.jsonl").write_text('{"id": "z", "text": "No."}', encoding="utf-8")
    with pytest.raises(SourceError, match="no document 'a'"):
        read(tmp_path, "gold.jsonl", ROW)


def test_pairs_keep_their_first_span(tmp_path: Path) -> None:
    row = {"id": "p", "text": TEXT, "actor": [[0, 7], [17, 20]], "recipient": [], "event_type": "YIELD"}
    (pair,) = read(tmp_path, "pairs.jsonl", row).pairs
    assert (pair.actor, pair.recipient, pair.event_type) == ((0, 7), None, "YIELD")


@pytest.mark.parametrize("separator", ["\n\n", ",\n"])
def test_plover_records_one_after_another_or_in_a_list(tmp_path: Path, separator: str) -> None:
    record = {
        "id": "gsr-1",
        "date": "2001-05-02",
        "source": [{"code": "ARV", "sector": "GOV", "actorText": "Arvania"}],
        "target": {"code": "IGO", "entity_text": "the league"},
        "event": "consult",
        "mode": ["visit"],
        "text": TEXT,
    }
    body = separator.join([json.dumps(record, indent=1)] * 2)
    gold = read(tmp_path, "gsr.json", body if separator == "\n\n" else f"[{body}]")
    assert len(gold.sentences) == 2
    (event,) = gold.sentences[0].events
    assert (event.event_type, event.mode) == ("CONSULT", "visit")
    assert event.actors == (GoldParty("Arvania", "ARV"),)
    assert event.recipients == (GoldParty("the league", ""),)


def test_marked_pairs_of_a_table(tmp_path: Path) -> None:
    marked = '<s> Arvania </s> recalled its "envoy" from <t>Belmora</t>, and Arvania waits.'
    table = f"uid\tgold_root\tmarked_sentence\n7\tsanction\t{json.dumps(marked)[1:-1]}\n8\t04\t<t>She</t> spoke.\n"
    first, second = read(tmp_path, "pairs.tsv", table.replace('\\"', "'")).pairs
    assert first.actor is not None
    assert first.recipient is not None
    assert first.text[slice(*first.actor)] == "Arvania"
    assert first.text[slice(*first.recipient)] == "Belmora"
    assert "<" not in first.text
    assert (second.actor, second.event_type) == (None, "CONSULT")


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("g.jsonl", "", "empty"),
        ("g.jsonl", '{"id": "a"', "line 1: not JSON"),
        ("g.jsonl", '\n{"id": "a"}\n', "line 2: no gold record"),
        ("g.jsonl", '{"id": "a", "events": []}', "no 'text'"),
        ("g.jsonl", '{"id": "a", "text": "x", "events": 3}', "'events' should be a list"),
        ("g.jsonl", '{"id": "a", "text": "x", "events": [{"type": "DANCE"}]}', "no event type 'DANCE'"),
        ("g.jsonl", '{"id": "a", "text": "x", "events": [{"type": "AID", "actor": ["y"]}]}', "a party should"),
        ("g.jsonl", '{"text": "x", "event_type": "AID", "actor": [[0, 9]]}', "spans should be like"),
        ("g.jsonl", '{"text": "x", "event_type": "01", "actor": []}', "has no PLOVER type"),
        ("g.jsonl", "[1]", "expected a JSON object"),
        ("g.jsonl", "[" * 100_000, "not JSON"),
        ("g.tsv", "uid\tsentence\n1\tx\n", "no column gold_root"),
        ("g.tsv", "gold_root\tmarked_sentence\nAID\t<s>x\n", "marks should be like"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(tmp_path: Path, name: str, body: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read(tmp_path, name, body)
    assert "\n" not in str(caught.value)


def test_a_missing_or_binary_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "g.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="not UTF-8 at byte 0"):
        read_gold(tmp_path / "g.jsonl")
