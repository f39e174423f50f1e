"""Which events are meant: one set of filters for the command line and for Python, and its SQL.

In: what the caller asked for. Out: `Filters`, checked, and a condition with named parameters, never with values in it.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from dragoman.errors import UsageError

STATUSES = ("actual", "planned", "hypothetical", "negated")
_JUDGED = "SELECT event_id FROM claims WHERE"
# What people say of events, each with the condition on rows of the record that they do.
SAID = {
    "accept": f"event_id IN ({_JUDGED} verdict = 'accept')",
    "reject": f"event_id IN ({_JUDGED} verdict = 'reject')",
    "correct": f"event_id IN ({_JUDGED} claimed IS NOT NULL)",
    "none": f"event_id NOT IN ({_JUDGED} verdict IN ('accept', 'reject') OR claimed IS NOT NULL)",
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PHRASES = re.compile(r'"([^"]+)"|([^\s"]+)')
_COUNTRY = re.compile(r"[A-Z]{3}")
_MONTH = 31
# Events coded here, and any words.
_MAY_BE_EMPTY = ("origin", "text")
_DAYS = ("since", "until", "begins")
# Told in any case, as types are.
_SMALL = ("mode", "status", "verdict")


def _about(text: str) -> Any:
    return field(default=None, metadata={"help": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Filters, all of which must hold; None does not filter, nor does what is blank. Raises UsageError for a value that
    cannot be.

    A party is a country (RUS, or its short or official name: Russia), a CAMEO code or its beginning (RUSGOV), a QID, or
    part of a name; a place or a voice is a country or part of a name. Three capitals that are no country's are such a
    beginning or part (IGO, PKK). Dates are YYYY, YYYY-MM or YYYY-MM-DD, or a `date`: an event is meant when some day of
    its range is, by `begins` when its first day is; what is known by whole years alone begins in no month. `text` are
    words all of which the sentence has, case aside, parts of words too; those in "double quotes" stand there in this
    order. `status` "any" is the same as None. `verdict` is what people say of an event: accept, reject, correct (some
    field of it), or none. `origin` "" are events coded here; else the source of imported ones.
    """

    actor: str | None = _about("Who acts: a country, a code, or part of a name.")
    recipient: str | None = _about("To whom.")
    either: str | None = _about("Who is on either side; give two as RUS,PRK for both ways between them.")
    type: str | None = _about("Event type, as CONSULT; several as AID,AGREE.")
    mode: str | None = _about("Mode, as visit.")
    quad: int | None = _about("Quad class, 1 to 4.")
    status: str | None = _about("actual, planned, hypothetical, negated, or any.")
    since: str | None = _about("From this day, month or year on.")
    until: str | None = _about("Up to this day, month or year.")
    begins: str | None = _about("Of which the first day lies in this day, month or year.")
    place: str | None = _about("Where: a country, or part of a name.")
    said_by: str | None = _about("Who says so: a country, or part of a name.")
    min_confidence: float | None = _about("At least so likely to be right, 0 to 1.")
    text: str | None = _about('Words of the sentence, all of them; "in quotes" as they stand.')
    incident: str | None = _about("Reports of this incident.")
    verdict: str | None = _about("What people say of it: accept, reject, correct (some field), or none.")
    origin: str = field(default="", metadata={"help": "Where imported events come from; else those coded here."})

    def __post_init__(self) -> None:
        for one in fields(self):
            object.__setattr__(self, one.name, _taken(one.name, getattr(self, one.name)))
        if self.status is not None and self.status not in (*STATUSES, "any"):
            raise UsageError(f"status {self.status!r}: choose {', '.join(STATUSES)} or any")
        if self.verdict is not None and self.verdict not in SAID:
            raise UsageError(f"verdict {self.verdict!r}: choose {', '.join(SAID)}")
        if self.quad is not None and self.quad not in (1, 2, 3, 4):
            raise UsageError(f"quad {self.quad}: a quad class is 1, 2, 3 or 4")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise UsageError(f"min confidence {self.min_confidence}: give a number from 0 to 1")
        if self.either is not None and not 1 <= len(listed(self.either)) <= 2:
            raise UsageError(f"either {self.either!r}: give one party, or two as RUS,PRK")
        for name in _DAYS:
            days(getattr(self, name) or "2000", name=name)
        if self.since and self.until and days(self.since)[0] > days(self.until)[1]:
            raise UsageError(f"since {self.since!r} is after until {self.until!r}; no day lies between")
        if self.type is not None or self.mode is not None:
            _known(self.type, self.mode)


