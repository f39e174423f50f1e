"""Finding: what is a date expression and what only looks like one."""

import csv
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing import expressions, resolve

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


def _odd(sentence: str) -> str:
    """With letters that pass for others where case does not count."""
    return sentence.replace("s", "ſ").replace("i", "ı").replace("k", "\N{KELVIN SIGN}")


with (Path(__file__).parent / "dates.csv").open(encoding="utf-8", newline="") as file:
    DATES = [case["sentence"] for case in csv.DictReader(file)]


@pytest.mark.parametrize("written", [str.upper, str.lower, str.title, str.swapcase, _odd], ids=lambda f: f.__name__)
def test_no_way_to_write_a_date_is_too_strange(written: Callable[[str], str]) -> None:
    for sentence in DATES:
        for found in expressions(written(sentence)):
            for tense in ("past", "present", "future"):
                resolve(found, pub_date=date(2024, 6, 21), tense=tense)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 3RD June 2024", "2024-06-03"),
        ("on 5TH May 2020", "2020-05-05"),
        ("on 1ST May 2020", "2020-05-01"),
        ("on 5\u017ft May 2020", "2020-05-05"),
        ("the fir\u017ft Friday of May 2024", "2024-05-03"),
        ("the THIRD Friday of May 2024", "2024-05-17"),
        ("the th\u0131rd Friday of May 2024", "2024-05-17"),
    ],
)
def test_letters_of_any_case_are_read(text: str, day: str) -> None:
    (found,) = expressions(text)
    assert resolve(found, pub_date=date(2024, 6, 21)).date_start == day


@pytest.mark.parametrize("text", ["on 00/00/2024", "on 0/13/2024", "on 2024-00", "from 0 to 5 May 2024"])
def test_a_day_or_month_of_nought_is_none(text: str) -> None:
    for found in expressions(text):
        assert resolve(found, pub_date=date(2024, 6, 21)).date_precision in (None, "year", "day")
