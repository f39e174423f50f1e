"""Anchoring: the dating told last is what "the next day" counts from."""

from datetime import date

import pytest

from dragoman.coding.timing import anchor, expressions, resolve

PUB_DATE = date(2024, 6, 21)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 3 May he was seized. The next day he was freed.", "2024-05-04"),
        ("On 3 May he was seized. The next day he was freed. Two days later he fled.", "2024-05-06"),
        ("In March 2011 riots began. Later that year the king fled.", "2011-01-01"),
        ("He was held in 2016. His son had been held in October the previous year.", "2015-10-01"),
    ],
)
def test_the_last_date_before_is_the_anchor(text: str, start: str) -> None:
    last = expressions(text)[-1]
    told = anchor(text, last.start, pub_date=PUB_DATE)
    assert resolve(last, pub_date=PUB_DATE, tense="past", anchor=told).date_start == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 3 May he was seized. Rebels have fought since 2015. On the same day he was freed.", "2024-05-03"),
        ("On 3 May he was seized. Rebels have fought since 2015. The next day he was freed.", "2024-05-04"),
        ("He was seized on Sunday, police said on Monday. On the same day he was freed.", "2024-06-16"),
        ("On 3 May he was seized. Kenya said on Monday it was shocked. That day he was freed.", "2024-06-17"),
        ("Rebels have fought since 2015. The same year they took Gao.", "2015-01-01"),
        ("He was seized in 2015. On the same day he was freed.", "2015-01-01"),
    ],
)
def test_a_stretch_of_time_is_no_day(text: str, start: str) -> None:
    last = expressions(text)[-1]
    told = anchor(text, last.start, pub_date=PUB_DATE, leaning=last)
    assert resolve(last, pub_date=PUB_DATE, tense="past", anchor=told).date_start == start


def test_no_date_before_is_no_anchor() -> None:
    assert anchor("He was seized. The next day he was freed.", 15, pub_date=PUB_DATE) is None


def test_without_a_publication_date_full_dates_anchor() -> None:
    text = "On 3 May 2011 he was seized. The next day he was freed."
    told = anchor(text, 29)
    assert told is not None
    assert told.date_start == "2011-05-03"
