"""What all routes of the API share: the desk, limits, how a list is answered in any format.

In: chunks or rows. Out: responses; the descriptions of them that the schema shows.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Depends, Header, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dragoman.desk import sending
from dragoman.desk.api.models import Error
from dragoman.desk.asking import filters
from dragoman.desk.desk import Desk
from dragoman.desk.details import Row
from dragoman.desk.errors import UnsupportedError
from dragoman.errors import UsageError
from dragoman.record.filters import Filters


def known_parameters(request: Request) -> None:
    """Raises UsageError for a query parameter that a route does not have, or that is given twice: a filter misspelt
    would filter nothing, and of two the last alone would."""
    route: Any = request.scope["route"]
    told = request.app.openapi()["paths"]
    path = next((one for one in (route.path_format, PREFIX + route.path_format) if one in told), None)
    if path is None:
        return
    listed = told[path].get(request.method.lower(), {}).get("parameters", ())
    known = [one["name"] for one in listed if one["in"] == "query"]
    given = [name for name, _ in request.query_params.multi_items()]
    for name in given:
        if name not in known:
            raise UsageError(f"parameter {name[:40]!r}: there is {', '.join(known) or 'none'}")
        if given.count(name) > 1:
            raise UsageError(f"parameter {name!r} is given twice; give it once")


def sent_as_json(request: Request) -> None:
    """Raises UnsupportedError for what writes and is not sent as JSON."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and media != "application/json":
        raise UnsupportedError("what writes is sent as JSON, with Content-Type: application/json")


PREFIX = "/api/v1"
# Rows of one page as JSON, and of one file.
MOST_JSON = 1_000
MOST_FILE = 1_000_000
CHUNK = 2_000


def desk_of(request: Request) -> Desk:
    """The desk of the application."""
    found: Desk = request.app.state.desk
    return found


TheDesk = Annotated[Desk, Depends(desk_of)]
Asked = Annotated[Filters, Depends(filters)]
Limit = Annotated[int | None, Query(ge=1, le=MOST_FILE, description="Rows: 50 as JSON (at most 1,000), all in files.")]
# A cursor may be the id of a document, and an id as long as a path takes it.
LONGEST_ID = 2_000
Cursor = Annotated[str, Query(max_length=LONGEST_ID, description="The next of the page before.")]
Format = Annotated[
    str | None, Query(max_length=20, description="json, csv, jsonl, parquet, arrow or sheet; else by Accept.")
]
Accept = Annotated[str, Header(max_length=1000, include_in_schema=False)]

ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Error, "description": about}
    for status, about in {
        400: "What was sent is no JSON.",
        401: "The token is missing or wrong.",
        403: "Not allowed here.",
        404: "There is no such thing.",
        405: "This is not done at this address; Allow names what is.",
        408: "What was sent did not come in time.",
        413: "More was sent than is taken.",
        415: "What was sent is not sent as JSON.",
        422: "A value that cannot be; the message names it.",
        503: "Busy, too long, or the record cannot be read now.",
    }.items()
}


def listed(model: Any) -> dict[int | str, dict[str, Any]]:
    """The description of a list."""
    other: dict[str, Any] = {media.partition(";")[0]: {} for name, media in sending.MEDIA.items() if name != "json"}
    return {200: {"model": model, "description": "A page, or a file.", "content": other}}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds") + "Z"
    return value.isoformat() if isinstance(value, date) else value


def told(value: Any, status: int = 200) -> JSONResponse:
    """A JSON answer."""
    return JSONResponse(plain(value), status_code=status)


def page(rows: list[Any], *, total: int, next: str) -> JSONResponse:
    """A page of a list, with a Link to the next."""
    return told({"data": rows, "total": total, "next": next or None})


def file(name: str, form: str, parts: Iterator[bytes]) -> Response:
    """A list as a file; what can go wrong at the start is told before anything is sent."""
    first = next(parts, b"")

    def whole() -> Iterator[bytes]:
        yield first
        yield from parts

    headers = {"content-disposition": sending.disposition(name, form), "cache-control": "no-store"}
    return StreamingResponse(whole(), media_type=sending.MEDIA[form], headers=headers)


def chunks(ids: list[Row], take: Callable[[list[Row]], list[Row]]) -> Iterator[list[Row]]:
    """Whole rows for rows of the snapshot, some at a time; at least one chunk, so that a file has its header."""
    for at in range(0, max(len(ids), 1), CHUNK):
        yield take(ids[at : at + CHUNK])
