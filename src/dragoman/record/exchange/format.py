"""What every exchange format is made of: how it is told, what it gives back, and what it says of losses.

In: events to write, a file to read. Out: `Written` after writing; `Row` and `Problem` one by one while reading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from dragoman.document import Document
from dragoman.event import Event
from dragoman.writing.destination import destination

Lookup = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One event of a file, with the line it stood on and what the file tells of its document (`text` is empty)."""

    line: int
    event: Event
    document: Document


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line; `left_out` tells whether its event was left out or read all the same."""

    line: int
    reason: str
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """How many events and rows were written, and why how many events were left out."""

    events: int
    rows: int
    left_out: Mapping[str, int] = field(default_factory=dict)


class Write(Protocol):
    """Writes events; `documents` finds the document of an id, for its URL, publisher and date."""

    def __call__(self, events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = ...) -> Written: ...


Read = Callable[[Path], Iterator[Row | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `losses` are fields of the contract that it cannot hold, `partial` those it holds in part, and how.

    Fields of both sides' parties are named once, as "party.name". `read` is None where it is only written.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    write: Write
    read: Read | None
    losses: tuple[str, ...] = ()
    partial: tuple[tuple[str, str], ...] = ()


def no_documents(_id: str) -> Document | None:
    """The look-up for callers that have events alone."""
    return None


@contextmanager
def sink(target: BinaryIO | Path) -> Iterator[BinaryIO]:
    """The stream to write to; a path appears only when the whole file is written."""
    if isinstance(target, Path):
        with destination(target) as stream:
            yield stream
    else:
        yield target


# The fields of an event as losses name them.
PARTY = tuple(
    f"party.{name}"
    for name in ("text", "start", "end", "name", "country", "sector", "actor_code", "office", "wikidata")
)
PLACE = tuple(
    f"place.{name}" for name in ("text", "start", "end", "name", "country", "latitude", "longitude", "geonames_id")
)
SENTENCE = ("sentence_index", "sentence", "sentence_start", "sentence_end")
ACT = ("event_type", "mode", "contexts", "cameo_code", "quad_class", "goldstein")
DATES = ("date_start", "date_end", "date_precision", "date_text", "date_basis")
FIELDS = (
    "event_id", "document_id", *SENTENCE, *ACT, *PARTY, "trigger", "status", "historical", *DATES, *PLACE,
    "said_by", "confidence", "coder", "happening_id",
)  # fmt: skip


def all_but(*kept: str) -> tuple[str, ...]:
    """The fields lost where only these are held, in the contract's order."""
    return tuple(name for name in FIELDS if name not in kept)
