"""Who a phrase means: its head and modifiers, the offices of the day, and nobody where there is nobody.

In: a phrase, a day, and the countries it is read near. Out: `Party`s whose spans quote the phrase.
An ambiguous name that neither the day nor the countries nearby settle stays open: a party without a country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.choosing import View, choose
from dragoman.actors.names.codes import actor_code
from dragoman.actors.names.days import day
from dragoman.actors.names.kinds import WHENCE
from dragoman.actors.names.matching import Item, Name
from dragoman.actors.names.roster import Roster, roster
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.entities import country_in, entity_in, of_its_owner, read_name
from dragoman.actors.phrases.heads import dwelling, head_noun, leads_name, part_of, related
from dragoman.actors.phrases.naming import closed, plain
from dragoman.actors.phrases.phrase import Part, Phrase, numbered, owned, taken_apart
from dragoman.actors.phrases.readings import Reading as Reading
from dragoman.actors.phrases.readings import merged
from dragoman.actors.phrases.sectoring import (
    UNKNOWN,
    abuts,
    enlisted,
    former,
    heading,
    may_be_of_state,
    of_member,
    of_owner,
    personal,
    sector_of,
    sent_abroad,
    serves,
)
from dragoman.actors.phrases.sharing import of_each, somebody, with_heads, with_owners
from dragoman.actors.phrases.ships import warship
from dragoman.actors.phrases.things import (
    full_name,
    headed_by_thing,
    in_town,
    said_of_thing,
    title_of_work,
)
from dragoman.actors.phrases.titles import holder
from dragoman.actors.phrases.towns import place_before, place_in
from dragoman.document import composed
from dragoman.event import Party

# Complements that tell whose the head is, best first: "president of Armenia", "envoy from Cuba", "rebels in Darfur".
_BELONGING = ("of", "from", "in", "at", "near", "for", "inside", "across")
# Of these the ones that tell whose it is beside a possessive pronoun: "its troops in Mali" are not Mali's.
_WHENCE = 2


def resolve(
    phrase: str, *, on: date | str | None = None, near: Iterable[str] = (), names: Roster | None = None
) -> list[Party]:
    """The parties that a phrase names, in its order; [] when it names nobody.

    `on` is the day of which offices are asked (None: the tables' last), `near` the countries that the text around is
    about (ISO 3166 alpha-3, likeliest first), `names` the roster when it is not the shipped one.
    """
    phrase, view = composed(phrase), View(names or roster(), day(on), tuple(near), alone=True)
    return [party(phrase, part, reading) for part, reading in read(phrase, view)]


def party(phrase: str, part: Part, reading: Reading, *, offset: int = 0, named: str = "") -> Party:
    """A reading as the public party; its span is the part's, moved by `offset`, its name `named` if it has none."""
    end = closed(phrase, part.start, part.end)
    written = phrase[part.start : end]
    return Party(
        text=written,
        start=part.start + offset,
        end=end + offset,
        name=reading.name or named or part.called or plain(written),
        country=reading.country,
        sector=reading.sector,
        actor_code=actor_code(reading.country, reading.sector, own=reading.code),
        office=reading.office,
        wikidata=reading.wikidata,
    )


def read(phrase: str, view: View, *, apart: Phrase | None = None) -> list[tuple[Part, Reading]]:
    """Every part of the phrase that is somebody, with its reading; `apart` is the phrase when already taken apart."""
    known = apart or taken_apart(phrase, view.roster)
    whole = list(known.parts)
    if view.alone:
        whole = [] if title_of_work(phrase) else said_of_thing(phrase, whole)
    taken = with_heads(phrase, [one for part in whole for one in of_each(phrase, part)])
    if not taken:
        return []

    def reading(part: Part) -> Reading | None:
        return reading_of(phrase, part, view)

    readings = [reading(part) for part in taken]
    if len(taken) > 1:
        readings = with_owners(taken, readings, reading, lenient=view.lenient)
    joint = merged(phrase, list(zip(taken, readings, strict=True)))
    kept = [pair for pair in joint if not pair[1].bare or (view.alone and somebody(*pair))]
    return kept or joint[:1]


def reading_of(phrase: str, part: Part, view: View) -> Reading | None:
    """What one part means; None when nothing in it is anybody."""
    if not view.lenient and headed_by_thing(phrase, part):
        return None
    if ship := warship(phrase, part.core):
        return ship
    behind = _owner(phrase, part, view)
    owner = behind.country if behind is not None and not related(part.core) else ""
    seen = replace(view, near=(owner, *view.near)) if owner else view
    noun = head_noun(phrase, part.core, seen, told=_anchored(phrase, part))
    entity = entity_in(phrase, part, noun=noun, view=seen)
    entity = of_its_owner(part, entity, owner=owner, view=view)
    if entity is not None and (noun is None or entity[0] > noun[0]):
        if in_town(phrase, part, entity[1]):
            return Reading(country=entity[1].country, bare=False)  # "Kathmandu airport" is no government
        return read_name(part, entity[1], owner=owner, noun=noun[1] if noun else None, view=view)
    if noun is None:
        return _adjectival(phrase, part, owner, view) or _thing(phrase, part, owner or dwelling(part.core, view), view)
    found = _described(phrase, part, noun, entity[1] if entity else None, owner, view)
    # "An affiliate of Islamic State" is of some country, which these words do not tell.
    another = related(part.core) or part_of(part.core)
    if found.bare and not another and _of_a_body(behind, phrase, part, view):
        found = replace(found, bare=False)
    sector = _whose_sector(phrase, part, noun[1], found, behind, view)
    return found if sector == found.sector else replace(found, sector=sector)


def _whose_sector(phrase: str, part: Part, head: Name, found: Reading, behind: Reading | None, view: View) -> str:
    """The sector of a description, which may be that of those whose it is: "the president's spokesman"."""
    if head.name in listed("opposing"):
        return "OPP"
    if behind is not None and not found.person and serves(head, behind.sector, country=found.country or behind.country):
        return behind.sector
    if sent := _sent_by(phrase, part, head, view):
        return sent
    if found.sector == "CVL" and related(part.core) and abuts(part.core, behind):
        return ""  # "its neighbour"
    if head.name == "deputy" and part.core[0].key in listed("he"):
        return ""  # his own, who sits in no parliament
    if found.country and found.sector == "INT" and head.name.rpartition(" ")[2] in listed("between"):
        return "GOV"  # a state's mediators
    whose = behind or next(filter(None, (_inner(phrase, rest, view) for _, rest in part.complements)), None)
    if whose is not None and not found.person and enlisted(head, whose.sector):
        return whose.sector
    if found.person or (found.sector not in (UNKNOWN, "") and not personal(head)):
        return heading(phrase, part.core, head, sector=found.sector, whose=whose) if not found.person else found.sector
    if found.sector == UNKNOWN:
        told = whose.sector if whose is not None else ""
        # Of a state, "the leader" and "the leadership" are those who govern it.
        people = any(item.first("people") for item in part.core)
        return told or (
            "GOV" if found.country and head.name.replace(" ", "-") in listed("state leaders") and not people else ""
        )
    return of_owner(head, found.sector, whose)


def _sent_by(phrase: str, part: Part, head: Name, view: View) -> str:
    """The sector of armed men who send somebody to talk: "negotiators of the ELN", "envoys for the Taliban"."""
    last = head.name.rpartition(" ")[2]
    if last not in listed("envoys") and last not in listed("between"):
        return ""
    if any(item.first(*WHENCE, "organisation") for item in part.core):
        return ""  # "American envoys"
    senders = (_inner(phrase, rest, view) for word, rest in part.complements if word in ("of", "for"))
    return next((one.sector for one in senders if one is not None and one.sector in sectors_in("rebel")), "")


def _anchored(phrase: str, part: Part) -> bool:
    """Whether an owner or a place tells whose the head of a part is, so that it may be people whom no table knows."""
    if part.owner:
        return True
    kinds = ("state", "demonym", "organisation") if part_of(part.core) else ("state", "demonym")
    return any(
        any(item.first(*kinds) or (word != "of" and phrase[item.start].isupper()) for item in rest)
        for word, rest in part.complements
        if word in _BELONGING and word != "for"
    )


def _of_a_body(behind: Reading | None, phrase: str, part: Part, view: View) -> bool:
    """Whether a description is of a body without a country, so of none: "president of the European Council"."""
    belonging = [rest for word, rest in part.complements[:1] if word in ("of", "from")]
    whose = [behind, *(_inner(phrase, rest, view) for rest in belonging)]
    return any(w is not None and not w.bare and not w.country and not w.person for w in whose)


def _owner(phrase: str, part: Part, view: View) -> Reading | None:
    return _inner(phrase, part.owner, view) if part.owner else None


def _adjectival(phrase: str, part: Part, owner: str, view: View) -> Reading | None:
    """A demonym or a people alone: "Syrians", "the Kurds", "Turkish"."""
    for at, item in reversed(list(enumerate(part.core))):
        chosen = choose(item, ("demonym", "people"), view)
        if chosen is not None:
            several = chosen.sector == "CVL" or (chosen.kind == "people" and chosen.text.endswith("s"))
            told = at + 1 == len(part.core) and numbered(part.core[:at]) and not item.key.endswith(("ish", "ch"))
            sector = "CVL" if told or (several and item.key.endswith(("s", "ese", "ish"))) else ""
            country = chosen.country or country_in(part.core[:at], view) or owner
            country = country or _complement_country(phrase, part, view)
            # A people of several countries ("the Kurds") is one country's here or there: the context tells.
            open_people = chosen.kind == "people" and not country
            own = part.core[-1].key in listed("towns") and any(word == "of" for word, _ in part.complements)
            name = "" if told or own or leads_name(phrase, part.core[at + 1 :]) else chosen.name
            return Reading(name=name, country=country, sector=sector, bare=open_people)
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
    word, rest = part.complements[0] if part.complements else ("", ())
    named = view.lenient and word in ("of", "from") and full_name(phrase, part.core)
    sector = of_member(_inner(phrase, rest, view)) if named else ""  # "Claire Nicolet of MSF"
    return Reading(country=country, sector=sector, bare=not country) if country or sector else None


def _described(phrase: str, part: Part, noun: tuple[int, Name], entity: Name | None, owner: str, view: View) -> Reading:
    """A common noun at the head: its country from adjectives, then the owner, then what follows."""
    head = noun[1]
    country = country_in(part.core[: noun[0] + 1], view)
    if owner and noun[0] and part.core[noun[0] - 1].first("state") is not None:
        country = owner  # "Washington's Syria envoy"
    # "The UN Syria envoy" is the body's whose name comes first.
    body = next((name for item in part.core if (name := item.first("organisation"))), None)
    stateless = body is not None and not body.country
    country = country or (entity.country if entity and not stateless else "") or owner
    if not country and entity is None:
        country = _whence(phrase, part, noun[0], view)
    country = view.roster.heir(country, view.on)
    sector = sector_of(part, head, entity, country=country)
    base = Reading(
        country=country, sector=sector, noun=head.name, bare=not country and entity is None,
        code=entity.code if entity and not country else "",
    )  # fmt: skip
    if former(part.core):
        return base
    body = _body(part, entity, view)
    # The president of a union is not the state's.
    home = country if body is None or may_be_of_state(body.sector) else ""
    held = holder(phrase, part, country=home, body=body.name if body else "", view=view)
    return base if held is None else replace(
        base, name=held.name, office=held.title, wikidata=held.wikidata, person=True, sector=held.sector, bare=False,
        country=held.country, code="",
    )  # fmt: skip


def _whence(phrase: str, part: Part, head: int, view: View) -> str:
    """Country of a description without a name that tells whose it is: from where it is, where it lives, a place."""
    between = part.core[head].first("noun")
    where = "" if between is not None and between.sector in sectors_in("of no state") else dwelling(part.core, view)
    words = _BELONGING[:_WHENCE] if where else _BELONGING
    if between is not None and sent_abroad(between):
        words = _BELONGING[:_WHENCE]  # "the embassy in Kyiv" is not Ukraine's
    if between is not None and personal(between):
        words = ("to", *words)  # "an aide to the president"
    country = _complement_country(phrase, part, view, words=words) or where
    return country or (place_before(phrase, part.core[:head]) if view.alone else "")


def _body(part: Part, entity: Name | None, view: View) -> Name | None:
    """The organisation whose head the words may mean: the UN of "UN chief", "the UN's chief", "chief of the UN"."""
    if entity is not None and entity.kind == "organisation":
        return entity
    owned = (part.owner, *(rest for word, rest in part.complements[:1] if word == "of"))
    found = (choose(words[-1], ("organisation",), view) for words in owned if words)
    return next((name for name in found if name is not None), None)


def _inner(phrase: str, words: tuple[Item, ...], view: View) -> Reading | None:
    owner, core = owned(phrase, words)
    return reading_of(phrase, Part(words[0].start, words[-1].end, tuple(owner), tuple(core), ()), view)


def _serves_a_body(phrase: str, part: Part, view: View) -> bool:
    """Whether a part is of an international body, so of no country: "the director of the WHO in Kenya"."""
    whose = [_inner(phrase, rest, view) for word, rest in part.complements[:-1] if word in ("of", "for")]
    owner = _owner(phrase, part, view)
    if owner is not None and owner.sector == "IGO" and not owner.country and not owner.person:
        return True  # "the EU's ambassador in Kyiv"
    return any(w is not None and not w.bare and not w.country and w.sector in sectors_in("of no state") for w in whose)


def _complement_country(phrase: str, part: Part, view: View, *, words: Sequence[str] = _BELONGING) -> str:
    if not part.complements or _serves_a_body(phrase, part, view):
        return ""
    owned = bool(part.core) and part.core[0].key in listed("owners") and not related(part.core)
    for preposition in words[:_WHENCE] if owned else words:
        for word, rest in part.complements:
            if word != preposition:
                continue
            # A place may be a thing: "in Peru's Ica province".
            inner = _inner(phrase, rest, view if word in ("of", "for") else replace(view, lenient=True))
            if inner is not None and inner.country:
                return inner.country
            if inner is None and view.alone and (country := place_in(phrase, rest)):
                return country
    return ""
