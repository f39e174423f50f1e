"""Resolving: the table of dates (dates.csv), and what must hold for any words and any day."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.timing import default, expressions, resolve
from dragoman.coding.timing.resolving import Tense
from dragoman.event import Dating, Precision

with (Path(__file__).parent / "dates.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
WORDS = sorted({case["expression"] for case in CASES})
TENSES: tuple[Tense, ...] = ("past", "present", "future")
# Words of a unit, and the finest precision that they allow.
COARSE: dict[str, Precision] = {
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "summer": "season",
    "September": "month",
}
ORDER: tuple[Precision, ...] = ("day", "week", "month", "season", "year", "decade")

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


def told(case: dict[str, str]) -> Dating | None:
    """The dating of the event told before, where the case has one."""
    if not case["anchor_start"]:
        return None
    precision = next(name for name in ORDER if name == case["anchor_precision"])
    return Dating(case["anchor_start"], case["anchor_end"], precision)


def day(text: str) -> date | None:
    """A date, None for an empty cell."""
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['expression']} | {case['pub_date']} {case['tense']}")
def test_a_date_of_the_table(case: dict[str, str]) -> None:
    (found,) = expressions(case["sentence"])
    assert found.text == case["expression"]
    tense = next(name for name in TENSES if name == case["tense"])
    dating = resolve(found, pub_date=day(case["pub_date"]), tense=tense, anchor=told(case))
    assert (dating.date_start or "", dating.date_end or "") == (case["start"], case["end"])
    assert (dating.date_precision or "", dating.date_basis) == (case["precision"], case["basis"])
    assert dating.date_text == case["expression"]


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 400


@given(words=st.sampled_from(WORDS), pub_date=days, tense=st.sampled_from(TENSES), earlier=days)
def test_a_range_never_ends_before_it_starts(words: str, pub_date: date, tense: Tense, earlier: date) -> None:
    anchor = Dating(earlier.isoformat(), earlier.isoformat(), "day")
    for found in expressions(f"They met in {words}."):
        dating = resolve(found, pub_date=pub_date, tense=tense, anchor=anchor)
        if dating.date_start is None:
            assert dating.date_end is dating.date_precision is None
        else:
            assert dating.date_end is not None
            assert dating.date_start <= dating.date_end


@given(unit=st.sampled_from(sorted(COARSE)), which=st.sampled_from(["last", "this", "next"]), pub_date=days)
def test_precision_never_claims_more_than_the_words(unit: str, which: str, pub_date: date) -> None:
    for found in expressions(f"They met {which} {unit}."):
        precision = resolve(found, pub_date=pub_date, tense="past").date_precision
        assert precision is None or ORDER.index(precision) >= ORDER.index(COARSE[unit])


@given(words=st.sampled_from(WORDS), pub_date=days)
def test_what_is_past_does_not_end_after_publication(words: str, pub_date: date) -> None:
    for found in expressions(f"They met in {words}."):
        dating = resolve(found, pub_date=pub_date, tense="past")
        begun = dating.date_start is not None and dating.date_start <= pub_date.isoformat()
        assert not (begun and dating.date_basis == "relative") or (dating.date_end or "") <= pub_date.isoformat()


@given(words=st.sampled_from(WORDS), tense=st.sampled_from(TENSES))
def test_without_a_publication_date_relative_words_stay_words(words: str, tense: Tense) -> None:
    for found in expressions(f"They met in {words}."):
        dating = resolve(found, pub_date=None, tense=tense)
        assert dating.date_text == found.text
        assert dating.date_basis == "explicit" or dating.date_start is None


@given(year=st.integers(1900, 2049), month=st.integers(1, 12), number=st.integers(1, 28), pub_date=days)
def test_a_full_date_is_itself_whenever_published(year: int, month: int, number: int, pub_date: date) -> None:
    wanted = date(year, month, number)
    (found,) = expressions(f"They met on {number} {wanted:%B} {year}.")
    dating = resolve(found, pub_date=pub_date, tense="past")
    assert dating.date_start == dating.date_end == wanted.isoformat()
    assert (dating.date_precision, dating.date_basis) == ("day", "explicit")


@pytest.mark.parametrize("pub_date", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("tense", TENSES)
def test_the_ends_of_the_calendar_break_nothing(pub_date: date, tense: Tense) -> None:
    for words in WORDS:
        for found in expressions(f"They met in {words}."):
            resolve(found, pub_date=pub_date, tense=tense)


def test_a_present_report_without_words_is_of_the_publication_day() -> None:
    assert default(date(2024, 6, 21)) == Dating("2024-06-21", "2024-06-21", "day", None, "publication")


@pytest.mark.parametrize(("pub_date", "tense"), [(None, "past"), (None, "future"), (date(2024, 6, 21), "future")])
def test_nothing_known_or_still_to_come_has_no_default(pub_date: date | None, tense: Tense) -> None:
    assert default(pub_date, tense=tense) == Dating()
