"""Rows of JSON lines, CSV and Parquet: which of their fields is which of a document's.

In: a row as a mapping of names to values, and the caller's mapping of names. Out: a Draft, or a Failure that says
what is missing.
"""

import datetime
import math
from collections.abc import Iterable, Iterator, Mapping

from dragoman.document import Failure
from dragoman.reading.draft import Draft
from dragoman.reading.html import looks_like_markup, markup_text
from dragoman.reading.options import NAMES, ReadingOptions
from dragoman.reading.stream import too_large


def columns(names: Iterable[str], options: ReadingOptions) -> dict[str, str]:
    """Which of these names holds which field: {"text": "Body", "id": "id"}; case counts only where it must."""
    present = list(names)
    lowered = {name.lower(): name for name in reversed(present)}
    found: dict[str, str] = {}
    for field, usual in NAMES.items():
        if mapped := options.fields.get(field):
            if mapped in present:
                found[field] = mapped
            continue
        if name := next((lowered[name] for name in usual if name in lowered), None):
            found[field] = name
    return found


def row_draft(row: Mapping[str, object], options: ReadingOptions, *, source: str) -> Draft | Failure:
    """The document that a row holds; a Failure when it has no field for the text or too long a one."""
    found = columns(row, options)
    if "text" not in found:
        return Failure(source, no_text(row, options))
    value = {field: as_text(row[name]) for field, name in found.items()}
    text = value["text"]
    if len(text) > options.max_document:
        return Failure(source, too_large(options.max_document))
    if looks_like_markup(text):
        text = markup_text(text)
    return Draft(
        source=source,
        text=text,
        id=value.get("id", ""),
        title=value.get("title", ""),
        author=value.get("author", ""),
        publisher=value.get("publisher", ""),
        url=value.get("url", ""),
        language=value.get("language", ""),
        pub_date=value.get("pub_date", ""),
    )


def unfound(names: Iterable[str], options: ReadingOptions) -> str:
    """Why a table with columns of these `names` is not read, "" where it is: none holds the text, one that is read is
    there twice, or one is not there that the caller named."""
    present = list(names)
    found = columns(present, options)
    if "text" not in found:
        return no_text(present, options)
    if twice := next((name for name in found.values() if present.count(name) > 1), ""):
        return f"the column {twice!r} is there twice; rename one"
    missing = {field: name for field, name in options.fields.items() if name not in present}
    return f"no column {_not_there(missing, present)}" if missing else ""


class Unseen:
    """Names that the caller gave and that no row has had so far; a row may leave one out, all of them may not."""

    def __init__(self, options: ReadingOptions) -> None:
        # Without its text no row is read, which each row says.
        self._left = {field: name for field, name in options.fields.items() if field != "text"}
        self._names: list[str] = []

    def see(self, row: Mapping[str, object]) -> None:
        """Take note of a row's names."""
        if self._left:
            self._names = list(row)
            self._left = {field: name for field, name in self._left.items() if name not in row}

    def failure(self, source: str) -> Iterator[Failure]:
        """What no row had, where there were rows."""
        if self._left and self._names:
            yield Failure(source, f"no field {_not_there(self._left, self._names)}")


def _not_there(missing: Mapping[str, str], names: Iterable[str]) -> str:
    field, name = next(iter(missing.items()))
    return f"is {name!r}, as --field {field}={name} has it, but {', '.join(list(names)[:12])[:200]}"


def no_text(names: Iterable[str], options: ReadingOptions) -> str:
    """The reason given where no field holds the text."""
    wanted = options.fields.get("text") or ", ".join(NAMES["text"])
    has = ", ".join(list(names)[:12]) or "no fields"
    return f"has no field for the text ({wanted}) but {has[:200]}; name it with --field text=NAME"


def as_text(value: object) -> str:
    """A row's value as text: lists are joined, dates written in ISO, nothing and not-a-number are empty."""
    # A stack, no recursion: JSON may be nested deeper than Python calls.
    found, waiting = [], [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            waiting.append(one.get("name"))
        else:
            found.append(_single(one))
    return "\n".join(found)


def _single(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)
