"""Who a phrase means: its head and modifiers, the offices of the day, and nobody where there is nobody.

In: a phrase, a day, and the countries it is read near. Out: `Party`s whose spans quote the phrase.
An ambiguous name that neither the day nor the countries nearby settle stays open: a party without a country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.actors.choosing import View, beside, choose
from dragoman.actors.codes import actor_code
from dragoman.actors.matching import PERSONS, Item, Name
from dragoman.actors.phrase import Part, Phrase, owned, spread, taken_apart
from dragoman.actors.roster import Roster, roster
from dragoman.actors.things import given_name, headed_by_thing
from dragoman.actors.titles import holder
from dragoman.actors.words import listed
from dragoman.errors import UsageError
from dragoman.event import Party

# Sector of nouns that do not tell one: "spokesman", "leader".
_UNKNOWN = "UNK"
_PLACES = ("state", "capital", "metonym", "region", "city")
_WHO = ("person", "organisation", *_PLACES, "surname")
_ADJECTIVES = ("demonym", "people", "state", "capital", "metonym", "region", "city")
# Complements that tell whose the head is, best first: "president of Armenia", "envoy from Cuba", "rebels in Darfur".
_BELONGING = ("of", "from", "in", "at", "near", "for", "inside", "across")
# Of these the ones that tell whose it is beside a possessive pronoun: "its troops in Mali" are not Mali's.
_WHENCE = 2
_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ", "some ", "these ", "those ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a part of a phrase says of a party. `bare` marks a description with no name of a country in it."""

    name: str = ""
    country: str = ""
    sector: str = ""
    code: str = ""
    office: str = ""
    wikidata: str = ""
    person: bool = False
    noun: str = ""
    bare: bool = True


def day(on: date | str | None) -> date | None:
    """The day meant by a caller. Raises UsageError when the text is no ISO day."""
    if not isinstance(on, str):
        return on
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise UsageError(f"{on!r} is no day; write it as 1999-05-01") from None


def resolve(
    phrase: str, *, on: date | str | None = None, near: Iterable[str] = (), names: Roster | None = None
) -> list[Party]:
    """The parties that a phrase names, in its order; [] when it names nobody.

    `on` is the day of which offices are asked (None: today), `near` the countries that the text around is
    about (ISO 3166 alpha-3, likeliest first), `names` the roster when it is not the shipped one.
    """
    view = View(names or roster(), day(on), tuple(near))
    return [party(phrase, part, reading) for part, reading in read(phrase, view)]


def party(phrase: str, part: Part, reading: Reading, *, offset: int = 0) -> Party:
    """A reading as the public party; its span is the part's, moved by `offset`."""
    written = phrase[part.start : part.end]
    return Party(
        text=written,
        start=part.start + offset,
        end=part.end + offset,
        name=reading.name or plain(written),
        country=reading.country,
        sector=reading.sector,
        actor_code=actor_code(reading.country, reading.sector, own=reading.code),
        office=reading.office,
        wikidata=reading.wikidata,
    )


def plain(written: str) -> str:
    """A phrase without its article or possessive pronoun, blanks made one."""
    text = " ".join(written.split())
    for article in _ARTICLES:
        if text.lower().startswith(article):
            return text[len(article) :]
    return text


def read(phrase: str, view: View, *, apart: Phrase | None = None) -> list[tuple[Part, Reading]]:
    """Every part of the phrase that is somebody, with its reading; `apart` is the phrase when already taken apart."""
    known = apart or taken_apart(phrase, view.roster)
    taken = [one for part in known.parts for one in spread(part)]
    if not taken:
        return []
    readings = [reading_of(phrase, part, view) for part in taken]
    return _merged(phrase, _shared_head(taken, readings))


def _shared_head(taken: Sequence[Part], readings: Sequence[Reading | None]) -> list[tuple[Part, Reading | None]]:
    """Give the head of "Romanian officials" to the "senior Hungarian" before it."""
    out: list[tuple[Part, Reading | None]] = []
    head: Reading | None = None
    for part, found in zip(reversed(taken), reversed(readings), strict=True):
        reading = found
        last = part.core[-1] if part.core else None
        adjective = last is not None and last.first("demonym", "people") is not None
        if reading and head and adjective and not reading.noun and not part.owner:
            reading = replace(reading, sector=head.sector, noun=head.noun, name="")
        elif reading and reading.noun:
            head = reading
        out.append((part, reading))
    return out[::-1]


def _merged(phrase: str, pairs: Sequence[tuple[Part, Reading | None]]) -> list[tuple[Part, Reading]]:
    """Join a name and the description beside it: "the home secretary, Sajid Javid"."""
    out: list[tuple[Part, Reading]] = []
    for part, reading in pairs:
        if reading is None:
            continue
        if out and _apposed(phrase, out[-1], (part, reading)):
            before, first = out[-1]
            out[-1] = (replace(before, end=part.end), _joined(first, reading))
        else:
            out.append((part, reading))
    named = [pair for pair in out if not pair[1].bare]
    return named or out[:1]


