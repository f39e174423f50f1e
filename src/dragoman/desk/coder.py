"""Coding what somebody pastes: one coder for the whole desk, one text at a time, nothing kept.

In: a text or a URL. Out: events and the reasons that the coder gives. Raises UsageError, SourceError, BusyError.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property

from dragoman.coding.coder import Coder
from dragoman.coding.explaining import Explanation
from dragoman.desk.errors import BusyError, RefusedError
from dragoman.desk.options import Options
from dragoman.document import Document, composed, content_id, day_of, whole
from dragoman.errors import SourceError, UsageError
from dragoman.event import Event
from dragoman.reading import ReadingOptions, scan
from dragoman.reading.language import ENGLISH, language_of

# Those who wait for the coder, each in a thread of the server.
_WAITING = 8
_PATIENCE = 30.0


class DeskCoder:
    """Codes one text at a time; the network is loaded with the first."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._one = threading.Lock()
        self._places = threading.BoundedSemaphore(_WAITING)

    def code(self, document: Document) -> list[Event]:
        """The events of a document."""
        with self._turn():
            return self._coder.code_document(document)

    def explain(self, document: Document) -> list[Explanation]:
        """Every candidate of a document with what became of it, and why."""
        with self._turn():
            return self._coder.explain(document)

    def document(self, *, text: str = "", url: str = "", day: str = "", title: str = "") -> Document:
        """The document of a text or of a page. Raises UsageError, SourceError, RefusedError."""
        if bool(text.strip()) == bool(url.strip()):
            raise UsageError("give a text or a URL, and not both")
        when = day_of(day.strip() or None, name="date")
        if url:
            return self._fetched(url.strip(), when)
        if len(text) > self._options.max_text:
            raise UsageError(f"text: {len(text):,} characters; at most {self._options.max_text:,} are coded here")
        clean, title = composed(whole(text.replace("\r\n", "\n"))), composed(whole(title))
        language = language_of(clean)
        if language not in ("", ENGLISH):
            raise UsageError(f"text: its language is {language}, not English; only English is coded")
        document = Document(content_id(clean, title=title), clean, title=title, pub_date=when)
        return replace(document, pub_date_basis="argument") if when else document

    def _fetched(self, url: str, when: date | None) -> Document:
        if not self._options.fetch:
            raise RefusedError("this desk fetches no URLs; start it with --fetch, or paste the text")
        if not url.lower().startswith(("http://", "https://")):
            raise UsageError("url: begins with http:// or https://")
        limits = ReadingOptions(date=when, public_only=True, max_document=4 << 20, total_timeout=20.0)
        found = next(iter(scan([url], limits)), None)
        if not isinstance(found, Document):
            raise SourceError(found.reason if found else f"{url[:200]}: holds nothing to code")
        if len(found.text) > self._options.max_text:
            raise UsageError(f"{url[:200]}: is longer than the {self._options.max_text:,} characters coded here")
        return found

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise BusyError("many texts are being coded; try again in a moment")
        try:
            if not self._one.acquire(timeout=_PATIENCE):
                raise BusyError("the coder is busy; try again in a moment")
            try:
                yield
            finally:
                self._one.release()
        finally:
            self._places.release()

    @cached_property
    def _coder(self) -> Coder:
        return Coder(actors=self._options.actors or None, min_confidence=self._options.min_confidence)
