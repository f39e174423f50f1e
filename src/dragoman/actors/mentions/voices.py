"""Who says the words in which a mention stands, and who spoke last before it.

In: a scene and what is said in it, with its speakers. Out: where speakers are named, and the countries that they tell.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from dragoman.actors.mentions.mentions import Mention, is_pronoun
from dragoman.actors.names.codes import state_name
from dragoman.actors.names.words import listed
from dragoman.actors.scene.scene import Scene, Sightings
from dragoman.event import Party

Span = tuple[int, int]
# Words that somebody is told to say, and where their speaker is named.
Voice = tuple[int, int, Span]
_START = itemgetter(0)
_MARKS = frozenset('"“„«')


class Voices:
    """What is said in a document, and by whom."""

    def __init__(self, scene: Scene, voices: Sequence[Voice]) -> None:
        self._scene = scene
        self._voices = sorted(voices, key=_START)
        self._starts = [start for start, _, _ in self._voices]
        self._longest = max((end - start for start, end, _ in voices), default=0)
        self._speakers = sorted(who for _, _, who in voices)

    def around(self, start: int, end: int) -> list[Span]:
        """Where those are named who say the words at a span."""
        return [who for first, last, who in self._near(start) if end <= last]

    def _near(self, start: int) -> list[Voice]:
        """What may be said at a place: what begins before it, no further than the longest reaches."""
        return self._voices[bisect_left(self._starts, start - self._longest) : bisect_right(self._starts, start)]

    def by(self, at: int) -> bool:
        """Whether a place is within where somebody is named who says something."""
        return any(start <= at < end for start, end in self._speakers)

    def tellers(self) -> list[Span]:
        """Where those stand who say something, by name or pronoun."""
        return list(self._speakers)

    def quotations(self) -> dict[Span, list[Span]]:
        """The quotations of each speaker, by where the speaker is named."""
        found: dict[Span, list[Span]] = {}
        for start, end, speaker in self._voices:
            if self._quoted(start) and not start <= speaker[0] < end:
                found.setdefault(speaker, []).append((start, end))
        return found

    def quoting(self, mention: Mention) -> Span | None:
        """Where the one is named who speaks the quotation in which a mention stands; None for words only told."""
        for start, end, speaker in self._near(mention.start):
            if mention.end <= end and self._quoted(start):
                return None if start <= speaker[0] < end else speaker
        return None

    def _quoted(self, start: int) -> bool:
        return not _MARKS.isdisjoint(self._scene.text[max(0, start - 1) : start + 1])

    def seen(self, mention: Mention) -> Sightings:
        """The country of who says the words in which a mention stands, and of who spoke last before it."""
        around = self.around(mention.start, mention.end)
        past = self._speakers[: bisect_left(self._speakers, (mention.start, mention.start))]
        last = next((who for who in reversed(past) if who[1] <= mention.start and who not in around), None)
        found = {"quoter": around[0] if around else None, "spoke last": last}
        between = self._scene.between
        return {name: frozenset([c.country for c in between(*span)]) for name, span in found.items() if span}


def spoken_for(speaker: Party) -> Party | None:
    """The state whose "we" a speaker says who is named and holds one of its offices; None for others, who may speak for
    anybody, for mayors and heads of its parts, and for "he", who may be another.
    """
    office, name = speaker.office.split(), state_name(speaker.country)
    able = speaker.sector == "GOV" and office and name and not is_pronoun(speaker.text)
    if not able or office[0] in listed("local offices"):
        return None
    return replace(speaker, name=name, office="", wikidata="")


def spoken_of(scene: Scene, mention: Mention) -> frozenset[str]:
    """The people whom "he" does not mean: they are named in his own words ("“Lee lied,” he said") or, where he begins a
    sentence, in the words of who spoke in the one before."""
    if mention.kind != "he":
        return frozenset()
    quotes = list(scene.spoken.get((mention.start, mention.end), ()))
    opening = scene.sentences[mention.sentence][0]
    if mention.start == opening and mention.sentence:
        first = scene.sentences[mention.sentence - 1][0]
        speakers = scene.speakers[bisect_left(scene.speakers, (first, 0)) : bisect_left(scene.speakers, (opening, 0))]
        quotes += [quote for who in speakers for quote in scene.spoken[who] if quote[1] <= opening]
    return frozenset(c.name.name for quote in quotes for c in scene.between(*quote) if c.person)
