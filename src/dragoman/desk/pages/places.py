"""Countries and pairs of them: cooperation and conflict over time, what happened, and the network around.

In: country codes. Out: pages.
"""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.desk import charts, incidents, ledgers, statements
from dragoman.desk.api.answers import LONGEST_ID, TheDesk
from dragoman.desk.desk import Desk
from dragoman.desk.details import by_id
from dragoman.desk.errors import MissingError
from dragoman.desk.lists import several
from dragoman.desk.pages.views import page
from dragoman.record.exchange.countries import country_name
from dragoman.record.filters import Filters

router = APIRouter()
_Code = Annotated[str, Path(pattern="^[A-Z]{3}$")]
_FEW = 6
_ROWS = 50


@router.get("/countries/{code}")
def country(request: Request, desk: TheDesk, code: _Code) -> Response:
    """One country. Raises MissingError for letters that are none and that no event names."""
    named = "SELECT n FROM parties WHERE country = $code LIMIT 1"
    if country_name(code) == code and desk.snapshot.one(named, {"code": code}) is None:
        raise MissingError(f"{code} is no country's code, and no event names it")
    return page(
        request, "country.html", title=country_name(code), code=code,
        months=charts.of_country(desk.snapshot, code), network=charts.network(desk.snapshot, code),
        statements=statements.page(desk, Filters(actor=code), limit=_FEW).rows, **_happened(desk, code),
    )  # fmt: skip


@router.get("/dyads")
def pairs(request: Request, desk: TheDesk, after: Annotated[str, Query(max_length=LONGEST_ID)] = "") -> Response:
    """All pairs, the busiest first."""
    found = charts.busiest(desk.snapshot, limit=_ROWS, after=after)
    return page(
        request, "pairs.html", title="Pairs of countries", pairs=found.rows, total=found.total,
        next=urlencode({"after": found.next}) if found.next else "", first="" if after else None,
    )  # fmt: skip


@router.get("/dyads/{a}/{b}")
def dyad(request: Request, desk: TheDesk, a: _Code, b: _Code) -> Response:
    """Two countries."""
    if a == b:
        return RedirectResponse(f"/countries/{a}", status_code=307)
    return page(
        request, "dyad.html", title=f"{country_name(a)} and {country_name(b)}", a=a, b=b,
        months=charts.between(desk.snapshot, a, b), network=charts.network(desk.snapshot, a),
        ways=charts.ways(desk.snapshot, a, b),
        statements=statements.between(desk, a, b, limit=_FEW), **_happened(desk, f"{a},{b}"),
    )  # fmt: skip


def _happened(desk: Desk, either: str) -> dict[str, Any]:
    """The latest incidents, visits and agreements, with how many there are."""
    kinds = {"latest": "true", "actual": "status = 'actual'"}
    kinds |= {name: ledgers.actual(name) for name in ("visits", "agreements")}
    found = several(desk.snapshot, Filters(either=either), kinds, limit=_FEW)
    best = by_id(incidents.told(desk, [row for some in found.values() for row in some.rows]), "incident_id")
    shown = {name: [best[row["incident_id"]] for row in some.rows] for name, some in found.items()}
    counts = {name: some.total for name, some in found.items()}
    return {**shown, "either": either, "counts": counts}
