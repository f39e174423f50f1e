"""Quotations are found with the marks outside, also when paragraphs leave them open."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.voice.quotations import MAX_CHARACTERS, quotations


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


def test_marks_of_both_sorts() -> None:
    assert inside('“We left,” he said. "They came," she said.') == ["We left,", "They came,"]
    assert inside("The boat's 5\" gun fired.") == []


def test_a_paragraph_left_open_goes_on_in_the_next() -> None:
    text = "He said: “We left.\n“They came.”\n“Who?” she asked."
    assert inside(text) == ["We left.", "They came.", "Who?"]
    assert [q.carried for q in quotations(text)] == [False, True, False]


def test_a_lost_mark_does_not_swallow_the_article() -> None:
    assert max(q.end - q.start for q in quotations("“" + "word " * 5000)) <= MAX_CHARACTERS


@given(st.text(alphabet='ab “”"\n.«»', max_size=60))
def test_quotations_are_in_order_and_within_the_text(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start <= q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
