"""Choices of a reading are checked when they are made."""

from pathlib import Path

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


def test_a_publisher_may_be_mapped_by_either_name() -> None:
    assert ReadingOptions(fields={"source": "paper"}).fields == {"publisher": "paper"}
    assert ReadingOptions(fields={"publisher": "paper"}).fields == {"publisher": "paper"}


def test_the_names_read_without_mapping_stand_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    for field, names in NAMES.items():
        (told,) = [line for line in page.splitlines() if line.startswith(f"| {field} | ")][:1]
        assert tuple(name.lower() for name in told.split("|")[2].strip().split(", ")) == names
