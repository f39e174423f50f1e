"""The head of a party's words: a common noun of the tables, or a word that can only mean people.

In: the core of a part. Out: where its head stands and what it is; whether a word is one for people by its ending; the
core without the participles behind its head.
"""

from collections.abc import Sequence
from functools import lru_cache

from dragoman.actors.names.choosing import View, choose
from dragoman.actors.names.kinds import OWNERS, WHENCE
from dragoman.actors.names.matching import HYPHENS, Item, Name
from dragoman.actors.names.words import listed

# Endings of words for people, in the singular: "depositor", "tapper", "conscript" is none.
_PEOPLE = ("er", "or", "ist", "ee", "ant", "man", "woman", "people")
_PLURAL = ("men", "women", "people")
# Shorter words end so by chance: "beer", "door", "tree", "bed".
_SHORTEST = 5
# Letters of the first half of a compound at least.
_FIRST = 3
# Words of a full name at least.
_FULL = 2
_PARTICIPLES = ("ed", "ing")
# What stands between the halves of "London-based", and of the wires' "U.S.- flagged".
_HYPHEN = 2


def head_noun(phrase: str, core: Sequence[Item], view: View, *, told: bool) -> tuple[int, Name] | None:
    """Where the noun at the head of a core stands, and the noun; None without one.

    `told` says that words beside the core tell whose the head is.
    """
    for at in range(len(core) - 1, -1, -1):
        name = core[at].first("noun")
        if at and core[at].first("surname") and core[at - 1].key in view.roster.titles:
            continue  # "Prime Minister Major"
        if at and at + 1 == len(core) and _last_name(phrase, core, view):
            continue
        if name is not None and core[at].first("person", "state", "metonym") is None and not _body(core[at], view):
            return _unknown(phrase, core, told=told) or (at, name)  # "farm produce sellers"
    return _unknown(phrase, core, told=told)


def _last_name(phrase: str, core: Sequence[Item], view: View) -> bool:
    """Whether the noun at the end of a core is somebody's last name: "Ms Mufti", "Amina Bishop", "CEO Donnie King"."""
    before, item = core[-2:]
    noun = item.first("noun")
    one = noun is not None and noun.text == noun.name and noun.name not in view.roster.collective
    if not one or phrase.isupper() or not (phrase[item.start].isupper() and phrase[before.start].isupper()):
        return False
    if before.names or len(before.key) == 1:
        return before.key in listed("forms of address")
    title = core[-3].first("noun") if core[:-2] else None
    post = title is not None and title.text == title.name and title.name not in view.roster.collective
    return post or before.key in view.roster.given or before.key in listed("forms of address")


def _body(item: Item, view: View) -> bool:
    """Whether a name is a body's where it stands: the Democratic Party where the text speaks of the United States."""
    return item.first("organisation") is not None and choose(item, ("organisation",), view) is not None


def _unknown(phrase: str, core: Sequence[Item], *, told: bool) -> tuple[int, Name] | None:
    """A word for people at the end of a core, or before a full name there, that no table knows, where names tell whose
    they are: "Kenyan tappers", "Swedish crooner Karl Weiss"."""
    at = len(core) - 1 - _named_behind(phrase, core)
    if at < 0 or not (told or any(item.first(*OWNERS) for item in core[:at])):
        return None
    item = core[at]
    if item.names or not phrase[item.start].islower() or not (of_people(item.key) or item.key in listed("part words")):
        return None
    vague = any(item.key in listed(name) for name in ("people words", "part words", "opposing"))
    return at, Name(item.key, "noun", item.key, sector="UNK" if vague else "CVL")


def _named_behind(phrase: str, core: Sequence[Item]) -> int:
    """How many words at the end of a core are the full name of one person whom no table has; 0 behind a ship's kind."""
    named = 0
    while named < len(core) and _of_name(phrase, core[-1 - named]):
        named += 1
    if named < _FULL or named == len(core):
        return 0
    before = core[-1 - named]
    return 0 if machine(before) or before.key.endswith("s") else named


def leads_name(phrase: str, behind: Sequence[Item]) -> bool:
    """Whether the words behind a demonym make a longer name of it, as the Amhara Defence Front is not all Amharas, or
    mean a ship or a machine: "a Chinese vessel" is not China."""
    return any(phrase[item.start].isupper() for item in behind) or any(map(machine, behind))


def machine(item: Item) -> bool:
    """Whether a word means a ship, a vehicle or a weapon that stands for those who send it."""
    lists = ("vessels", "warships", "vehicles", "war machines")
    return any(word in listed(name) for name in lists for word in (item.key, item.key.removesuffix("s")))


