"""Cleaning takes leftovers out, keeps every word of the sentences, and is done when it is done."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.cleaning import clean, clean_field
from dragoman.reading.rules import rules
from growth import linear

LEFTOVERS = [before for rule in rules() for before, _ in rule.removes]
SENTENCES = [
    "The envoys left Oslo on Friday.",
    "Norway denied the report, and “nobody believed it,” she said.",
    "Police arrested 3.5 per cent of them at No.10 in the U.S.A. and on example.com!",
    "Did the army, e.g. its 2nd corps, withdraw?",
]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.lists(st.sampled_from([*LEFTOVERS, *SENTENCES, "\n", "\r\n", " ", "\x00", "\u200b", "A", ".", '"', "”"])))
def test_cleaning_leftovers_twice_changes_nothing(parts: list[str]) -> None:
    cleaned = clean("".join(parts))
    assert clean(cleaned) == cleaned


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]", clean(text))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.sampled_from(["", " ", "\n", "\r\n\r\n"]))
def test_every_word_of_the_sentences_is_kept_in_order(sentences: list[str], gap: str) -> None:
    text = gap.join(sentences)
    assert words(clean(text)) == words(" ".join(sentences))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.sampled_from(["[ad_1]", "Share this article", "Video"]))
def test_words_around_a_removed_line_are_kept(sentences: list[str], line: str) -> None:
    assert words(clean(f"\n{line}\n".join(["", *sentences, ""]))) == words(" ".join(sentences))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("[ad_1]\nHe praised the visits.\n[ad_2]\nSource link", "He praised the visits."),
        ("One.\r\n\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("A\x00n en\u200bvoy\u00a0left.", "An envoy left."),
        ("They were arrested.The police left.", "They were arrested. The police left."),
        ("", ""),
        (" \n\t\n", ""),
        ("One. \t\u00a0 \n \n Two.  Three. ", "One.\nTwo. Three."),
    ],
)
def test_what_an_article_comes_out_as(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_a_dateline_stays() -> None:
    assert clean("SEOUL, June 19 (Harbour Watch) — The envoy left.").startswith("SEOUL, June 19 (Harbour Watch) —")


def test_a_field_is_one_line() -> None:
    assert clean_field(" Ministers\n meet\x00 ") == "Ministers meet"


@pytest.mark.parametrize("unit", [" ", "\t", "\u00a0", " \n", "a ", "  a", "``", "e\u0301"])
def test_no_text_takes_long(unit: str) -> None:
    assert linear(lambda size: clean("a" + unit * size + "b"), 10_000)
