"""Articles and coders for tests of the record: enough words that none is another's near-duplicate."""

import random
from collections.abc import Iterable
from datetime import date
from typing import Any

from dragoman.document import Document, content_id
from dragoman.event import Event
from fakes import SENTENCE, FakeCoder, event

_WORDS = (
    "harbour grain border envoy ridge council ferry winter quota rail depot orchard valley delegates tariff bridge "
    "canal customs garrison island lantern market mission north outpost parcel quarry river season treaty union vessel"
)


def body(number: int, *, words: int = 40) -> str:
    """The sentence that the fake coder codes, and words of this number's own."""
    drawn = random.Random(number)
    return f"{SENTENCE} {' '.join(drawn.choice(_WORDS.split()) for _ in range(words))} {number}."


def article(number: int, *, text: str = "", **fields: Any) -> Document:
    """A numbered article with an id of its own."""
    given = {"source": f"news/{number}.txt", "title": f"Visit {number}", "pub_date": date(2024, 6, 21)} | fields
    return Document(id=f"a{number}", text=text or body(number), **given)


def found_text(text: str, *, source: str = "notes/a.txt", **fields: Any) -> Document:
    """A text without an id of its own, as a file gives it."""
    return Document(id=content_id(text), text=text, source=source, **fields)


class Coder(FakeCoder):
    """One event and one statement a document, trouble where its text asks for it."""

    def statements(self, document: Document, /) -> list[dict[str, Any]]:
        """One statement."""
        made = event(document.id)
        party = made.to_dict()["actors"][0]
        return [
            {
                "statement_id": f"st-{document.id}", "document_id": document.id, "sentence_index": 0, "start": 0,
                "end": 73, "speaker": party, "verb": "said", "words": {"text": "all is well", "start": 1, "end": 9},
                "kind": "quoted", "addressee": None, "about": [party], "date_start": "2024-06-19",
                "date_end": "2024-06-19", "date_precision": "day", "date_text": None, "date_basis": "publication",
            }
        ]  # fmt: skip


class Scripted(Coder):
    """Gives the events of a list to the documents they name."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = list(events)

    def code_document(self, document: Document, /) -> list[Event]:
        """The events that name this document."""
        return [made for made in self.events if made.document_id == document.id]
