"""Choices of a reading are checked when they are made."""

import pytest

from dragoman.errors import UsageError
from dragoman.reading.options import NAMES, ReadingOptions


def test_every_field_of_a_document_can_be_mapped() -> None:
    assert ReadingOptions(fields=dict.fromkeys(NAMES, "x")).fields["text"] == "x"


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="'body' cannot be mapped: a document has id, text"):
        ReadingOptions(fields={"body": "text"})


@pytest.mark.parametrize("name", ["max_document", "max_text", "connect_timeout", "total_timeout"])
def test_limits_are_positive(name: str) -> None:
    with pytest.raises(UsageError, match=name):
        ReadingOptions(**{name: 0})
