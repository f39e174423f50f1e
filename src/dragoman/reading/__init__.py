"""Reading: sources become documents. In: paths, folders, URLs, "-". Out: cleaned and dated Documents.

`read` is for Python, `scan` for the command line, which shows failures itself.
"""

import datetime
import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.document import Document, Failure
from dragoman.reading.dating import date_argument
from dragoman.reading.options import ReadingOptions
from dragoman.reading.scanning import scan

__all__ = ["ReadingOptions", "date_argument", "read", "scan"]

log = logging.getLogger(__name__)


def read(
    *sources: str | Path,
    date: datetime.date | str | None = None,
    fields: Mapping[str, str] | None = None,
    on_failure: Callable[[Failure], object] | None = None,
    **limits: Any,
) -> Iterator[Document]:
    """Documents of these sources, read lazily: paths, folders, http(s) URLs, feeds, "-" for standard input.

    `date` (a date or "YYYY-MM-DD") is the publication date of all of them, `fields` maps a document's field to
    its name in rows ({"text": "body"}), `limits` are further fields of ReadingOptions. What cannot be read is
    handed to `on_failure`, by default logged as a warning. Raises UsageError at once for a wrong date or field.
    """
    day = date_argument(date) if isinstance(date, str) else date
    options = ReadingOptions(date=day, fields=dict(fields or {}), **limits)
    return _documents(sources, options, on_failure or _warn)


def _documents(
    sources: tuple[str | Path, ...], options: ReadingOptions, on_failure: Callable[[Failure], object]
) -> Iterator[Document]:
    for result in scan(sources, options):
        if isinstance(result, Document):
            yield result
        else:
            on_failure(result)


def _warn(failure: Failure) -> None:
    log.warning("%s: %s: %s", failure.source, failure.kind, failure.reason)
