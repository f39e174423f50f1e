"""Who is told something and then asked for something: "Kyiv told G7 leaders that ... and asked them".

In: a mention, the pronoun of who is asked, and its `Scene`. Out: the name or the noun phrase of who was told before.
"""

import re

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.words import listed
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene

# The pronouns that are an object, by what a mention's kind calls them.
_ASKED = frozenset({"him", "her", "them", "it"})
_TELLING = re.compile(r" ([a-z]+) (?:the )?")
# What ends the clause before the pronoun: "and urged", "but called on".
_ASKING = re.compile(r",? (?:and|but) (?:(?:also|then|again|[a-z]+ly) )?([a-z]+) (?:(?:on|upon|to|with) )?$")
# Behind these another speaks, or another clause begins.
_STOPS = frozenset('"“”;')
_BODIES = frozenset({"state", "capital", "metonym", "organisation"})


def hearer(scene: Scene, mention: Mention) -> Clue | NounPhrase | None:
    """Who is told something in the sentence of a pronoun that is asked for something behind it; None for others."""
    if scene.text[mention.start : mention.end].casefold() not in _ASKED:
        return None
    opening = scene.sentences[mention.sentence][0]
    asking = _ASKING.search(scene.text, opening, mention.start)
    if asking is None or asking[1] not in listed("asking"):
        return None
    if not _STOPS.isdisjoint(scene.text[opening : mention.start]):
        return None
    told = [m for m in _TELLING.finditer(scene.text, opening, asking.start()) if m[1] in listed("telling")]
    return _named(scene, mention, told[-1]) if told else None


def _named(scene: Scene, mention: Mention, telling: re.Match[str]) -> Clue | NounPhrase | None:
    """The name or the plural noun behind a verb of telling, as the pronoun's number and gender let it be."""
    first, last = telling.end(1) + 1, telling.end()
    if mention.kind == "they":
        return next((n for n in scene.phrases(first, last + 1) if n.many), None)
    name = next(iter(scene.between(first, last + 1)), None)
    if name is None:
        return None
    if mention.kind == "he":
        return name if scene.human(name) and scene.may_be(name, mention.gender) else None
    return name if name.name.kind in _BODIES and not name.person else None
