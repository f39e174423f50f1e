"""The fields of a row are found by their usual names or by the caller's."""

import datetime

import pytest

from dragoman.document import Failure
from dragoman.reading.draft import Draft
from dragoman.reading.options import ReadingOptions
from dragoman.reading.rows import as_text, row_draft, unfound
from sources import DEFAULTS


def nested(value: object, deep: int) -> object:
    """The value in so many lists, and objects with a name, within each other."""
    for level in range(deep):
        value = [value] if level % 2 else {"name": value}
    return value


def test_the_names_that_need_no_mapping() -> None:
    row = {
        "id": 12,
        "event_text": "Talks end.",
        "Headline": "Talks",
        "publication_date": "2024-06-21",
        "url": "https://x.example/",
        "publisher": "Harbour Watch",
        "author": ["Kari Holm", "Jan Maas"],
        "language": "en",
    }
    assert row_draft(row, DEFAULTS, source="s") == Draft(
        source="s",
        text="Talks end.",
        id="12",
        title="Talks",
        author="Kari Holm\nJan Maas",
        publisher="Harbour Watch",
        url="https://x.example/",
        language="en",
        pub_date="2024-06-21",
    )


@pytest.mark.parametrize("name", ["text", "body", "content", "event_text", "TEXT"])
def test_names_of_the_text(name: str) -> None:
    draft = row_draft({name: "Talks end."}, DEFAULTS, source="s")
    assert isinstance(draft, Draft)
    assert draft.text == "Talks end."


@pytest.mark.parametrize(
    "name",
    ["published_at", "publishedAt", "publish_date", "datetime", "timestamp", "created_at", "time", "pubDate", "Date"],
)
def test_names_of_the_date(name: str) -> None:
    draft = row_draft({"text": "Talks end.", name: "2024-06-21T10:00:00Z"}, DEFAULTS, source="s")
    assert isinstance(draft, Draft)
    assert draft.pub_date.startswith("2024-06-21")


def test_the_date_of_publication_comes_before_any_other() -> None:
    row = {"text": "Talks end.", "time": "1", "created_at": "2024-06-23", "published_at": "2024-06-21"}
    draft = row_draft(row, DEFAULTS, source="s")
    assert isinstance(draft, Draft)
    assert draft.pub_date == "2024-06-21"


def test_a_name_that_no_column_has_is_told() -> None:
    options = ReadingOptions(fields={"pub_date": "nope"})
    assert unfound(["text", "date"], DEFAULTS) == ""
    assert unfound(["text", "date"], options) == "no column is 'nope', as --field pub_date=nope has it, but text, date"
    assert unfound(["date"], options).startswith("has no field for the text")


def test_the_callers_name_comes_first() -> None:
    options = ReadingOptions(fields={"text": "story"})
    draft = row_draft({"text": "other", "story": "Talks end."}, options, source="s")
    assert isinstance(draft, Draft)
    assert draft.text == "Talks end."


def test_a_missing_text_is_told_with_what_there_is() -> None:
    failure = row_draft({"a": 1, "b": 2}, ReadingOptions(fields={"text": "story"}), source="s")
    assert isinstance(failure, Failure)
    assert failure.reason == "has no field for the text (story) but a, b; name it with --field text=NAME"


def test_too_long_a_text_is_refused() -> None:
    assert isinstance(row_draft({"text": "x" * 100}, ReadingOptions(max_document=99), source="s"), Failure)


def test_markup_in_a_field_is_read_as_text() -> None:
    draft = row_draft({"text": "<p>One.</p><p>Two.</p>"}, DEFAULTS, source="s")
    assert isinstance(draft, Draft)
    assert draft.text.split() == ["One.", "Two."]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (datetime.date(2024, 6, 21), "2024-06-21"),
        (datetime.datetime(2024, 6, 21, 10, 0), "2024-06-21T10:00:00"),
        (["One.", "Two."], "One.\nTwo."),
        ({"name": "Harbour Watch", "id": 3}, "Harbour Watch"),
        ({}, ""),
        (b"caf\xc3\xa9", "café"),
        (1718928000, "1718928000"),
        ([["One.", None], {"name": ["Two."]}], "One.\n\nTwo."),
        (nested(["One."], 5_000), "One."),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    assert as_text(value) == text
