"""What somebody is by the words beside their name, wherever in the document they stand: "Kamau" after "Finance Minister
John Kamau" or "John Kamau, the finance minister,".

In: a scene, a person's name, and what words at a span mean. Out: the sector that is told of the person, "" where none
is, or several are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from dragoman.actors.mentions.calling import one_person
from dragoman.actors.names.matching import Item, hyphenated, word_between
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.readings import Reading, Said
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.describing import beside_name
from dragoman.actors.scene.scene import Scene

# What ends the words behind a name that describe it, so that they are no subject and no member of a list.
_CLOSED = (",", ".", ";", ")", "")
# A first word is looked for within so many characters.
_WORD = 20
# So many words before a name may say what the person is.
_REACH = 12
_COMMA = ", "
_HANGING = frozenset(("of", "for", "to", "representing"))
_GENITIVE = re.compile(r"['’]s? ")
# "Two opposition leaders, Amos Karanja and Peter Otieno": a number, a noun, as many names.
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, \d\d)?"
_SEVERAL = re.compile(
    rf"\b(?P<number>(?i:{'|'.join(_NUMBERS)})) (?P<noun>(?:[\w-]+ ){{0,3}}[a-z]+), "
    rf"(?P<names>{_NAME}(?:, {_NAME})*,? and {_NAME})"
)
_JOINT = re.compile(r",? and |, (?!\d)")


class Occupations:
    """What the people of a document are, each looked for when first asked for; `read` is what words at a span mean."""

    def __init__(self, scene: Scene, read: Said) -> None:
        self._scene, self._read = scene, read
        self._people: list[Clue] = []
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._found: dict[str, str] = {}
        self._several = list(_several(scene.text))

    def told(self, reading: Reading) -> Reading:
        """A person whose own words do not say what they are with the sector that others of the document tell."""
        if reading.sector and not _unofficial(reading):
            return reading
        self._lay_out(self._scene.people(""))
        if reading.name not in self._found:
            self._found[reading.name] = self._occupation(reading.name)
        return replace(reading, sector=self._found[reading.name] or reading.sector)

    def _lay_out(self, people: list[Clue]) -> None:
        """Keep where each is named; anew once the scene knows of more people."""
        if people is self._people:
            return
        self._people, self._spans, self._found = people, {}, {}
        for clue in people:
            self._spans.setdefault(clue.name.name, []).append((clue.start, clue.end))

    def _occupation(self, name: str) -> str:
        """The sector of a person whom the text names so, in full or by the last name."""
        spans = self._spans.get(name, ())
        told = {sector for start, end in spans for sector in _sectors(self._scene, start, end, self._read) if sector}
        told = told or {sector for start, _ in spans for sector in self._counted(start) if sector}
        return told.pop() if len(told) == 1 else ""

    def _counted(self, start: int) -> Iterator[str]:
        """The sectors of the nouns for several of whom one is named at a character."""
        for words, names in self._several:
            if names[0] <= start < names[1]:
                yield from (_sector(self._scene, reading, *words) for _, reading in self._read(*words)[-1:])


def _several(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where nouns for several and their names stand, as many names as are counted."""
    for found in _SEVERAL.finditer(text):
        if len(_JOINT.split(found["names"])) == _NUMBERS[found["number"].casefold()]:
            yield found.span("noun"), found.span("names")


def untold(part: Part, reading: Reading) -> bool:
    """Whether somebody of the tables without an office of the day is named by words that do not say what they are."""
    alone = (item.first("person", "surname") or item.key in listed("honorifics") for item in part.core)
    return _unofficial(reading) and all(alone)


def _unofficial(reading: Reading) -> bool:
    return reading.person and reading.sector in ("ELI", "")


def _sectors(scene: Scene, start: int, end: int, read: Said) -> Iterator[str]:
    """The sectors that the words before a name and those behind it tell."""
    before = told_before(scene, start, end)
    if before is not None:
        words = before if before[1] < start else (before[0], end)
        yield from (_sector(scene, reading, *words) for _, reading in read(*words)[-1:])
    behind = beside_name(scene, end)
    if behind is None or opens_clause(scene.text, behind[0]):
        return
    for part, reading in read(*behind)[:1]:
        noun = part.core[-1].first("noun") if part.core else None
        told = noun is not None and noun.name == reading.noun and post(part.core[-1], scene)
        if told and not reading.person and _closes(scene.text, behind[0] + part.end):
            yield _sector(scene, reading, *behind)


