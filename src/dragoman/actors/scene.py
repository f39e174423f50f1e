"""A document as the place where its parties are: sentences, clues to countries, people, and how they stand.

In: text, sentences, publication date, title. Out: a `Scene`, which answers where a country is named as seen
from a mention.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.actors.clues import Clue, clues, sentence_of
from dragoman.actors.matching import Match
from dragoman.actors.people import Chain, chains
from dragoman.actors.phrase import Item, items
from dragoman.actors.resolving import View


@dataclass(slots=True)
class Scene:
    """The document seen for its parties. `clues` are in order of the text; `share` counts them by country."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    view: View
    matches: list[Match]
    items: list[Item]
    clues: list[Clue]
    chains: dict[str, Chain]
    title: frozenset[str]
    ranked: tuple[str, ...]
    share: Counter[str]
    spots: list[int] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[Clue]:
        """Clues that begin in a stretch of text."""
        return self.clues[bisect_left(self.spots, start) : bisect_left(self.spots, end)]

    def sentence(self, index: int) -> list[Clue]:
        """Clues of a sentence; [] for one that is not there."""
        if not 0 <= index < len(self.sentences):
            return []
        return self.between(*self.sentences[index])

    def sentence_at(self, at: int) -> int:
        """Index of the sentence at a character."""
        return sentence_of([s for s, _ in self.sentences], at)

    def add(self, more: Iterable[Clue]) -> None:
        """Take further clues in: people whose country has been found."""
        self.clues = sorted([*self.clues, *more], key=lambda c: (c.start, c.end))
        self.spots = [c.start for c in self.clues]


def scene(text: str, sentences: Sequence[tuple[int, int]], view: View, *, title: str = "") -> Scene:
    """Lay a document out. The text is matched once; `Scene.matches` holds the result for others to use."""
    starts = [s for s, _ in sentences] or [0]
    matches = view.roster.matches(text)
    found = items(text, view.roster, matches=matches)
    known, ranked = clues(text, found, starts, view)
    made = chains(text, found, starts)
    full = {key for key, chain in made.items() if " " in chain.name}
    known = [c for c in known if c.name.kind != "surname" or _bears(c, made, full)]
    near = View(view.roster, view.on, ranked[:6])
    in_title = items(title, view.roster) if title else []
    titled, _ = clues(title, in_title, [0], near)
    laid = Scene(
        text, tuple(sentences) or ((0, len(text)),), near, matches, found, known, made,
        frozenset(c.country for c in titled if c.country), ranked, Counter(c.country for c in known),
    )  # fmt: skip
    laid.add(())
    return laid


def _bears(clue: Clue, made: dict[str, Chain], full: set[str]) -> bool:
    """Whether a known surname means the known person and not somebody whom the document names in full."""
    last = clue.name.text.split()[-1].casefold()
    return last not in full or made[last].name.casefold().endswith(clue.name.name.casefold())
