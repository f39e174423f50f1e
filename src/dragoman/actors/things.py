"""Words with a name in them that are nobody: "the Iran deal", "a Swiss watch", "Israel Hernandez".

In: a phrase taken apart. Out: whether its head is a thing, or a place's name is a given name.
"""

from collections.abc import Sequence

from dragoman.actors.matching import Item
from dragoman.actors.phrase import Part
from dragoman.actors.words import listed

# Endings of verb forms that stand behind a party: "troops stationed in Syria".
_PARTICIPLES = ("ed", "ing")


def headed_by_thing(phrase: str, part: Part) -> bool:
    """Whether the last word of the core is a common noun that no table knows as an actor: a bond, a doll, a summit."""
    if len(part.core) < 2 or not any(item.names for item in part.core):
        return False
    last = part.core[-1]
    if (
        any(name.kind != "modifier" for name in last.names)
        or not phrase[last.start].islower()
        or last.key.endswith(_PARTICIPLES)
    ):
        return False
    return not any(last.key in listed(name) for name in ("afterwords", "quantities", "not names", "several"))


def given_name(phrase: str, core: Sequence[Item], at: int) -> bool:
    """Whether the item is a place's name that people bear, before a word like a surname: "Georgia Brown"."""
    if core[at].key not in listed("given names") or at + 1 >= len(core):
        return False
    after = core[at + 1]
    joined = phrase[core[at].end : after.start] == " "
    person = all(name.kind == "surname" for name in after.names) and after.key not in listed("titles")
    return joined and person and phrase[after.start].isupper()
