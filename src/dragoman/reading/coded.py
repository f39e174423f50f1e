"""Dragoman's own files told from articles: events and statements that lie in a folder of news are no news.

In: names of fields, or the first bytes of a file. Out: whether `dragoman code` has written it. A file of rows with a
field for the text is never taken for one: somebody has put it there to be read.
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from dragoman.reading.options import NAMES
from dragoman.reading.stream import PEEK

# Fields that together no other file has: of events nested, of events flat, of statements.
_OWN = (
    {"event_id", "document_id", "sentence_index", "event_type", "trigger"},
    {"event_id", "document_id", "sentence_index", "event_type", "trigger_text"},
    {"statement_id", "document_id", "speaker", "words"},
)
# The head of a table of events, and the first field of a record where the screen is too narrow for one.
_TABLES = ("who → whom, where, in which words".encode(), "\nwho → whom: ".encode())

REASON = "holds what dragoman has coded, no articles"


def coded(names: Iterable[str], *, text_field: str = "") -> bool:
    """Whether a file with these fields is Dragoman's own, `text_field` being the caller's name for the text."""
    present = set(names)
    texts = {text_field} if text_field else set(NAMES["text"])
    return not present & texts and any(fields <= present for fields in _OWN)


def coded_lines(head: bytes, *, text_field: str = "") -> bool:
    """Whether JSON lines that begin so are Dragoman's own."""
    try:
        row = json.loads(head.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and coded(row, text_field=text_field)


def coded_table(head: bytes) -> bool:
    """Whether a text that begins so is a table of events."""
    return any(sign in head for sign in _TABLES)


def coded_file(path: Path) -> bool:
    """Whether a file holds what Dragoman wrote, or nothing at all. OSError where it cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(PEEK)
    if head.startswith(b"PAR1"):
        return _coded_parquet(path)
    if not head.strip() or coded_lines(head) or coded_table(head):
        return True
    header = head.split(b"\n", 1)[0].decode("utf-8-sig", "replace").strip()
    return coded(next(csv.reader([header]), []))


def _coded_parquet(path: Path) -> bool:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return coded(parquet.read_schema(path).names)
    except (OSError, pa.ArrowException):
        return False
