"""Stand-off annotations find their words in the articles."""

import gzip
import json

import pytest
from training.corpus import find
from training.standoff import CLIPS, FILE, annotations, clips

TEXT = "Rain fell. On Monday Malian police arrested two miners in Kayes, a union said. More rain."


def test_the_words_are_those_of_the_article(tmp_path):
    article = {"id": "paper-1", "text": TEXT, "title": "Miners held", "pub_date": "2024-06-21"}
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(article))

    def at(words: str) -> list[int]:
        return list(find(TEXT, words) or ())

    event = {
        "actor": [{"span": at("Malian police"), "country": "MLI", "name": "Malian police"}],
        "recipient": [{"span": at("two miners"), "country": "MLI", "name": "miners"}],
        "type": "COERCE", "mode": "arrest", "trigger": at("arrested"), "status": "actual", "when": "2024-06-17",
        "place": at("Kayes"), "said_by": at("a union"),
    }  # fmt: skip
    sentence = TEXT[11 : TEXT.index(" More")]
    note = {"document_id": "paper-1", "span": [11, 11 + len(sentence)], "events": [event, {**event, "place": None}]}
    path = tmp_path / "notes.jsonl"
    path.write_text(json.dumps(note))
    (row,) = annotations(tmp_path / "news.jsonl.gz", path=path)
    first, second = row["events"]
    assert row["text"] == sentence
    assert row["pub_date"] == "2024-06-21"
    assert row["document_id"] == "paper-1"
    assert (first["actor"][0]["text"], first["trigger"], first["place"]) == ("Malian police", "arrested", "Kayes")
    assert first["said_by"] == "a union"
    assert second["place"] == ""


def test_clips_find_their_words_in_whichever_corpus_is_there(tmp_path):
    text = "Malian police arrested two miners."
    (tmp_path / "spans-train.jsonl").write_text(json.dumps({"id": "spans-3", "text": text}))
    notes = [{"document_id": name, "span": [0, len(text)], "events": []} for name in ("spans-3", "plv-train-9")]
    path = tmp_path / "notes.jsonl"
    path.write_text("\n".join(map(json.dumps, notes)))
    (row,) = clips(tmp_path, path=path)
    assert (row["document_id"], row["text"], row["events"], row["pub_date"]) == ("spans-3", text, [], None)


@pytest.mark.parametrize("path", [FILE, CLIPS], ids=lambda path: path.stem)
def test_the_shipped_files_hold_spans_and_labels_and_no_text(path):
    keys = {"document_id", "span", "events"}
    for line in path.read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        start, end = note["span"]
        assert set(note) == keys
        assert 0 <= start < end
        for event in note["events"]:
            spans = [p["span"] for p in (*event["actor"], *event["recipient"])]
            spans += [s for s in (event["trigger"], event["place"], event["said_by"]) if s]
            assert event["trigger"]
            assert event["actor"] or event["recipient"]
            assert all(start <= a < b <= end for a, b in spans)
