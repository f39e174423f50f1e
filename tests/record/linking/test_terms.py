"""Stems and numbers of a sentence, and the table of how common words are."""

import pytest

from dragoman.record.linking.terms import LONGEST, rarest, rarity, read, stem, weight


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Seventeen people and 4 dogs", {"17", "4"}),
        ("$1,200 in cash and 3.5 tons", {"1200", "3.5"}),
        ("on 18 June 2024, on June 18", set()),
        ("the 2015 deal", set()),
        ("a dozen envoys", {"12"}),
        ("no number", set()),
    ],
)
def test_numbers_are_figures_and_no_days_or_years(text: str, numbers: set[str]) -> None:
    assert read(text)[1] == numbers


def test_forms_of_a_word_are_one_stem() -> None:
    assert stem("sanction") == stem("sanctions") == stem("sanctioned")


def test_common_words_and_weekdays_tell_nothing() -> None:
    assert read("They said on Monday that it was in March.")[0] == frozenset()


def test_rare_words_weigh_more() -> None:
    assert weight(frozenset(["zyxwvu"])) == rarest() > weight(frozenset([stem("talks")])) > 0


def test_a_page_for_a_sentence_is_read_in_part() -> None:
    assert len(read("pipeline " * 10**5)[0]) == 1
    assert "malari" not in read("a" * LONGEST + " malaria")[0]


def test_the_table_is_sorted_and_sound() -> None:
    table = rarity()
    assert list(table) == sorted(table)
    assert all(0 <= points <= 200 and 2 <= len(word) <= 6 for word, points in table.items())
