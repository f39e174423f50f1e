"""Articles of other corpora are found for the annotations that stand off from them."""

import json
from datetime import date
from pathlib import Path

import pytest
from training.corpus import rows
from training.elsewhere import FILE, WIRES, elsewhere
from training.labels import STATUSES, TYPES

LINE = "Rain fell. Malian police arrested two miners in Kayes today."
BODY = "    Kenya asked Uganda for\nrice on Monday.\n    Talks go on.\n REUTER\n\x03"


def folders(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "lee_background.cor").write_text(f"Nothing else.\n{LINE}\n", encoding="utf-8")
    (tmp_path / "lee.cor").write_text("Snow fell.\n", encoding="utf-8")
    story = {"id": "7", "title": "KENYA ASKS", "body": BODY, "date": " 5-MAR-1987 10:00:00.00"}
    (tmp_path / "reuters-000.json").write_text(json.dumps([story, {"id": "8"}]), encoding="utf-8")
    return tmp_path, tmp_path


def note(document: str, text: str, sentence: str, trigger: str) -> str:
    start = text.index(sentence)
    at = text.index(trigger)
    event = {"actor": [], "recipient": [], "type": "COERCE", "mode": "", "status": "actual", "when": ""}
    event |= {"trigger": [at, at + len(trigger)], "place": None, "said_by": None}
    return json.dumps({"document_id": document, "span": [start, start + len(sentence)], "events": [event]})


def test_lines_and_stories_become_documents_and_rows(tmp_path: Path) -> None:
    story, notes = "Kenya asked Uganda for rice on Monday.\nTalks go on.", tmp_path / "notes.jsonl"
    both = note("lee_background-1", LINE, LINE[11:], "arrested"), note("reuters-7", story, story[:38], "asked")
    notes.write_text("\n".join(both), encoding="utf-8")
    found = elsewhere(*folders(tmp_path), path=notes)
    assert {one.id: (one.text, one.title, one.pub_date) for one in found.documents} == {
        "lee_background-1": (LINE, "", date(2001, 12, 10)),
        "reuters-7": (story, "KENYA ASKS", date(1987, 3, 5)),
    }
    assert [(row["text"], row["events"][0]["trigger"]) for row in found.rows] == [
        (LINE[11:], "arrested"),
        (story[:38], "asked"),
    ]


def test_articles_that_are_not_there_are_named(tmp_path: Path) -> None:
    notes = tmp_path / "notes.jsonl"
    notes.write_text(note("reuters-9", "He asked.", "He asked.", "asked"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"reuters-9 are not there \(1 articles\)"):
        elsewhere(*folders(tmp_path), path=notes)


def test_what_is_learnt_from_is_not_what_is_measured_on() -> None:
    measured, learnt = ({note["document_id"] for note in rows(path)} for path in (FILE, WIRES))
    assert measured
    assert learnt
    assert not measured & learnt


@pytest.mark.parametrize("path", [FILE, WIRES], ids=lambda path: path.stem)
def test_the_files_tell_whole_events_and_no_text(path: Path) -> None:
    notes = rows(path)
    assert len({(one["document_id"], *one["span"]) for one in notes}) == len(notes)
    for one in notes:
        start, end = one["span"]
        for event in one["events"]:
            parties = [*event["actor"], *event["recipient"]]
            assert parties
            assert event["type"] in TYPES
            assert event["status"] in STATUSES
            spans = [event["trigger"], event["place"], event["said_by"], *(party["span"] for party in parties)]
            assert all(start <= span[0] < span[1] <= end for span in spans if span)
