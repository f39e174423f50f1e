"""From another data set's row to an event: what it codes is taken over, what it does not tell stays empty.

In: codes, dates, numbers as written. Out: an `Event` marked by its source in `coder`, with no sentence and no spans,
or DocumentError where the row is no event. `confidence` is 0: no probability is claimed for another's coding.
"""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.document import Document
from dragoman.errors import DocumentError
from dragoman.event import Dating, Event, Party, Place, Precision, Words
from dragoman.ontology import contexts as known_contexts
from dragoman.ontology import load
from dragoman.ontology.crosswalk import cameo_code, plover
from dragoman.record.exchange.format import Row
from dragoman.record.exchange.tabbed import Record

MARK = "import "

_UNDATED = Dating()

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?: .*)?")
# Two digits of a year: these data sets begin in 1979.
_CENTURY = 79


@dataclass(frozen=True, slots=True)
class Act:
    """What happened, in both ontologies."""

    event_type: str
    mode: str
    contexts: tuple[str, ...]
    cameo_code: str
    quad_class: int
    goldstein: float


@dataclass(frozen=True, slots=True)
class Told:
    """What the row tells beside the act."""

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    dating: Dating = _UNDATED
    place: Place | None = None
    sentence_index: int = 0
    version: str = ""


def is_imported(event: Event) -> bool:
    """Whether another program coded the event and an import brought it here."""
    return event.coder.startswith(MARK)


def foreign_row(name: str, record: Record, act: Act, told: Told, *, document: Document | None = None) -> Row:
    """The row of an event of format `name`. Raises DocumentError where nobody acts and nobody is acted on."""
    if not told.actors and not told.recipients:
        raise DocumentError("names neither actor nor recipient")
    origin = document or Document(id=f"{name}:{record.id}", text="")
    return Row(record.line, foreign_event(name, origin.id, act, told), origin)


def foreign_event(name: str, document_id: str, act: Act, told: Told) -> Event:
    """The event, without sentence and spans, marked by its source."""
    return Event(
        document_id=document_id, sentence_index=told.sentence_index, sentence="", sentence_start=0, sentence_end=0,
        event_type=act.event_type, mode=act.mode, contexts=act.contexts, cameo_code=act.cameo_code,
        quad_class=act.quad_class, goldstein=act.goldstein, actors=told.actors, recipients=told.recipients,
        trigger=Words("", 0, 0), status="actual", historical=False, dating=told.dating, place=told.place,
        said_by=None, confidence=0.0, coder=marked(name, told.version),
    )  # fmt: skip


def marked(name: str, version: str = "") -> str:
    """The coder of an imported event: "import icews", with the foreign coder's own version where it is told."""
    return f"{MARK}{name}" + (f": {version.removeprefix(f'{MARK}{name}: ')}" if version else "")


def cameo_act(code: str, *, goldstein: str = "", contexts: tuple[str, ...] = (), notes: list[str]) -> Act:
    """The act of a CAMEO code. Raises DocumentError for an unknown code and for the statements PLOVER dropped."""
    book = load()
    if code not in book.cameo and "0" + code in book.cameo:
        notes.append(f"CAMEO code {code} has lost its leading zero; read as 0{code}")
        code = "0" + code
    if code not in book.cameo:
        raise DocumentError(f"CAMEO code {code[:20]!r} is unknown")
    event_type, mode, implied = plover(code)
    if not event_type:
        raise DocumentError(f"CAMEO code {code} is a bare statement, which is no event in PLOVER")
    score = number(goldstein, "Goldstein score", limit=10, notes=notes)
    return Act(
        event_type, mode, tuple(dict.fromkeys((*contexts, *implied))), code,
        book.quad_class(event_type), book.goldstein(code) if score is None else score,
    )  # fmt: skip


def plover_act(event_type: str, mode: str, contexts: list[str], *, goldstein: str = "", notes: list[str]) -> Act:
    """The act of a PLOVER type. Raises DocumentError for an unknown type; an unknown mode or context is noted."""
    book, kind = load(), event_type.strip().upper()
    if kind not in book.types:
        raise DocumentError(f"event type {event_type[:20]!r} is none of PLOVER's")
    way = mode.strip().lower().replace("_", "-").replace(" ", "-")
    if way and way not in book.modes(kind):
        notes.append(f"mode {mode[:30]!r} is none of {kind}; left empty")
        way = ""
    about = known(contexts, notes=notes)
    score = number(goldstein, "intensity", limit=10, notes=notes)
    code = cameo_code(kind, way, contexts=about)
    return Act(kind, way, about, code, book.quad_class(kind), book.goldstein(code) if score is None else score)


