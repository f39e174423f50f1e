"""Everybody known, ready to be found in text: the tables of `knowledge` as one index, and questions about a day.

In: the shipped tables and the user's own names. Out: a `Roster`: `matches` over a text, who held an office, who
bears a surname, whether a name was true of a day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from dragoman.actors.knowledge import Knowledge
from dragoman.actors.knowledge import load as load_knowledge
from dragoman.actors.knowledge.offices import Holder, Office, Offices, Person
from dragoman.actors.knowledge.offices import load as load_offices
from dragoman.actors.names.kinds import Kind
from dragoman.actors.names.matching import Case, Index, Item, Match, Name, case_of, key
from dragoman.actors.names.traps import Trap, kept, traps_of
from dragoman.actors.names.words import listed
from dragoman.collecting import uncollected

# A surname alone still means its bearer for so long after the last office: "Obama said" in 2022.
FAME = timedelta(days=366 * 12)
# And before the first, of who is to lead a state: "Macron" in the spring of 2017.
_SOON = timedelta(days=550)
# Who is meant when several bear a surname: an effective leader before ministers.
LEADING = frozenset({"head_of_state", "head_of_government", "leader", "supreme_leader"})


@dataclass(frozen=True, slots=True)
class Held:
    """A person's office on a day, or the last one before it: canonical name, title and whether it was held."""

    name: str
    title: str
    country: str
    wikidata: str
    sector: str
    serving: bool


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The index of all names, the offices, and the traps among the names.

    `genders` are people's ("m", "f") by name, `given` those of given names (folded) that all who bear them share;
    `homes` the countries of peoples that live in several (Kurds); `bodies` the ids of organisations by name;
    `collective` the nouns for a body of people (army);
    `titles` every title of an office, lower case; `regional` the countries of titles that say
    the place themselves ("scottish first minister"); `heirs` the last ISO day of states that are no more, and the
    state that goes on; `breakaway` the codes of offices of states recognised by few, by the state's name, and
    `sovereigns` the states that claim them, by that code.
    """

    index: Index
    offices: Offices
    traps: dict[str, Trap]
    genders: dict[str, str]
    given: dict[str, str]
    homes: dict[str, frozenset[str]]
    bodies: dict[str, str]
    collective: frozenset[str]
    titles: frozenset[str]
    regional: dict[str, str]
    heirs: dict[str, tuple[str, str]]
    breakaway: dict[str, str]
    sovereigns: dict[str, str]

    def matches(self, text: str, *, words: Sequence[Item] | None = None) -> list[Match]:
        """Every name in a text, longest first from left to right, without those a neighbouring word forbids."""
        return [m for m in self.index.matches(text, words=words) if kept(text, m, self.traps)]

    def valid(self, name: Name, on: date | None) -> bool:
        """Whether a writing stood for its thing that day; an open day accepts what has not ended, which the user's own
        rows may begin after the tables' day."""
        if not name.start and not name.end:
            return True
        written = (on or date.max).isoformat()
        return (not name.start or name.start <= written) and (not name.end or written <= name.end)

    def heir(self, country: str, on: date | None) -> str:
        """A country (alpha-3), or of one that is no more the state that goes on: East Germany's leader in 1992."""
        end, successor = self.heirs.get(country, ("", ""))
        over = successor and end < (on or date.max).isoformat() and self.offices.leader(country, on) is None
        return successor if over else country

    def holder(self, home: str, title: str, on: date | None) -> Held | None:
        """Who held that day the office that a title names, of a country (alpha-3) or an organisation (its id)."""
        found = self.offices.holders_of(home, title, on)
        return self._held(found[0], self.offices.offices[found[0].office_id], serving=True) if found else None

    def office_held(self, name: str, on: date | None, near: Sequence[str] = ()) -> Held | None:
        """The office of a person that day, else the last one before, else the next.

        Who holds several that day (a king of many realms) is asked for the one `near`, then for the one that leads.
        """
        return _office_held(self, name, on, tuple(near))

    def best_held(self, name: str, on: date | None, near: Sequence[str]) -> Held | None:
        """What `office_held` answers, worked out anew."""
        found = self.offices.career(name, on)
        if not found:
            return None
        serving = [row for row in found if row[2]]
        holder, office, serves = min(serving, key=lambda row: self._weight(row[1], row[0], on, near), default=found[0])
        return self._held(holder, office, serving=serves)

    def home(self, held: Held | None, country: str) -> str:
        """Country of a person who holds, or held, an office, else has `country`; none in an international office."""
        if held is None or not held.serving:
            return country
        # A monarch of several realms is of the one where he lives, the leader of a group of his own country.
        crowned = held.title in listed("titles of women") or held.title in listed("titles of men")
        own = self.offices.people[held.name].country if crowned or not held.country else ""
        return (own if held.sector != "IGO" else "") or held.country

    def _weight(self, office: Office, holder: Holder, on: date | None, near: Sequence[str]) -> tuple[int, bool]:
        leader = self.offices.leader(office.country or office.organisation, on)
        home = holder.person.country or office.country
        distance = near.index(office.country) if office.country in near else len(near)
        return (distance, not (leader is not None and leader.person == holder.person and home == office.country))

    def bears(self, name: str, title: str, on: date | None) -> frozenset[str]:
        """Countries (of states) in which a person holds, or held, an office of that title by the day."""
        day = self.offices.day(on)
        found = self.offices.titled(title, name, on)
        own = [term for term in found if term.start <= day]
        return frozenset(self.offices.offices[term.office_id].country for term in own)

    def titled(self, title: str, names: Sequence[Name], on: date | None, near: Sequence[str]) -> list[Name]:
        """Whom a title before a surname means that day, likeliest only: several when the words leave it open.

        The holders of that day, those of a country `near` before others and a state's before a party's; else the last.
        """
        day = self.offices.day(on)
        by_name = {name.name: name for name in names}
        terms = {term for name in by_name for term in self.offices.titled(title, name, on)}
        terms = {term for term in terms if term.start <= day}
        serving = [term for term in terms if term.serves(day)]
        if serving:
            weights = {term: self._claim(term, near) for term in serving}
            best = min(weights.values())
            return sorted({by_name[term.name] for term in serving if weights[term] == best})
        past = [(term.end, term.name) for term in terms if term.end is not None and day - term.end <= FAME]
        return [by_name[max(past)[1]]] if past else []

    def _claim(self, term: Holder, near: Sequence[str]) -> tuple[int, bool]:
        office = self.offices.offices[term.office_id]
        return (near.index(office.country) if office.country in near else len(near), bool(office.organisation))

    def to_lead(self, person: str, on: date | None) -> bool:
        """Whether a person is to lead a state soon: a candidate, a president-elect."""
        day = self.offices.day(on)
        terms = self.offices.career(person, on)
        return any(day < term.start <= day + _SOON for term, office, _ in terms if office.kind in LEADING)

    def dominant(self, names: Sequence[Name]) -> Name | None:
        """The reading of an ambiguous name that holds without further evidence; None leaves it open."""
        trap = self.traps.get(key(names[0].text))
        if trap is None or not trap.reads_as:
            return None
        return next((n for n in names if trap.reads_as[0] in (n.country, n.name, self.bodies.get(n.name))), None)

    def _held(self, holder: Holder, office: Office, *, serving: bool) -> Held:
        other = {"m": "titles of women", "f": "titles of men"}.get(holder.person.gender)
        titles = [title for title in office.titles if other is None or title not in listed(other)]
        title = titles[0] if titles else office.kind.replace("_", " ")
        country = self.sovereigns.get(office.country, office.country)
        return Held(holder.name, title, country, holder.person.wikidata, office.sector, serving)


