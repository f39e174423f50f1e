"""Parquet: a document a row.

In: a stream of bytes that can be searched, as a file's can. Out: a Draft a row, a small batch of rows at a time.
"""

from collections.abc import Iterator
from io import BufferedReader, BytesIO, FileIO
from typing import Any

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.options import ReadingOptions
from dragoman.reading.rows import columns, no_text, row_draft

# Rows held at once. Articles are some kilobytes, but a row may be as large as a document may be.
BATCH = 8
# A column of a group of rows is read in pieces, not whole: groups of a million articles are usual.
_PIECE = 1 << 20


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every row. Raises SourceError for a damaged file or one without a column for the text."""
    import pyarrow

    if not isinstance(stream.raw, FileIO | BytesIO) or not stream.seekable():
        raise SourceError(f"{origin.source}: Parquet is read from an uncompressed file only; save it as one first")
    try:
        for number, row in enumerate(_rows(stream, origin, options), 1):
            yield row_draft(row, options, source=f"{origin.source}#row {number}")
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{origin.source}: is damaged Parquet: {str(error).splitlines()[0][:200]}") from error


def _rows(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream, buffer_size=_PIECE)
    names = table.schema_arrow.names
    found = columns(names, options)
    if "text" not in found:
        raise SourceError(f"{origin.source}: {no_text(names, options)}")
    for batch in table.iter_batches(batch_size=BATCH, columns=list(found.values())):
        yield from batch.to_pylist()