def _taken(name: str, value: Any) -> Any:
    """A value as it is meant: days as text, text without blanks around it. Raises UsageError for another kind."""
    if isinstance(value, date) and name in _DAYS:
        return value.isoformat()[:10]
    kinds = {"quad": int, "min_confidence": int | float}.get(name, str)
    if value is not None and (not isinstance(value, kinds) or isinstance(value, bool)):
        raise UsageError(f"{name} {value!r:.60}: give {'text' if kinds is str else 'a number'}")
    if not isinstance(value, str):
        return value
    if not value.strip() and name not in _MAY_BE_EMPTY:
        # An unset variable of a shell must not mean all, nor what has no name.
        raise UsageError(f"{name} {value!r}: is empty; write what is meant, or leave it out")
    return value.strip().lower() if name in _SMALL else value.strip()


def _known(types: str | None, mode: str | None) -> None:
    """Raises UsageError for a type or a mode there is none of: nothing could be found."""
    from dragoman.ontology import load

    kinds = load().types
    if types is not None:
        for name in listed(types) or [types]:
            if name.upper() not in kinds:
                raise UsageError(f"type {name!r}: choose {', '.join(kinds)}")
    modes = {name for kind in kinds.values() for name in kind.modes}
    if mode is not None and mode not in modes:
        raise UsageError(f"mode {mode!r}: choose {', '.join(sorted(modes))}")


def _any_listed(column: str, test: str) -> str:
    return f"len([p FOR p IN {column} IF {test}]) > 0"


def _on_any_side(test: str) -> str:
    return f"({' OR '.join(_any_listed(column, test) for column in ('actors', 'recipients'))})"


def _itself(_column: str, test: str) -> str:
    return f"({test})"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a relation holds parties, places and voices; by default as `current_events` does.

    `any_party` makes of a test on a party `p` a condition on a column of parties, `any_side` one on both columns; `one`
    makes of a test on a place or voice, which is called like its column, a condition on that column. `said` are
    conditions that people say something of an event.
    """

    any_party: Callable[[str, str], str] = _any_listed
    any_side: Callable[[str], str] = _on_any_side
    one: Callable[[str, str], str] = _itself
    said: Mapping[str, str] = field(default_factory=lambda: SAID)


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL and the values of its parameters."""

    sql: str
    values: dict[str, object]


_EVENTS = Layout()


def days(written: str, *, name: str = "date") -> tuple[date, date]:
    """First and last day of a year, month or day. Raises UsageError."""
    found = _DAY.fullmatch(written)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else 0 for part in found.groups())
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        return first, date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    except ValueError:
        raise UsageError(f"{name} {written!r}: write YYYY, YYYY-MM or YYYY-MM-DD") from None


def condition(filters: Filters, layout: Layout = _EVENTS) -> Condition:
    """The condition on rows of `current_events`, or of a relation laid out in another way."""
    when = dated(filters)
    parts: list[str] = ["origin = $origin", when.sql]
    values: dict[str, object] = {"origin": filters.origin, **when.values}
    if filters.verdict is not None:
        parts.append(layout.said[filters.verdict])
    for sql, more in (*_plain(filters), *_parties(filters, layout), *_worded(filters, layout)):
        parts.append(sql)
        values |= more
    return Condition(" AND ".join(parts), values)


def dated(filters: Filters, *, first: str = "date_start", last: str = "date_end") -> Condition:
    """The condition that rows lie in the days asked for, wholly or in part, by the columns of their first and last.

    "true" where none are asked for. Raises UsageError.
    """
    parts: list[str] = []
    values: dict[str, object] = {}
    if filters.since is not None:
        parts.append(f"{last} >= $since")
        values["since"] = days(filters.since)[0]
    if filters.until is not None:
        parts.append(f"{first} <= $until")
        values["until"] = days(filters.until)[1]
    if filters.begins is not None:
        begin, end = days(filters.begins)
        parts.append(f"{first} BETWEEN $begins_first AND $begins_last")
        # What is known by whole years alone begins in a year that is asked for, and in no month or day.
        parts += [] if (end - begin).days > _MONTH else [month_known(first, last)]
        values |= {"begins_first": begin, "begins_last": end}
    return Condition(" AND ".join(parts) or "true", values)


def month_known(first: str, last: str) -> str:
    """The condition that days lie so that one can say in which month they begin: they are no whole years."""
    return f"NOT (dayofyear({first}) = 1 AND month({last}) = 12 AND day({last}) = 31)"


_Part = tuple[str, dict[str, Any]]


