"""Pairs written for training: their form, and that each says something of its own.

In: training/relations.jsonl. A row that breaks the form is named by its id.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.training.test_sentences import GOLD, SENTENCES, rows, runs

from dragoman import ontology

FILE = Path(__file__).parents[2] / "training" / "relations.jsonl"
PAIRS = GOLD.with_name("pairs.jsonl")
KEYS = {"id", "text", "actor", "recipient", "event_type"}


def faults(row: dict[str, Any]) -> Iterator[str]:
    text = row["text"]
    spans = [span for side in ("actor", "recipient") for span in row[side]]
    if set(row) != KEYS or text != text.strip():
        yield f"{row['id']}: keys {sorted(row)} or padded text"
    if not spans or any(not 0 <= start < end <= len(text) for start, end in spans):
        yield f"{row['id']}: spans {spans} in {len(text)} characters"
    for start, end in spans:
        if (
            text[start:end] != text[start:end].strip()
            or text[start - 1 : start].isalnum()
            or text[end : end + 1].isalnum()
        ):
            yield f"{row['id']}: {text[start:end]!r} is no whole words"


def test_every_pair_has_the_form():
    assert [fault for row in rows(FILE) for fault in faults(row)] == []


def test_pairs_are_told_once():
    told = Counter(json.dumps([row["text"], row["actor"], row["recipient"]]) for row in rows(FILE))
    assert [pair for pair, count in told.items() if count > 1] == []


def test_every_type_has_pairs():
    counts = Counter(row["event_type"] for row in rows(FILE))
    assert set(counts) == {*ontology.load().types, "YIELD"} - {"CONCEDE", "RETREAT"}
    assert min(counts.values()) > 100


def test_no_pair_stands_in_the_gold_of_the_gate():
    gold = set().union(*(runs(row["text"]) for row in rows(GOLD, PAIRS)))
    assert [row["id"] for row in rows(FILE) if runs(row["text"]) & gold] == []


def test_no_written_sentence_stands_in_the_gate_s_pairs():
    gold = set().union(*(runs(row["text"]) for row in rows(PAIRS)))
    assert [row["id"] for row in rows(*SENTENCES) if runs(row["text"]) & gold] == []
