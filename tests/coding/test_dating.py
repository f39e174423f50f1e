"""Dating: an event takes its own words' day, its tense decides which, and without words the publication day."""

from datetime import date

import pytest
from findings import finding

from dragoman.coding.dating import dated, historical
from dragoman.coding.story import Story
from dragoman.document import Document
from dragoman.event import Dating, Status

PUBLISHED = date(2024, 6, 21)  # a Friday


def day(
    sentence: str, trigger: str, *, when: str = "", status: Status = "actual", pub: date | None = PUBLISHED
) -> Dating:
    story = Story.of(Document("d", sentence, pub_date=pub))
    found = finding(sentence, trigger, status=status, when=[when] if when else [])
    return dated(story, found, status=status)


@pytest.mark.parametrize(
    ("sentence", "trigger", "when", "start"),
    [
        ("Police arrested two men on Tuesday.", "arrested", "", "2024-06-18"),
        ("Police arrested two men.", "arrested", "", "2024-06-21"),
        ("Rebels shelled Minova in March and left in May.", "shelled", "in March", "2024-03-01"),
        ("Rebels shelled Minova in March and left in May.", "left", "in May", "2024-05-01"),
        ("The army invaded in 2003.", "invaded", "", "2003-01-01"),
        ("Both signed a pact to reopen the crossing by March.", "signed", "March", "2024-06-21"),
        ("By March rebels had taken the town.", "taken", "March", "2024-03-01"),
    ],
)
def test_the_words_that_are_the_events_own(sentence: str, trigger: str, when: str, start: str) -> None:
    assert day(sentence, trigger, when=when).date_start == start


def test_a_plan_on_a_weekday_is_the_next_one() -> None:
    sentence = "The ministers will meet on Tuesday."
    assert day(sentence, "meet", status="planned").date_start == "2024-06-25"


def test_a_plan_without_a_day_has_none() -> None:
    assert day("The ministers plan to meet.", "meet", status="planned").date_start is None


def test_without_a_publication_date_relative_words_stay_undated() -> None:
    found = day("Police arrested two men on Tuesday.", "arrested", pub=None)
    assert (found.date_start, found.date_text) == (None, "Tuesday")


@pytest.mark.parametrize(("end", "expected"), [("2023-06-20", True), ("2023-06-22", False), (None, False)])
def test_history_is_what_ended_over_a_year_before_publication(end: str | None, expected: bool) -> None:
    assert historical(Dating(date_start=end, date_end=end), PUBLISHED) is expected


def test_nothing_is_history_without_a_publication_date() -> None:
    assert not historical(Dating(date_start="1914-07-28", date_end="1914-07-28"), None)


@pytest.mark.parametrize(
    ("sentence", "trigger", "start", "precision"),
    [
        ("Five years after Chad invaded the north, all that remains is a fort.", "invaded", "2019-01-01", "year"),
        ("The march came a day after Chad said it would strike.", "said", "2024-06-20", "day"),
        ("On Monday, three days after Chad and the leader, Ali Noor, spoke, Kenya left.", "spoke", "2024-06-14", "day"),
        ("Chad shut its border on Monday, two days after gunmen attacked a post.", "attacked", "2024-06-15", "day"),
        ("Five years after Chad invaded the north, rebels shelled the fort.", "shelled", "2024-06-21", "day"),
    ],
)
def test_what_another_event_follows_lies_so_long_before_it(
    sentence: str, trigger: str, start: str | None, precision: str | None
) -> None:
    found = day(sentence, trigger)
    assert (found.date_start, found.date_precision) == (start, precision)


def test_without_a_publication_date_a_clause_before_another_event_stays_undated() -> None:
    found = day("Five years after Chad invaded the north, a fort remains.", "invaded", pub=None)
    assert (found.date_start, found.date_text) == (None, "Five years after")


def test_what_happened_does_not_lie_after_the_article() -> None:
    sentence = "Members promised to end the abuse by 2030."
    promised = day(sentence, "promised", when="by 2030")
    assert (promised.date_start, promised.date_basis) == ("2024-06-21", "publication")
    assert day(sentence, "end", when="by 2030", status="planned").date_start == "2030-01-01"
