"""Parquet: a document a row.

In: a stream of bytes that can be searched, as a file's can. Out: a Draft a row, a small batch of rows at a time.
"""

from collections.abc import Iterator
from io import BufferedReader, BytesIO, FileIO
from typing import Any

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading.coded import REASON, coded
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.rows import columns, row_draft, unfound

# Rows held at once. Articles are some kilobytes, but a row may be as large as a document may be.
BATCH = 8
# A column of a group of rows is read in pieces, not whole: groups of a million articles are usual.
_PIECE = 1 << 20
# Bytes of text in a group of rows, unless they are this many a row at most: news is a tenth of it.
_GROUP, _MEAN = 1 << 26, 1 << 17


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every row. Raises SourceError for a damaged file or one without a column for the text."""
    import pyarrow

    if not isinstance(stream.raw, FileIO | BytesIO) or not stream.seekable():
        raise SourceError(f"{origin.source}: Parquet is read from an uncompressed file only; save it as one first")
    try:
        for number, row in _rows(stream, origin, options):
            name = f"{origin.source}#row {number}"
            if not number:
                yield Failure(origin.source, REASON, "skipped")
            else:
                yield Failure(name, row) if isinstance(row, str) else row_draft(row, options, source=name)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{origin.source}: is damaged Parquet: {str(error).splitlines()[0][:200]}") from error


def _rows(
    stream: BufferedReader, origin: Origin, options: ReadingOptions
) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Numbered rows; where a group of them cannot be held, its first row with the reason; 0 for a file of our own."""
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream, buffer_size=_PIECE)
    names = table.schema_arrow.names
    found = columns(names, options)
    if coded(names, text_field=options.fields.get("text", "")):
        yield 0, REASON
        return
    if reason := unfound(names, options):
        raise SourceError(f"{origin.source}: {reason}")
    number = 1
    for place in range(table.num_row_groups):
        group = table.metadata.row_group(place)
        if reason := _too_large(group, found["text"]):
            yield number, reason
        else:
            batches = table.iter_batches(batch_size=BATCH, row_groups=[place], columns=list(found.values()))
            yield from enumerate((row for batch in batches for row in batch.to_pylist()), number)
        number += group.num_rows


def _too_large(group: Any, name: str) -> str:
    """Why a group of rows cannot be held: a page of it is unpacked whole, and may hold a thousand texts."""
    sizes = {
        column.path_in_schema: column.total_uncompressed_size for column in map(group.column, range(group.num_columns))
    }
    size = sizes.get(name, 0)
    if size <= _GROUP or size <= _MEAN * group.num_rows:
        return ""
    return (
        f"its group of {group.num_rows:,} rows holds {size:,} bytes of text, too much to unpack; none of them is read"
    )
