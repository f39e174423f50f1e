"""Sentences written for training and for the accuracy gate: their form, their labels and their variety.

In: training/sentences/*.jsonl and tests/gate/gold.jsonl. A row that breaks the form is named by its id.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dragoman import ontology
from dragoman.actors.knowledge.states import load_states

Row = dict[str, Any]

HERE = Path(__file__).parents[1]
GOLD = HERE / "gate" / "gold.jsonl"
SENTENCES = sorted((HERE.parent / "training" / "sentences").glob("*.jsonl"))
ROW_KEYS = {"id", "document_id", "pub_date", "title", "context", "text", "events"}
EVENT_KEYS = {"actor", "recipient", "type", "mode", "trigger", "status", "when", "place", "said_by"}
STATUSES = {"actual", "planned", "hypothetical", "negated"}
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Seven words in a row that two sentences share are no coincidence; shorter runs are ("on the eve of the").
SHARED_WORDS = 7


def rows(*paths: Path) -> list[Row]:
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def is_in(words: str, text: str) -> bool:
    return not words or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def faults(row: Row) -> Iterator[str]:
    if set(row) - {"sample"} != ROW_KEYS:
        yield f"{row.get('id')}: keys {sorted(row)}"
    if not row["text"] or row["text"] != row["text"].strip():
        yield f"{row['id']}: blank or padded text"
    if row["pub_date"] is not None and not DAY.fullmatch(row["pub_date"]):
        yield f"{row['id']}: pub_date {row['pub_date']!r}"
    for event in row["events"]:
        for fault in (*label_faults(event), *word_faults(event, row["text"])):
            yield f"{row['id']}: {fault}"


def label_faults(event: Row) -> Iterator[str]:
    known = ontology.load().types
    if set(event) != EVENT_KEYS:
        yield f"keys {sorted(event)}"
    elif event["type"] not in known:
        yield f"type {event['type']}"
    elif event["mode"] and event["mode"] not in known[event["type"]].modes:
        yield f"mode {event['mode']} of {event['type']}"
    if event["status"] not in STATUSES:
        yield f"status {event['status']}"
    if not DATE.fullmatch(event["when"]):
        yield f"when {event['when']}"


def word_faults(event: Row, text: str) -> Iterator[str]:
    parties = [*event["actor"], *event["recipient"]]
    if not parties:
        yield "no party"
    if not event["trigger"]:
        yield "no trigger"
    for words in (*(party["text"] for party in parties), event["trigger"], event["place"], event["said_by"]):
        if not is_in(words, text):
            yield f"not in the text: {words!r}"
    for party in parties:
        if set(party) != {"text", "country", "name"} or not party["text"] or not party["name"]:
            yield f"party {party}"
        elif party["country"] not in countries():
            yield f"country {party['country']}"


@cache
def countries() -> frozenset[str]:
    return frozenset({"", *(state.iso3 for state in load_states())})


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


def events(data: list[Row]) -> list[Row]:
    return [event for row in data for event in row["events"]]


@pytest.mark.parametrize("path", [*SENTENCES, GOLD], ids=lambda path: path.stem)
def test_every_row_is_well_formed_and_its_words_stand_in_the_text(path: Path) -> None:
    assert [fault for row in rows(path) for fault in faults(row)] == []


def test_ids_and_texts_are_unique() -> None:
    data = rows(*SENTENCES, GOLD)
    for key in ("id", "text"):
        assert [value for value, times in Counter(row[key] for row in data).items() if times > 1] == []


def test_the_gate_shares_no_run_of_words_with_the_training_sentences() -> None:
    trained = set().union(*(runs(row["text"]) for row in rows(*SENTENCES)))
    assert {row["id"] for row in rows(GOLD) if runs(row["text"]) & trained} == set()


def test_training_sentences_cover_what_is_rare() -> None:
    data = rows(*SENTENCES)
    coded = events(data)
    by_type = Counter(event["type"] for event in coded)
    assert len(data) >= 900
    assert sum(not row["events"] for row in data) >= len(data) / 3
    assert sum(event["status"] != "actual" for event in coded) >= 300
    assert sum(bool(event["said_by"]) for event in coded) >= 200
    assert min(by_type[name] for name in ontology.load().types) >= 20


def test_the_gate_holds_all_types_and_two_fifths_without_event() -> None:
    data = rows(GOLD)
    by_type = Counter(event["type"] for event in events(data))
    assert len(data) >= 320
    assert sum(not row["events"] for row in data) >= 0.4 * len(data)
    assert min(by_type[name] for name in ontology.load().types) >= 8
