"""Which reading of a name holds: by the day, by its neighbours, and by the countries a text is about.

In: an item of a phrase with all its readings, its neighbours, and a `View`. Out: one `Name`, or None.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.kinds import PERSONS, STATES
from dragoman.actors.names.matching import Item, Name, key
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.surnames import bearer
from dragoman.actors.names.words import listed

_WITHIN_NAME = (" ", "-", "\u00a0")
# The longest acronym that is asked for among surnames.
_SHORT = 4
# Ministers whom parts of a state have as well.
_OF_PARTS = frozenset({"prime", "first", "deputy"})
# How far before a title its state is looked for.
_REACH = 30
# The items before and after one, None at the ends.
Beside = tuple[Item | None, Item | None]


@dataclass(frozen=True, slots=True)
class View:
    """What a phrase is read with: the names, the day, and the countries nearby, likeliest first.

    `strangers` are the last names (folded) of people whom the document names in full and no table knows, `named` the
    known people whom it names in full, `redefined` the acronyms (folded) that it spells out as others than the tables
    do, and whom of the tables it means by them; `seats` the bodies that towns (folded) stand for;
    `lenient` says that the words are known to be a party's, so that a head that no table knows may be one too; `alone`
    that there is no document, so that a place of the gazetteer is looked for here.
    """

    roster: Roster
    on: date | None
    near: tuple[str, ...] = ()
    strangers: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    redefined: Mapping[str, Sequence[Name]] = field(default_factory=dict)
    seats: Mapping[str, Name] = field(default_factory=dict)
    lenient: bool = False
    alone: bool = False


def beside(found: Sequence[Item], at: int) -> Beside:
    """The neighbours of an item."""
    return (found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None)


def choose(
    item: Item, kinds: Sequence[str], view: View, *, beside: Beside = (None, None), phrase: str = ""
) -> Name | None:
    """The one reading of an item that day, place and neighbours allow; an open one when several countries remain."""
    able = _able(item, kinds, view) if item.names else []
    if item.key in view.seats and item.end - item.start == len(phrase):
        return view.seats[item.key]  # "Brussels" alone; its police are no Union's
    if not able:
        return None
    if len(able) == 1 and able[0].kind not in PERSONS:  # nearly always
        return able[0] if _in_context(able, view) else None
    left = {n.kind for n in able}
    titled = not left.isdisjoint(PERSONS) and _titled(beside[0], view)
    if phrase and "surname" in left:
        other = _another_s(item, beside, phrase, view) if titled else _not_alone(item, beside, phrase, view)
        able = [n for n in able if n.kind != "surname"] if other else able
    able = [n for n in able if n.kind != "person"] if phrase and _is_another(item, beside, phrase) else able
    if phrase and "person" in left and (state := _minister_of(beside[0], phrase, view)):
        able = [n for n in able if n.kind != "person" or state in _states_of(n, view)]
    able = _in_context(able, view)
    if not able:
        return None
    order = ("person", "surname", *kinds) if titled else kinds
    first = min(order.index(n.kind) for n in able)
    best = [n for n in able if n.kind == order[first]]
    if best[0].kind == "surname":
        return _meant(item, best, beside[0] if titled else None, view)
    nearby = [n for n in best if n.country in view.near]
    if nearby:
        return min(nearby, key=lambda n: view.near.index(n.country))
    if len({n.country for n in best}) > 1:
        return view.roster.dominant(best) or (best[0] if len({n.name for n in best}) == 1 else None)
    return best[0]


def _able(item: Item, kinds: Sequence[str], view: View) -> list[Name]:
    """The readings of the kinds that hold on the day."""
    asked = [n for n in view.redefined.get(item.key, item.names) if n.kind in kinds]
    able = [n for n in asked if not (n.start or n.end) or view.roster.valid(n, view.on)]
    return able or _of_other_days(asked, view)


def _of_other_days(asked: Sequence[Name], view: View) -> list[Name]:
    """What is told of a body that is no more ("former Stasi agents") or, where words are a party's, was not yet."""
    written = (view.on or date.max).isoformat() if asked else ""
    shipped = (n for n in asked if n.kind == "organisation" and not n.own)
    return [n for n in shipped if view.lenient or "" < n.end < written]


def _meant(item: Item, best: Sequence[Name], title: Item | None, view: View) -> Name | None:
    """Whom a surname means: who is named in full, whom the title before it fits, or the likeliest that day."""
    named = [n for n in best if n.name in view.named]
    if len({n.name for n in named}) == 1:
        return named[0]
    called = _called(item, view) if not named else None
    if called is not None:
        return called
    best = named or best
    if title is not None and (bearers := _bearers(title.key, best, view)):
        return bearers[0] if len({n.name for n in bearers}) == 1 else None
    return bearer(best, view.on, view.near, roster=view.roster)


def _called(item: Item, view: View) -> Name | None:
    """The one known person named in full whose surname it is, where the tables have others by it."""
    last = [name for name in view.named if key(name).rpartition(" ")[2] == item.key]
    bearers = last or [name for name in view.named if family_first(name, item.key, view.roster)]
    found = view.roster.index.find(bearers[0]) if len(bearers) == 1 else ()
    return next((n for n in found if n.kind == "person" and n.name == bearers[0]), None)


def family_first(name: str, surname: str, names: Roster) -> bool:
    """Whether a full name begins with a surname (folded) as that of somebody in the tables does: "Chen Weiguo" as
    "Chen Chien-jen"."""
    begins = f"{surname} "
    if not key(name).startswith(begins):
        return False
    return any(n.kind == "surname" and key(n.name).startswith(begins) for n in names.index.find(surname))


