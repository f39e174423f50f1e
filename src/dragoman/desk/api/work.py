"""What the API does beside lists: code a text, tell who a phrase means, take reviews, say how it is.

In: JSON bodies and phrases. Out: JSON; /metrics in the text format of Prometheus.
"""

from typing import Annotated, Any

import pyarrow as pa
from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse, Response

from dragoman import __version__
from dragoman.actors import resolve
from dragoman.actors.knowledge.offices import load as offices
from dragoman.desk import charts, claims, paging, sending
from dragoman.desk.api import models
from dragoman.desk.api.answers import (
    ERRORS,
    MOST_FILE,
    MOST_JSON,
    Accept,
    Cursor,
    Format,
    Limit,
    TheDesk,
    file,
    listed,
    page,
    plain,
    told,
)
from dragoman.desk.details import Row
from dragoman.desk.errors import DeskError
from dragoman.desk.keeper import signature
from dragoman.document import day_of
from dragoman.record.review import Review
from dragoman.record.standing import readable

router = APIRouter(tags=["work"], responses=ERRORS)

_REVIEWS = """
SELECT r.event_id, r.verdict, r.field, r.value, r.reviewer, r.note, r.reviewed_at, r.n,
    coalesce(l.why, CASE WHEN r.event_id IN (SELECT event_id FROM events) THEN '' ELSE
        'the event counts no more: a later version of its document has no such one in its place' END) AS left_out
FROM reviews r LEFT JOIN set_aside l ON l.n = r.n AND l.event_id = r.event_id WHERE ($id = '' OR r.event_id = $id)
"""
_LATEST: paging.Keys = {"-epoch_us(reviewed_at)": "BIGINT", "-n": "BIGINT"}


@router.post("/code", response_model=models.Coded)
def code(desk: TheDesk, given: models.Text) -> Response:
    """Code a text, or a page where the desk was started with --fetch; nothing is kept.

    A text that is not English is refused with 422, which names its language.
    """
    document = desk.coder.document(text=given.text, url=given.url, day=given.pub_date, title=given.title)
    found = [event.to_dict() for event in desk.coder.code(document)]
    return told({"document_id": document.id, "text": document.text, "events": found})


@router.get("/actors", response_model=models.Resolved)
def actors(
    phrase: Annotated[str, Query(min_length=1, max_length=300, description="As in: the Russian president.")],
    on: Annotated[
        str, Query(max_length=40, description="On this day, as 2024-06-21; else on the last day of the tables.")
    ] = "",
) -> Response:
    """Who a phrase means on a day."""
    day = offices().day(day_of(on.strip() or None, name="on"))
    names = models.Party.model_fields
    found = [{name: getattr(party, name) for name in names} for party in resolve(phrase, on=day)]
    return told({"phrase": phrase, "on": day, "parties": found})


@router.get("/reviews", responses=listed(models.Listed[models.ReviewKept]))
def reviews(
    desk: TheDesk,
    event_id: Annotated[str, Query(max_length=200)] = "",
    limit: Limit = None,
    cursor: Cursor = "",
    format: Format = None,
    accept: Accept = "",
) -> Response:
    """What people said, the latest first. In files a value is written as JSON."""
    form = sending.form_of(accept, format)
    most = min(limit or 50, MOST_JSON) if form == "json" else limit or MOST_FILE
    found = paging.page(desk.snapshot.ask, _REVIEWS, values={"id": event_id}, keys=_LATEST, limit=most, after=cursor)
    if form != "json":
        return file("reviews", form, sending.rows(_as_table(found.rows), form))
    rows = [row | {"value": readable(row["value"])} for row in _kept(found.rows)]
    return page(rows, total=found.total, next=found.next)


def _kept(found: list[Row]) -> list[Row]:
    return [{name: row[name] for name in models.ReviewKept.model_fields} for row in found]


def _as_table(found: list[Row]) -> Any:
    schema = pa.schema([(name, pa.string()) for name in models.ReviewKept.model_fields])
    return pa.Table.from_pylist(plain(_kept(found)), schema=schema)


@router.post("/reviews", response_model=models.Event, status_code=201)
def add_review(desk: TheDesk, given: models.Review) -> Response:
    """Keep a claim; the event as it stands then."""
    desk.event(given.event_id)
    review = Review(
        event_id=given.event_id, verdict=given.verdict, field=given.field, value=given.value, note=given.note,
        reviewer=given.reviewer.strip() or desk.options.reviewer,
    )  # fmt: skip
    claims.keep(desk.details, desk.keeper, [review])
    return told(desk.event(given.event_id), status=201)


@router.get("/health", response_model=models.Health)
def health(desk: TheDesk) -> Response:
    """Whether the record is there and lists are of now."""
    if not signature(desk.readings.path):
        raise DeskError("the record is not there")
    keeper = desk.keeper
    keeper.shown()
    if not keeper.stale:
        return told({"status": "ok", "version": __version__, "reason": ""})
    if keeper.made is None:
        raise DeskError("the record cannot be read; the log of the desk tells why")
    reason = f"the record has changed and cannot be read; what is shown is of {keeper.made:%Y-%m-%d %H:%M:%S} UTC"
    return told({"status": "stale", "version": __version__, "reason": f"{reason}; the log of the desk tells why"})


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(desk: TheDesk) -> Response:
    """Counts for a monitor; events and incidents are those coded here."""
    snapshot = desk.snapshot
    totals = charts.totals(snapshot)
    now = {f"record_{name}": float(totals[name]) for name in ("documents", "events", "incidents")}
    now |= {"record_imported_events": float(totals["imported"])}
    now |= {"record_reviews": float(snapshot.ask("SELECT count(*) AS n FROM reviews")[0]["n"])}
    now |= {"snapshot_generation": snapshot.generation, "snapshot_stale": desk.keeper.stale}
    return PlainTextResponse(desk.counters.text(**now))
