"""Parquet: one event a row, nested columns under one fixed schema, for DuckDB, pandas, polars, Spark.

In: documents with their events. Out: row groups of `GROUP` events, so that memory does not grow.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa
from pyarrow import parquet

from dragoman.document import Document
from dragoman.event import Event

if TYPE_CHECKING:
    from dragoman.writing import Write

# About 3 kB an event in memory: 15 MB are held, and groups stay large enough to compress.
GROUP = 5_000

_KINDS = {"s": pa.string(), "i": pa.int32(), "f": pa.float64(), "b": pa.bool_(), "l": pa.int64()}
_SPAN = {"text": "s", "start": "i", "end": "i"}
_PARTY = _SPAN | dict.fromkeys(("name", "country", "sector", "actor_code", "office", "wikidata"), "s")
_PLACE = _SPAN | {"name": "s", "country": "s", "latitude": "f", "longitude": "f", "geonames_id": "l"}
_VOICE = _SPAN | dict.fromkeys(("name", "country", "sector", "voice"), "s")
_COLUMNS: dict[str, str | dict[str, str] | list[str | dict[str, str]]] = {
    "event_id": "s",
    "document_id": "s",
    "sentence_index": "i",
    "sentence": "s",
    "sentence_start": "i",
    "sentence_end": "i",
    "event_type": "s",
    "mode": "s",
    "contexts": ["s"],
    "cameo_code": "s",
    "quad_class": "i",
    "goldstein": "f",
    "actors": [_PARTY],
    "recipients": [_PARTY],
    "trigger": _SPAN,
    "status": "s",
    "historical": "b",
    "date_start": "s",
    "date_end": "s",
    "date_precision": "s",
    "date_text": "s",
    "date_basis": "s",
    "place": _PLACE,
    "said_by": _VOICE,
    "confidence": "f",
    "coder": "s",
    "happening_id": "s",
}


def _arrow(kind: str | dict[str, str] | list[str | dict[str, str]]) -> Any:
    if isinstance(kind, str):
        return _KINDS[kind]
    if isinstance(kind, dict):
        return pa.struct([pa.field(name, _arrow(inner)) for name, inner in kind.items()])
    return pa.list_(_arrow(kind[0]))


@cache
def schema() -> Any:
    """The fixed schema, a `pyarrow.Schema`: the contract's names in the contract's order."""
    return pa.schema([pa.field(name, _arrow(kind)) for name, kind in _COLUMNS.items()])


@contextmanager
def opened(stream: BinaryIO) -> Iterator["Write"]:
    """A function that takes one document's events; a group is written when full, the rest at the end."""
    rows: list[dict[str, Any]] = []
    with parquet.ParquetWriter(stream, schema(), compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema()))
            rows.clear()

        def write(_document: Document, events: tuple[Event, ...]) -> None:
            rows.extend(event.to_dict() for event in events)
            if len(rows) >= GROUP:
                flush()

        yield write
        if rows:
            flush()
