"""A draft comes out cleaned, dated and named, or with the reason why not."""

import unicodedata
from datetime import date

import pytest

from dragoman.document import Document, Failure, content_id
from dragoman.reading.draft import Draft
from dragoman.reading.finishing import MAX_FIELD, finish
from dragoman.reading.options import ReadingOptions
from sources import DEFAULTS, FRENCH, STORY


def finished(draft: Draft, options: ReadingOptions = DEFAULTS) -> Document:
    result = finish(draft, options)
    assert isinstance(result, Document)
    return result


def test_all_fields_arrive() -> None:
    draft = Draft(
        "s",
        f"[ad_1]\n{STORY}",
        id="7",
        title=" A\nB ",
        author="C",
        publisher="D",
        url="https://x.example/",
        pub_date="2024-06-21",
    )
    assert finished(draft) == Document(
        id="7",
        text=STORY,
        source="s",
        title="A B",
        author="C",
        publisher="D",
        url="https://x.example/",
        language="en",
        pub_date=date(2024, 6, 21),
        pub_date_basis="metadata",
    )


def test_without_an_id_the_content_gives_one() -> None:
    first, second = finished(Draft("a", f"{STORY}\r\n", title="T")), finished(Draft("b", STORY, title="T"))
    assert first.id == second.id == content_id(STORY, title="T")


def test_another_language_is_skipped_with_the_reason() -> None:
    assert finish(Draft("s", FRENCH), DEFAULTS) == Failure(
        "s", "language is fr, not English; only English is coded", "skipped"
    )


def test_another_language_can_be_let_through() -> None:
    assert finished(Draft("s", FRENCH), ReadingOptions(english_only=False)).language == "fr"


def test_nothing_left_is_skipped() -> None:
    result = finish(Draft("s", "[ad_1]\n\x00\n[ad_2]"), DEFAULTS)
    assert isinstance(result, Failure)
    assert result.kind == "skipped"


def test_a_text_longer_than_can_be_held_is_a_failure_by_its_length() -> None:
    result = finish(Draft("s", STORY), ReadingOptions(max_text=100))
    assert isinstance(result, Failure)
    assert result.kind == "failed"
    assert f"{len(STORY)} characters, more than 100" in result.reason


def test_no_field_is_endless() -> None:
    document = finished(Draft("s", STORY, id="i" * 10_000, title="t" * 10_000))
    assert len(document.id) == len(document.title) == MAX_FIELD


def test_a_fault_of_the_code_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.reading.finishing.language_of", lambda *_, **__: 1 / 0)
    failure = finish(Draft("s", STORY), DEFAULTS)
    assert failure == Failure("s", "cannot be read (ZeroDivisionError: division by zero)")


def test_letters_come_out_composed() -> None:
    apart = unicodedata.normalize("NFD", "Türkiye’s envoy left São Tomé. " + STORY)
    document = finished(Draft("s", apart, title=apart[:10]))
    assert document.text == unicodedata.normalize("NFC", apart)
    assert document.title.startswith("Türkiye’s")