def _sector(scene: Scene, reading: Reading, start: int, end: int) -> str:
    """The sector of a description; a director without a body of states in the words is of none. An office of the tables
    is of its days, as what is told may be of others."""
    if reading.office:
        return ""
    if reading.sector == "IGO" and all(clue.name.sector != "IGO" for clue in scene.between(start, end)):
        return ""
    return reading.sector if reading.noun or reading.person else ""


def _closes(text: str, at: int) -> bool:
    """Whether a description ends there: "X, a teacher, ...", "X, a teacher who ..."."""
    return text[at : at + 1] in _CLOSED or text.startswith(" who ", at)


def opens_clause(text: str, at: int) -> bool:
    """Whether no description begins there: "after a reporter", "with the minister"."""
    first, _ = word_between(text, at, at + _WORD)
    return first in listed("prepositions") or first in listed("clause openers")


def told_before(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The words before a name that say what the person is, a comma between or not; None where none do."""
    first = _titled(scene, start)
    return (first, start) if first < start else _parted(scene, start, end)


def _parted(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The words between article and comma before a name: "the health secretary, Steve Barclay, said". None where there
    are none, or they are a name's before them: "Jonas Kamande, the minister, Ruth Achola"."""
    text, stop = scene.text, start - len(_COMMA)
    if not text.startswith(_COMMA, stop) or text[end : end + 1] not in _CLOSED:
        return None
    first = _titled(scene, start, parted=True)
    at = bisect_left(scene.items, first, key=attrgetter("start"))
    article = scene.items[at - 1] if at and scene.items[at - 1].key in listed("determiners") else None
    if first == start or (article is None and not _GENITIVE.search(text, first, stop)):
        return None
    if _kin(scene.text[first:stop]) or (article and _of_another(scene, at - 1)):
        return None
    opening = (article.start if article else first) - len(_COMMA)
    named = text.startswith(_COMMA, opening) and any(c.end == opening for c in scene.people(""))
    return None if named else (first, stop)


def _kin(words: str) -> bool:
    """Whether words end with one for a relative, which says little of who somebody is: "her husband, X"."""
    return words.rpartition(" ")[2].casefold() in listed("kin")


def _of_another(scene: Scene, at: int) -> bool:
    """Whether the words at an article hang on a word for somebody: "a lawyer for the family, X"."""
    before = scene.items[max(0, at - 2) : at]
    return len(before) > 1 and before[1].key in _HANGING and one_person(before[0], scene)


def _titled(scene: Scene, start: int, *, parted: bool = False) -> int:
    """Where the words before a name begin that say what the person is; `start` where no word for one stands there.
    `parted`: a comma stands between."""
    at = bisect_left(scene.items, start, key=attrgetter("start"))
    joined = at and (parted or _joined(scene.text, scene.items[at - 1], start))
    if not joined or not post(scene.items[at - 1], scene):
        return start
    reach = scene.items[at - 1].start
    for item in reversed(scene.items[max(0, at - _REACH) : at - 1]):
        if not _joined(scene.text, item, reach) or not _describes(scene.text, item):
            break
        reach = item.start
    return reach


def post(item: Item, scene: Scene) -> bool:
    """Whether a word says what one person is, and not beside whom: "her partner"."""
    return one_person(item, scene) and item.key not in listed("relations")


def _joined(text: str, item: Item, start: int) -> bool:
    return text[item.end : start] in (" ", "-", "'", "’")


def _describes(text: str, item: Item) -> bool:
    """Whether a word may stand before the one for a person: a name, a noun, "former", "four-star", a possessive's s."""
    if item.key in listed("determiners") or item.key in listed("prepositions"):
        return False
    plain = item.key in listed("plain adjectives") or item.key in listed("past") or item.key == "s"
    return bool(item.names) or plain or text[item.start].isupper() or hyphenated(text, item)
