"""Ledgers: what people ask a record for by name, each a view with the filters laid over it.

In: a ledger's name and filters. Out: a query. What each ledger holds: docs/record.md.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.errors import UsageError
from dragoman.record.filters import Condition, Filters, condition, country_of, dated, listed, said_by, sought

# The views, which people's own SQL may ask, have older names of the days than the contract.
AS_CONTRACT = "RENAME (date_from AS date_start, date_to AS date_end)"
_CHOSEN = """
SELECT * EXCLUDE (origin) {renamed} FROM {view} WHERE {where}
ORDER BY date_from DESC NULLS LAST, document_id, event_id
"""
# Incidents of which some report fits, and events of other sources that fit.
_FITTING = "incident_id IN (SELECT incident_id FROM members WHERE event_id IN ({events}))"
_FOREIGN = "event_id IN ({events})"
_EVENTS = "SELECT event_id FROM current_events WHERE {where}"
_INCIDENTS = """
SELECT incident_id, event_id, event_type, mode, status, date_start, date_end, date_precision,
    party_names(actors) AS actors, party_countries(actors) AS actor_countries,
    party_names(recipients) AS recipients, party_countries(recipients) AS recipient_countries,
    coalesce(nullif(place.name, ''), place.text) AS place, place.country AS place_country, place.latitude AS latitude,
    place.longitude AS longitude, contexts, cameo_code, quad_class, goldstein, confidence, reports, documents,
    publishers, first_seen, last_seen, coalesce([d.about FOR d IN disagreements], []) AS disputed,
    coalesce(disagreements, []) AS disagreements, document_id, sentence,
    coalesce(
        (SELECT list(m.event_id ORDER BY m.event_id) FROM members m WHERE m.incident_id = h.incident_id), [event_id]
    ) AS members
FROM happenings h WHERE {where} ORDER BY date_start DESC NULLS LAST, document_id, event_id
"""
_COUNTS = """count(*) AS incidents, sum(reports)::BIGINT AS reports,
    count(*) FILTER (quad_class = 1) AS quad1, count(*) FILTER (quad_class = 2) AS quad2,
    count(*) FILTER (quad_class = 3) AS quad3, count(*) FILTER (quad_class = 4) AS quad4,
    avg(goldstein::DECIMAL(18, 3)) AS goldstein_mean, sum(goldstein::DECIMAL(18, 3))::DOUBLE AS goldstein_sum"""
_DYADS = """
SELECT source, target, {counts},
    min(date_start) AS first_day, max(date_end) AS last_day
FROM dyads WHERE {where} GROUP BY source, target
ORDER BY source = '' OR target = '', incidents DESC, source, target
"""
_MONTHS = """
SELECT {columns}, incidents, reports, quad1, quad2, quad3, quad4, goldstein_mean, goldstein_sum
FROM {view} WHERE {where} ORDER BY month DESC NULLS LAST, {columns}
"""
_DYAD_MONTHS = """
SELECT source, target, month, status, {counts}
FROM dyads WHERE {where} GROUP BY source, target, month, status
ORDER BY month DESC NULLS LAST, source = '' OR target = '', source, target, status
"""
_STATEMENTS = """
SELECT statement_id, date_start AS date, coalesce(nullif(speaker.name, ''), speaker.text) AS speaker,
    speaker.country AS speaker_country, verb, kind, words.text AS words, party_names(about) AS about,
    party_countries(about) AS about_countries, document_id
