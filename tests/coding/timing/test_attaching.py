"""Attaching: the table (attached.csv) of sentences, triggers and the expression that dates each."""

import csv
from pathlib import Path

import pytest

from dragoman.coding.timing import attach, expressions

with (Path(__file__).parent / "attached.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['trigger']}: {case['sentence']}")
def test_an_expression_of_the_table(case: dict[str, str]) -> None:
    text = case["sentence"]
    start = text.index(case["trigger"])
    found = attach(expressions(text), text, trigger_start=start, trigger_end=start + len(case["trigger"]))
    assert (found.text if found else "") == case["expression"]


def test_an_expression_inside_the_trigger_is_its_own() -> None:
    text = "The 2014 annexation was condemned in 2015."
    found = attach(expressions(text), text, trigger_start=0, trigger_end=19)
    assert found is not None
    assert found.text == "2014"
