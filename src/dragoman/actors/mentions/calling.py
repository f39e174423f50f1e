"""By which part of a name somebody is called who was named in full before: "Reed" of "Trevor Reed", "Prince Mohammed".

In: a scene and a mention that no table has. Out: the clue to whom or to which place it means; or the name that a
description ends with: "US Ambassador Talin Oberek".
"""

from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.matching import Item, tokens
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import machine, of_people
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene

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
    """The full name of a person beside words for them: "the judge, Talin Oberek", "its lawyer Talin Oberek"; "" where
    none is."""
    words = scene.text[start:end]
    if ", " not in words:  # nearly always
        return _owned(scene, start, end)
    first, _, behind = words.partition(", ")
    before, _, last = words.rpartition(", ")
    beside = ((behind, start, start + len(first)), (before, end - len(last), end))
    for told, at, to in beside:
        if told.partition(" ")[0].casefold() in listed("determiners"):
            named = _person(scene, at, to)
            if named and ((at, to) in scene.named or at == start or _of_one(scene, start, at)):
                return named
    return _owned(scene, start, end)


def _person(scene: Scene, start: int, end: int) -> str:
    """Who is named in full by the words at a span, of no table or of one."""
    chain = scene.named.get((start, end))
    if chain is not None:
        return chain.called(end) if " " in scene.text[start:end] else ""
    known = (c for c in scene.between(start, start + 1) if c.end == end and c.name.kind == "person")
    return next((c.name.name for c in known if " " in scene.text[start:end]), "")


def _owned(scene: Scene, start: int, end: int) -> str:
    """Who is named in full behind a word for one person and whose they are: "its spokesman Talin Oberek"."""
    if scene.text[start:end].partition(" ")[0].casefold() not in listed("owners"):
        return ""
    name = next((c for c in scene.between(start, end) if c.end == end and scene.human(c)), None)
    if name is None or " " not in scene.text[name.start : name.end]:
        return ""
    return name.name.name if _of_one(scene, start, name.start) else ""


def _of_one(scene: Scene, start: int, end: int) -> bool:
    """Whether the head of a description at a span, before "of" and the like, is a word for one person."""
    first = bisect_left(scene.items, start, key=attrgetter("start"))
    inside = scene.items[first : bisect_left(scene.items, end, key=attrgetter("start"))]
    core = list(takewhile(lambda item: item.key not in listed("prepositions"), inside))
    return len(core) > 1 and one_person(core[-1], scene)
