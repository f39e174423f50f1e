"""The shapes of the API, from which its schema is made. Field meanings: docs/contract.md.

In: nothing. Out: pydantic models. Answers are not built from them, only described; tests hold answers to them.
"""

from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Problem(_Shape):
    """What went wrong: `code` for programs, `message` for people."""

    code: str
    message: str


class Error(_Shape):
    """The one shape of every error."""

    error: Problem


class Span(_Shape):
    """Words of the document's text."""

    text: str
    start: int
    end: int


class Party(Span):
    """Who."""

    name: str
    country: str
    sector: str
    actor_code: str
    office: str
    wikidata: str


class Place(Span):
    """Where."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None


class Voice(Span):
    """Who says so."""

    name: str
    country: str
    sector: str
    voice: str


class Correction(_Shape):
    """What a person says of one field; `machine` is what the machine said."""

    field: str
    machine: Any
    reviewer: str
    note: str
    reviewed_at: str


class Event(_Shape):
    """An event as it stands: the contract's fields with what people corrected, and what they said of it."""

    event_id: str
    document_id: str
    sentence_index: int | None
    sentence: str
    sentence_start: int | None
    sentence_end: int | None
    event_type: str
    mode: str
    contexts: list[str]
    cameo_code: str
    quad_class: int | None
    goldstein: float | None
    actors: list[Party]
    recipients: list[Party]
    trigger: Span | None
    status: str
    historical: bool | None
    date_start: date | None
    date_end: date | None
    date_precision: str | None
    date_text: str | None
    date_basis: str | None
    place: Place | None
    said_by: Voice | None
    confidence: float | None
    coder: str
    happening_id: str
    version: int
    origin: str
    incident_id: str
    verdict: str
    corrections: list[Correction]


class Incident(_Shape):
    """One happening with how many report it; `event_id` is the report that shows it best. Events of another source are
    not linked: each is one, `incident_id` is empty."""

    incident_id: str
    event_id: str
    event_type: str
    mode: str
    cameo_code: str
    quad_class: int | None
    goldstein: float | None
    status: str
    date_start: date | None
    date_end: date | None
    confidence: float | None
    reports: int
    documents: int
    publishers: int | None
    first_seen: date | None
    last_seen: date | None
    disputed: list[str]
    best: Event


class Said(_Shape):
    """One value with the events that say so."""

    value: str
    event_ids: list[str]


class Disagreement(_Shape):
    """What reports say differently: about status, date, numbers or voice."""

    about: str
    values: list[Said]


class IncidentWhole(Incident):
    """An incident with all its reports and where they disagree."""

    members: list[Event]
    disagreements: list[Disagreement]


class Document(_Shape):
    """An article as lists show it."""

    document_id: str
    version: int
    status: str
    reason: str
    title: str
    author: str
    publisher: str
    url: str
    language: str
    source: str
    pub_date: date | None
    events: int


class DocumentWhole(_Shape):
    """An article with its text and its events."""

    document_id: str
    version: int
    versions: list[int]
    status: str
    reason: str
    duplicate_of: str
    title: str
    author: str
    publisher: str
    url: str
    language: str
    source: str
    pub_date: date | None
    text: str
    events: list[Event]


class Review(_Shape):
    """A claim: accept or reject an event, correct a field of it, or withdraw what was said.

    What was said of a field with what followed from it, of the field "verdict", or without a field all.
    """

    event_id: Annotated[str, Field(max_length=200)]
    verdict: Literal["accept", "reject", "correct", "withdraw"]
    field: Annotated[str, Field(max_length=40)] = ""
    value: Any = None
    note: Annotated[str, Field(max_length=2000)] = ""
    reviewer: Annotated[str, Field(max_length=100, description="Who says so; where nobody is given, the desk.")] = ""


class ReviewKept(_Shape):
    """A claim as it was kept."""

    event_id: str
    verdict: str
    field: str
    value: Any
    reviewer: str
    note: str
    reviewed_at: str
    left_out: Annotated[str, Field(description="Why it does not stand although it is the latest word; else empty.")]


class Text(_Shape):
    """What to code: a text, or a URL where the desk fetches."""

    text: str = ""
    url: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=1000)] = ""
    pub_date: Annotated[str, Field(max_length=40, description="YYYY-MM-DD; needed for relative dates.")] = ""


class CodedEvent(BaseModel):
    """An event of the contract."""

    model_config = ConfigDict(extra="allow")

    event_id: str
    event_type: str
    status: str
    confidence: float


class Coded(_Shape):
    """What a text gave; nothing of it is kept."""

    document_id: str
    text: str
    events: list[CodedEvent]


class Resolved(_Shape):
    """Who a phrase means."""

    phrase: str
    on: date
    parties: list[Party]


class Health(_Shape):
    """Whether the desk can answer: ok, or stale, which is of before the record changed; `reason` says of when."""

    status: str
    version: str
    reason: str


class Listed(_Shape, Generic[T]):
    """A page: rows, how many there are in all, and the cursor of the next page or null."""

    data: list[T]
    total: int
    next: str | None
