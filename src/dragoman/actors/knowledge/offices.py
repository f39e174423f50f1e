"""Offices and who held them, day by day: the Russian president of 1999-05-01, NATO's head today.

In: offices.csv (offices), holders/*.csv (who held them from when to when), people.csv (forms of names) and
leaders.csv (which office leads a country, by dates). Out: `Offices`, which answers by country, title and day,
and by name. `start` and `end` of a term are both days in office; `end` None is still in office on the tables'
"as of" day. On a day of handover the incoming holder comes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

from dragoman.actors.knowledge.rows import Row, folder_rows, split, table_rows
from dragoman.actors.names.matching import key
from dragoman.errors import KnowledgeError

_K = TypeVar("_K")
_V = TypeVar("_V")

# Columns of the tables of holders.
_TERM = ("office_id", "name", "start", "end")

# A title that only one gender bears, where one office has both (king;queen).
_GENDER_OF_TITLE = {"king": "m", "queen": "f", "grand duke": "m", "grand duchess": "f", "emperor": "m"}

# Of several people with one surname in office, news means the first of these.
_RANK = {"supreme_leader": 0, "head_of_state": 1, "head_of_government": 2, "organisation_head": 3}


class Office(NamedTuple):
    """One office of a state, or of an organisation, party or group.

    `country` is ISO 3166 alpha-3, "" for international ones; `organisation` is an id of organisations.csv, "" for a
    state's office. `kind` is what the office is anywhere (head_of_state, foreign_minister …); `titles` are the words
    for its holder, lower case, the usual one first; `sector` is the holder's while in office. `today` is "" when it
    is held on the newest day of the tables, else "ended" (the office or its state is gone), "vacant" or "unknown"
    (who holds it is not in the tables).
    """

    id: str
    country: str
    organisation: str
    kind: str
    titles: tuple[str, ...]
    sector: str
    today: str = ""


class Person(NamedTuple):
    """A person of the tables and the forms of the name that news uses.

    `surnames` are used alone ("Xi"), `aliases` are other full forms. `country`, `sector` and `roles` (text
    with years) are filled where the offices do not tell: for figures without one, and for monarchs of several
    realms, whose `country` is their home.
    """

    name: str
    surnames: tuple[str, ...]
    aliases: tuple[str, ...]
    gender: str
    wikidata: str = ""
    country: str = ""
    sector: str = ""
    roles: str = ""


class Holder(NamedTuple):
    """One term: `person` held `office_id` from `start` to `end`, both inclusive; None is in office."""

    office_id: str
    person: Person
    start: date
    end: date | None

    @property
    def name(self) -> str:
        """Canonical name, as English-language news writes it."""
        return self.person.name

    def serves(self, on: date) -> bool:
        """Whether `on` lies in the term."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True)
class Offices:
    """The tables, indexed. Built by `load`; every query is a dictionary look-up and a walk over few terms."""

    offices: dict[str, Office]
    people: dict[str, Person]
    holders: dict[str, tuple[Holder, ...]]
    newest: date
    _by_title: dict[tuple[str, str], tuple[Office, ...]]
    _leading: dict[str, tuple[tuple[date, date | None, str], ...]]
    _terms: dict[str, tuple[Holder, ...]]

    def day(self, on: date | None) -> date:
        """The day that is meant: without one the tables' day, `newest`, on which the last known term began.

        Not the day of the clock: an answer is the same on any, and who followed since is not in the tables.
        """
        return on or self.newest

    def office_of(self, country: str, title_or_kind: str) -> tuple[Office, ...]:
        """Offices of a state (alpha-3) or organisation (id) that bear the title or are of the kind."""
        return self._by_title.get((country, title_or_kind.casefold()), ())

    def serving(self, office_id: str, on: date | None = None) -> tuple[Holder, ...]:
        """Who held the office that day, the latest to come in first.

        `on` None is the tables' day.
        """
        day = self.day(on)
        return tuple(term for term in reversed(self.holders.get(office_id, ())) if term.serves(day))

    def holders_of(self, country: str, title_or_kind: str, on: date | None = None) -> tuple[Holder, ...]:
        """Who bore the title ("president", "queen") or held an office of the kind ("foreign_minister").

        `country` is alpha-3 or an organisation's id. `on` None means the holder on the tables' day.
        "leader" gives the effective leader. Nobody known: ().
        """
        title = title_or_kind.casefold()
        if title == "leader" and (leader := self.leader(country, on)):
            return (leader,)
        gender = _GENDER_OF_TITLE.get(title)
        found = [term for office in self.office_of(country, title) for term in self.serving(office.id, on)]
        return tuple(term for term in found if gender in (None, term.person.gender))

    def leader(self, country: str, on: date | None = None) -> Holder | None:
        """The effective leader of a state (or head of an organisation) that day; None when nobody is known.

        `on` None means the leader on the tables' day.
        """
        day = self.day(on)
        for start, end, office_id in reversed(self._leading.get(country, ())):
            if start <= day and (end is None or day <= end) and (serving := self.serving(office_id, day)):
                return serving[0]
        return None

    def named(self, name: str) -> tuple[Person, ...]:
        """People who bear this name, alias or surname; case, diacritics, hyphens and dots do not matter."""
        return self._by_name.get(key(name), ())

    @cached_property
    def _by_name(self) -> dict[str, tuple[Person, ...]]:
        return _named(self.people.values())

    def terms_of(self, person: Person) -> tuple[Holder, ...]:
        """Every term of a person, by start."""
        return self._terms.get(person.name, ())

    def holding(self, name: str, on: date | None = None) -> tuple[tuple[Holder, Office, bool], ...]:
        """Terms of everyone so named, with the office and whether it was held that day.

        Held ones come first (leaders before ministers, then the latest start), then past ones (latest end
        first), then ones to come.
        `on` None means the tables' day.
        """
        return self._sorted([term for person in self.named(name) for term in self.terms_of(person)], on)

    def career(self, name: str, on: date | None = None) -> tuple[tuple[Holder, Office, bool], ...]:
        """What `holding` tells, of the one person with a canonical name."""
        return self._sorted(self._terms.get(name, ()), on)

    def _sorted(self, terms: Sequence[Holder], on: date | None) -> tuple[tuple[Holder, Office, bool], ...]:
        day = self.day(on)
        rows = [(term, self.offices[term.office_id], term.serves(day)) for term in terms]
        return tuple(sorted(rows, key=lambda row: _nearness(row[0], row[1], day)) if len(rows) > 1 else rows)

    def titled(self, title: str, name: str, on: date | None = None) -> tuple[Holder, ...]:
        """Terms of a person (canonical name) in offices that bear the title, in the order of `career`."""
        word = title.casefold()
        rows = self.career(name, on)
        return tuple(holder for holder, office, _ in rows if word in office.titles or word == office.kind)

    def names(self) -> Iterator[tuple[str, Person]]:
        """Every full name and alias as written, with its person; surnames alone are not among them."""
        for person in self.people.values():
            for form in (person.name, *person.aliases):
                yield form, person


