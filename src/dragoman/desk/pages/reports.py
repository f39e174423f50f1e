"""Single things: an event with its evidence, an incident with all its reports, a document with its events.

In: ids. Out: pages.
"""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk import incidents, marks, reasons
from dragoman.desk.api.answers import TheDesk
from dragoman.desk.desk import Desk
from dragoman.desk.details import Row
from dragoman.desk.pages.phrasing import days, part, who
from dragoman.desk.pages.views import page
from dragoman.document import Document

router = APIRouter()


@router.get("/events/{event_id}")
def event(request: Request, desk: TheDesk, event_id: str) -> Response:
    """One event."""
    row = desk.event(event_id)
    document = desk.details.document(row["document_id"], version=row["version"])
    neighbours = desk.of_document(row["document_id"], version=row["version"])
    replaced = not desk.counts(event_id)
    return page(
        request, "event.html", title=headline(row), event=row, document=document, pieces=evidence(row, document),
        reasons=reasons.reasons(row), neighbours=[one for one in neighbours if one["event_id"] != event_id],
        article=_article(row, document, replaced=replaced), replaced=replaced,
    )  # fmt: skip


def _article(row: Row, document: Row | None, *, replaced: bool) -> str:
    """The page on which an event's article stands in the version that tells it: where it counts, at the event."""
    latest = document is None or row["version"] == document["versions"][-1]
    version = "" if latest else f"&version={row['version']}"
    return f"/document?id={part(row['document_id'])}{version}{'' if replaced else '#e-' + row['event_id']}"


def headline(row: Row) -> str:
    """An event in one line, as a title: who, what, whom, when."""
    actors, recipients = (" and ".join(who(party) for party in row[side][:2]) for side in ("actors", "recipients"))
    kind = f"{row['event_type'].lower()}{' · ' + row['mode'] if row['mode'] else ''}"
    sides = " → ".join(side for side in (actors, recipients) if side)
    return f"{sides or 'Unnamed'}: {kind}, {days(row)}"


def evidence(row: Row, document: Row | None) -> list[marks.Piece]:
    """The sentence in its paragraph, or alone where the article is not there."""
    if document is None or not marks.fits(document["text"], row):
        return marks.in_sentence(row)
    start, end = marks.paragraph(document["text"], row["sentence_start"], row["sentence_end"])
    sentence = marks.Mark(row["sentence_start"], row["sentence_end"], "sentence")
    return marks.pieces(document["text"], [sentence, *marks.of_event(row)], start=start, end=end)


@router.get("/events/{event_id}/why")
def why(request: Request, desk: TheDesk, event_id: str) -> Response:
    """What the coder weighed: the article is read again, so this takes a moment and comes after the page."""
    row = desk.event(event_id)
    found = desk.details.document(row["document_id"], version=row["version"])
    weighed = reasons.chances(desk.coder, _as_read(found), event_id) if found and not row["origin"] else None
    return page(request, "why.html", title="Why", event=row, weighed=weighed)


def _as_read(found: Row) -> Document:
    names = ("text", "source", "title", "author", "publisher", "url", "language", "pub_date_basis")
    day = found["pub_date"]
    return Document(
        id=found["document_id"], pub_date=date.fromisoformat(day) if day else None, **{n: found[n] for n in names}
    )


@router.get("/incidents/{incident_id}")
def incident(request: Request, desk: TheDesk, incident_id: str) -> Response:
    """One incident: its reports side by side."""
    found = incidents.whole(desk, incident_id)
    documents = _headers(desk, [row["document_id"] for row in found["members"]])
    reports = [
        {"event": row, "document": documents.get(row["document_id"]), "pieces": marks.in_sentence(row)}
        for row in found["members"]
    ]
    numbers = {row["event_id"]: n for n, row in enumerate(found["members"], 1)}
    title = headline(found["best"] | {name: found[name] for name in ("date_start", "date_end")})
    return page(request, "incident.html", title=title, incident=found, reports=reports, numbers=numbers)


def _headers(desk: Desk, ids: list[str]) -> dict[str, dict[str, Any]]:
    sql = "SELECT * FROM documents WHERE document_id IN (SELECT unnest($ids))"
    return {row["document_id"]: row for row in desk.snapshot.ask(sql, {"ids": ids})}


@router.get("/documents/{id:path}")
def document_by_path(id: Annotated[str, Path(max_length=2000)]) -> Response:
    """The same, where somebody puts an id behind the list, as events and incidents have it."""
    return RedirectResponse(f"/document?id={part(id)}", status_code=307)


@router.get("/document")
def document(
    request: Request,
    desk: TheDesk,
    id: Annotated[str, Query(max_length=2000)],
    version: Annotated[int | None, Query(ge=1, le=1 << 30)] = None,
) -> Response:
    """One document with its events in the margin. Ids may hold any sign, so it is no part of the path."""
    found = desk.document(id, version=version)
    # Where a later version could not be coded, it is an earlier one whose events count.
    counting = [row for row in desk.of_document(id) if row["version"] == found["version"]]
    rows = [row for row in counting if marks.fits(found["text"], row)]
    told = [marks.Mark(row["sentence_start"], row["sentence_end"], "sentence", row["event_id"]) for row in rows]
    told += [mark for row in rows for mark in marks.of_event(row) if mark.role == "trigger"]
    text = []
    for pieces in marks.paragraphs(found["text"], told):
        start, end = pieces[0].start, pieces[-1].start + len(pieces[-1].text)
        text.append({"pieces": pieces, "events": [row for row in rows if start <= row["sentence_start"] < end]})
    title = found["title"] or f"Document {id[:60]}"
    return page(request, "document.html", title=title, document=found, text=text, count=len(rows))
