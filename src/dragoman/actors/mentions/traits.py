"""What the words of a mention tell by themselves: their sort, and what they mean on a day.

In: a phrase and a roster; a span of a scene. Out: its sort, how many parties it names at most, its readings and the
countries that they tell. News says the same words again and again, so all are kept from one document to the next, with
the scene where the document can change them; each is asked for by itself, since most mentions need not all of them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal

from dragoman.actors.mentions.mentions import Mention, gender_of, kind_of, number_of, pair_of
from dragoman.actors.names.choosing import View
from dragoman.actors.names.kinds import PERSONS
from dragoman.actors.names.matching import Item, Name, key
from dragoman.actors.names.roster import Roster
from dragoman.actors.phrases.heads import related
from dragoman.actors.phrases.multinational import manifold
from dragoman.actors.phrases.phrase import Part, Phrase, counted, spread, taken_apart
from dragoman.actors.phrases.resolving import Reading, read
from dragoman.actors.phrases.titles import openings
from dragoman.actors.scene.scene import Scene, kept

# Words of a mention that the ranker looks at, from the head backwards.
_CORE = 4
_TWO = 2
# On what a reading hangs: the tables alone, the day too, or the document.
Scope = Literal["tables", "day", "document"]


@lru_cache(maxsize=4096)
def scope(text: str, names: Roster) -> Scope:
    """On what the reading of a phrase hangs."""
    return _scope(taken_apart(text, names), names)


@lru_cache(maxsize=4096)
def sort(text: str, names: Roster) -> Mention:
    """The sort of a phrase, as a mention that stands at its first character in the first sentence."""
    return _mention(taken_apart(text, names))


@lru_cache(maxsize=4096)
def most(text: str, names: Roster) -> int:
    """How many parties a phrase names at most."""
    phrase = taken_apart(text, names)
    words = tuple([word.key for word in phrase.words])
    return max(max(_TWO, number_of(words)) if pair_of(words) else 1, sum([len(spread(part)) for part in phrase.parts]))


@lru_cache(maxsize=4096)
def settled(text: str, names: Roster, on: date | None) -> Sequence[tuple[Part, Reading]]:
    """The readings of a phrase that hang on no document; `on` None where they hang on no day."""
    return read(text, View(names, on, lenient=True), apart=taken_apart(text, names))


def said(scene: Scene, start: int, end: int, on: date | None) -> Sequence[tuple[Part, Reading]]:
    """What the words at a span say on a day; the same words stand in many places of a document, and of others."""
    text, names = scene.text[start:end], scene.view.roster
    hangs = scope(text, names)
    if hangs != "document" and not (scene.view.redefined or scene.view.seats):
        return settled(text, names, on if hangs == "day" else None)
    return _read(scene, text, on)


@kept
def _read(scene: Scene, text: str, on: date | None) -> Sequence[tuple[Part, Reading]]:
    return read(text, view_on(scene, on), apart=taken_apart(text, scene.view.roster))


@kept
def view_on(scene: Scene, on: date | None) -> View:
    """How mentions are read on a day."""
    return replace(scene.view, on=on, lenient=True)


@kept
def own_countries(scene: Scene, start: int, end: int, on: date | None) -> frozenset[str] | None:
    """The countries that words tell themselves on a day; None where they leave it to the text around."""
    told = [reading.country for _, reading in said(scene, start, end, on) if not reading.bare]
    return frozenset(told) if told else None


def _mention(apart: Phrase) -> Mention:
    phrase, found = apart.text, apart.items
    words = tuple([token.key for token in apart.words])
    core = counted(apart.parts[0]) if apart.parts else ()
    noun = next((n for i in reversed(core) if (n := i.first("noun"))), None)
    capital = any(phrase[i.start].isupper() for i in found[1:]) or (len(found) == 1 and phrase[:1].isupper())
    sector = noun.sector if noun and not _titled(phrase, core) else None
    kind = kind_of(words, noun_sector=sector, capital=capital, related=related(core))
    people = next((n for i in core if (n := i.first("people")) and not n.country), None)
    if people is not None:
        kind = "people"
    head = people.name if people else noun.name if noun else core[-1].key if core else ""
    pair = pair_of(words)
    # Who they are nothing tells but a list of them.
    several = pair == "owners" or (pair == "states" and number_of(words) > _TWO)
    return Mention(
        0, len(phrase), 0, kind, head, gender_of(words), pair, tuple([i.key for i in core[-_CORE:]]),
        definite=words[:1] == ("the",), many=bool(noun and noun.text != noun.name),
        mixed=several or (manifold(core) and not (kind == "name" and len(core) > 1)),
        sector=noun.sector if noun else "", said=words,
    )  # fmt: skip


def _titled(phrase: str, core: Sequence[Item]) -> bool:
    """Whether a name of nobody but people ends the words: "General Ivan Petrenko" is named, whatever he is."""
    return len(core) > 1 and {n.kind for n in core[-1].names} <= PERSONS and phrase[core[-1].start].isupper()


def _scope(apart: Phrase, names: Roster) -> Scope:
    named = [item for item in apart.items if item.names]
    if any(_hangs_on_document(item, names) for item in named):
        return "document"
    # Of a state that is no more the day tells whether its heir is meant: "Soviet troops".
    dated = any(name.start or name.end or name.country in names.heirs for item in named for name in item.names)
    # Whom an office means hangs on the day.
    return "day" if dated or any(_titles(item, names) for item in apart.items) else "tables"


def _titles(item: Item, names: Roster) -> bool:
    """Whether a title may begin with a word or its singular: "the leaders of Senegal and Niger"."""
    noun = item.first("noun")
    single = noun.name.partition(" ")[0] if noun is not None else item.key
    return not openings(names).isdisjoint((*item.key.split(), single))


def _hangs_on_document(item: Item, names: Roster) -> bool:
    """Whether the countries or people of a document choose among the readings of a name."""
    first = item.names[0]
    if first.kind in PERSONS or (len(item.names) > 1 and _open(item.names)):
        return True
    trap = names.traps.get(key(first.text))
    return trap is not None and (len(trap.reads_as) > 1 or trap.rule == "context")


def _open(names: Sequence[Name]) -> bool:
    """Whether the readings of a name are of several countries, or one of them is a person."""
    return len({name.country for name in names}) > 1 or any(name.kind in PERSONS for name in names)