def _nearness(term: Holder, office: Office, day: date) -> tuple[int, int, bool, int]:
    abroad = term.person.country not in ("", office.country)
    if term.serves(day):
        return 0, _RANK.get(office.kind, len(_RANK)), abroad, -term.start.toordinal()
    if term.start > day:
        return 2, 0, abroad, term.start.toordinal()
    return 1, 0, abroad, -(term.end or day).toordinal()


@cache
def load() -> Offices:
    """The shipped tables, read once. Raises KnowledgeError, naming file and line, where a row is wrong."""
    offices = {row["office_id"]: _office(row) for row in table_rows("offices.csv")}
    people = {row["name"]: _person(row) for row in table_rows("people.csv", Person._fields)}
    terms = [_holder(row, offices, people) for row in folder_rows("holders", _TERM)]
    terms.sort(key=attrgetter("start"))
    return Offices(
        offices=offices,
        people=people,
        holders=_grouped((term.office_id, term) for term in terms),
        newest=max(term.start for term in terms),
        _by_title=_grouped((title, office) for office in offices.values() for title in _titles(office)),
        _leading=_grouped((row["country"], _spell(row, offices)) for row in table_rows("leaders.csv")),
        _terms=_grouped((term.person.name, term) for term in terms),
    )


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    groups: dict[_K, tuple[_V, ...]] = {}
    for group, value in pairs:  # nearly every group has one value, so no list is made for it
        groups[group] = (*groups[group], value) if group in groups else (value,)
    return groups


def _titles(office: Office) -> set[tuple[str, str]]:
    home = office.organisation or office.country
    return {(home, word) for word in (office.kind, *office.titles)}


def _named(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """People by every form of their names."""
    found: dict[str, tuple[Person, ...]] = {}
    for person in people:
        for form in {key(person.name), *map(key, person.surnames), *map(key, person.aliases)}:
            found[form] = (*found[form], person) if form in found else (person,)
    return found


def _office(row: Row) -> Office:
    return Office(
        id=row["office_id"],
        country=row["country"],
        organisation=row["organisation"],
        kind=row["kind"],
        titles=row.many("titles"),
        sector=row["sector"],
        today=row["today"],
    )


def _person(row: Row) -> Person:
    name, surnames, aliases, *rest = row.fields
    return Person(name, split(surnames), split(aliases), *rest)


def _holder(row: Row, offices: dict[str, Office], people: dict[str, Person]) -> Holder:
    office, name, first, last = row.fields
    if office not in offices:
        raise KnowledgeError(f"{row.where}: office {office!r} is not in offices.csv; add it there")
    if name not in people:
        raise KnowledgeError(f"{row.where}: person {name!r} is not in people.csv; add a row there")
    start, end = row.iso("start", first), row.iso("end", last) if last else None
    if end is not None and end < start:
        raise KnowledgeError(f"{row.where}: end {last} is before start {first}; correct one of them")
    return Holder(office, people[name], start, end)


def _spell(row: Row, offices: dict[str, Office]) -> tuple[date, date | None, str]:
    if row["office_id"] not in offices:
        raise KnowledgeError(f"{row.where}: office {row['office_id']!r} is not in offices.csv; add it there")
    return row.day_or_none("start") or date.min, row.day_or_none("end"), row["office_id"]
