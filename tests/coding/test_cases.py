"""The tables of status and voice cases: every word they name stands in its sentence, every label is one.

In: status_cases.csv and voice_cases.csv beside this file. What the coder makes of them is tested where it is coded.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

Row = dict[str, str]

STATUSES = {"actual", "planned", "hypothetical", "negated"}
VOICES = {"quoted", "reported", ""}


def rows(name: str) -> list[Row]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def absent(row: Row, columns: tuple[str, ...]) -> list[str]:
    """The columns whose words are not whole words of the sentence; a verb may be a headline's colon or dash."""
    words = {column: row[column] for column in columns if row[column] not in ("", ":", "–")}
    return [
        column
        for column, value in words.items()
        if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", row["sentence"]) is None
    ]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("status_cases.csv", ("trigger", "cue")),
        ("voice_cases.csv", ("trigger", "said_by", "verb")),
    ],
)
def test_words_of_a_case_stand_in_its_sentence(name: str, columns: tuple[str, ...]) -> None:
    data = rows(name)
    assert [(row["sentence"], absent(row, columns)) for row in data if absent(row, columns)] == []
    assert [row["sentence"] for row in data if not row["trigger"]] == []
    asked = Counter((row["sentence"], row["trigger"]) for row in data)
    assert [case for case, times in asked.items() if times > 1] == []


def test_status_cases_have_a_cue_unless_they_are_actual() -> None:
    data = rows("status_cases.csv")
    assert len(data) >= 400
    assert {row["status"] for row in data} == STATUSES
    assert [row["sentence"] for row in data if (row["status"] == "actual") != (row["cue"] == "")] == []
    assert min(Counter(row["status"] for row in data).values()) >= 70
    assert min(Counter(row["kind"] for row in data).values()) >= 20


def test_voice_cases_have_words_and_verb_unless_the_author_speaks() -> None:
    data = rows("voice_cases.csv")
    assert len(data) >= 300
    assert {row["voice"] for row in data} == VOICES
    for row in data:
        assert bool(row["said_by"]) == bool(row["voice"]) == bool(row["verb"]), row["sentence"]
    assert min(Counter(row["voice"] for row in data).values()) >= 45
