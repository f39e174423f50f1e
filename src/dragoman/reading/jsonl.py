"""JSON: a document a line, or a file that is one object or one list of objects.

In: a stream of bytes. Out: a Draft a row; a Failure with its line number for a row that is none.
"""

import json
from collections.abc import Iterator
from io import BufferedReader

from dragoman.document import Failure
from dragoman.errors import DocumentError
from dragoman.reading.decoding import decode
from dragoman.reading.draft import Draft, Origin
from dragoman.reading.lines import lines
from dragoman.reading.options import ReadingOptions
from dragoman.reading.rows import Unseen, row_draft
from dragoman.reading.stream import peek, read_all


def drafts(stream: BufferedReader, origin: Origin, options: ReadingOptions) -> Iterator[Draft | Failure]:
    """A draft for every row. Lines are read one at a time; a list is read whole and has the limit of a document."""
    unseen = Unseen(options)
    head = peek(stream, source=origin.source).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"[") or head.split(b"\n", 1)[0].strip() == b"{":
        yield from _whole(stream, origin, options, unseen=unseen)
        yield from unseen.failure(origin.source)
        return
    for number, line in lines(stream, source=origin.source, limit=options.max_document):
        if isinstance(line, Failure):
            yield line
        elif line.strip():
            yield _row(line, options, unseen=unseen, source=f"{origin.source}#line {number}")
    yield from unseen.failure(origin.source)


def _row(line: str, options: ReadingOptions, *, unseen: Unseen, source: str) -> Draft | Failure:
    try:
        row = parsed(line)
    except ValueError as error:
        return Failure(source, f"is no JSON: {error}; each line must be one whole object")
    return _draft(row, options, unseen=unseen, source=source)


def _draft(row: object, options: ReadingOptions, *, unseen: Unseen, source: str) -> Draft | Failure:
    if not isinstance(row, dict):
        return Failure(source, f"is {kind_of(row)}, not a JSON object with named fields")
    unseen.see(row)
    return row_draft(row, options, source=source)


def kind_of(value: object) -> str:
    """What a JSON value is, in JSON's own words."""
    if isinstance(value, dict):
        return "an object"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "a list" if isinstance(value, list) else "a string" if isinstance(value, str) else "a number"


def _whole(
    stream: BufferedReader, origin: Origin, options: ReadingOptions, *, unseen: Unseen
) -> Iterator[Draft | Failure]:
    text = decode(read_all(stream, source=origin.source, limit=options.max_document), source=origin.source)
    try:
        found = parsed(text)
    except ValueError as error:
        raise DocumentError(f"{origin.source}: is no JSON: {error}") from error
    if not isinstance(found, list):
        yield _draft(found, options, unseen=unseen, source=origin.source)
        return
    for number, row in enumerate(found, 1):
        yield _draft(row, options, unseen=unseen, source=f"{origin.source}#item {number}")


def parsed(text: str) -> object:
    """The value of a JSON text. Raises ValueError in one line, also for one nested too deep."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        # Some of the library's messages end in "at" themselves.
        raise ValueError(f"{error.msg.removesuffix(' at')} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return value
