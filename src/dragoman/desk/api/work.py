"""What the API does beside lists: code a text, tell who a phrase means, take reviews, say how it is.

In: JSON bodies and phrases. Out: JSON; /metrics in the text format of Prometheus.
"""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse, Response

from dragoman import __version__
from dragoman.actors import resolve
from dragoman.desk import claims
from dragoman.desk.api import models
from dragoman.desk.api.answers import ERRORS, MOST_JSON, Limit, TheDesk, page, told
from dragoman.desk.errors import DeskError
from dragoman.desk.keeper import signature
from dragoman.record.review import Review
from dragoman.record.standing import readable

router = APIRouter(tags=["work"], responses=ERRORS)

_REVIEWS = """
SELECT r.*, coalesce(l.why, '') AS left_out FROM reviews r LEFT JOIN left_out l ON l.n = r.n AND l.event_id = r.event_id
"""


@router.post("/code", response_model=models.Coded)
def code(desk: TheDesk, given: models.Text) -> Response:
    """Code a text, or a page where the desk was started with --fetch. Nothing is kept."""
    document = desk.coder.document(text=given.text, url=given.url, day=given.pub_date, title=given.title)
    found = [event.to_dict() for event in desk.coder.code(document)]
    return told({"document_id": document.id, "text": document.text, "events": found})


@router.get("/actors", response_model=models.Resolved)
def actors(
    phrase: Annotated[str, Query(min_length=1, max_length=300, description="As in: the Russian president.")],
    on: Annotated[date | None, Query(description="On this day; else today.")] = None,
) -> Response:
    """Who a phrase means on a day."""
    day = on or date.today()
    names = models.Party.model_fields
    found = [{name: getattr(party, name) for name in names} for party in resolve(phrase, on=day)]
    return told({"phrase": phrase, "on": day, "parties": found})


@router.get("/reviews", response_model=models.Listed[models.ReviewKept])
def reviews(
    desk: TheDesk,
    event_id: Annotated[str, Query(max_length=200)] = "",
    limit: Limit = None,
    cursor: Annotated[int, Query(ge=0, le=1 << 40, description="The next of the page before.")] = 0,
) -> Response:
    """What people said, the latest first."""
    most = min(limit or 50, MOST_JSON)
    values: dict[str, object] = {"id": event_id}
    where = "($id = '' OR r.event_id = $id)"
    total = desk.snapshot.ask(f"SELECT count(*) AS n FROM reviews r WHERE {where}", values)[0]["n"]
    sql = f"{_REVIEWS} WHERE {where} ORDER BY reviewed_at DESC, r.n DESC LIMIT $limit OFFSET $offset"
    found = desk.snapshot.ask(sql, values | {"limit": most, "offset": cursor})
    rows = [
        {name: row[name] for name in models.ReviewKept.model_fields} | {"value": readable(row["value"])}
        for row in found
    ]
    return page(rows, total=total, next=str(cursor + most) if cursor + most < total else "")


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
    """Counts for a monitor."""
    snapshot = desk.snapshot
    now = {
        f"record_{name}": float(snapshot.ask(f"SELECT count(*) AS n FROM {name}")[0]["n"])
        for name in ("documents", "events", "incidents", "reviews")
    }
    now |= {"snapshot_generation": snapshot.generation, "snapshot_stale": desk.keeper.stale}
    return PlainTextResponse(desk.counters.text(**now))
