"""Tables of events, incidents, documents and ledgers: filters in the URL, sorting, paging, download.

In: filters. Out: pages; the same URL always shows the same view.
"""

from dataclasses import fields
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk import charts, documents, incidents, ledgers, statements
from dragoman.desk.api.answers import LONGEST_ID, Asked, TheDesk
from dragoman.desk.asking import query, query_of
from dragoman.desk.desk import Desk
from dragoman.desk.lists import Kind, Page, orders
from dragoman.desk.lists import Query as Asking
from dragoman.desk.pages.forms import LEDGER_NAMES, ledger_head
from dragoman.desk.pages.phrasing import home, plural
from dragoman.desk.pages.views import page
from dragoman.errors import UsageError
from dragoman.record.exchange.countries import country_name
from dragoman.record.filters import Filters

router = APIRouter()
ROWS = 50

_After = Annotated[str, Query(max_length=LONGEST_ID)]
_Sort = Annotated[str, Query(max_length=40)]


@router.get("/events")
def events(request: Request, desk: TheDesk, asked: Asked, sort: _Sort = "latest", after: _After = "") -> Response:
    """The table of events."""
    sort = sort or "latest"
    found = desk.page(Asking(filters=asked, order=sort, after=after, limit=ROWS))
    shown = _table(asked, found, kind="events", sort=sort, after=after)
    return page(request, "events.html", rows=desk.events(found.rows), **shown)


@router.get("/incidents")
def all_incidents(
    request: Request, desk: TheDesk, asked: Asked, sort: _Sort = "latest", after: _After = ""
) -> Response:
    """The table of incidents."""
    sort = sort or "latest"
    found = desk.page(Asking(kind="incidents", filters=asked, order=sort, after=after, limit=ROWS))
    shown = _table(asked, found, kind="incidents", sort=sort, after=after)
    return page(request, "incidents.html", rows=incidents.told(desk, found.rows), **shown)


def _table(asked: Filters, found: Page, *, kind: Kind, sort: str, after: str) -> dict[str, Any]:
    order = None if sort == "latest" else sort
    set_now = chips(asked, kind, sort=order)
    words = ", ".join(f"{label} {value}" for label, value, _ in set_now)
    name = plural(found.total, kind[:-1])
    return {
        "title": f"{name}: {words}" if words else f"{kind.capitalize()}",
        "kind": kind,
        "asked": asked,
        "total": found.total,
        "next": query_of(asked, sort=order, after=found.next) if found.next else "",
        "first": query_of(asked, sort=order) if after else None,
        "sort": sort,
        "orders": [one for one in orders(kind) if one != "latest"],
        "chips": set_now,
        "download": query_of(asked, sort=sort),
    }


def chips(asked: Filters, kind: str, *, sort: str | None = None) -> list[tuple[str, str, str]]:
    """The filters that are set: name, value, and the URL of the same view without it."""
    found = []
    for one in fields(Filters):
        value = getattr(asked, one.name)
        if value not in (None, ""):
            rest = query_of(asked, sort=sort, **{one.name: None})
            found.append((one.name.replace("_", " "), str(value), f"/{kind}?{rest}" if rest else f"/{kind}"))
    return found


@router.get("/documents")
def all_documents(
    request: Request,
    desk: TheDesk,
    words: Annotated[str, Query(max_length=300)] = "",
    status: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(max_length=300)] = "",
    until: Annotated[str, Query(max_length=300)] = "",
    after: _After = "",
) -> Response:
    """The table of documents."""
    asked = documents.Asked(words=words, status=status, since=since, until=until, after=after, limit=ROWS)
    found = documents.page(desk.snapshot, asked)
    kept: dict[str, object] = {"words": words, "status": status, "since": since, "until": until}
    return page(
        request, "documents.html", title="Documents", asked=asked, rows=found.rows, total=found.total,
        next=query(kept | {"after": found.next}) if found.next else "", first=query(kept) if after else None,
        statuses=documents.STATUSES, left_out=documents.left_out(desk.snapshot),
    )  # fmt: skip


@router.get("/ledgers")
def first_ledger() -> Response:
    """The ledgers begin with visits."""
    return RedirectResponse("/ledgers/visits", status_code=307)


@router.get("/ledgers/{name}")
def one_ledger(request: Request, desk: TheDesk, name: str, asked: Asked, after: _After = "") -> Response:
    """One ledger; visits with their arcs on the map."""
    if name not in LEDGER_NAMES:
        raise UsageError(f"ledger {name[:40]!r}: there are {', '.join(LEDGER_NAMES)}")
    around = ledger_head(name) | {"asked": asked, "download": query_of(asked)}
    if name in ledgers.KINDS:
        found = ledgers.chosen(desk, name, asked, limit=ROWS, after=after)
        rows = incidents.told(desk, found.rows)
        drawn = _arcs(desk, asked) if name == "visits" else []
        return page(request, "ledger.html", rows=rows, arcs=drawn, **_paged(asked, found, after=after), **around)
    if name == "statements":
        found = statements.page(desk, asked, limit=ROWS, after=after)
    else:
        found = ledgers.some(desk, name, asked, limit=ROWS, after=after)
    return page(request, f"{name}.html", rows=found.rows, **_paged(asked, found, after=after), **around)


def _paged(asked: Filters, found: Page, *, after: str) -> dict[str, Any]:
    return {
        "total": found.total,
        "next": query_of(asked, after=found.next) if found.next else "",
        "first": query_of(asked) if after else None,
    }


def _arcs(desk: Desk, asked: Filters) -> list[dict[str, Any]]:
    """Ways of visits with what is said of each and where it leads: to the visit, or to the list of several."""
    drawn = []
    for arc in charts.arcs(desk.snapshot, ledgers.meant("visits", asked)):
        to = {"place": arc["place"]} if arc["place"] else {"recipient": arc["host"]}
        where = arc["place"] or country_name(arc["host"])
        drawn.append(
            {
                "from": arc["from"],
                "to": arc["to"],
                "n": arc["n"],
                "visitor": country_name(arc["visitor"]),
                "where": where,
                "name": f"{country_name(arc['visitor'])} → {where}\n{plural(arc['n'], 'visit')}",
                "link": home(arc)
                if arc["n"] == 1
                else f"/ledgers/visits?{query_of(asked, actor=arc['visitor'], **to)}",
            }
        )
    return drawn
