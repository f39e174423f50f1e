"""Ledgers over the API: visits, meetings, agreements, statements, dyads and the others, one route each.

In: filters. Out: pages as JSON or files, in the columns of docs/record.md.
"""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from dragoman.desk import ledgers, sending, statements
from dragoman.desk.api.answers import (
    ERRORS,
    MOST_JSON,
    Accept,
    Asked,
    Format,
    Limit,
    TheDesk,
    file,
    listed,
    page,
)
from dragoman.desk.api.models import Listed
from dragoman.desk.asking import filters_without
from dragoman.record.filters import Filters
from dragoman.record.ledgers import LEDGERS
from dragoman.record.result import Result

router = APIRouter(tags=["ledgers"], responses=ERRORS)
_Start = Annotated[int, Query(ge=0, le=ledgers.MOST, description="Rows to pass over: the next of the page before.")]


_ANNOTATED: Any = Annotated


def _route(name: str) -> Callable[..., Response]:
    def answer(
        desk: TheDesk,
        asked: Asked,
        cursor: _Start = 0,
        limit: Limit = None,
        format: Format = None,
        accept: Accept = "",
    ) -> Response:
        form = sending.form_of(accept, format)
        if form != "json":
            most = min(limit or ledgers.MOST, ledgers.MOST)
            return file(name, form, sending.rows(ledgers.whole(desk, name, asked, limit=most), form))
        most = min(limit or 50, MOST_JSON)
        if name == "statements":
            said, total = statements.page(desk, asked, limit=most, offset=cursor)
            return page(said, total=total, next=str(cursor + most) if cursor + most < total else "")
        found = ledgers.whole(desk, name, asked, limit=cursor + most + 1)
        rows = Result(found.slice(cursor, most)).dicts()
        total = ledgers.count(desk, name, asked)
        return page(rows, total=total, next=str(cursor + most) if found.num_rows > cursor + most else "")

    answer.__annotations__["asked"] = _ANNOTATED[Filters, Depends(filters_without(LEDGERS[name].refuses))]
    answer.__name__ = name
    answer.__doc__ = LEDGERS[name].about
    return answer


# Incidents have a route of their own.
for _name in sorted(LEDGERS.keys() - {"incidents"}):
    router.get(f"/{_name.replace('_', '-')}", responses=listed(Listed[dict[str, Any]]))(_route(_name))
