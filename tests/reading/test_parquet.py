"""Parquet is read by the row, and only the columns that are needed."""

import datetime
import io
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet as files

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading import parquet
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import decompressed
from sources import DEFAULTS, STORY, drafts_of, stream_of


def table(**columns: list[Any]) -> bytes:
    written = io.BytesIO()
    files.write_table(pyarrow.table(columns), written)
    return written.getvalue()


def test_a_document_a_row() -> None:
    data = table(id=[1, 2], content=[STORY, None], date=[datetime.date(2024, 6, 21)] * 2, noise=[[1], [2]])
    assert drafts_of(parquet, data) == [
        Draft("source#row 1", STORY, id="1", pub_date="2024-06-21"),
        Draft("source#row 2", "", id="2", pub_date="2024-06-21"),
    ]


def test_many_rows_come_in_order() -> None:
    found = drafts_of(parquet, table(id=list(range(1000)), text=["Talks end."] * 1000))
    assert [draft.id for draft in found if isinstance(draft, Draft)] == [str(n) for n in range(1000)]


def test_a_mapped_column() -> None:
    (draft,) = drafts_of(parquet, table(story=[STORY]), options=ReadingOptions(fields={"text": "story"}))
    assert isinstance(draft, Draft)
    assert draft.text == STORY


def test_too_long_a_text_is_named() -> None:
    (failure,) = drafts_of(parquet, table(text=["x" * 100]), options=ReadingOptions(max_document=50))
    assert isinstance(failure, Failure)
    assert failure.source == "source#row 1"


def test_a_group_of_rows_that_would_take_all_memory_is_passed_over() -> None:
    written = io.BytesIO()
    schema = pyarrow.schema([("text", pyarrow.large_string())])
    with files.ParquetWriter(written, schema) as out:
        for texts in ([STORY], [f"{number} {STORY * 5_000}" for number in range(80)], [STORY, STORY]):
            out.write_table(pyarrow.table({"text": texts}, schema=schema))
    first, failure, *rest = drafts_of(parquet, written.getvalue())
    assert isinstance(failure, Failure)
    assert (failure.source, "group of 80 rows" in failure.reason) == ("source#row 2", True)
    assert [found.source for found in (first, *rest)] == ["source#row 1", "source#row 82", "source#row 83"]


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1 no table at all PAR1", table(text=["a" * 5000])[:-20]])
def test_a_damaged_file(data: bytes) -> None:
    with pytest.raises(SourceError, match="source: is damaged Parquet"):
        drafts_of(parquet, data)


def test_a_text_that_is_no_utf8() -> None:
    data = table(text=[f"{STORY} caf\u00e9"], id=["1"]).replace("caf\u00e9".encode(), b"caf\xff\xff")
    with pytest.raises(SourceError, match="source: is damaged Parquet"):
        drafts_of(parquet, data)


def test_no_column_for_the_text() -> None:
    with pytest.raises(SourceError, match="has no field for the text"):
        drafts_of(parquet, table(a=[1]))


def test_a_column_that_is_there_twice() -> None:
    import pyarrow

    sink = io.BytesIO()
    two = pyarrow.table([pyarrow.array([STORY]), pyarrow.array(["other"])], names=["text", "text"])
    pyarrow.parquet.write_table(two, sink)
    with pytest.raises(SourceError, match="'text' is there twice"):
        drafts_of(parquet, sink.getvalue())


def test_a_compressed_file_is_refused() -> None:
    import gzip

    stream = decompressed(stream_of(gzip.compress(table(text=["a"]))), source="s")
    with pytest.raises(SourceError, match="uncompressed file only"):
        list(parquet.drafts(stream, Origin("s"), DEFAULTS))
