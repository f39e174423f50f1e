"""How values are written for people: days, numbers, parties, links.

In: values of rows. Out: text; every one of these is a filter of the templates.
"""

import json
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from dragoman.desk.reasons import told
from dragoman.ontology import QUAD_NAMES
from dragoman.record.exchange.countries import country_name

_LONG = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# Of an address of this desk that a form goes back to.
LONGEST_PATH = 3000
_MONTHS = tuple(name[:3] for name in _LONG)


def day(value: date | str | None) -> str:
    """A day, as 21 Jun 2024."""
    if value is None or value == "":
        return ""
    found = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def days(row: dict[str, Any]) -> str:
    """When an event or incident was, as short as it is known: 21 Jun 2024, June 2024, 2024, 3–9 Jun 2024."""
    # Rows of other sources may tell one of the two alone.
    told = [_date(row[name]) for name in ("date_start", "date_end") if row[name]]
    if not told:
        return "undated"
    first, last = told[0], told[-1]
    if first == last:
        return day(first)
    if first.day == 1 and (last.month, first.year) == (first.month, last.year) and last.day >= 28:
        return f"{_LONG[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year:
        same = first.month == last.month
        return f"{first.day}–{day(last)}" if same else f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value[:10])


def moment(value: datetime | str | None) -> str:
    """A day and time in UTC, as 21 Jun 2024, 14:05 UTC."""
    if not value:
        return ""
    found = value if isinstance(value, datetime) else datetime.fromisoformat(value.removesuffix("Z"))
    return f"{day(found.date())}, {found:%H:%M} UTC"


def number(value: float | None) -> str:
    """A whole number with commas between thousands, another with one place."""
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def percent(value: float | None) -> str:
    """A chance, as 87 %."""
    return "–" if value is None else f"{value * 100:.0f} %"


def signed(value: float | None) -> str:
    """A score with its sign, as +1.9."""
    if value is None:
        return "–"
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0.0"


def quad(value: int | None) -> str:
    """The name of a quad class."""
    return QUAD_NAMES.get(value or 0, "unclassed")


def who(party: dict[str, Any]) -> str:
    """A party's name, else the words that name it."""
    return str(party["name"] or party["text"])


def plural(n: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def web_url(value: str) -> str:
    """A URL that is safe to link to, "" for any other."""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return ""
    return value.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def own_path(value: str) -> str:
    """A path of this desk that it is safe to go on to; the first page instead of anything else."""
    plain = value.startswith("/") and not value.startswith(("//", "/\\")) and "\\" not in value
    return value if plain and value.isprintable() else "/"


def as_json(value: Any) -> str:
    """Data for an attribute of a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def part(value: str) -> str:
    """A value as a part of a path."""
    return quote(value, safe="")


def home(row: dict[str, Any]) -> str:
    """The page of an incident; an event of another source is linked to nothing and has its own."""
    return f"/incidents/{part(row['incident_id'])}" if row["incident_id"] else f"/events/{part(row['event_id'])}"


def known(row: dict[str, Any]) -> float | None:
    """An event's confidence; None for an event of another source that claims none, for which the record holds 0."""
    return None if row.get("origin") and not row["confidence"] else row["confidence"]


FILTERS = {
    "day": day, "days": days, "moment": moment, "number": number, "percent": percent, "signed": signed, "quad": quad,
    "who": who, "web_url": web_url, "as_json": as_json, "part": part, "country": country_name,
    "home": home, "known": known, "told": told,
}  # fmt: skip
