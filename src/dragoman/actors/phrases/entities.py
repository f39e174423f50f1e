"""The known name in a part of a phrase: which one stands there, whose it is, what it means with the words around it.

In: a part of a phrase, the common noun at its head, the country of its owner. Out: the name with its place in the part,
its `Reading`, and the country that adjectives and places before a head tell.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.names.choosing import View, beside, choose
from dragoman.actors.names.kinds import PERSONS, WHENCE, WHO
from dragoman.actors.names.matching import Item, Name
from dragoman.actors.names.tenure import sector_then
from dragoman.actors.phrases.heads import located, member, surpassed
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.readings import Reading
from dragoman.actors.phrases.sectoring import former, modified, of_person
from dragoman.actors.phrases.things import generic, given_name


def entity_in(phrase: str, part: Part, *, noun: tuple[int, Name] | None, view: View) -> tuple[int, Name] | None:
    """The last known name in a part that is somebody, with its place; `noun` is the common noun at the head."""
    for at in range(len(part.core) - 1, -1, -1):
        item = part.core[at]
        if not item.names or (noun and at == noun[0]):
            continue
        if given_name(phrase, part.core, at) or located(part.core, at):
            continue
        own = country_in(part.core[:at], view) if item.first("surname", "person") else ""
        seen = replace(view, near=(own, *view.near)) if own else view
        chosen = choose(item, WHO, seen, beside=beside(part.core, at), phrase=phrase)
        if chosen is not None:
            return at, chosen
    return None


def of_its_owner(part: Part, entity: tuple[int, Name] | None, *, owner: str, view: View) -> tuple[int, Name] | None:
    """The name in a part, made the owner's where others have a body so called: "Peru's Congress", not Washington's."""
    if entity is None or entity[1].kind not in ("organisation", "metonym"):
        return entity
    at, name = entity
    whose = owner or country_in(part.core[:at], view)
    if not whose or whose == name.country or not (generic(part.core[at]) or name.sector == "PTY"):
        return entity
    sector = "GOV" if name.sector == "IGO" else name.sector
    return at, name._replace(name="", country=whose, sector=sector, code="", wikidata="")


def read_name(part: Part, name: Name, *, owner: str, noun: Name | None, view: View) -> Reading:
    """What a name at the end of a part means with the adjectives and nouns before it."""
    others = [i for i in part.core if name not in i.names and i.key not in view.seats]
    adjective = country_in(others, view)
    country = name.country or adjective or owner
    if name.kind in PERSONS:
        told = [i for at, i in enumerate(others) if i.first("demonym") and not surpassed(others, at)]
        said = country_in(told, view) if noun else ""
        return _person(part, name, noun, said or name.country or adjective or owner, view)
    sector = name.sector or ("GOV" if name.kind in ("capital", "metonym") else "")
    if name.kind in WHENCE:
        sector = modified(part.core, sector) or sector
    return Reading(
        name="" if member(part.core, name) else name.name, country=country, sector=sector, code=name.code,
        wikidata="" if member(part.core, name) else name.wikidata, bare=False,
        office=name.office, noun=noun.name if noun else "",
    )  # fmt: skip


def _person(part: Part, name: Name, noun: Name | None, country: str, view: View) -> Reading:
    held = view.roster.office_held(name.name, view.on, view.near)
    past = former(part.core)
    if held is not None and held.serving and not past:
        sector = held.sector
    else:
        sector = of_person(part.core, noun, sector_then(name, view.on, names=view.roster))
    office = held.title if held is not None and held.serving and not past else ""
    home = view.roster.heir(view.roster.home(held, country), view.on)
    return Reading(
        name=name.name, country=home, sector=sector, office=office, wikidata=name.wikidata, person=True, bare=False
    )


def country_in(core: Sequence[Item], view: View) -> str:
    """Country of the first adjective or place among the words: "Turkish", the US of "US Syria envoy".

    An international body before it says that the party is that body's: "the UN Syria envoy". Where somebody lives
    ("London-based") says nothing here.
    """
    for at, item in enumerate(core):
        if not item.names or located(core, at) or surpassed(core, at):
            continue
        body = item.first("organisation")
        if body is not None and not body.country:
            return ""
        chosen = choose(item, WHENCE, view)
        if chosen is not None and chosen.country:
            return chosen.country
    return ""
