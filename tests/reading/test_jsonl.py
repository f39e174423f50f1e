"""JSON is read by the line or whole, and a bad line is named while the others go on."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import Failure
from dragoman.errors import DocumentError
from dragoman.reading import jsonl
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from sources import DEFAULTS, STORY, drafts_of, stream_of

ROW = {"id": "1", "text": STORY}


def texts(found: list[Draft | Failure]) -> list[str]:
    return [draft.text for draft in found if isinstance(draft, Draft)]


def test_a_document_a_line() -> None:
    data = "\n".join([json.dumps(ROW), "", json.dumps({"id": "2", "body": "Talks end."})])
    first, second = drafts_of(jsonl, data.encode())
    assert first == Draft("source#line 1", STORY, id="1")
    assert second == Draft("source#line 3", "Talks end.", id="2")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": ', "is no JSON: Expecting value at character 11"),
        ("[" * 100_000, "is no JSON"),
        ("[1, 2]", "is a list, not a JSON object"),
        ("null", "is null, not a JSON object"),
        ("true", "is true, not a JSON object"),
        ("3", "is a number, not a JSON object"),
        ('{"text": "a\tb"}', "is no JSON: Invalid control character at character 12;"),
        ('"words"', "is a string, not a JSON object"),
        ('{"id": 3}', "has no field for the text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str, reason: str) -> None:
    found = drafts_of(jsonl, f"{json.dumps(ROW)}\n{line}\n{json.dumps(ROW)}\n".encode())
    assert texts(found) == [STORY, STORY]
    failure = found[1]
    assert isinstance(failure, Failure)
    assert failure.source == "source#line 2"
    assert reason in failure.reason


def test_a_line_over_the_limit_is_named_and_the_others_are_read() -> None:
    data = json.dumps({"text": "x" * 5000}) + "\n" + json.dumps(ROW)
    long, short = drafts_of(jsonl, data.encode(), options=ReadingOptions(max_document=1000))
    assert isinstance(long, Failure)
    assert isinstance(short, Draft)


def test_one_object_over_several_lines() -> None:
    assert texts(drafts_of(jsonl, json.dumps(ROW, indent=2).encode())) == [STORY]


def test_one_list() -> None:
    first, second = drafts_of(jsonl, json.dumps([ROW, 3]).encode())
    assert isinstance(first, Draft)
    assert first.source == "source#item 1"
    assert isinstance(second, Failure)


def test_a_broken_list() -> None:
    with pytest.raises(DocumentError, match="source: is no JSON"):
        drafts_of(jsonl, b'[{"text": "a"}')


def test_lines_are_read_only_when_asked_for() -> None:
    stream = stream_of((json.dumps(ROW) + "\n").encode() * 100_000)
    assert len(list(itertools.islice(jsonl.drafts(stream, Origin("s"), DEFAULTS), 3))) == 3
    assert stream.tell() < 10_000


@given(st.text())
def test_text_comes_through(text: str) -> None:
    assert texts(drafts_of(jsonl, json.dumps({"text": f"x{text}"}).encode())) == [f"x{text}"]


def test_a_name_that_no_row_has_is_told_once_after_the_rows() -> None:
    rows = "\n".join(json.dumps(ROW | more) for more in ({}, {"at": "2024-06-21"}, {}))
    assert len(drafts_of(jsonl, rows.encode(), options=ReadingOptions(fields={"pub_date": "at"}))) == 3
    *found, failure = drafts_of(jsonl, rows.encode(), options=ReadingOptions(fields={"pub_date": "nope"}))
    assert texts(found) == [STORY] * 3
    assert isinstance(failure, Failure)
    assert failure.reason == "no field is 'nope', as --field pub_date=nope has it, but id, text"
    assert len(drafts_of(jsonl, b"", options=ReadingOptions(fields={"pub_date": "nope"}))) == 0
