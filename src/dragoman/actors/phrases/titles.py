"""Descriptions of who holds an office: "the Russian president", "NATO's secretary general", "the chief of the IAEA".

In: a part of a phrase, the country or organisation it belongs to, and a `View`. Out: who held the office that day.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.actors.names.choosing import View
from dragoman.actors.names.kinds import GOVERNMENTS, OWNERS
from dragoman.actors.names.matching import Item, hyphenated
from dragoman.actors.names.roster import Held, Roster
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import participle
from dragoman.actors.phrases.phrase import Part

# Endings of adjectives that say how the holder of an office is, not of what the office is: "unelected" is a participle.
_ADJECTIVES = ("ous", "ful", "less", "ive", "able", "ible", "ish", "ary", "ent", "ant", "ic", "ist", "al", "y", "an")
# "A Hamas leader" is one of several.
_ANY = ("a", "an")
_LEANING = "PTY"
_TWO = 2


def holder(phrase: str, part: Part, *, country: str, body: str, view: View) -> Held | None:
    """Who holds the office that the words name, of the organisation `body` (a name, or "") or of `country`.

    None when they name none, several people, or somebody else of the same word: an opposition leader, a deputy.
    """
    plain, several = listed("plain adjectives"), listed("several")
    words = [item for item in part.core if item.key not in plain]
    if part.core[:1] and part.core[0].key in _ANY:
        return None
    if not _may_be_title(words, view.roster) or not several.isdisjoint([item.key for item in words]):
        return None
    whole, title = _joined(words), _joined([item for item in words if item.first(*OWNERS) is None])
    beneath = list(_beneath(phrase, part, words, view))
    places = [_joined(place) for place in (part.owner, *_of(part)) if place]
    local = [whole, *beneath, *(f"{name} of {place}" for name in (whole, *beneath) for place in places)]
    asked = [(view.roster.regional[name], name) for name in local if name in view.roster.regional]
    if body:
        asked.extend((view.roster.bodies.get(body, ""), name) for name in (whole, title))
    home = _breakaway(part, view) or country
    if home and _of_state(part) and not _of_region(part):
        # "The Israeli army chief" is a chief of the army, and of Israel an army chief.
        national = _joined(words[1:]) if words and words[0].first("demonym", "state") else ""
        asked.extend((home, name) for name in (whole, title if not body else national))
        if not body:
            asked.extend((home, name) for name in beneath)
    found = (view.roster.holder(home, name, view.on) for home, name in asked if home and name)
    return next((held for held in found if held is not None), None)


@cache
def openings(names: Roster) -> frozenset[str]:
    """The words that titles of offices begin with."""
    offices = names.offices.offices.values()
    kinds = {office.kind for office in offices} | {"leader"}
    return frozenset(title.partition(" ")[0] for title in names.titles | kinds | set(names.regional))


def _may_be_title(words: Sequence[Item], names: Roster) -> bool:
    """Whether a title may begin with one of the words: most heads are no office, and nothing is looked up for them."""
    begin, leads = openings(names), listed("leader words")
    return any(item.key.partition(" ")[0] in begin or item.key in leads for item in words)


def _beneath(phrase: str, part: Part, words: Sequence[Item], view: View) -> Iterator[str]:
    """The title at the end of the words when only adjectives stand before it that leave the office what it is."""
    own = [item for item in words if item.first(*OWNERS) is None]
    if not own:
        return
    head = own[-1]
    leads = head.key in listed("leader words")
    title = "leader" if leads else head.key
    noun = head.first("noun")
    if not leads and title not in view.roster.titles and (noun is None or noun.sector != "GOV"):
        return
    # "The first indigenous president" serves, "the first president" served once.
    told = part.core.index(head) - part.core.index(own[0])
    before = own[1:-1] if own[0].key == "first" and told >= _TWO else own[:-1]
    if all(_leaves(phrase, item, leads=leads or title in listed("loose titles")) for item in before):
        yield title


def _leaves(phrase: str, item: Item, *, leads: bool) -> bool:
    """Whether a word before a title leaves the office what it is: "unelected", "left-wing", "Nobel-winning"."""
    if item.key in listed("unmaking"):
        return False
    if item.key in listed("adjectives of people") or (not leads and item.key in listed("leanings")):
        return True
    if item.first("noun") and item.key.endswith("ed"):
        return True  # "East Timor's wounded president"
    modifier = item.first("modifier")
    if modifier is not None:
        leaning = modifier.sector == _LEANING or item.key[: item.key.find("-")] in listed("stances")
        return (leaning and not leads) or (leads and item.key == "military") or participle(item.key)
    if item.first("noun") or item.first("person", "surname"):
        return False
    if hyphenated(phrase, item):
        return True
    if leads and item.key.endswith("ist"):
        return False
    return participle(item.key) or item.key.endswith(_ADJECTIVES)


def _joined(words: Sequence[Item]) -> str:
    plain = listed("plain adjectives")
    return " ".join([item.key for item in words if item.key not in plain])


def _of(part: Part) -> list[tuple[Item, ...]]:
    return [rest for word, rest in part.complements[:1] if word == "of"]


def _of_state(part: Part) -> bool:
    """Whether what stands behind "of" is a state, or a word for one: the president of Kenya's football federation is
    not Kenya's, that of the Republic of Kenya is."""
    realms = listed("realms")
    for word, rest in part.complements:
        if word != "of" or rest[-1].first(*GOVERNMENTS, "capital"):
            return True
        words = " ".join([item.key for item in rest[-2:]]).split()[-2:]
        if words[-1] not in realms and "-".join(words) not in realms:
            return False
    return True


def _breakaway(part: Part, view: View) -> str:
    """The code of offices of the breakaway state that the words name: the Abkhaz leader is not Georgia's."""
    words = (*part.core, *part.owner, *(item for rest in _of(part) for item in rest))
    names = (name.name for item in words if (name := item.first("demonym", "state")))
    return next((code for name in names if (code := view.roster.breakaway.get(name, ""))), "")


def _of_region(part: Part) -> bool:
    """Whether the words belong to a part of a state: "the Chechen leader" is no leader of Russia."""
    words = (*part.core, *part.owner, *(item for rest in _of(part) for item in rest))
    return any(i.first("people", "region") for i in words) and not any(i.first("demonym", "state") for i in words)