def _plain(filters: Filters) -> Iterator[_Part]:
    if filters.type is not None:
        yield "event_type IN (SELECT unnest($types))", {"types": [name.upper() for name in listed(filters.type)]}
    if filters.mode is not None:
        yield "mode = $mode", {"mode": filters.mode}
    if filters.quad is not None:
        yield "quad_class = $quad", {"quad": filters.quad}
    if filters.status not in (None, "any"):
        yield "status = $status", {"status": filters.status}
    if filters.incident is not None:
        # An import may have events of the same ids.
        member = "origin = '' AND event_id IN (SELECT event_id FROM members WHERE incident_id = $incident)"
        yield member, {"incident": filters.incident}
    if filters.min_confidence is not None:
        yield "confidence >= $min_confidence", {"min_confidence": filters.min_confidence}


def _parties(filters: Filters, layout: Layout) -> Iterator[_Part]:
    if filters.actor is not None:
        yield layout.any_party("actors", _test("actor")), _party("actor", filters.actor)
    if filters.recipient is not None:
        yield layout.any_party("recipients", _test("recipient")), _party("recipient", filters.recipient)
    if filters.either is not None:
        yield from _either(listed(filters.either), layout)


def _either(names: list[str], layout: Layout) -> Iterator[_Part]:
    """One party on any side; of two, at least one acts: two who only suffer have nothing to do with each other."""
    values = {key: value for n, name in enumerate(names) for key, value in _party(f"either{n}", name).items()}
    if len(names) == 1:
        yield layout.any_side(_test("either0")), values
        return
    one, other = _test("either0"), _test("either1")
    acts = layout.any_party("actors", f"({one}) OR ({other})")
    yield f"{layout.any_side(one)} AND {layout.any_side(other)} AND {acts}", values


def _worded(filters: Filters, layout: Layout) -> Iterator[_Part]:
    for column, asked in (("place", filters.place), ("said_by", filters.said_by)):
        if asked is None:
            continue
        names = [f"{column}.name", f"{column}.text"]
        test, values = said_by(column, asked, country=f"{column}.country", names=names)
        yield layout.one(column, test), values
    yield from sought("sentence", filters.text)


def said_by(name: str, asked: str, *, country: str, names: Sequence[str]) -> _Part:
    """The condition that a country, or else one of some names, is what is asked for; `name` is the parameter's."""
    if is_country(code := country_of(asked)):
        return f"{country} = ${name}", {name: code}
    tests = [f"{column} ILIKE ${name} ESCAPE '\\'" for column in names]
    return f"({' OR '.join([f'{country} = ${name}_code', *tests])})", {name: like(asked), f"{name}_code": asked}


def sought(column: str, text: str | None) -> Iterator[_Part]:
    """Conditions that a column holds all these words, and phrases in double quotes as they stand."""
    for number, phrase in enumerate(phrases(text)):
        name = f"text{number}"
        yield f"{column} ILIKE ${name} ESCAPE '\\'", {name: like(phrase)}


def phrases(text: str | None) -> list[str]:
    """The words that are asked for, and as one what stands in double quotes."""
    return [phrase or word for phrase, word in _PHRASES.findall(text or "")]


def like(words: str) -> str:
    """A pattern that holds for texts with these words in them, whatever signs they hold."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", words) + "%"


def _test(name: str) -> str:
    """A test on a party `p`; a country that there is is looked for as such alone."""
    return (
        f"CASE WHEN ${name}_country THEN p.country = ${name} "
        f"ELSE p.country = ${name} OR p.actor_code LIKE ${name}_code ESCAPE '\\' OR p.wikidata = ${name} "
        f"OR p.name ILIKE ${name}_like ESCAPE '\\' END"
    )


def _party(name: str, asked: str) -> dict[str, Any]:
    country = country_of(asked)
    return {
        name: country or asked,
        f"{name}_country": is_country(country),
        f"{name}_code": like(asked)[1:],
        f"{name}_like": like(asked),
    }


def country_of(asked: str) -> str:
    """The code that a country would have: three capitals, or those of its short or official name; "" for other words.

    Three capitals need be no country's (`is_country`): IGO begins codes of organisations, PKK is a name.
    """
    if _COUNTRY.fullmatch(asked):
        return asked
    from dragoman.record.exchange.countries import named

    return named(asked)


def is_country(code: str) -> bool:
    """Whether there is, or was, a country with this code."""
    from dragoman.record.exchange.countries import codes

    return code in codes()


def listed(names: str) -> list[str]:
    """The names in a list with commas."""
    return [name.strip() for name in names.split(",") if name.strip()]
