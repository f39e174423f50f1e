"""By which part of a name somebody is called who was named in full before: "Reed" of "Trevor Reed", "Prince Mohammed".

In: a scene and a mention that no table has. Out: the clue to whom or to which place it means; or the name that a
description ends with: "US Ambassador Talin Oberek".
"""

from dragoman.actors.clues import Clue
from dragoman.actors.heads import machine, of_people
from dragoman.actors.matching import Item, tokens
from dragoman.actors.mentions import Mention
from dragoman.actors.phrase import Part
from dragoman.actors.scene import Scene
from dragoman.actors.words import listed

_OF = " of "


def called(scene: Scene, mention: Mention) -> Clue | None:
    """The populated place or the person named in full before that the mention is, where no table has it alone."""
    if mention.words[:-1] and mention.words[-2] in listed("titles"):
        return _given(scene, mention)
    if mention.kind != "name":
        return None
    inside = scene.between(mention.start, mention.end)
    if any(c.person for c in inside[:-1]) and _OF in scene.text[mention.start : mention.end]:
        return None  # "Bishop Laurent Dabire of Dori"
    return next((c for c in inside if c.name.kind in ("city", "surname") and c.end == mention.end), None)


def _given(scene: Scene, mention: Mention) -> Clue | None:
    """The one person before "Prince Mohammed" whose given name it is."""
    able = [c for c in scene.between(0, mention.start) if c.name.kind == "person"]
    bear = [c for c in able if tokens(c.name.name)[0].key == mention.words[-1]]
    return bear[-1] if len({c.name.name for c in bear}) == 1 else None


def named_in_full(scene: Scene, part: Part, *, offset: int = 0) -> str:
    """The full name that ends the core of a part, of a person no table knows; "" where none does. It stands behind a
    word for one person or begins with a given name: "Egypt's Ibis Council" and "Ghana army Ibis Corps" keep all."""
    core = part.core
    for at, item in enumerate(core[:-1]):
        chain = scene.named.get((offset + item.start, offset + core[-1].end))
        if chain is not None:
            if at and machine(core[at - 1]):
                return ""  # "the tanker Mia Sund"
            person = item.key in scene.view.roster.given or (at > 0 and one_person(core[at - 1], scene))
            return chain.called(offset + core[-1].end) if person else ""
    return ""


def one_person(item: Item, scene: Scene) -> bool:
    """Whether a word before a name is one for a single person: a noun, a title, "Mr"."""
    noun = item.first("noun")
    if noun is None:
        unknown = not item.names and of_people(item.key) and not item.key.endswith("s")  # "crooner"
        return unknown or item.key in listed("titles") or item.key in listed("honorifics")
    alone = noun.text == noun.name and noun.name not in scene.view.roster.collective
    return alone and noun.name.rpartition(" ")[2] not in listed("no persons")


def apposed(scene: Scene, start: int, end: int) -> str:
    """The full name of a person no table knows beside words for them: "the judge, Talin Oberek"; "" where none is."""
    words = scene.text[start:end]
    if ", " not in words:  # nearly always
        return ""
    first, _, behind = words.partition(", ")
    before, _, last = words.rpartition(", ")
    beside = ((behind, start, start + len(first)), (before, end - len(last), end))
    for told, at, to in beside:
        chain = scene.named.get((at, to)) if told.partition(" ")[0].casefold() in listed("determiners") else None
        if chain is not None and " " in scene.text[at:to]:
            return chain.called(to)
    return ""
