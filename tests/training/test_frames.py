"""Written sentences: their form and labels, that they come again, that they vary, and that grammar decides the roles.

In: training/frames.py and its data files. A row that breaks the form is named by its text.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from training.frames import framed
from training.labels import MODES, STATUSES, TYPES

from dragoman.actors.knowledge.states import load_states

Row = dict[str, Any]

HERE = Path(__file__).parents[2] / "training"
EVENT_KEYS = {"actor", "recipient", "type", "mode", "trigger", "status", "when", "place", "said_by"}
SLOT = re.compile(r"\{(\w+)\}")


@cache
def rows() -> list[Row]:
    return framed(3000, random.Random(7))


@cache
def patterns() -> Row:
    found: Row = yaml.safe_load((HERE / "frames.yaml").read_text("utf-8"))
    return found


def events() -> Iterator[tuple[Row, Row]]:
    return ((row, event) for row in rows() for event in row["events"])


def stands(words: str, text: str) -> bool:
    return not words or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def test_rows_have_the_form_of_the_events_format_and_ids_of_their_own() -> None:
    keys = {"id", "document_id", "pub_date", "title", "context", "text", "events", "sample"}
    assert [row["text"] for row in rows() if set(row) != keys] == []
    assert [row["id"] for row in rows()] == [f"frame-{number}~0" for number in range(3000)]
    assert {row["sample"] for row in rows()} == {"written"}


def test_every_quoted_piece_stands_in_its_sentence_as_whole_words() -> None:
    wrong = [
        (piece, row["text"])
        for row, event in events()
        for piece in (
            *(party["text"] for party in (*event["actor"], *event["recipient"])),
            *(event[key] for key in ("trigger", "place", "said_by")),
        )
        if not stands(piece, row["text"])
    ]
    assert wrong == []


def test_every_event_has_a_party_a_trigger_and_known_labels() -> None:
    countries = {"", *(state.iso3 for state in load_states())}
    for row, event in events():
        parties = [*event["actor"], *event["recipient"]]
        assert set(event) == EVENT_KEYS, row["text"]
        assert parties, row["text"]
        assert event["trigger"], row["text"]
        assert event["type"] in TYPES[1:], row["text"]
        assert event["status"] in STATUSES, row["text"]
        assert not event["mode"] or f"{event['type']}:{event['mode']}" in MODES, (event["mode"], row["text"])
        assert {party["country"] for party in parties} <= countries, row["text"]
        assert all(party["text"] and party["name"] for party in parties), row["text"]


def test_the_same_random_numbers_give_the_same_rows() -> None:
    assert framed(200, random.Random(3)) == framed(200, random.Random(3))
    assert framed(200, random.Random(3)) != framed(200, random.Random(4))


def test_all_types_and_statuses_come_and_about_a_third_holds_no_event() -> None:
    by_type = Counter(event["type"] for _, event in events())
    by_status = Counter(event["status"] for _, event in events())
    assert min(by_type[name] for name in TYPES[1:]) >= 40
    assert min(by_status[name] for name in STATUSES) >= 200
    assert 0.25 <= sum(not row["events"] for row in rows()) / len(rows()) <= 0.45
    assert len({row["text"] for row in rows()}) >= 2800


@pytest.mark.parametrize("name", patterns()["frames"])
def test_every_frame_comes(name: str) -> None:
    clauses = patterns()["frames"][name]["clauses"]
    # What is left of a clause without its slots; those of one slot only are known by their status.
    fixed = [part.strip(" ,") for clause in clauses for part in SLOT.split(clause)[::2] if part.strip(" ,")]
    status = patterns()["frames"][name]["status"]
    told = [row["text"] for row, event in events() if event["status"] == status]
    assert not fixed or any(part in text for part in fixed for text in told)
    assert told


def test_sentences_are_written_with_capitals_articles_and_one_full_stop() -> None:
    for text in (row["text"] for row in rows()):
        assert re.match(r"[\"“]?[A-Z]", text), text
        assert not re.search(r"[{}<>]|  |\.\.|,,| ,| \.", text), text
        assert not re.search(r"\b[Aa] (?!Eu|Uk|Ug|Ur)[AEIOU]", text), text
        assert not re.search(r"\b[Aa]n [^aeiouhAEIOU]", text), text


def test_active_and_passive_tell_the_same_roles() -> None:
    passives = [
        (row, event)
        for row, event in events()
        if event["actor"] and event["recipient"] and stands(f"by {event['actor'][0]['text']}", row["text"])
    ]
    assert len(passives) > 60
    assert {event["status"] for _, event in passives} >= {"actual", "negated", "hypothetical", "planned"}


def test_a_weekday_is_the_last_one_before_publication_unless_it_is_to_come() -> None:
    dated = [(row["pub_date"], event) for row, event in events() if event["when"]]
    assert dated
    assert all(event["when"] > day if event["status"] == "planned" else event["when"] <= day for day, event in dated)


def test_patterns_are_unique_and_many() -> None:
    written = Counter[str](patterns()["nothing"])
    assert len(written) >= 150
    assert all(isinstance(pattern, str) for pattern in (*written, *patterns()["fragments"]))
    assert [pattern for pattern, times in written.items() if times > 1] == []
