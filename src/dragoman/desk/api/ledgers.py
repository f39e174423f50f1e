"""Ledgers over the API: visits, meetings, agreements, statements, dyads and the others, one route each.

In: filters. Out: pages as JSON or files, in the columns of docs/record.md.
"""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from dragoman.desk import ledgers, sending
from dragoman.desk.api.answers import (
    ERRORS,
    MOST_JSON,
    Accept,
    Asked,
    Cursor,
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

router = APIRouter(tags=["ledgers"], responses=ERRORS)


_ANNOTATED: Any = Annotated


def _route(name: str) -> Callable[..., Response]:
    def answer(
        desk: TheDesk,
        asked: Asked,
        cursor: Cursor = "",
        limit: Limit = None,
        format: Format = None,
        accept: Accept = "",
    ) -> Response:
        form = sending.form_of(accept, format)
        if form != "json":
            most = min(limit or ledgers.MOST, ledgers.MOST)
            table = ledgers.whole(desk, name, asked, limit=most, after=cursor)
            return file(name, form, sending.rows(table, form))
        found = ledgers.some(desk, name, asked, limit=min(limit or 50, MOST_JSON), after=cursor)
        return page(found.rows, total=found.total, next=found.next)

    answer.__annotations__["asked"] = _ANNOTATED[Filters, Depends(filters_without(LEDGERS[name].refuses))]
    answer.__name__ = name
    answer.__doc__ = LEDGERS[name].about
    return answer


# Incidents have a route of their own.
for _name in sorted(LEDGERS.keys() - {"incidents"}):
    router.get(f"/{_name.replace('_', '-')}", responses=listed(Listed[dict[str, Any]]))(_route(_name))
