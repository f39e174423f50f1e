"""When a document was published: by argument, its own metadata, its URL, its dateline, in this order; else None.

In: the date asked for, a draft's date as written, its URL and text. Out: the day and how it was found. Nothing
is guessed: a date that can be read two ways, or a dateline without a known year, gives none. Days are taken as
written, in the publisher's own time zone; epoch numbers are UTC.
"""

import logging
import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from dragoman.datelines import datelines
from dragoman.document import DateBasis
from dragoman.errors import UsageError
from dragoman.reading.draft import Draft

log = logging.getLogger(__name__)

# Print archives go back this far; a smaller year in a field is a number, no date.
FIRST_YEAR = 1800

# No longer text in a date field is one; it bounds what the patterns are run on.
MAX_WRITTEN = 100

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# In ASCII: "ſ" passes for an "s" elsewhere, and no table has it.
_MONTH = rf"(?ai:(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR_FIRST = re.compile(r"\s*(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)")
# Without separators a day has eight digits, and hours, minutes and seconds may follow it.
_COMPACT = re.compile(r"\s*(?P<y>(?:18|19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:\d{4}|\d{6})?(?!\d)")
_YEAR_LAST = re.compile(r"\s*(\d\d?)[-/.](\d\d?)[-/.](\d{4})(?!\d)")
_WORDED = (
    re.compile(rf"\b(?P<d>{_DAY})[ .-]{{1,2}}(?:of )?(?P<m>{_MONTH})[ ,-]{{1,2}}(?P<y>\d{{4}})\b", re.I),
    re.compile(rf"\b(?P<m>{_MONTH})[ -](?P<d>{_DAY})[ ,-]{{1,2}}(?P<y>\d{{4}})\b", re.I),
    re.compile(rf"\b(?P<m>{_MONTH}) +(?P<d>{_DAY}) [\d:]{{5,8}}(?: [A-Z+\d]{{1,5}})? (?P<y>\d{{4}})\b", re.I),
)
# Nine to ten digits are seconds (1973 to 2286), twelve to thirteen milliseconds; twelve that begin as a year are a day
# and its time, or nothing.
_EPOCH = re.compile(r"\s*(?!(?:18|19|20)\d{10}(?!\d))(?P<s>\d{9,10})(?P<ms>\d{3})?(?:\.\d+)?\s*\Z")
_YEAR = re.compile(r"\b((?:18|19|20)\d\d)(?:0[1-9]|1[0-2])?\b")
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
_URL = re.compile(
    rf"[/=_-](?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>\d\d|{_MONTH})(?P=sep)(?P<d>\d\d)(?=[/_.?&#-]|\Z)", re.I
)
# Above a dateline stand a headline, a second one and a byline; none is longer, nor ends as a sentence, a quotation or
# an announcement of what is printed below it ends.
_HEADS, _HEAD = 3, 200
_PROSE = (".", "!", ":", ";", ",", "”", '"', "-", "–", "—")


class Published(NamedTuple):
    """A publication date and how it was found; (None, "") when unknown."""

    day: date | None
    basis: DateBasis


def published(draft: Draft, *, asked: date | None) -> Published:
    """Publication date of a draft: the one asked for, else its own, else its URL's, else its dateline's."""
    if asked:
        return Published(asked, "argument")
    if day := written_date(draft.pub_date, source=draft.source):
        return Published(day, "metadata")
    if day := url_date(draft.url):
        return Published(day, "url")
    if day := dateline_date(draft.text, year=_known_year(draft)):
        return Published(day, "dateline")
    return Published(None, "")


def date_argument(value: str) -> date:
    """The day that a user names as YYYY-MM-DD. Raises UsageError for anything else."""
    try:
        return datetime.strptime(value.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise UsageError(f"date {value!r} is no day written YYYY-MM-DD, such as 2024-06-21") from error


def written_date(written: str, *, source: str = "") -> date | None:
    """The day that a date field names: ISO, RFC 2822, "21 June 2024", epoch; None, and logged, when unclear."""
    written = written.strip()[:MAX_WRITTEN]
    if not written:
        return None
    day = _numbered(written) or _worded(written) or _epoch(written)
    if day is None and _YEAR_LAST.match(written):
        log.warning("%s: date %r is taken as unknown; write it as YYYY-MM-DD", source, written)
    elif day is None:
        log.warning("%s: date %r is not understood and taken as unknown; write it as YYYY-MM-DD", source, written)
    return day


def url_date(url: str) -> date | None:
    """The day in a URL's path ("/2024/06/21/", "/2024-06-21-", "/2024/jun/21/"), or None."""
    return next((day for match in _URL.finditer(url[:2000]) if (day := _from_match(match))), None)


def dateline_date(text: str, *, year: int | None) -> date | None:
    """The day of the dateline that opens a text, or its first paragraph below the headline; None without one.

    Its year is `year` unless the dateline has one. Below a headline datelines of several days are a chronicle, which
    tells nothing of when it was published.
    """
    found = [line for line in datelines(text) if line.day]
    if not found:
        return None
    days = {_dateline_day(line.day, year) for line in found[: 1 if found[0].start == 0 else None]}
    above = [line for line in text[: found[0].start].split("\n") if line.strip()]
    return days.pop() if len(days) == 1 and _heads(above) else None


def _dateline_day(written: str, year: int | None) -> date | None:
    """The day of a dateline as it is written, "June 21, 2024"; of `year` where it names none."""
    month = re.search("[A-Za-z]+", written)
    day, *named = re.findall(r"\d+", written)
    known = int(named[0]) if named else year
    return _day(known, month[0], day) if month and known else None


def _heads(lines: list[str]) -> bool:
    """Whether these lines are what stands above an article's first paragraph."""
    return len(lines) <= _HEADS and all(len(line) <= _HEAD and not line.rstrip().endswith(_PROSE) for line in lines)


def _known_year(draft: Draft) -> int | None:
    """The year that a date field or URL gives without a day ("June 2024", "/2024/06/talks-end")."""
    found = _YEAR.search(draft.pub_date[:MAX_WRITTEN]) or _URL_YEAR.search(draft.url[:2000])
    return int(found[1]) if found else None


def _numbered(written: str) -> date | None:
    """A date in numbers that can be read one way only."""
    if match := _YEAR_FIRST.match(written) or _COMPACT.match(written):
        return _from_match(match)
    match = _YEAR_LAST.match(written)
    if match is None:
        return None
    first, second, year = (int(group) for group in match.groups())
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _worded(written: str) -> date | None:
    for pattern in _WORDED:
        if match := pattern.search(written):
            return _from_match(match)
    return None


def _epoch(written: str) -> date | None:
    match = _EPOCH.match(written)
    return datetime.fromtimestamp(int(match["s"]), UTC).date() if match else None


def _from_match(match: re.Match[str]) -> date | None:
    return _day(int(match["y"]), match["m"], match["d"])


def _day(year: int, month: str | int, day: str | int) -> date | None:
    """The date, or None where the calendar has none."""
    if isinstance(month, str) and not month.isdigit():
        month = _MONTHS.index(month[:3].lower()) + 1
    number = int(re.sub(r"\D", "", day)) if isinstance(day, str) else day
    try:
        return date(year, int(month), number) if year >= FIRST_YEAR else None
    except ValueError:
        return None
