"""Exporting and importing as plain functions: events and a path in, a report out. They know no record.

In: events, or a file. Out: the file with a report of what it could not hold; or its events and its problems.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.exchange import Lookup, Problem, Row, Written, format_of
from dragoman.record.exchange.format import Format, no_documents
from dragoman.writing.numbers import counted

# Lost fields named in one line of a report; the documentation has all.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, in which format, and what is to be told of it, a line each."""

    format: Format
    written: Written
    told: tuple[str, ...]


def export_events(
    events: Iterable[Event], path: Path, *, format: str = "", documents: Lookup = no_documents
) -> Exported:
    """Write the events; the format goes by the suffix unless it is given.

    `documents` finds a document by its id, for URL, publisher and date. The file appears only when it is whole.
    Raises UsageError for an unknown format, DragomanError where the file cannot be written.
    """
    chosen = format_of(path, asked=format)
    written = chosen.write(events, path, documents=documents)
    return Exported(chosen, written, tuple(_told(chosen, written)))


def import_events(path: Path, *, format: str = "", mentions: Path | None = None) -> Iterator[Row | Problem]:
    """Each event of a file and each problem with its line, as they come; the format goes by the suffix.

    `mentions` is the GDELT file of mentions that belongs to a GDELT file of events. Raises UsageError for a format
    that is unknown or only written, SourceError where the file is missing, damaged or of another format.
    """
    chosen = format_of(path, asked=format, reading=True)
    if mentions:
        if chosen.name != "gdelt":
            raise UsageError(f"mentions belong to the format gdelt, not to {chosen.name}")
        from dragoman.record.exchange import gdelt

        return gdelt.read(path, mentions=mentions)
    if chosen.read is None:
        raise UsageError(f"{chosen.name} is only written, never read")
    return chosen.read(path)


def _told(format: Format, written: Written) -> Iterator[str]:
    for reason, count in written.left_out.items():
        yield f"{counted(count, 'event', more='left out')}: {reason}"
    if format.losses:
        more = f" and {len(format.losses) - _SHOWN} more" if len(format.losses) > _SHOWN else ""
        yield f"{format.title} cannot hold {', '.join(format.losses[:_SHOWN])}{more} (docs/formats.md)"
