"""Leaning: what "two days after", "since the invasion of" and a full date told before make of the nearest date."""

import pytest

from coding.dates import asked
from dragoman.coding.timing import begun, counted_from, dated_beside, expressions, leans, of_first


def span(text: str, words: str) -> tuple[int, int]:
    """Where the words stand."""
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Police shot him two days after Sunday's vote.", "shot", "two days after"),
        ("Two days after Sunday's vote, police shot him.", "shot", "Two days after"),
        ("Two days after they met on Sunday, police shot him.", "met", None),
        ("Police shot him on Sunday.", "shot", None),
        ("Two days after they met, police shot him on Sunday.", "shot", None),
    ],
)
def test_so_long_after_the_nearest_date(text: str, trigger: str, words: str | None) -> None:
    found = expressions(text)
    nearest = next(expression for expression in found if not leans(expression))
    counted = counted_from(nearest, found, text, trigger=span(text, trigger))
    assert (counted and counted.text) == words


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("They have jailed thirty men since the coup of 2021.", "jailed", True),
        ("They have jailed thirty men since the 2021 coup.", "jailed", True),
        ("They have jailed thirty men since the 2021 coup.", "coup", False),
        ("Since the coup of 2021, they have jailed thirty men.", "jailed", True),
        ("They jailed thirty men in 2021.", "jailed", False),
    ],
)
def test_what_goes_on_since_an_event(text: str, trigger: str, wanted: bool) -> None:
    (nearest,) = expressions(text)
    assert begun(nearest, text, trigger=span(text, trigger)) is wanted


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("They met on 7 August 1998 and parted on 20 August.", 1998),
        ("They met on 20 December 1998 and parted on 3 January.", 1999),
        ("They met in May 1998 after a truce in December.", 1997),
        ("The deal of May 2015, which lapsed, was renewed on 20 August.", 2015),
        ("The mayor, who was jailed in April 2018, was freed in November.", None),
        ("The 2015 deal was renewed on 20 August.", None),
        ("They must leave by May 2015 after a truce in April.", None),
    ],
)
def test_a_full_date_lends_its_year(text: str, year: int | None) -> None:
    found = expressions(text)
    assert dated_beside(found[-1], found, text).point.year == year


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("They met for the first time since the vote in November.", "met", True),
        ("Chad launched its heaviest raids since the start of the war in February.", "raids", True),
        ("They have met since the vote in November.", "met", False),
        ("They met for the first time in November.", "met", False),
    ],
)
def test_since_behind_what_is_the_first_or_worst_begins_nothing(text: str, trigger: str, wanted: bool) -> None:
    assert asked(of_first, text, trigger) is wanted
