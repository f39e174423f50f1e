"""A document laid out for coding: its sentences, who is in it, and which countries it is about.

In: a Document. Out: a `Story`, made once a document and shared by everything that settles its events.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.actors.coreference import Cast
from dragoman.coding.sentences import sentences
from dragoman.document import Document
from dragoman.event import Party


@dataclass(frozen=True, slots=True)
class Story:
    """`spans` are the sentences' characters in the document's text; `cast` resolves its people and groups."""

    document: Document
    spans: list[tuple[int, int]]
    cast: Cast

    @classmethod
    def of(cls, document: Document) -> "Story":
        """Lay out a document."""
        spans = sentences(document.text)
        cast = Cast(document.text, spans, pub_date=document.pub_date, title=document.title)
        return cls(document, spans, cast)

    def sentence(self, index: int) -> str:
        """The words of a sentence."""
        start, end = self.spans[index]
        return self.document.text[start:end]

    def parties(self, spans: Iterable[tuple[int, int]], *, on: date | None = None) -> tuple[Party, ...]:
        """Who the words at these spans of the document are, each party once."""
        found: dict[tuple[str, str, str], Party] = {}
        for start, end in spans:
            for party in self.cast.parties(start, end, on=on):
                found.setdefault((party.name, party.country, party.sector), party)
        return tuple(found.values())


def countries(parties: Iterable[Party]) -> Counter[str]:
    """How often each country is among the parties."""
    return Counter(party.country for party in parties if party.country)
