"""Finding: what is a date expression and what only looks like one."""

import csv
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing import expressions

with (Path(__file__).parent / "not_dates.csv").open(encoding="utf-8", newline="") as file:
    NOT_DATES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", NOT_DATES, ids=lambda case: case["sentence"])
def test_what_only_looks_like_a_date_is_none(case: dict[str, str]) -> None:
    assert expressions(case["sentence"]) == []


def test_several_are_found_in_order_and_apart() -> None:
    text = "Arrested in May 2019, freed two days later, he left on Monday night for the past week's talks."
    assert [found.text for found in expressions(text)] == [
        "May 2019",
        "two days later",
        "Monday night",
        "the past week",
    ]


def test_the_longest_reading_wins() -> None:
    assert [found.text for found in expressions("Since early June 2018 it has rained.")] == ["Since early June 2018"]


def test_a_window_keeps_the_offsets_of_the_text() -> None:
    text = "In 2011 it began. In 2014 it grew. In 2019 it ended."
    (found,) = expressions(text, start=18, end=35)
    assert text[found.start : found.end] == found.text == "2014"


def test_a_year_after_a_preposition_is_one_though_people_follow() -> None:
    assert [found.text for found in expressions("In 2014 Russian troops came.")] == ["2014"]


def test_curly_apostrophes_are_apostrophes() -> None:
    assert [found.text for found in expressions("Last week’s raid and March’s vote")] == ["Last week", "March"]


@given(st.text(max_size=300))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    last = 0
    for found in expressions(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        last = found.end


@given(
    st.lists(st.sampled_from(["in", "the", "May", "2018", "last", "week", "two", "days", "12", "-", ",", "of", "and"]))
)
def test_any_heap_of_date_words_gives_spans_apart(words: list[str]) -> None:
    found = expressions(" ".join(words))
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["1", "12 ", "May ", "the ", "in the ", "19-20-", "first ", "a ", "two weeks ", "2018-", "last ", "of the "],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    expressions("warm up in May")
    started = time.process_time()
    expressions(piece * (60_000 // len(piece)))
    assert time.process_time() - started < 5
