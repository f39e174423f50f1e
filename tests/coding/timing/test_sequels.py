"""Sequels: what goes on from a past told before, and what reads like it and does not (more in test_dating)."""

import pytest

from dragoman.coding.timing import expressions, since_then, told_last, told_on
from dragoman.event import Dating


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Within weeks Chadian troops invaded Togo.", "invaded", True),
        ("Then, the king jailed ten men.", "jailed", True),
        ("Then the king jailed ten men.", "jailed", True),
        ("Then president Ann Lee jailed ten men.", "jailed", False),
        ("Police then raided the port.", "raided", True),
        ("The envoy was later driven out.", "driven out", True),
        ("Chad had promised a truce.", "promised", True),
        ("Chad promised a truce.", "promised", False),
        ("Chad had promised a truce, officials said.", "promised", False),
        ("Officials said that Chad had promised a truce.", "promised", False),
    ],
)
def test_what_goes_on_from_the_sentence_before(text: str, trigger: str, wanted: bool) -> None:
    start = text.index(trigger)
    assert told_on(text, trigger=(start, start + len(trigger))) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad declared war in July 1914.", "July 1914"),
        ("Koffi, who fled in 2012, met the king.", None),
        ("Koffi, elected in 2012, met the king.", None),
        ("The king has ruled since 2014.", None),
        ("In 2014 Chad took the port, he said on Monday.", "Monday"),
    ],
)
def test_the_last_date_of_the_main_clause(text: str, wanted: str | None) -> None:
    found = told_last(expressions(text), text)
    assert (found.text if found else None) == wanted


def test_within_reaches_from_what_was_told_and_other_words_give_no_days() -> None:
    before = Dating("1914-07-01", "1914-07-31", "month", "July 1914", "explicit")
    told = since_then(expressions("Within weeks they fled."), before)
    assert (told.date_start, told.date_end, told.date_precision) == ("1914-07-01", "1914-08-28", "month")
    assert since_then(expressions("They later fled."), before) == Dating()
    assert since_then(expressions("Within weeks they fled."), Dating()) == Dating()
