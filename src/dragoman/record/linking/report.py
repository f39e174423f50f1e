"""One report of a happening, flat: what linking reads of an event and its document.

In: an `Event` and its `Document`, or the columns of stored rows. Out: frozen `Report`s.
"""

from dataclasses import dataclass
from datetime import date

from dragoman.document import Document
from dragoman.event import Basis, Event, Party, Precision, Status

# A party as linking sees it: name, country (ISO 3166 alpha-3 or ""), sector (PLOVER's or "").
Side = tuple[str, str, str]
# Somebody in office, with the country: a name that stands for one human being.
Person = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one sentence reports it. Unknown texts are "", unknown dates and numbers None.

    `date_start` and `date_end` are the first and last day, both inclusive; `date_basis` tells a date that the words
    give from one that is only the day of publication. `said_by` is whom the sentence names as its source.
    `happening_id` is the coder's: events of one document that tell one happening share it; "" where nobody compared
    them. `persons` are the parties that hold an office.
    """

    event_id: str
    document_id: str
    event_type: str
    status: Status = "actual"
    publisher: str = ""
    pub_date: date | None = None
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    date_start: date | None = None
    date_end: date | None = None
    precision: Precision | None = None
    date_basis: Basis | None = None
    place_name: str = ""
    place_country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    sentence: str = ""
    trigger: str = ""
    confidence: float = 0.0
    said_by: str = ""
    mode: str = ""
    happening_id: str = ""
    persons: tuple[Person, ...] = ()


def from_event(event: Event, document: Document, *, event_id: str = "") -> Report:
    """What linking reads of an event and the document that it stands in; `event_id` where it was made before.

    Raises ValueError when the event's dates are no ISO days.
    """
    place, dating = event.place, event.dating
    return Report(
        event_id=event_id or event.event_id,
        document_id=event.document_id,
        event_type=event.event_type,
        status=event.status,
        publisher=document.publisher,
        pub_date=document.pub_date,
        actors=tuple(map(_side, event.actors)),
        recipients=tuple(map(_side, event.recipients)),
        date_start=_day(dating.date_start),
        date_end=_day(dating.date_end),
        precision=dating.date_precision,
        date_basis=dating.date_basis,
        place_name=(place.name or place.text) if place else "",
        place_country=place.country if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        sentence=event.sentence,
        trigger=event.trigger.text,
        confidence=event.confidence,
        said_by=(event.said_by.name or event.said_by.text) if event.said_by else "",
        mode=event.mode,
        happening_id=event.happening_id,
        persons=tuple([(p.name, p.country) for p in (*event.actors, *event.recipients) if p.office and p.name]),
    )


def _side(party: Party) -> Side:
    return party.name or party.text, party.country, party.sector


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
