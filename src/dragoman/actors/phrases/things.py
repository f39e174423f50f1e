"""Words with a name in them that are nobody: "the Iran deal", "a Swiss watch", "a Boeing 737", "Israel Hernandez".

In: a phrase taken apart. Out: whether its head is a thing, or a place's name is a given name.
"""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.names.kinds import TOWNS
from dragoman.actors.names.matching import HYPHENS, Item, Name
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import behind, of_people, participle
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.towns import dominant

_QUOTES = '"“”'
_TWO = 2


def headed_by_thing(phrase: str, part: Part) -> bool:
    """Whether the head of the core is nobody: a bond, a doll, a summit, a charter, an aeroplane."""
    core = part.core
    if not core or not (part.owner or any(item.names for item in core)):
        return False
    last = core[-1]
    if len(core) == 1 and not part.owner:
        return False
    return (
        _plain_thing(phrase, part)
        or _capital_thing(phrase, part)
        or (len(core) >= _TWO and (_product(phrase, core) or _vehicle(core) or _team(phrase, core)))
        or _vessel(phrase, core)
        or (len(core) >= _TWO and core[-2].key in listed("thing openers") and phrase[last.start].isupper())
    )


def in_town(phrase: str, part: Part, name: Name) -> bool:
    """Whether a town only tells where a thing stands: "Kathmandu airport"; "Kyiv district" is of the town itself."""
    town = name.kind in TOWNS and part.core[-1].key not in listed("towns")
    return town and headed_by_thing(phrase, part)


def _plain_thing(phrase: str, part: Part) -> bool:
    """Whether the last word of the core is a common noun that no table knows as an actor."""
    last = part.core[-1]
    if any(name.kind != "modifier" for name in last.names) or not phrase[last.start].islower():
        return False
    if len(part.core) >= _TWO and _given(phrase, part.core[-2], last):
        return False
    if of_people(last.key) or last.key in listed("part words"):
        return False
    if participle(last.key):
        before = part.core[-2] if len(part.core) >= _TWO else None
        return last.key.endswith("ing") and (before is None or not behind(last.key, before))
    return not any(last.key in listed(name) for name in ("afterwords", "quantities", "not names", "several"))


def _given(phrase: str, before: Item, last: Item) -> bool:
    """Whether two words are one given name: "Min-seo"."""
    return phrase[before.end : last.start] == "-" and phrase[before.start].isupper() and not before.names


def _capital_thing(phrase: str, part: Part) -> bool:
    """Whether the last word is a thing that is written as a name: "the U.N. Charter", "Castro Street"."""
    last = part.core[-1]
    if any(item.first("metonym") for item in part.core) or any(name.kind != "modifier" for name in last.names):
        return False  # "Bankova Street" is a government
    return last.key in listed("capital things") and phrase[last.start].isupper()


def _product(phrase: str, core: Sequence[Item]) -> bool:
    """Whether a company's name is followed by a number or a name of no table: "a Boeing 737", "Google Maps"."""
    last = core[-1]
    maker = next((at for at, item in enumerate(core) if _company(item)), None)
    if maker is None or maker == len(core) - 1 or last.names or last.key in listed("company words"):
        return False
    behind = core[maker + 1 :]
    return all(not item.first("noun", "person", "surname") for item in behind) and not phrase[last.start].islower()


def _company(item: Item) -> bool:
    name = item.first("organisation")
    return name is not None and name.sector in sectors_in("company")


def _vehicle(core: Sequence[Item]) -> bool:
    """Whether a word that tables know as an actor is a vehicle here: "an Airbus jet", "an aircraft carrier"."""
    return core[-1].key in listed("vehicles") and (_company(core[-2]) or core[-2].key in listed("vehicle openers"))


def _vessel(phrase: str, core: Sequence[Item]) -> bool:
    """Whether a name is that of a ship which is no navy's: "the tanker Prince Albert"."""
    return any(item.key in listed("vessels") and phrase[after.start].isupper() for item, after in pairwise(core))


def _team(phrase: str, core: Sequence[Item]) -> bool:
    """Whether a place stands before people of a capital letter, as a team does: "the Melbourne Rebels"."""
    place, last = core[-2], core[-1]
    noun = last.first("noun")
    if not phrase[last.start].isupper() or not phrase[place.start].isupper() or phrase[place.end] != " ":
        return False
    known = noun is not None and len(last.names) == 1 and noun.text != noun.name and noun.text.islower()
    if (not known and last.names) or " " in last.key or not last.key.endswith("s"):
        return False
    town = place.first(*TOWNS) is not None and not place.first("state", "demonym", "people")
    return town or (not place.names and bool(dominant(phrase[place.start : place.end], said=False)))


def generic(item: Item) -> bool:
    """Whether a body's name is what many states call one of theirs: "Congress", "Supreme Court", "White House"."""
    return item.first("noun", "modifier") is not None or item.key.replace(" ", "-") in listed("generic bodies")


def title_of_work(phrase: str) -> bool:
    """Whether a phrase stands in quotation marks as a whole, as the title of a work does."""
    text = phrase.strip()
    return len(text.split()) > 1 and text[:1] in _QUOTES and text[-1:] in _QUOTES


def said_of_thing(phrase: str, taken: Sequence[Part]) -> list[Part]:
    """The parts without those that only qualify a thing behind: "the Iran-Iraq war", "Russian and Ukrainian grain"."""
    kept: list[Part] = []
    thing: Part | None = None
    for part in reversed(taken):
        if thing is not None and _qualifies(phrase, part, thing):
            thing = part
            continue
        kept.append(part)
        thing = part if headed_by_thing(phrase, part) else None
    return kept[::-1]


def _qualifies(phrase: str, part: Part, thing: Part) -> bool:
    gap = phrase[part.end : thing.start]
    if part.owner or part.complements or not part.core:
        return False
    last = part.core[-1]
    demonym = last.first("demonym")
    if gap in HYPHENS:
        return last.first("state", "capital", "demonym", "organisation") is not None
    return gap.strip() in ("and", ",") and demonym is not None and not demonym.text.endswith("s")


def given_name(phrase: str, core: Sequence[Item], at: int) -> bool:
    """Whether the item is a place's name that people bear, before a word like a surname: "Georgia Brown"."""
    if core[at].key not in listed("given names") or at + 1 >= len(core):
        return False
    after = core[at + 1]
    joined = phrase[core[at].end : after.start] == " "
    person = all(name.kind == "surname" for name in after.names) and after.key not in listed("titles")
    return joined and person and phrase[after.start].isupper()


def full_name(phrase: str, core: Sequence[Item]) -> bool:
    """Whether words may be the full name of somebody whom no table has: several, in capitals, and no nouns."""
    plain = all(name.kind in ("surname", "city") for item in core for name in item.names)
    return len(core) >= _TWO and plain and all(phrase[item.start].isupper() for item in core)
