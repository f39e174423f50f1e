"""What people annotated: sentences with whole events, or sentences with a marked pair of parties.

In: a file in one of four forms (see `formats`). Out: a `Gold` with the documents to be coded. A field of an event is
None where the file has no such layer, and "" where the annotators found none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.document import Document

Span = tuple[int, int]

# Older sets keep CAMEO's YIELD, which PLOVER split into CONCEDE and RETREAT.
YIELD = "YIELD"


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A party as annotated: its words, ISO 3166 alpha-3 country or "", and a canonical name or ""."""

    text: str
    country: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as annotated; `event_type` may be YIELD, `when` is YYYY, YYYY-MM or YYYY-MM-DD."""

    event_type: str
    actors: tuple[GoldParty, ...] = ()
    recipients: tuple[GoldParty, ...] = ()
    mode: str | None = None
    status: str | None = None
    when: str | None = None
    place: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence and all its events; `context` is what stood before it, where the file tells."""

    id: str
    document_id: str
    text: str
    events: tuple[GoldEvent, ...]
    context: str = ""
    title: str = ""
    pub_date: date | None = None


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence with a marked actor and recipient (None: not in the sentence) and the type between them."""

    id: str
    text: str
    actor: Span | None
    recipient: Span | None
    event_type: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: `sentences` and the `documents` to code for them, or `pairs`."""

    name: str
    sentences: tuple[GoldSentence, ...] = ()
    documents: tuple[Document, ...] = ()
    pairs: tuple[GoldPair, ...] = ()

    @property
    def folds_yield(self) -> bool:
        """Whether CONCEDE and RETREAT count as YIELD, because the file does not tell them apart."""
        events = (event.event_type for sentence in self.sentences for event in sentence.events)
        return YIELD in {*events, *(pair.event_type for pair in self.pairs)}


def joined(sentences: Iterable[GoldSentence]) -> tuple[Document, ...]:
    """One document for each document id: contexts and sentences in the file's order, nothing twice."""
    by_document: dict[str, list[GoldSentence]] = {}
    for sentence in sentences:
        by_document.setdefault(sentence.document_id, []).append(sentence)
    return tuple(_document(name, rows) for name, rows in by_document.items())


def partial_date(value: object) -> date | None:
    """A full ISO day as a date; None for anything less, which is no publication day."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def _document(name: str, rows: list[GoldSentence]) -> Document:
    text = ""
    for i, row in enumerate(rows):
        context = row.context
        for earlier in rows[:i]:
            context = context.replace(earlier.text, " ")
        for piece in (context.strip(), row.text.strip()):
            text = _appended(text, piece)
    day = rows[0].pub_date
    return Document(
        id=name,
        text=text,
        source=name,
        title=rows[0].title,
        language="en",
        pub_date=day,
        pub_date_basis="metadata" if day else "",
    )


def _appended(text: str, piece: str) -> str:
    """The text with a piece after it, less what of the piece the text already holds or ends with."""
    if not piece or piece in text:
        return text
    # Only whole words overlap: a text that ends in "a" is not the beginning of "an army".
    ends = [match.start() for match in re.finditer(r"\s", piece)]
    overlap = next((end for end in reversed(ends) if text.endswith(piece[:end])), 0)
    # A cut piece begins with the space it was cut at.
    return f"{text}{piece[overlap:]}" if overlap else f"{text} {piece}".strip()
