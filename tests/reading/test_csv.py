"""CSV of several kinds is read, and a bad row is named while the others go on."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading import csv as reader
from dragoman.reading.draft import Draft
from dragoman.reading.options import ReadingOptions
from sources import STORY, drafts_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    data = delimiter.join(["id", "text", "date"]) + "\n" + delimiter.join(["1", f'"{STORY}"', "2024-06-21"]) + "\n"
    assert drafts_of(reader, data.encode()) == [Draft("source#line 2", STORY, id="1", pub_date="2024-06-21")]


def test_an_article_of_several_paragraphs_keeps_them() -> None:
    first, second = drafts_of(reader, b'id,text\n1,"One.\n\nTwo ""quoted""."\n2,Three.\n')
    assert first == Draft("source#line 2", 'One.\n\nTwo "quoted".', id="1")
    assert second == Draft("source#line 5", "Three.", id="2")


def test_a_mark_and_odd_spaces_in_the_header() -> None:
    assert drafts_of(reader, b"\xef\xbb\xbfid, text \n1,One.\n") == [Draft("source#line 2", "One.", id="1")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [("2,a,b,c", "has 4 fields but the header has 2"), ('2,"un"closed', "is no CSV row")],
)
def test_a_bad_row_is_named_and_the_others_are_read(row: str, reason: str) -> None:
    first, failure, last = drafts_of(reader, f"id,text\n1,One.\n{row}\n3,Three.\n".encode())
    assert isinstance(first, Draft)
    assert isinstance(failure, Failure)
    assert failure.source == "source#line 3"
    assert reason in failure.reason
    assert last == Draft("source#line 4", "Three.", id="3")


def test_a_row_over_the_limit_is_named_and_the_others_are_read() -> None:
    found = drafts_of(reader, f"id,text\n1,{'x' * 500}\n2,Two.\n".encode(), options=ReadingOptions(max_document=100))
    assert [type(one) for one in found] == [Failure, Draft]


def test_a_quote_that_is_never_closed() -> None:
    first, failure = drafts_of(reader, b'id,text\n1,One.\n2,"Two.\n3,Three.\n')
    assert isinstance(first, Draft)
    assert isinstance(failure, Failure)


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"words alone\n", b'"a'])
def test_a_header_without_a_text(data: bytes) -> None:
    with pytest.raises(SourceError, match="source: "):
        drafts_of(reader, data)


@pytest.mark.parametrize("data", [b"id,text,text\n1,Talks end.,\n", b"date,Body,date\n2024,Talks end.,2023\n"])
def test_a_column_that_is_read_and_there_twice_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="is there twice; rename one"):
        drafts_of(reader, data)


def test_a_column_that_is_not_read_may_be_there_twice() -> None:
    (draft,) = drafts_of(reader, b"note,text,note,Text\na,Talks end.,b,c\n")
    assert isinstance(draft, Draft)
    assert draft.text == "Talks end."


def test_a_long_field_is_read() -> None:
    (draft,) = drafts_of(reader, f"id,text\n1,{'word ' * 100_000}\n".encode())
    assert isinstance(draft, Draft)
    assert len(draft.text) == 500_000


@given(st.lists(st.text(alphabet='ab",;\n é', min_size=1), min_size=1))
def test_what_is_written_is_read(texts: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["id", "text"], *(["1", f"x{text}"] for text in texts)])
    found = drafts_of(reader, written.getvalue().encode())
    assert [draft.text for draft in found if isinstance(draft, Draft)] == [f"x{text}" for text in texts]


def test_a_name_that_no_column_has_is_refused() -> None:
    with pytest.raises(SourceError, match="no column is 'nope', as --field pub_date=nope has it, but id, text"):
        drafts_of(reader, b"id,text\n1,Talks end.\n", options=ReadingOptions(fields={"pub_date": "nope"}))
