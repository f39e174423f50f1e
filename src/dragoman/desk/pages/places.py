"""Countries and pairs of them: cooperation and conflict over time, what happened, and the network around.

In: country codes. Out: pages.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk import charts, incidents, ledgers
from dragoman.desk.api.answers import TheDesk
from dragoman.desk.desk import Desk
from dragoman.desk.details import Row
from dragoman.desk.lists import Query
from dragoman.desk.pages.views import page
from dragoman.record.exchange.countries import country_name
from dragoman.record.filters import Filters

router = APIRouter()
_Code = Annotated[str, Path(pattern="^[A-Z]{3}$")]
_FEW = 6


@router.get("/countries/{code}")
def country(request: Request, desk: TheDesk, code: _Code) -> Response:
    """One country."""
    asked = Filters(either=code)
    return page(
        request, "country.html", title=country_name(code), code=code,
        months=charts.of_country(desk.snapshot, code), network=charts.network(desk.snapshot, code),
        statements=ledgers.some(desk, "statements", Filters(actor=code), limit=_FEW)[0],
        **_happened(desk, asked),
    )  # fmt: skip


@router.get("/dyads")
def pairs(request: Request, desk: TheDesk) -> Response:
    """The busiest pairs."""
    return page(request, "pairs.html", title="Pairs of countries", pairs=charts.busiest(desk.snapshot, limit=200))


@router.get("/dyads/{a}/{b}")
def dyad(request: Request, desk: TheDesk, a: _Code, b: _Code) -> Response:
    """Two countries."""
    if a == b:
        return RedirectResponse(f"/countries/{a}", status_code=307)
    asked = Filters(either=f"{a},{b}")
    return page(
        request, "dyad.html", title=f"{country_name(a)} and {country_name(b)}", a=a, b=b,
        months=charts.between(desk.snapshot, a, b), network=charts.network(desk.snapshot, a),
        ways=charts.ways(desk.snapshot, a, b),
        statements=ledgers.said_of(desk, a, b, limit=_FEW), **_happened(desk, asked),
    )  # fmt: skip


def _happened(desk: Desk, asked: Filters) -> dict[str, Any]:
    """The latest incidents, visits and agreements, with how many there are."""
    latest = desk.page(Query(kind="incidents", filters=asked, limit=_FEW))
    found: dict[str, list[Row]] = {"latest": incidents.told(desk, latest.rows)}
    counts = {"latest": latest.total}
    for name in ("visits", "agreements"):
        some = ledgers.chosen(desk, name, asked, limit=_FEW)
        found[name], counts[name] = incidents.told(desk, some.rows), some.total
    return found | {"counts": counts}