@lru_cache(maxsize=1024)
def _office_held(names: Roster, name: str, on: date | None, near: tuple[str, ...]) -> Held | None:
    """Kept, since a document names the same few people again and again."""
    return names.best_held(name, on, near)


# Offices of a part of a state, whose titles may name it: "mayor of london".
_LOCAL = frozenset({"regional_head", "mayor"})
# Kinds of names that begin no noun.
_HEADLESS = frozenset({"surname", "people"})


def build(knowledge: Knowledge, offices: Offices, own: Iterable[Name] = ()) -> Roster:
    """The roster of tables and the user's own names; one of the user's replaces every other of the same writing."""
    parted = [state for state in knowledge.states if state.kind == "breakaway"]
    sovereigns = {state.iso3: state.sovereign for state in parted}
    people = _people(offices, sovereigns)
    proper = [*_states(knowledge), *_regions(knowledge), *_organisations(knowledge), *people]
    proper.extend(_other_readings(knowledge, proper))
    known = [*_nouns(knowledge)]
    known.extend(_titles(offices, {key(noun.text) for noun in known}))
    heads = {name.text.lower() for name in proper if name.kind not in _HEADLESS}
    # A proper name begins the noun ("Isis fighter"): its two halves say more apart, but where it is a trap's whole.
    traps = {row.name.lower() for row in knowledge.ambiguities if row.rule == "context"}
    nouns = [noun for noun in known if noun.text in traps or heads.isdisjoint(_openings(noun.text))]
    names = [*proper, *nouns, *_shields(knowledge)]
    added = tuple(own)
    taken = {key(name.text) for name in added}
    kept_names = [name for name in names if key(name.text) not in taken] if taken else names
    genders = {person.name: person.gender for person in offices.people.values()}
    return Roster(
        Index([*kept_names, *added]), offices, traps_of(knowledge), genders, _given(offices), _homes(knowledge),
        bodies={row.name: row.id for row in knowledge.organisations},
        collective=frozenset(row.noun for row in knowledge.agents if row.number == "collective"),
        titles=frozenset(title for office in offices.offices.values() for title in office.titles),
        regional={
            title: office.country
            for office in offices.offices.values() if office.kind in _LOCAL for title in office.titles
        },
        heirs={row.iso3: (_iso(row.end), row.successor[0]) for row in knowledge.states if row.end and row.successor},
        breakaway={state.name: state.iso3 for state in parted}, sovereigns=sovereigns,
    )  # fmt: skip