FROM current_statements WHERE {where} ORDER BY date_start DESC NULLS LAST, document_id, "start", statement_id
"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One ledger: what it is, how its query is made, the filters it cannot answer.

    `status` is what it tells unless asked otherwise; `shown` are the columns of a table for people
    (those of `brief`, and its own), none: all.
    """

    about: str
    query: Callable[[Filters], Condition]
    refuses: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    status: str | None = "actual"


def _of_happenings(sql: str, *, first: str, last: str) -> Callable[[Filters], Condition]:
    def query(filters: Filters) -> Condition:
        where = happened(filters, first=first, last=last)
        return Condition(sql.format(where=where.sql), where.values)

    return query


def happened(filters: Filters, *, first: str, last: str) -> Condition:
    """What happened: its own status and days are meant, and whatever else some report of it says."""
    when = dated(filters, first=first, last=last)
    parts: list[str] = ["origin = $origin", when.sql]
    values: dict[str, object] = {"origin": filters.origin, **when.values}
    if filters.status not in (None, "any"):
        parts.append("status = $status")
        values["status"] = filters.status
    told = replace(filters, status=None, since=None, until=None, begins=None)
    if told != Filters(origin=filters.origin):
        where = condition(told)
        events = _EVENTS.format(where=where.sql)
        parts.append((_FOREIGN if filters.origin else _FITTING).format(events=events))
        values |= where.values
    return Condition(" AND ".join(parts), values)


def _dyads(filters: Filters) -> Condition:
    """Counts by pair: parties are countries there."""
    plain = condition(replace(filters, actor=None, recipient=None, either=None))
    parts, values = [plain.sql], dict(plain.values)
    for column, asked in (("source", filters.actor), ("target", filters.recipient)):
        if asked is not None:
            parts.append(f"{column} = ${column}")
            values[column] = _country(asked)
    if filters.either is not None:
        names = [_country(name) for name in listed(filters.either)]
        values["either"] = names
        both = "source IN (SELECT unnest($either)) {} target IN (SELECT unnest($either))"
        parts.append(f"({both.format('AND' if len(names) == 2 else 'OR')})")
    return Condition(_DYADS.format(counts=_COUNTS, where=" AND ".join(parts)), values)


def _dyad_month(filters: Filters) -> Condition:
    where = _monthly(filters, sides={"source": filters.actor, "target": filters.recipient})
    one_pair = filters.actor is not None and filters.recipient is not None
    # The view's own columns would do, but all of them are read to find those of one pair.
    paired = " AND pair = pair_number($source, $target)" if one_pair else ""
    return Condition(_DYAD_MONTHS.format(counts=_COUNTS, where=where.sql + paired), where.values)


def _country_month(filters: Filters) -> Condition:
    where = _monthly(filters, sides={"country": filters.actor})
    sql = _MONTHS.format(view="country_month", columns="country, month, status", where=where.sql)
    return Condition(sql, where.values)


def _monthly(filters: Filters, *, sides: dict[str, str | None]) -> Condition:
    """The condition on rows of a monthly view, by columns that it groups by, so that only their events are read."""
    plain = condition(replace(filters, actor=None, recipient=None, since=None, until=None))
    parts, values = [plain.sql], dict(plain.values)
    for column, asked in sides.items():
        if asked is not None:
            parts.append(f"{column} = ${column}")
            values[column] = _country(asked)
    when = dated(filters).values
    for name, sign in (("since", ">="), ("until", "<=")):
        if name in when:
            parts.append(f"month {sign} date_trunc('month', ${name}::DATE)")
            values[name] = when[name]
    return Condition(" AND ".join(parts), values)


def _statements(filters: Filters) -> Condition:
    """Statements: `actor` and `said_by` are the speaker, `text` words of what is said."""
    when = dated(filters)
    parts, values = [when.sql], dict(when.values)
    for name in ("actor", "said_by"):
        asked = getattr(filters, name)
        if asked is not None:
            sql, more = said_by(name, asked, country="speaker.country", names=["speaker.name"])
            parts.append(sql)
            values |= more
    for sql, more in sought("words.text", filters.text):
        parts.append(sql)
        values |= more
    return Condition(_STATEMENTS.format(where=" AND ".join(parts)), values)


def _country(asked: str) -> str:
    country = country_of(asked)
    if not country:
        raise UsageError(
            f"{asked!r} is no country, as RUS or Russia, and this counts countries; ask for events by name"
        )
    return country


def _of(view: str, about: str, *columns: str) -> Ledger:
    shown = ("when", *columns, "status", "reports", "event_id")
    query = _of_happenings(
        _CHOSEN.replace("{view}", view).replace("{renamed}", AS_CONTRACT), first="date_from", last="date_to"
    )
    return Ledger(about, query, shown=shown)


_COUNTED = ("incidents", "reports", "q1", "q2", "q3", "q4", "mean")
# What counts of countries cannot be asked by, what those by month cannot, and what statements cannot.
_PAIRED = ("mode", "place", "said_by", "text", "incident", "verdict")
_MONTHLY = (*_PAIRED, "type", "quad", "min_confidence", "either", "begins")
_SAID = (
    "recipient",
    "either",
    "type",
    "mode",
    "quad",
    "status",
    "place",
    "min_confidence",
    "origin",
    "incident",
    "verdict",
)

LEDGERS: dict[str, Ledger] = {
    "agreements": _of(
        "agreements", "Agreements: between whom, about what, signed or promised.", "parties", "kind", "about"
    ),
    "country_month": Ledger(
        "Counts by acting country and month.",
        _country_month,
        (*_MONTHLY, "recipient"),
        ("country", "month", "status", *_COUNTED),
    ),
    "dyad_month": Ledger(
        "Counts by pair of countries and month.", _dyad_month, _MONTHLY, ("pair", "month", "status", *_COUNTED)
    ),
    "dyads": Ledger(
        "Who did how much to whom: counts by pair of countries.", _dyads, _PAIRED, ("pair", *_COUNTED, "first", "last")
    ),
    "incidents": Ledger(
        "Incidents: what happened, once each, from all reports of it.",
        _of_happenings(_INCIDENTS, first="date_start", last="date_end"),
        shown=("when", "what", "who to whom", "place", "reports", "disputed", "incident_id"),
        status=None,
    ),
    "meetings": _of("meetings", "Meetings and talks: of whom, when, where.", "parties", "mode", "place"),
    "sanctions": _of(
        "sanctions", "Sanctions and other reductions of relations: by whom, on whom.", "sender", "target", "mode"
    ),
    "statements": Ledger(
        "Statements: who said what, about whom, when.",
        _statements,
        _SAID,
        ("date", "speaker", "verb", "words", "kind", "about"),
        status=None,
    ),
    "transfers": _of("transfers", "Arms, money and other aid: from whom, to whom.", "giver", "receiver", "about"),
    "visits": _of("visits", "Visits: who visited whom, when, where.", "visitor", "host", "place"),
}


def ledger(name: str, filters: Filters) -> Condition:
    """The query of a ledger. Raises UsageError for a ledger there is none of and a filter that it cannot answer."""
    if name not in LEDGERS:
        raise UsageError(f"ledger {name!r}: there are {', '.join(LEDGERS)}")
    for refused in LEDGERS[name].refuses:
        if getattr(filters, refused):
            raise UsageError(f"{name}: cannot be filtered by {refused}; ask for events instead")
    return LEDGERS[name].query(filters)
