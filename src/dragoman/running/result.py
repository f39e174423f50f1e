"""What coding one document gives, and the one place where a document's failure is caught.

In: a coder and one document. Out: an `Outcome`, small enough to send between processes; never an exception.
"""

import logging
from dataclasses import dataclass
from typing import Any, Protocol

from dragoman.document import Document, Failure
from dragoman.errors import DragomanError
from dragoman.event import Event

_log = logging.getLogger(__name__)


class DocumentCoder(Protocol):
    """What the loop asks of a coder."""

    def code_document(self, document: Document, /) -> list[Event]:
        """The document's events."""

    def statements(self, document: Document, /) -> list[dict[str, Any]]:
        """Who says what in the document, one row a statement."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: events and statements, or an error in one line."""

    events: tuple[Event, ...] = ()
    statements: tuple[dict[str, Any], ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One item of the input and what came of it; `document` is None where reading already failed."""

    document: Document | None
    events: tuple[Event, ...] = ()
    statements: tuple[dict[str, Any], ...] = ()
    failure: Failure | None = None


def code_one(coder: DocumentCoder, document: Document, *, statements: bool = False) -> Outcome:
    """Code one document; whatever goes wrong with it becomes its outcome."""
    try:
        events = tuple(coder.code_document(document))
        rows = tuple(coder.statements(document)) if statements else ()
    except DragomanError as error:
        return Outcome(error=_one_line(str(error)))
    except Exception as error:
        # Any exception at all: a million documents must not stop because one of them meets a fault of the
        # code. The document is named with the error and counted; who turns on debugging sees the traceback.
        _log.debug("coding %s failed", document.source or document.id, exc_info=True)
        return Outcome(error=_one_line(f"{type(error).__name__}: {error}"))
    return Outcome(events=events, statements=rows)


def result(item: Document | Failure, outcome: Outcome | None) -> Result:
    """Join an item of reading with its outcome; a failure of reading has none."""
    if isinstance(item, Failure):
        return Result(document=None, failure=item)
    if outcome is None or outcome.error:
        reason = outcome.error if outcome else "not coded"
        return Result(document=item, failure=Failure(source=item.source or item.id, reason=reason))
    return Result(document=item, events=outcome.events, statements=outcome.statements)


def _one_line(message: str) -> str:
    return " ".join(message.split())[:500]
