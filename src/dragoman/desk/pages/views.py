"""Making a page: a template, what it shows, and what every page has around it.

In: a request and values. Out: HTML.
"""

from functools import cache
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.desk import charts
from dragoman.desk.api.answers import desk_of
from dragoman.desk.asking import query_of
from dragoman.desk.guard import form_token
from dragoman.desk.pages import forms
from dragoman.desk.pages.phrasing import FILTERS, LONGEST_PATH, own_path, plural
from dragoman.errors import DragomanError
from dragoman.ontology import QUAD_NAMES, load
from dragoman.record.filters import SAID, STATUSES

NAV = (
    ("/", "Record"),
    ("/incidents", "Incidents"),
    ("/events", "Events"),
    ("/documents", "Documents"),
    ("/ledgers/visits", "Ledgers"),
    ("/try", "Try it"),
    ("/review", "Review"),
)


def page(request: Request, template: str, *, title: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of this title."""
    desk = desk_of(request)
    around = {
        "title": title,
        "path": request.url.path,
        "nav": NAV,
        "record": desk.options.record.name,
        "version": __version__,
        "csrf": form_token(desk.options),
        "reviewer": desk.options.reviewer,
        # Asked by the few pages that have nothing else to show.
        "origins": lambda: charts.origins(desk.snapshot),
    }
    html = _templates().get_template(template).render(around | values)
    return HTMLResponse(html, status_code=status)


def problem(request: Request, status: HTTPStatus, message: str) -> Response:
    """A page that says what went wrong and what to do next."""
    if status == HTTPStatus.UNAUTHORIZED:
        return page(request, "login.html", title="Token needed", status=status, message="", next=_asked_for(request))
    if status == HTTPStatus.UNPROCESSABLE_ENTITY and request.method == "GET":
        form = forms.refused(request.url.path, request.query_params, message=message)
        if form:
            return page(request, "refused.html", status=status, message=message, **form)
    return page(request, "problem.html", title=status.phrase, status=status, message=message, code=int(status))


def _asked_for(request: Request) -> str:
    """Where a caller wanted to go, to go on to with the token; what was sent is not sent again."""
    query = request.url.query if request.method == "GET" else ""
    wanted = own_path(f"{request.url.path}?{query}" if query else request.url.path)
    return wanted if len(wanted) <= LONGEST_PATH else own_path(request.url.path)


def kept(error: DragomanError) -> str:
    """An error as a form shows it."""
    return str(error)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= FILTERS
    made.globals |= {
        "plural": plural,
        "query_of": query_of,
        "types": list(load().types),
        "modes": {name: list(one.modes) for name, one in load().types.items()},
        "statuses": STATUSES,
        "verdicts": list(SAID),
        "quads": dict(QUAD_NAMES),
    }
    return made
