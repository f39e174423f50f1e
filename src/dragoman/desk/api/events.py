"""Events, incidents and documents over the API: lists by filters, and each by its id.

In: filters and cursors. Out: pages as JSON or files.
"""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from dragoman.desk import documents, incidents, sending
from dragoman.desk.api import models
from dragoman.desk.api.answers import (
    ERRORS,
    LONGEST_ID,
    MOST_FILE,
    MOST_JSON,
    Accept,
    Asked,
    Cursor,
    Format,
    Limit,
    TheDesk,
    chunks,
    file,
    listed,
    page,
    told,
)
from dragoman.desk.lists import Query as Asking
from dragoman.desk.lists import orders

router = APIRouter(tags=["events"], responses=ERRORS)

_WORDS = 'Words of title, publisher, author or source, all of them; "in quotes" as they stand.'
_STATUS = "coded, duplicate or failed; left_out: what reading left out, which has a source and a reason alone."
_ID = Annotated[str, Path(max_length=LONGEST_ID)]


def _sort(kind: Any) -> Any:
    return Query(max_length=40, description=f"One of {', '.join(orders(kind))}.")


@router.get("/events", responses=listed(models.Listed[models.Event]))
def events(
    desk: TheDesk,
    asked: Asked,
    sort: Annotated[str, _sort("events")] = "latest",
    limit: Limit = None,
    cursor: Cursor = "",
    format: Format = None,
    accept: Accept = "",
) -> Response:
    """Events that the filters mean."""
    form = sending.form_of(accept, format)
    if form == "json":
        query = Asking(filters=asked, order=sort, after=cursor, limit=min(limit or 50, MOST_JSON))
        found = desk.page(query)
        return page(desk.events(found.rows), total=found.total, next=found.next)
    query = Asking(filters=asked, order=sort, after=cursor, limit=limit or MOST_FILE)
    rows = desk.page(query).rows
    return file("events", form, sending.events(chunks(rows, desk.events), form))


@router.get("/events/{event_id}", response_model=models.Event)
def event(desk: TheDesk, event_id: _ID) -> Response:
    """One event."""
    return told(desk.event(event_id))


@router.get("/incidents", responses=listed(models.Listed[models.Incident]))
def all_incidents(
    desk: TheDesk,
    asked: Asked,
    sort: Annotated[str, _sort("incidents")] = "latest",
    limit: Limit = None,
    cursor: Cursor = "",
    format: Format = None,
    accept: Accept = "",
) -> Response:
    """Incidents of which some report fits the filters; status and days are the incident's own. As a file: their best
    reports, as events, and their number."""
    form = sending.form_of(accept, format)
    query = Asking(kind="incidents", filters=asked, order=sort, after=cursor, limit=min(limit or 50, MOST_JSON))
    if form == "json":
        found = desk.page(query)
        return page(incidents.told(desk, found.rows), total=found.total, next=found.next)
    rows = desk.page(replace(query, limit=limit or MOST_FILE)).rows
    parts = chunks(rows, partial(incidents.best, desk))
    return file("incidents", form, sending.events(parts, form, more=sending.REPORTED))


@router.get("/incidents/{incident_id}", response_model=models.IncidentWhole)
def incident(desk: TheDesk, incident_id: _ID) -> Response:
    """One incident with all its reports and where they disagree."""
    return told(incidents.whole(desk, incident_id))


@router.get("/documents", responses=listed(models.Listed[models.Document]))
def all_documents(
    desk: TheDesk,
    words: Annotated[str, Query(max_length=300, description=_WORDS)] = "",
    status: Annotated[str, Query(max_length=20, description=_STATUS)] = "",
    since: Annotated[str, Query(max_length=10, description="Published from this day, month or year on.")] = "",
    until: Annotated[str, Query(max_length=10, description="Published up to this day, month or year.")] = "",
    limit: Limit = None,
    cursor: Cursor = "",
    format: Format = None,
    accept: Accept = "",
) -> Response:
    """Articles of the record, the latest published first, without their text."""
    form = sending.form_of(accept, format)
    most = min(limit or 50, MOST_JSON) if form == "json" else limit or MOST_FILE
    asked = documents.Asked(words=words, status=status, since=since, until=until, after=cursor, limit=most)
    found = documents.page(desk.snapshot, asked)
    if form == "json":
        return page(found.rows, total=found.total, next=found.next)
    return file("documents", form, sending.rows(documents.as_table(found.rows), form))


@router.get("/documents/{document_id:path}", response_model=models.DocumentWhole)
def document(
    desk: TheDesk, document_id: _ID, version: Annotated[int | None, Query(ge=1, le=1 << 30)] = None
) -> Response:
    """One article with its text and its events, in its latest or another version."""
    found = desk.document(document_id, version=version)
    shown = {name: found[name] for name in models.DocumentWhole.model_fields if name != "events"}
    return told(shown | {"events": desk.of_document(document_id, version=found["version"])})