def _apposed(phrase: str, left: tuple[Part, Reading], right: tuple[Part, Reading]) -> bool:
    if phrase[left[0].end : right[0].start].strip() != ",":
        return False
    one, other = left[1], right[1]
    if one.country and other.country and one.country != other.country:
        return False
    return bool(one.noun) != bool(other.noun) or one.person != other.person


def _joined(one: Reading, other: Reading) -> Reading:
    who, what = (one, other) if one.person or not other.person else (other, one)
    return replace(
        who,
        country=who.country or what.country,
        sector=who.sector or what.sector,
        office=who.office or what.office,
        noun=who.noun or what.noun,
        bare=who.bare and what.bare,
    )


def reading_of(phrase: str, part: Part, view: View) -> Reading | None:
    """What one part means; None when nothing in it is anybody."""
    if not view.lenient and headed_by_thing(phrase, part):
        return None
    noun = _head_noun(part.core, view)
    behind = _owner(phrase, part, view)
    owner = behind.country if behind is not None and not related(part.core) else ""
    entity = _entity(phrase, part, noun, replace(view, near=(owner, *view.near)) if owner else view)
    if entity is not None and (noun is None or entity[0] > noun[0]):
        return _named(part, entity[1], owner, noun[1] if noun else None, view)
    if noun is None:
        return _adjectival(phrase, part, owner, view) or _thing(phrase, part, owner, view)
    found = _described(phrase, part, noun, entity[1] if entity else None, owner, view)
    if found.bare and not related(part.core) and _of_a_body(behind, phrase, part, view):
        found = replace(found, bare=False)
    if found.sector != _UNKNOWN:
        return found
    # "The president's spokesman" and "a leader of the rebels" are what those are whom they speak for.
    behind = behind or next(filter(None, (_inner(phrase, rest, view) for _, rest in part.complements)), None)
    return replace(found, sector=behind.sector if behind is not None else "")


def _of_a_body(behind: Reading | None, phrase: str, part: Part, view: View) -> bool:
    """Whether a description is of a body without a country, so of none: "president of the European Council"."""
    belonging = [rest for word, rest in part.complements[:1] if word == "of"]
    whose = [behind, *(_inner(phrase, rest, view) for rest in belonging)]
    return any(w is not None and not w.bare and not w.country and not w.person for w in whose)


def _head_noun(core: Sequence[Item], view: View) -> tuple[int, Name] | None:
    for at in range(len(core) - 1, -1, -1):
        name = core[at].first("noun")
        if at and core[at].first("surname") and core[at - 1].key in view.roster.titles:
            continue  # "Prime Minister Major"
        if name is not None and core[at].first("organisation", "person", "state", "metonym") is None:
            return at, name
    return None


def _entity(phrase: str, part: Part, noun: tuple[int, Name] | None, view: View) -> tuple[int, Name] | None:
    for at in range(len(part.core) - 1, -1, -1):
        item = part.core[at]
        if not item.names or (noun and at == noun[0]):
            continue
        if given_name(phrase, part.core, at):
            continue
        own = _country_in(part.core[:at], view) if item.first("surname", "person") else ""
        seen = replace(view, near=(own, *view.near)) if own else view
        chosen = choose(item, _WHO, seen, beside=beside(part.core, at), phrase=phrase)
        if chosen is not None:
            return at, chosen
    return None


def _owner(phrase: str, part: Part, view: View) -> Reading | None:
    if not part.owner:
        return None
    return _inner(phrase, part.owner, view)


def related(core: Sequence[Item]) -> bool:
    """Whether the head is a word for somebody beside the one whose it is: "Turkey's allies"."""
    return bool(core) and core[-1].key.rpartition(" ")[2] in listed("relations")


def _modifier(core: Sequence[Item]) -> Name | None:
    found = [name for item in core if (name := item.first("modifier"))]
    return found[-1] if found else None


def _country_in(core: Sequence[Item], view: View) -> str:
    """Country of the first adjective or place among the words: "Turkish", the US of "US Syria envoy".

    An international body before it says that the party is that body's: "the UN Syria envoy".
    """
    for item in core:
        body = item.first("organisation")
        if body is not None and not body.country:
            return ""
        chosen = choose(item, _ADJECTIVES, view)
        if chosen is not None and chosen.country:
            return chosen.country
    return ""


def _named(part: Part, name: Name, owner: str, noun: Name | None, view: View) -> Reading:
    others = [i for i in part.core if name not in i.names]
    adjective = _country_in(others, view)
    country = name.country or adjective or owner
    if name.kind in PERSONS:
        said = _country_in([i for i in others if i.first("demonym")], view) if noun else ""
        return _person(part, name, said or name.country or adjective or owner, view)
    sector = name.sector or ("GOV" if name.kind in ("capital", "metonym") else "")
    if name.kind in _PLACES:
        modifier = _modifier(part.core)
        sector = modifier.sector if modifier and modifier.sector else sector
    return Reading(
        name=name.name, country=country, sector=sector, code=name.code, wikidata=name.wikidata, bare=False,
        office=name.office, noun=noun.name if noun else "",
    )  # fmt: skip


