"""The first page: what is in the record, over time, over the world, between whom, and what is new.

In: a request. Out: a page.
"""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.desk import charts, documents, incidents
from dragoman.desk.api.answers import TheDesk
from dragoman.desk.lists import Query
from dragoman.desk.pages.views import page
from dragoman.record.filters import Filters

router = APIRouter()
_PAIRS = 10
_LATEST = 8


@router.get("/")
def start(request: Request, desk: TheDesk) -> Response:
    """The record at a glance."""
    snapshot = desk.snapshot
    latest = desk.page(Query(kind="incidents", filters=Filters(status="actual"), limit=_LATEST))
    return page(
        request,
        "start.html",
        title="The record",
        totals=charts.totals(snapshot),
        left_out=documents.left_out(snapshot),
        months=charts.by_month(snapshot),
        world=charts.on_map(charts.countries(snapshot)),
        pairs=charts.busiest(snapshot, limit=_PAIRS).rows,
        latest=incidents.told(desk, latest.rows),
    )