def _titled(before: Item | None, view: View) -> bool:
    """Whether the item before is a title that makes a name of the next: "President", "Taoiseach", "Mr"."""
    if before is None:
        return False
    return before.key in view.roster.titles or before.key in listed("titles") or before.key in listed("honorifics")


def _bearers(title: str, names: Sequence[Name], view: View) -> list[Name]:
    return view.roster.titled(title, names, view.on, view.near) if title in view.roster.titles else []


def _not_alone(item: Item, beside: Beside, phrase: str, view: View) -> bool:
    """Whether a surname may well be another person's, or no name at all."""
    if item.key in view.strangers or _longer_name(item, beside, phrase) or _word(item, view):
        return True
    return _acronym(item, beside[0], phrase)


def _acronym(item: Item, before: Item | None, phrase: str) -> bool:
    """Whether an article before a short word in capitals makes it an acronym: "the BA"; "KIM Jong Un" has none."""
    if before is None or before.key != "the" or item.end - item.start > _SHORT:
        return False
    return phrase[item.start : item.end].isupper() and not phrase.isupper()


def _another_s(item: Item, beside: Beside, phrase: str, view: View) -> bool:
    """Whether a surname behind a title is another person's: a longer name begins with it, or the document names a
    stranger so and the title is no office of whom the tables have by it: "Mr Maduro" after "Luis Maduro"."""
    if _leads_longer(item, beside, phrase):
        return True
    title = beside[0]
    surnames = [n for n in item.names if n.kind == "surname"] if item.key in view.strangers else []
    return title is not None and bool(surnames) and not _bearers(title.key, surnames, view)


def _in_context(able: list[Name], view: View) -> list[Name]:
    """Of a name that also means something else, the readings that the countries nearby speak for."""
    trap = view.roster.traps.get(key(able[0].text)) if able and view.near else None
    if trap is None:
        return able
    nearby = [name for name in able if name.country in view.near]
    if len(trap.reads_as) > 1:
        return nearby or able
    return nearby if trap.rule == "context" else able


def _longer_name(item: Item, beside: Beside, phrase: str) -> bool:
    """Whether a surname stands within a longer name that is not in the index: another person's."""
    before, after = beside
    return (
        _goes_on(item, phrase)
        or (before is not None and _one_name(before, item, before, phrase))
        or (after is not None and _one_name(item, after, after, phrase))
    )


def _leads_longer(item: Item, beside: Beside, phrase: str) -> bool:
    """Whether a longer name that is not in the index begins with a surname: "Lt Jean Mirand", "Gov. Scott Walker"."""
    after = beside[1]
    return _goes_on(item, phrase) or (after is not None and _one_name(item, after, after, phrase))


def _goes_on(item: Item, phrase: str) -> bool:
    """Whether a particle of names goes on the name behind: "Hassan al-Thawadi", "Ali bin Samikh al-Marri"."""
    return _particles().match(phrase, item.end) is not None


@cache
def _particles() -> re.Pattern[str]:
    """A particle with a name behind it, as after a first name."""
    return re.compile(
        rf"[ \u00a0](?:{'|'.join(sorted(listed('particles') | listed('articles of names')))})[ -](?:[ae]l-)?[A-Z]"
    )


def _is_another(item: Item, beside: Beside, phrase: str) -> bool:
    """Whether it is a ship that bears a name ("the carrier Ronald Reagan"), or somebody else one of a single word:
    "Bishop Carlos Lula"."""
    before = beside[0]
    if before is None:
        return False
    single = " " not in item.key and not before.names
    ship = before.key in listed("vessels") or before.key in listed("warships")
    return ship or (single and _one_name(before, item, before, phrase))


def _minister_of(before: Item | None, phrase: str, view: View) -> str:
    """The state whose minister, judge or policeman the words right before a name say somebody is: "Colombian Defense
    Minister". "" where they say none. A prime or first minister may be of a part of a state that calls itself one."""
    noun = before.first("noun") if before is not None else None
    if before is None or noun is None or not (noun.name.endswith(" minister") or noun.sector in sectors_in("on duty")):
        return ""
    if noun.name.partition(" ")[0] in _OF_PARTS or phrase[before.end : before.end + 1] != " ":
        return ""
    words = phrase[max(0, before.start - _REACH) : before.start].split()
    for several in (2, 1):
        found = view.roster.index.find(" ".join(words[-several:]))
        states = {name.country for name in found if name.kind in STATES}
        if len(states) == 1:
            return view.roster.heir(states.pop(), view.on)
    return ""


def _states_of(name: Name, view: View) -> frozenset[str]:
    """The states that a person is of, by birth or by an office held some day."""
    held = [office.country for _, office, _ in view.roster.offices.career(name.name)]
    return frozenset(view.roster.heir(country, view.on) for country in (name.country, *held))


def _one_name(left: Item, right: Item, other: Item, phrase: str) -> bool:
    """Whether two neighbours make one name; a hyphen between two surnames joins two people: "Putin-Kim"."""
    gap = phrase[left.end : right.start]
    return gap in _WITHIN_NAME and _name_like(other, phrase) and not (gap == "-" and other.first("surname"))


def _word(item: Item, view: View) -> bool:
    """Whether a surname is also a word that begins sentences (May, Friday), and the text names no such person."""
    trap = view.roster.traps.get(item.key)
    word = item.key in listed("not names") or (trap is not None and trap.rule == "never")
    return word and not any(name.name in view.named for name in item.names)


def _name_like(item: Item, phrase: str) -> bool:
    kinds = {name.kind for name in item.names}
    if item.key in listed("not names"):
        return False
    return phrase[item.start : item.start + 1].isupper() and kinds <= {"surname", "city", "region", "person"}
