"""Tense: the table (tenses.csv), and what a date between its words and the trigger adds."""

import csv
from pathlib import Path

import pytest

from dragoman.coding.timing import expressions, possible, tense

with (Path(__file__).parent / "tenses.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"])
def test_a_tense_of_the_table(case: dict[str, str]) -> None:
    start = case["sentence"].index(case["trigger"])
    assert tense(case["sentence"], start, start + len(case["trigger"])) == case["tense"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "wanted"),
    [
        ("On Sunday the ministry said it would attack the port.", "attack", "past"),
        ("It would attack the port on Sunday.", "attack", "future"),
        ("Peace talks in the capital, long delayed, are due to resume on Tuesday.", "talks", "future"),
        ("Peace talks in the capital broke down on Tuesday.", "talks", "present"),
    ],
)
def test_the_words_between_a_date_and_its_trigger_count(sentence: str, trigger: str, wanted: str) -> None:
    (found,) = expressions(sentence)
    start = sentence.index(trigger)
    assert tense(sentence, start, start + len(trigger), expression=found) == wanted


@pytest.mark.parametrize(
    ("sentence", "trigger", "wanted"),
    [
        ("Chad could attack the port in June.", "attack", True),
        ("The port could soon be attacked in June.", "attacked", True),
        ("Chad may carry out a raid in June.", "raid", True),
        ("If Chad attacks in June, Togo will flee.", "attacks", True),
        ("If Chad attacked in June, Togo fled.", "attacked", False),
        ("Chad may have attacked in June.", "attacked", False),
        ("Chad said in June that it could attack.", "attack", False),
        ("Chad attacked in June.", "attacked", False),
    ],
)
def test_what_may_come_lies_ahead(sentence: str, trigger: str, wanted: bool) -> None:
    (found,) = expressions(sentence)
    start = sentence.index(trigger)
    assert possible(sentence, start, start + len(trigger), expression=found) is wanted
