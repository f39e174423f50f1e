"""Documents made of gold sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.gold import Gold, GoldEvent, GoldPair, GoldSentence, joined, partial_date

FIRST = "Arvania recalled its envoy."
SECOND = "Belmora called the step hasty."
THIRD = "Talks end on Friday."


def sentence(name: str, text: str, context: str = "", document_id: str = "d1") -> GoldSentence:
    return GoldSentence(name, document_id, text, (), context=context, pub_date=date(2024, 6, 21))


def test_sentences_of_a_document_are_joined_in_order() -> None:
    (document,) = joined([sentence("1", FIRST), sentence("2", SECOND)])
    assert (document.id, document.text) == ("d1", f"{FIRST} {SECOND}")
    assert (document.pub_date, document.pub_date_basis) == (date(2024, 6, 21), "metadata")


def test_a_context_that_is_already_there_is_not_repeated() -> None:
    rows = [sentence("1", SECOND, FIRST), sentence("2", THIRD, f"{FIRST} {SECOND}")]
    assert joined(rows)[0].text == f"{FIRST} {SECOND} {THIRD}"


def test_a_context_that_overlaps_is_joined_once() -> None:
    rows = [sentence("1", SECOND, FIRST), sentence("2", "The end.", f"{SECOND} {THIRD}")]
    assert joined(rows)[0].text == f"{FIRST} {SECOND} {THIRD} The end."


def test_each_document_stands_alone() -> None:
    rows = [sentence("1", FIRST), sentence("2", SECOND, document_id="d2"), sentence("3", THIRD)]
    assert [(row.id, row.text) for row in joined(rows)] == [("d1", f"{FIRST} {THIRD}"), ("d2", SECOND)]


@given(st.lists(st.text(alphabet="ab c.", min_size=1, max_size=12), min_size=1, max_size=6))
def test_every_sentence_is_in_its_document(texts: list[str]) -> None:
    (document,) = joined([sentence(str(i), text) for i, text in enumerate(texts)])
    assert all(text.strip() in document.text for text in texts)


@pytest.mark.parametrize(
    ("value", "day"),
    [("2024-06-21", date(2024, 6, 21)), ("2024-06", None), ("2024-02-31", None), (None, None), (2024, None)],
)
def test_only_a_full_day_is_a_publication_date(value: object, day: date | None) -> None:
    assert partial_date(value) == day


def test_yield_folds_only_where_the_file_has_it() -> None:
    plain = GoldSentence("1", "d", FIRST, (GoldEvent("CONCEDE"),))
    assert not Gold("g", sentences=(plain,)).folds_yield
    assert Gold("g", pairs=(GoldPair("1", FIRST, (0, 7), None, "YIELD"),)).folds_yield
