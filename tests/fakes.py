"""Coders and events for tests of the loop and of the formats: no model, no parse, our own sentences."""

import os
import signal
import time
from datetime import date
from typing import Any

from dragoman.document import Document
from dragoman.errors import DocumentError, ModelError
from dragoman.event import Dating, Event, Party, Place, Voice, Words

SENTENCE = "The president of Arvania visited Belmora on Wednesday, the ministry said."


def event(document_id: str = "doc-1", *, confidence: float = 0.91, text: str = SENTENCE, **changes: Any) -> Event:
    """One event of `SENTENCE` with every field filled."""
    fields: dict[str, Any] = {
        "document_id": document_id,
        "sentence_index": 0,
        "sentence": text,
        "sentence_start": 0,
        "sentence_end": len(text),
        "event_type": "CONSULT",
        "mode": "visit",
        "contexts": ("diplomatic", "economic"),
        "cameo_code": "042",
        "quad_class": 1,
        "goldstein": 1.9,
        "actors": (Party("The president of Arvania", 0, 24, name="Ada Rell", country="ARV", sector="GOV"),),
        "recipients": (Party("Belmora", 33, 40, name="Belmora", country="BLM", actor_code="BLM"),),
        "trigger": Words("visited", 25, 32),
        "status": "actual",
        "historical": False,
        "dating": Dating("2024-06-19", "2024-06-19", "day", "on Wednesday", "relative"),
        "place": Place("Belmora", 33, 40, name="Belmora", country="BLM", latitude=1.5, longitude=-2.25),
        "said_by": Voice("the ministry", 55, 67, name="Foreign Ministry", country="ARV", sector="GOV"),
        "confidence": confidence,
        "coder": "test",
    }
    return Event(**(fields | changes))


def bare_event(document_id: str = "doc-1") -> Event:
    """An event with nothing but its trigger: no parties, no place, no voice, no date."""
    empty: tuple[Party, ...] = ()
    return event(document_id, actors=empty, recipients=empty, contexts=(), place=None, said_by=None, dating=Dating())


def document(number: int = 1, *, text: str = SENTENCE) -> Document:
    """A numbered document."""
    return Document(
        id=f"doc-{number}",
        text=text,
        source=f"news/{number}.txt",
        title=f"Visit {number}",
        pub_date=date(2024, 6, 21),
    )


class FakeCoder:
    """One event a document; the text of a document may ask for trouble instead."""

    def code_document(self, document: Document, /) -> list[Event]:
        """Do what the document's text says."""
        if document.text == "error":
            raise DocumentError("nothing to parse")
        if document.text == "fault":
            raise KeyError("spans")
        if document.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text.startswith("die once "):
            _die_once(document.text.removeprefix("die once "))
        if document.text.startswith("sleep "):
            time.sleep(float(document.text.removeprefix("sleep ")))
        return [event(document.id)]

    def statements(self, document: Document, /) -> list[dict[str, Any]]:
        """One statement a document."""
        return [{"document_id": document.id, "said_by": "the ministry"}]


def _die_once(path: str) -> None:
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8"):
            os.kill(os.getpid(), signal.SIGKILL)


def no_coder() -> FakeCoder:
    """A coder whose weights are missing."""
    raise ModelError("the shipped weights are missing; install the package again")


def dying_coder() -> FakeCoder:
    """A coder that ends its process while it is being made."""
    os._exit(3)
