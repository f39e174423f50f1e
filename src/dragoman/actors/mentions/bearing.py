"""Whom a title alone means, of the people whom the document names: "the prime minister" after Rishi Sunak, "the judge"
after Judge Talin Oberek.

In: a scene and a mention of one country. Out: the clue to the one person there of whom the title is told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from dragoman.actors.mentions.mentions import NOUN_KINDS, Mention, title_of
from dragoman.actors.mentions.occupation import opens_clause, post, told_before
from dragoman.actors.names.matching import tokens
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.describing import beside_name
from dragoman.actors.scene.scene import Scene, kept

_ARTICLE = "the"
# What makes the words somebody else's: "the president of Total".
_GOES_ON = re.compile(r" (?:of|for) (?:the |its |his |her )?[A-Z]")
_FORMER = "former"
# Who bore a title: "the then health secretary, Sajid Javid".
_THEN = "then"
# Where the words for somebody end behind their name: "X, the finance minister of Kenya".
_MORE = re.compile(r",| (?:of|for|in|at|from|to|with|on|and|by) ")


class Bearers:
    """By which titles the people of a document go."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def bearer(self, mention: Mention, country: str) -> Clue | None:
        """The one person of a country who goes by the title that a mention is; None where nobody does, or several."""
        if mention.said[:1] != (_ARTICLE,) or mention.many or mention.kind not in NOUN_KINDS or not country:
            return None
        title = mention.said[1:]
        if not title or not self._of_one(mention) or _GOES_ON.match(self._scene.text, mention.end):
            return None
        able = [c for c in self._going_by(title, country) if c.country == country]
        return able[0] if len({c.name.name for c in able}) == 1 else None

    def _of_one(self, mention: Mention) -> bool:
        """Whether a mention ends with a word for one person: "the judge", not "the competition"."""
        if title_of(mention.said[1:]) in self._scene.view.roster.titles:
            return True  # "the secretary of state"
        at = bisect_left(self._scene.items, mention.end, key=attrgetter("start"))
        last = self._scene.items[at - 1] if at else None
        known = last is not None and bool(last.names or last.key in listed("titles")) and last.key not in listed("kin")
        return last is not None and known and post(last, self._scene)

    def _going_by(self, title: tuple[str, ...], country: str) -> Iterator[Clue]:
        """Who holds an office of that title, or held it where it is "former", and of whom the text tells it."""
        scene, office = self._scene, title_of(title)
        past = office.startswith(f"{_FORMER} ")
        office = office.removeprefix(f"{_FORMER} ")
        if office in scene.view.roster.titles:
            held = scene.view.roster.holder(country, office, scene.view.on)
            able = [c for c in scene.people("") if country in scene.bears(c.name.name, office)]
            meant = [c for c in able if (held is not None and c.name.name == held.name) != past]
            yield from meant or (able if scene.view.on is None else ())
        yield from (clue for clue, words in _told(scene) if _ends(words, title))


@kept
def _told(scene: Scene) -> list[tuple[Clue, tuple[str, ...]]]:
    """What the words beside the names of people tell of them."""
    found: list[tuple[Clue, tuple[str, ...]]] = []
    for clue in scene.people(""):
        before = told_before(scene, clue.start, clue.end)
        for words in (scene.text[slice(*before)] if before else "", _behind(scene, clue.end)):
            if words:
                found.append((clue, tuple(token.key for token in tokens(words))))
    return found


def _ends(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether words end with a title that none before it makes another: "deputy", "former"."""
    before = words[: -len(title)]
    if words[-len(title) :] != title:
        return False
    return not before or not (before[-1] == _THEN or before[-1] in listed("unmaking") or before[-1] in listed("past"))


def _behind(scene: Scene, end: int) -> str:
    """The words for somebody right behind their name, without what hangs on them."""
    span = beside_name(scene, end)
    if span is None or opens_clause(scene.text, span[0]):
        return ""
    words = scene.text[slice(*span)]
    more = _MORE.search(words)
    return words[: more.start()] if more else words