@cache
def roster() -> Roster:
    """The shipped roster, built once: 100,000 objects and no cycles, so that walks over them are a quarter of it."""
    with uncollected(lasting=True):
        return build(load_knowledge(), load_offices())


def _openings(noun: str) -> tuple[str, ...]:
    """What a noun of several words begins with, as the names of the index are written in lower case."""
    if " " not in noun and "-" not in noun:
        return ()
    words = key(noun).split(" ")
    return tuple(" ".join(words[:at]) for at in range(1, len(words)))


def bare(form: str) -> str:
    """A writing without its article: "the Kremlin" -> "Kremlin"."""
    return form[4:] if form.lower().startswith("the ") else form


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _states(knowledge: Knowledge) -> Iterator[Name]:
    for state in knowledge.states:
        start, end = _iso(state.start), _iso(state.end)
        forms = {bare(form) for form in (state.name, state.official_name, *state.aliases)}
        for form in forms:
            yield Name(form, "state", state.name, state.country, case=case_of(form))
        for form in state.demonyms:
            sector = "CVL" if form.endswith("s") else ""
            yield Name(form, "demonym", state.name, state.country, sector)
        if state.capital:
            yield Name(state.capital, "capital", state.name, state.country, "GOV", start=start, end=end)
        for form in state.metonyms:
            yield Name(bare(form), "metonym", state.name, state.country, "GOV", start=start, end=end)


def _regions(knowledge: Knowledge) -> Iterator[Name]:
    for region in knowledge.regions:
        kind: Kind = "people" if region.kind == "people" else "region"
        for form in {bare(form) for form in (region.name, *region.aliases)}:
            yield Name(form, kind, region.name, region.country, case=case_of(form))
        for form in region.demonyms:
            yield Name(form, "people", region.name, region.country, "CVL" if form.endswith("s") else "")


