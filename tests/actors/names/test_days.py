"""A text without a date is of a day when the people it names with their titles were in office."""

from datetime import date

import pytest

from dragoman.actors.names.days import day_of
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import items


def dated(text: str) -> date | None:
    return day_of(text, items(text, roster()), roster())


def test_people_in_office_together_date_a_text() -> None:
    day = dated("President Barack Obama met the prime minister, David Cameron, and President Nicolas Sarkozy.")
    assert day is not None
    assert date(2010, 5, 11) <= day <= date(2012, 5, 16)


@pytest.mark.parametrize("text", ["It rained.", "Former President Barack Obama wrote a book.", ""])
def test_a_text_without_titles_has_no_day(text: str) -> None:
    assert dated(text) is None
