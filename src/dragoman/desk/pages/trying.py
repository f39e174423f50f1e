"""Try it: paste a text, see its events. Nothing is kept.

In: a form. Out: the page with the events under it; a script brings them in while a sign shows that work goes on.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from dragoman.desk import errors, marks
from dragoman.desk.api.answers import TheDesk, desk_of
from dragoman.desk.errors import RefusedError
from dragoman.desk.guard import form_token, same
from dragoman.desk.pages.views import page
from dragoman.errors import DragomanError

router = APIRouter()
EXAMPLE = (
    "Kenyan police arrested four opposition activists in Kisumu on Tuesday, their lawyer said. "
    "The Ugandan foreign minister is to visit Nairobi next week for talks about the border."
)


def from_form(request: Request, csrf: Annotated[str, Form(max_length=100)] = "") -> None:
    """Raises RefusedError for a form that is not of this desk."""
    if not same(csrf, form_token(desk_of(request).options)):
        raise RefusedError("the form is of an earlier start of this desk; load the page again")


OwnForm = Depends(from_form)


@router.get("/try")
def form(request: Request, desk: TheDesk) -> Response:
    """The empty form."""
    return _page(request, desk.options.fetch, text="", day="", url="")


@router.post("/try", dependencies=[OwnForm])
def code(
    request: Request,
    desk: TheDesk,
    text: Annotated[str, Form()] = "",
    day: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
) -> Response:
    """The form with what it gave."""
    given: dict[str, Any] = {"text": text, "day": day, "url": url}
    try:
        document = desk.coder.document(text=text, url=url, day=day)
        events = [event.to_dict() for event in desk.coder.code(document)]
    except DragomanError as error:
        return _page(request, desk.options.fetch, **given, status=errors.status_of(error), error=str(error))
    told = [marks.Mark(e["sentence_start"], e["sentence_end"], "sentence", e["event_id"]) for e in events]
    told += [mark for e in events for mark in marks.of_event(e)]
    shown = marks.paragraphs(document.text, told)
    return _page(request, desk.options.fetch, **given, events=events, paragraphs=shown)


def _page(request: Request, fetch: bool, *, status: int = 200, **values: Any) -> Response:
    empty: dict[str, Any] = {"events": None, "paragraphs": [], "error": "", "fetch": fetch, "example": EXAMPLE}
    return page(request, "try.html", title="Try it", status=status, **(empty | values))