def _person(part: Part, name: Name, country: str, view: View) -> Reading:
    held = view.roster.office_held(name.name, view.on, view.near)
    past = any(item.key in listed("past") for item in part.core)
    sector = name.sector or "GOV"
    if held is not None:
        sector = held.sector if held.serving and not past else (name.sector or "ELI")
    office = held.title if held is not None and held.serving and not past else ""
    return Reading(
        name=name.name,
        country=view.roster.home(held, country),
        sector=sector,
        office=office,
        wikidata=name.wikidata,
        person=True,
        bare=False,
    )


def _adjectival(phrase: str, part: Part, owner: str, view: View) -> Reading | None:
    """A demonym or a people alone: "Syrians", "the Kurds", "Turkish"."""
    for item in reversed(part.core):
        chosen = choose(item, ("demonym", "people"), view)
        if chosen is not None:
            sector = "CVL" if item.key.endswith(("s", "ese", "ish")) and chosen.sector == "CVL" else ""
            country = chosen.country or owner or _complement_country(phrase, part, view)
            # A people of several countries ("the Kurds") is one country's here or there: the context tells.
            open_people = chosen.kind == "people" and not country
            return Reading(name=chosen.name, country=country, sector=sector, bare=open_people)
    return None


def _thing(phrase: str, part: Part, owner: str, view: View) -> Reading | None:
    """Words whose head no table knows but that say whose they are: "Germany's coalition", "dozens of Russians"."""
    if owner and part.core:
        return Reading(country=owner, bare=False)
    quantity = bool(part.core) and part.core[-1].key in listed("quantities")
    if quantity and part.complements and part.complements[0][0] == "of":
        rest = part.complements[0][1]
        inner = reading_of(phrase, Part(rest[0].start, rest[-1].end, (), rest, part.complements[1:]), view)
        return replace(inner, name="", person=False) if inner is not None else None
    country = _complement_country(phrase, part, view) if view.lenient and part.core else ""
    return Reading(country=country, bare=False) if country else None


def _described(phrase: str, part: Part, noun: tuple[int, Name], entity: Name | None, owner: str, view: View) -> Reading:
    """A common noun at the head: its country from adjectives, then the owner, then what follows."""
    head = noun[1]
    country = _country_in(part.core[: noun[0] + 1], view)
    if owner and noun[0] and part.core[noun[0] - 1].first("state") is not None:
        country = owner  # "Washington's Syria envoy"
    # "The UN Syria envoy" is the body's whose name comes first.
    body = next((name for item in part.core if (name := item.first("organisation"))), None)
    stateless = body is not None and not body.country
    country = country or (entity.country if entity and not stateless else "") or owner
    country = country or ("" if entity else _complement_country(phrase, part, view))
    sector = _sector(part, head, entity)
    past = any(item.key in listed("past") for item in part.core)
    base = Reading(
        country=country, sector=sector, noun=head.name, bare=not country and entity is None,
        code=entity.code if entity and not country else "",
    )  # fmt: skip
    held = None if past else holder(part, country, _body(part, entity, view), view)
    if held is None:
        return base
    return replace(
        base, name=held.name, office=held.title, wikidata=held.wikidata, person=True, sector=held.sector, bare=False,
        country=held.country, code="",
    )  # fmt: skip


def _body(part: Part, entity: Name | None, view: View) -> str:
    """The organisation whose head the words may mean: the UN of "UN chief", "the UN's chief", "chief of the UN"."""
    if entity is not None and entity.kind == "organisation":
        return entity.name
    owned = (part.owner, *(rest for word, rest in part.complements[:1] if word == "of"))
    found = (choose(words[-1], ("organisation",), view) for words in owned if words)
    return next((name.name for name in found if name is not None), "")


def _sector(part: Part, head: Name, entity: Name | None) -> str:
    if any(item.key in listed("past") for item in part.core) and head.sector in ("GOV", "LEG", "JUD", "SPY"):
        return "ELI"
    modifier = _modifier(part.core)
    if modifier is not None and modifier.sector:
        return modifier.sector
    # Fighters and members are what their organisation is; residents of a capital are no government.
    vague = ("", "UNK") if entity is None or entity.kind in _PLACES else ("", "UNK", "CVL", "UAF", "MIL")
    if head.sector in vague and entity is not None and entity.sector:
        return entity.sector
    return head.sector


def _inner(phrase: str, words: tuple[Item, ...], view: View) -> Reading | None:
    owner, core = owned(phrase, words)
    return reading_of(phrase, Part(words[0].start, words[-1].end, tuple(owner), tuple(core), ()), view)


def _complement_country(phrase: str, part: Part, view: View) -> str:
    owned = bool(part.core) and part.core[0].key in listed("owners") and not related(part.core)
    for preposition in _BELONGING[:_WHENCE] if owned else _BELONGING:
        for word, rest in part.complements:
            if word != preposition:
                continue
            inner = _inner(phrase, rest, view)
            if inner is not None and inner.country:
                return inner.country
    return ""
