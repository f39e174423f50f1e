"""What a text takes for granted: whose ministers it names without their country, and where a paragraph was written.

In: a `Scene` and a mention of it. Out: the countries of such ministers, and those of the dateline or the heading before
the mention.
"""

from collections import Counter
from functools import cached_property

from dragoman.actors.mentions.mentions import NOUN_KINDS, Mention
from dragoman.actors.names.words import listed
from dragoman.actors.scene.headings import heading
from dragoman.actors.scene.scene import Scene, Sightings
from dragoman.datelines import behind_dateline, dateline

# How far before a name its title reaches, and how many words of it: "The Minister for Foreign Affairs, X".
_TITLED, _WORDS = 50, 5
_JOINTS = frozenset({"the", "for", "of", "and", "former"})
_STOPS = (",", ";", ":", ".", "”", '"')
_TWO = 2


class Newsroom:
    """Where a document is at home, as far as its ways of naming tell."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def granted(self, mention: Mention) -> Sightings:
        """The countries that a text takes for granted, its own and its paragraph's."""
        line = [countries for at, countries in self._digest if at <= mention.sentence]
        found = {**self._insiders, "dateline": line[-1]} if line else dict(self._insiders)
        chain = self._scene.chain_of(mention.start, mention.end) if found and mention.kind == "name" else None
        if chain is not None and any(self._unmarked(start) for start, _ in chain.spans):
            found.update({f"minister {name}": where for name, where in self._insiders.items()})
        return found

    def digest(self, mention: Mention) -> frozenset[str]:
        """Of where a bare noun is in a digest, which has a dateline or a heading a paragraph: theirs, where none is
        named between."""
        able = self._digest if mention.kind in NOUN_KINDS else ()
        lines = [(at, countries) for at, countries in able if at <= mention.sentence]
        if not lines:
            return frozenset()
        at, countries = lines[-1]
        between = self._scene.between(self._scene.sentences[at][0], mention.start)
        return countries if {clue.country for clue in between} <= {*countries, ""} else frozenset()

    def behind_head(self, index: int) -> int:
        """Where a sentence goes on behind its dateline, or behind a heading that is no speaker: one of a digest, or of
        several states; its start without one."""
        start, end = self._scene.sentences[index]
        told = behind_dateline(self._scene.text, start, end)
        if told > start or index not in self._headings:
            return told
        headed = self._headings[index]
        return headed if self._digest or len(self._scene.between(start, headed)) > 1 else start

    @cached_property
    def _digest(self) -> list[tuple[int, frozenset[str]]]:
        """The sentences of a digest that begin with where they were written or which states they are about, and the
        countries of these.

        One dateline makes no digest: it says where the reporter is, not where the paragraphs play.
        """
        found: list[tuple[int, frozenset[str]]] = []
        for index, (start, end) in enumerate(self._scene.sentences):
            line = dateline(self._scene.text, start, end)
            near = self._scene.between(start, line.end if line else self._headings.get(index, start))
            told = [clue.country for clue in near if clue.country]
            found.extend([(index, frozenset(told[-1:] if line else told))] if told else [])
        return found if len(found) >= _TWO else []

    @cached_property
    def _headings(self) -> dict[int, int]:
        """Where the sentences go on that begin with the states which they are about: "MEXICO: Gunmen ..."."""
        scene = self._scene
        found: dict[int, int] = {}
        for at, (start, end) in enumerate(scene.sentences):
            behind = heading(scene.text, (start, end), scene.names(at))
            found.update({at: behind} if behind > start else {})
        return found

    @cached_property
    def _insiders(self) -> Sightings:
        people = [c for c in self._scene.clues if c.person and c.country and (c.start, c.end) not in self._scene.named]
        ministers = Counter([clue.country for clue in people if self._unmarked(clue.start)])
        seen = {
            "insider": frozenset(ministers),
            "insider most": frozenset([country for country, _ in ministers.most_common(1)]),
            "insider only": frozenset(ministers if len(ministers) == 1 else ()),
        }
        return {name: where for name, where in seen.items() if where}

    def _unmarked(self, start: int) -> bool:
        """Whether a name stands behind a title that does not say of which country it is: "Foreign Minister X"."""
        opening = max(self._scene.sentences[self._scene.sentence_at(start)][0], start - _TITLED)
        words = self._scene.text[opening:start].rstrip(" ,").split()[-_WORDS:]
        own: list[str] = []
        while words and (words[-1][:1].isupper() or words[-1] in _JOINTS) and not words[-1].endswith(_STOPS):
            own.append(words.pop())
        if listed("home titles").isdisjoint(word.casefold() for word in own):
            return False
        reach = sum(len(word) + 1 for word in own) + 1
        return not any(clue.end <= start for clue in self._scene.between(start - reach, start))