def _organisations(knowledge: Knowledge) -> Iterator[Name]:
    for row in knowledge.organisations:
        start, end = _iso(row.start), _iso(row.end)
        about = (row.name, row.country, row.sector, row.actor_code, "", row.wikidata, start, end)
        for form in {bare(form) for form in (row.name, *row.aliases)}:
            yield Name._make((form, "organisation", *about, case_of(form), False))


def _homes(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Where peoples without a country of their own live: "Iraqi Kurds" is a row that tells of Kurds."""
    open_ones = {row.name for row in knowledge.regions if row.kind == "people" and not row.country}
    homes: dict[str, set[str]] = {}
    for row in knowledge.regions:
        whole = row.name.partition(" ")[2]
        if row.country and whole in open_ones:
            homes.setdefault(whole, set()).add(row.country)
    return {name: frozenset(countries) for name, countries in homes.items()}


def _other_readings(knowledge: Knowledge, names: Iterable[Name]) -> Iterator[Name]:
    """Countries that a trap's name may mean beside its first reading: Georgia, the state of the United States."""
    codes = {state.iso3 for state in knowledge.states}
    several = [row for row in knowledge.ambiguities if len(row.reads_as) > 1]
    asked = {row.name.casefold() for row in several}
    known = {(text, name.country) for name in names if (text := name.text.casefold()) in asked}
    for row in several:
        for code in row.reads_as[1:]:
            if code in codes and (row.name.casefold(), code) not in known:
                yield Name(row.name, "region", row.name, code)


def _nouns(knowledge: Knowledge) -> Iterator[Name]:
    for row in knowledge.agents:
        for form in filter(None, (row.noun, row.plural)):
            yield Name(form, "noun", row.noun, sector=row.sector, case="any" if form.islower() else case_of(form))
    for word in knowledge.modifiers:
        # The sectors of nouns that it changes stand where a name has its code.
        applies = ";".join(word.applies_to)
        yield Name(word.word, "modifier", word.word, sector=word.sector, code=applies, case="any")


def _titles(offices: Offices, known: set[str]) -> Iterator[Name]:
    """Titles of offices that are no agent nouns: "taoiseach", "first minister"."""
    found: dict[str, str] = {}
    for office in offices.offices.values():
        # Whoever heads a body is what the body is, where the title is a word that any may have: "secretary".
        sector = office.sector if office.country and not office.organisation else ""
        for title in office.titles:
            own = sector or (office.sector if " " in title else "UNK")
            found[title] = own if sector else found.get(title, own)
    for title, sector in found.items():
        if key(title) not in known:
            yield Name(title, "noun", title, sector=sector, case="any")


def _shields(knowledge: Knowledge) -> Iterator[Name]:
    """Names of several words that are nobody; found, they keep the names inside them from being found."""
    for row in knowledge.ambiguities:
        if row.rule == "never" and " " in row.name:
            yield Name(row.name, "region", row.name, case="any")


def _people(offices: Offices, sovereigns: dict[str, str]) -> Iterator[Name]:
    for person in offices.people.values():
        home = person.country or _home(person, offices)
        country = sovereigns.get(home, home)
        # Names are made of whole tuples, which takes half as long as by their fields.
        about = (person.name, country, person.sector, "", "", person.wikidata, "", "")
        for form in (person.name, *person.aliases):
            yield Name._make((form, "person", *about, "title", False))
        for form in person.surnames:
            particle = form[0].islower() or (" " in form and form.split(" ")[0].lower() in listed("particles"))
            case: Case = "any" if particle else "title"
            yield Name._make((form, "surname", *about, case, False))


def _given(offices: Offices) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in offices.people.values():
        if person.gender:
            given = key(person.name).partition(" ")[0]
            found[given] = person.gender if found.get(given, person.gender) == person.gender else ""
    return {name: gender for name, gender in found.items() if gender}


def _home(person: Person, offices: Offices) -> str:
    """The country of most of a person's terms, the first of them when as many are elsewhere; "" without any."""
    countries = [offices.offices[term.office_id].country for term in offices.terms_of(person)]
    return countries[0] if len(countries) == 1 else max(filter(None, countries), key=countries.count, default="")
