"""Bytes become text whatever their encoding, and what is no text is named."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DocumentError
from dragoman.reading.decoding import binary_reason, decode
from sources import STORY

CURLY = "The ministry called it “a café’s quarrel” – no more. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_without_a_declaration(encoding: str) -> None:
    text = CURLY + STORY
    assert decode(text.encode(encoding), source="s") == text


def test_a_declared_encoding_is_used() -> None:
    assert decode("Łódź and Gdańsk".encode("iso8859-2"), source="s", declared="ISO-8859-2") == "Łódź and Gdańsk"


@pytest.mark.parametrize(
    "declared",
    [
        *("utf-8", "latin-1", "no such thing", "rot13", "us-ascii", "utf-7", "hz", "cp037", "mbcs"),
        *("undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"),
    ],
)
def test_a_wrong_or_vague_declaration_does_no_harm(declared: str) -> None:
    assert decode(CURLY.encode("cp1252"), source="s", declared=declared) == CURLY


def test_a_few_damaged_bytes_are_replaced_and_told(caplog: pytest.LogCaptureFixture) -> None:
    data = (CURLY * 20).encode() + b"\xff\xfe broken"
    with caplog.at_level(logging.WARNING):
        text = decode(data, source="news.txt")
    assert text.count("\ufffd") == 2
    assert "news.txt: 2 bytes are not utf-8" in caplog.text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(DocumentError, match=what):
        decode(data, source="s")


def test_a_few_zero_bytes_make_no_binary_file() -> None:
    assert not binary_reason(STORY.encode() + b"\x00\x00")


def test_another_alphabet_is_guessed() -> None:
    text = "Министр иностранных дел прибыл в Осло в четверг для переговоров. " * 5
    assert decode(text.encode("cp1251"), source="s") == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_one_line_error(data: bytes) -> None:
    try:
        outcome = decode(data, source="s")
    except DocumentError as error:
        outcome = str(error).replace("\n", "more than one line")
    assert "more than one line" not in outcome
