"""Review: a queue of events that nobody has judged, by least confidence or by any filter, for the keyboard.

In: filters; forms with a verdict or a correction. Out: the next event; what was said can be taken back.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk import claims
from dragoman.desk.api.answers import Asked, TheDesk
from dragoman.desk.asking import query_of
from dragoman.desk.lists import Query as Asking
from dragoman.desk.lists import orders
from dragoman.desk.pages.phrasing import LONGEST_PATH, own_path
from dragoman.desk.pages.reports import evidence
from dragoman.desk.pages.trying import OwnForm
from dragoman.desk.pages.views import page
from dragoman.errors import UsageError
from dragoman.record.review import Review

router = APIRouter()
_OPEN = "NOT judged"


@router.get("/review")
def queue(
    request: Request,
    desk: TheDesk,
    asked: Asked,
    sort: Annotated[str, Query(max_length=40)] = "least_sure",
    skip: Annotated[str, Query(max_length=300)] = "",
    last: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """The next event to judge."""
    sort = sort or "least_sure"
    found = desk.page(Asking(filters=asked, order=sort, only=_OPEN, after=skip, limit=1))
    rows = desk.events(found.rows)
    before = desk.events([{"event_id": last}]) if last else []
    shown = rows[0] if rows else None
    document = desk.details.document(shown["document_id"], version=shown["version"]) if shown else None
    pieces = evidence(shown, document) if shown else []
    return page(
        request, "review.html", title="Review", asked=asked, event=shown, document=document, pieces=pieces,
        total=found.total, sort=sort, last=before[0] if before else None, query=query_of(asked, sort=sort),
        skip=skip,
        filtered=bool(query_of(asked)), orders=[one for one in orders("events") if one != "least_sure"],
    )  # fmt: skip


@router.post("/review", dependencies=[OwnForm])
def judge(
    desk: TheDesk,
    event_id: Annotated[str, Form(max_length=300)],
    verdict: Annotated[str, Form(max_length=20)],
    field: Annotated[str, Form(max_length=40)] = "",
    value: Annotated[str, Form(max_length=300)] = "",
    reviewer: Annotated[str, Form(max_length=100)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=LONGEST_PATH)] = "/review",
) -> Response:
    """Keep what is said and go on."""
    desk.event(event_id)
    name = reviewer.strip() or desk.options.reviewer
    if verdict == "undo":
        said = claims.withdrawn(desk.snapshot, event_id, reviewer=name)
    else:
        corrects = verdict == "correct"
        if corrects and not value:
            raise UsageError(f"{field or 'field'}: choose another value")
        one = Review(
            event_id=event_id, verdict=verdict, field=field if corrects else "", value=value if corrects else None,
            reviewer=name, note=note,
        )  # fmt: skip
        said = [one]
    claims.keep(desk.details, desk.keeper, said)
    return RedirectResponse(own_path(back), status_code=303)