def known(contexts: list[str], *, notes: list[str]) -> tuple[str, ...]:
    """PLOVER's context tags among these; others are noted."""
    folded = [tag.strip().lower().replace(" ", "_").replace("-", "_") for tag in contexts]
    if others := sorted({tag for tag in folded if tag and tag not in known_contexts()}):
        notes.append(f"context {', '.join(others)[:60]!r} is none of PLOVER's; not read")
    return tuple(dict.fromkeys(tag for tag in folded if tag in known_contexts()))


def number(text: str, what: str, *, limit: float, notes: list[str]) -> float | None:
    """A number within ±limit, or None; what is none is noted."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not abs(value) <= limit:
        notes.append(f"{what} {text[:20]!r} is no number up to {limit:g}; not read")
        return None
    return value


def whole(text: str, what: str, *, notes: list[str]) -> int | None:
    """A whole number from 0 below 2^31, or None; what is none is noted."""
    value = number(text, what, limit=2**31 - 1, notes=notes)
    return None if value is None or value < 0 else int(value)


def day(text: str, *, notes: list[str]) -> date | None:
    """A day written 20240131, 2024-01-31 (with or without a time) or 1/31/2024; the last is noted.

    Raises DocumentError for what is no date: an event on a wrong day is worse than none.
    """
    if not text or not text.strip("0"):
        return None
    try:
        if iso := _ISO.fullmatch(text):
            return date(*(int(part) for part in iso.groups()))
        if slashed := _SLASHED.fullmatch(text):
            return _slashed(*(int(part) for part in slashed.groups()), text=text, notes=notes)
    except ValueError as error:
        raise DocumentError(f"date {text[:30]!r}: {error}") from error
    raise DocumentError(f"date {text[:30]!r} is none; expected like 2024-01-31 or 20240131")


def _slashed(first: int, second: int, year: int, *, text: str, notes: list[str]) -> date:
    if year < 100:
        year += 1900 if year >= _CENTURY else 2000
    month, of_month = (second, first) if first > 12 else (first, second)
    found = date(year, month, of_month)
    notes.append(f"date {text[:30]!r} is in another format; read as {found}")
    return found


def dated(start: date | None, end: date | None = None) -> Dating:
    """The days of an event; precision is told by how long they are, basis and words are unknown."""
    if start is None:
        return Dating()
    last = end if end and end >= start else start
    return Dating(start.isoformat(), last.isoformat(), _precision(start, last))


def _precision(start: date, last: date) -> Precision:
    after = last + timedelta(days=1) if last < date.max else last
    whole_months = start.day == 1 and after.day == 1
    months = (after.year - start.year) * 12 + after.month - start.month
    if start == last:
        return "day"
    if (last - start).days < 7:
        return "week"
    if whole_months and months == 1:
        return "month"
    if months <= 4:
        return "season"
    return "year" if months <= 12 else "decade"


def placed(
    name: str, country: str, point: tuple[str, str] = ("", ""), *, text: str = "", geonames_id: str = "",
    notes: list[str],
) -> Place | None:  # fmt: skip
    """The place; None where nothing is told. Half a point is none."""
    latitude = number(point[0], "latitude", limit=90, notes=notes)
    longitude = number(point[1], "longitude", limit=180, notes=notes)
    if latitude is None or longitude is None:
        latitude = longitude = None
    key = whole(geonames_id, "GeoNames id", notes=notes)
    if not (name or country or text or latitude is not None or key is not None):
        return None
    return Place(text, 0, 0, name, country, latitude, longitude, key)


def party(
    name: str, country: str, sector: str, code: str = "", *, text: str = "", office: str = ""
) -> tuple[Party, ...]:
    """The one party of a side, or none where nothing is told of it."""
    if not (name or country or sector or code or text):
        return ()
    return (Party(text, 0, 0, name, country, sector, code, office),)
