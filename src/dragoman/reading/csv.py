"""CSV and its kin: a header line, then a document a row.

In: a stream of bytes. Out: a Draft a row; a Failure with its line number for a row that is none. The delimiter
(comma, semicolon, tab or bar) is the one the header has most of.
"""

import csv
from collections.abc import Iterator
from io import BufferedReader
from typing import Protocol

from dragoman.document import Failure
from dragoman.errors import SourceError
from dragoman.reading.coded import REASON, coded
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.lines import lines
from dragoman.reading.options import ReadingOptions
from dragoman.reading.rows import row_draft, unfound

DELIMITERS = ",\t;|"


class Rows(Protocol):
    """What csv.reader gives."""

    line_num: int

    def __next__(self) -> list[str]: ...


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every row after the header. Raises SourceError when the header names no field for the text."""
    # The library's own limit of 128 KiB a field is shared by the process; it is only ever raised here.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_document))
    numbered = lines(stream, source=origin.source, limit=options.max_document)
    first = next(numbered, (0, ""))[1]
    header = _header(first, origin.source)
    if coded(header, text_field=options.fields.get("text", "")):
        yield Failure(origin.source, REASON, "skipped")
        return
    if reason := unfound(header, options):
        raise SourceError(f"{origin.source}: {reason}")
    bad: list[Failure] = []
    rows = csv.reader(_texts(numbered, bad), delimiter=_delimiter(str(first)), strict=True)
    for name, row in _numbered(rows, origin.source):
        yield from bad
        bad.clear()
        yield row if isinstance(row, Failure) else _draft(header, row, options, source=name)
    yield from bad


def _header(line: str | Failure, source: str) -> list[str]:
    if isinstance(line, Failure):
        raise SourceError(f"{source}: header {line.reason}")
    try:
        names = next(csv.reader([line], delimiter=_delimiter(line), strict=True), [])
    except csv.Error as error:
        raise SourceError(f"{source}: header is no CSV: {error}; it must be one line of names") from error
    return [name.strip() for name in names]


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def _texts(numbered: Iterator[tuple[int, str | Failure]], bad: list[Failure]) -> Iterator[str]:
    """The lines that can be read, and an empty one for each that cannot, so that numbers stay right."""
    for _, line in numbered:
        if isinstance(line, Failure):
            bad.append(line)
        yield "\n" if isinstance(line, Failure) else line


def _numbered(rows: Rows, source: str) -> Iterator[tuple[str, list[str] | Failure]]:
    """Each row with its name; the header is line 1."""
    while True:
        name = f"{source}#line {rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield name, Failure(name, f"is no CSV row: {error}; a quote inside a quoted field is written twice")
            continue
        if row:
            yield name, row


def _draft(header: list[str], row: list[str], options: ReadingOptions, *, source: str) -> Draft | Failure:
    if len(row) > len(header):
        return Failure(source, f"has {len(row)} fields but the header has {len(header)}; quote fields that hold commas")
    return row_draft(dict(zip(header, row, strict=False)), options, source=source)