def _of_name(phrase: str, item: Item) -> bool:
    return phrase[item.start].isupper() and all(name.kind in ("surname", "city") for name in item.names)


@lru_cache(maxsize=4096)
def of_people(word: str) -> bool:
    """Whether a folded word that no table knows means people: "depositors", "tappers", "veterans"; not "rivers"."""
    if word in listed("people words") or word in listed("opposing"):
        return True
    single = word if word.endswith(_PLURAL) else word.removesuffix("s")
    if len(single) < _SHORTEST or single in listed("thing words"):
        return False
    ends = (single[at:] for at in range(_FIRST, len(single) - _SHORTEST + 1))
    if not listed("thing words").isdisjoint(ends):
        return False  # "airpower", "headquarters"; a "sprinter" is no printer
    return single.endswith(_PEOPLE) or single.endswith(_PLURAL)


def located(core: Sequence[Item], at: int) -> bool:
    """Whether a name says where a party lives or began, which is not whose it is: "London-based", "Syrian-born"."""
    if at + 1 == len(core):
        return False
    behind = core[at + 1]
    return behind.key in listed("whereabouts") and not behind.names and behind.start - core[at].end <= _HYPHEN


def dwelling(core: Sequence[Item], view: View) -> str:
    """Where somebody lives or was born: "a London-based activist"."""
    keys = [item.key for item in core]
    if listed("whereabouts").isdisjoint(keys) or not listed("worldwide").isdisjoint(keys):
        return ""
    found = (choose(item, WHENCE, view) for at, item in enumerate(core) if located(core, at))
    return next((name.country for name in found if name is not None), "")


def surpassed(core: Sequence[Item], at: int) -> bool:
    """Whether a demonym only tells descent beside the one that is joined to it: the Somali of "Somali-American"."""
    if at + 1 == len(core) or not core[at].first("demonym"):
        return False
    behind = core[at + 1]
    return behind.key in listed("adoptive") and bool(behind.names) and behind.start - core[at].end == 1


def member(core: Sequence[Item], party: Name) -> bool:
    """Whether the name of a party means one of its members: "the Tennessee Republican"; not "Republicans", nor "the
    Conservative party"."""
    last = core[-1] if len(core) > 1 else None
    noun = last.first("noun") if last is not None and party in last.names else None
    return party.sector == "PTY" and noun is not None and noun.text == noun.name and " " not in noun.name


def participle(word: str) -> bool:
    """Whether a folded word has the form of a participle: "stationed", "fleeing", "shot"; "bed" has not."""
    return (word.endswith(_PARTICIPLES) and len(word) >= _SHORTEST) or word in listed("participles")


def behind(word: str, before: Item) -> bool:
    """Whether a participle may tell of the noun before it: a soldier "fighting"; but a court's "ruling" is a thing."""
    return many(before) or (means_people(before) and word not in listed("thing words"))


def many(item: Item) -> bool:
    """Whether an item means several people: "farmers", "Syrians"."""
    noun = item.first("noun")
    if noun is not None:
        return noun.text != noun.name
    demonym = item.first("demonym", "people")
    if demonym is not None:
        return demonym.text.endswith("s")
    return not item.names and item.key.endswith(("s", *_PLURAL)) and of_people(item.key)


def headed(phrase: str, core: Sequence[Item]) -> list[Item]:
    """A core without what is told of its head behind it: "farmers owed money", "workers shot", "Serbs fleeing Knin"."""
    for at in range(1, len(core)):
        item, before = core[at], core[at - 1]
        plain = all(name.kind == "modifier" for name in item.names)
        if not plain or not participle(item.key) or phrase[before.end : item.start] != " ":
            continue
        if not phrase[item.start].islower() or phrase[item.end : item.end + 1] in HYPHENS:
            continue
        last = at + 1 == len(core)
        if behind(item.key, before) and (many(before) or last or core[at + 1].key in listed("determiners")):
            return list(core[:at])
    return list(core)


def means_people(item: Item) -> bool:
    """Whether an item is an agent noun, or a word of no table that means people."""
    return item.first("noun") is not None or (not item.names and of_people(item.key))


def related(core: Sequence[Item]) -> bool:
    """Whether the head is a word for somebody beside the one whose it is: "Turkey's allies"."""
    return bool(core) and core[-1].key.rpartition(" ")[2] in listed("relations")


def part_of(core: Sequence[Item]) -> bool:
    """Whether the head is a word for a part of a body: the armed wing of Hamas."""
    return bool(core) and core[-1].key in listed("part words")
