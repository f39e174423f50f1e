"""Rows for the tables: what documents, events and statements look like as Arrow.

In: documents, events and statements as they come from coding. Out: Arrow tables whose columns have the names that the
schema gives them. A lone surrogate, which no table can hold, becomes U+FFFD, as in reading; offsets stay right.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pyarrow as pa

from dragoman.document import Document, whole
from dragoman.writing.parquet import schema as event_schema

_DATING = ("date_start", "date_end", "date_precision", "date_text", "date_basis")
_TEXTS = (
    "document_id", "content_hash", "status", "reason", "duplicate_of", "source", "title", "author", "publisher",
    "url", "language", "pub_date_basis", "text", "coder",
)  # fmt: skip


@cache
def document_schema() -> Any:
    """Columns of `documents` that a batch brings."""
    offsets = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
    other = [("version", pa.int32()), ("pub_date", pa.date32()), ("sentences", offsets)]
    return pa.schema([(name, pa.string()) for name in _TEXTS] + other)


@cache
def events_schema() -> Any:
    """The contract's columns, the version of the document, and where the event comes from ("" where coded here)."""
    return event_schema().append(pa.field("version", pa.int32())).append(pa.field("origin", pa.string()))


@cache
def statement_schema() -> Any:
    """Columns of `statements`."""
    party = event_schema().field("actors").type.value_type
    words = event_schema().field("trigger").type
    fields = [("statement_id", pa.string()), ("document_id", pa.string()), ("sentence_index", pa.int32())]
    fields += [("start", pa.int32()), ("end", pa.int32()), ("speaker", party), ("verb", pa.string())]
    fields += [("words", words), ("kind", pa.string()), ("addressee", party), ("about", pa.list_(party))]
    return pa.schema([*fields, *((name, pa.string()) for name in _DATING), ("version", pa.int32())])


def table(rows: list[dict[str, Any]], schema: Any) -> Any:
    """Rows as an Arrow table."""
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_storable(row) for row in rows], schema=schema)


def document_row(document: Document, *, offsets: Iterable[tuple[int, int]]) -> dict[str, Any]:
    """A document's own columns; what became of it is for the caller to add."""
    names = ("source", "title", "author", "publisher", "url", "language", "pub_date", "pub_date_basis", "text")
    row = {name: getattr(document, name) for name in names}
    return {"document_id": document.id, **row, "sentences": [{"start": start, "end": end} for start, end in offsets]}


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {key: _storable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_storable(inner) for inner in value]
    return value
