"""Explaining: why a document gives the events that it gives, and why not those that were given up.

In: a story and its readings, settled. Out: an `Explanation` for each reading: what was weighed, and for each field of
its event the words, the rule or the network that gave it, and the chance. Faces show these; nothing is decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.actors.coreference import Cast
from dragoman.actors.evidence import Evidence, evidence, linked
from dragoman.actors.links import Link
from dragoman.actors.mentions.mentions import Act
from dragoman.coding.settling import deed_of, status_of
from dragoman.coding.status.status import StatusReading
from dragoman.coding.story import Story
from dragoman.coding.timing.dating import marked
from dragoman.coding.triggers.arguing import Finding
from dragoman.coding.triggers.selecting import Reading, Verdict
from dragoman.coding.voice.voicing import Hearing, hearing
from dragoman.event import Dating, Event, Party, Place, Words

# What became of a reading, in words.
VERDICTS = {
    "kept": "told",
    "unlikely": "not told: too unlikely to be an event",
    "nobody": "not told: nobody acts or is acted on",
    "double": "not told: the same as a likelier one",
    "content": "not told: only what another act threatens, promises or asks for",
    "accident": "not told: the dead of a disaster or an accident",
    "unsure": "not told: below the asked confidence",
}
# What the days of an event are counted from.
BASES = {
    "explicit": "the words alone",
    "relative": "counted from the day of publication or one that the text tells",
    "publication": "no words tell the day: the day of publication",
}
# Who chose the words.
CHOSEN = {"network": "marked by the network", "rules": "chosen by rules", "": ""}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that was weighed, and how likely it was found."""

    name: str
    chance: float


@dataclass(frozen=True, slots=True)
class Filling:
    """Words that fill a role (actor, recipient, said_by, place, when), the chance that they do, and by which rule where
    the network does not say so."""

    role: str
    words: Words
    chance: float
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """A party of the event on its side (actor, recipient), and how it came to be who it is."""

    side: Literal["actor", "recipient"]
    party: Party
    why: Evidence


@dataclass(frozen=True, slots=True)
class Whether:
    """The status: the words that gave it (None: none did), what the rules alone say, and whether they decided alone."""

    status: str
    cue: Words | None
    chance: float
    ruled: str
    weighed: bool

    @property
    def told(self) -> str:
        """One line."""
        words = f"“{self.cue.text}”, " if self.cue else ""
        if not self.weighed:
            return f"{words}by rules alone"
        if self.status != self.ruled:
            return f"wording and network against the rules, which say {self.ruled}: weighed {self.chance:.2f}"
        return f"{words or 'no words say otherwise, '}by rules, wording and network: weighed {self.chance:.2f}"


@dataclass(frozen=True, slots=True)
class When:
    """The date: its dating, and who chose its words ("": there are none)."""

    dating: Dating
    by: Literal["", "network", "rules"]

    @property
    def told(self) -> str:
        """One line."""
        if not self.dating.date_text:
            return BASES["publication"] if self.dating.date_start else "no words tell the day"
        basis = BASES.get(self.dating.date_basis or "", "no day is known")
        return f"“{self.dating.date_text}”, {CHOSEN[self.by]}: {basis}"


@dataclass(frozen=True, slots=True)
class Where:
    """The place, and who chose its words."""

    place: Place
    by: Literal["network", "rules"]

    @property
    def told(self) -> str:
        """One line."""
        return f"“{self.place.text}”, {CHOSEN[self.by]}: {self._resolved()}"

    def _resolved(self) -> str:
        if self.place.geonames_id is not None:
            return "a place of the gazetteer" + (" by the dateline" if self.place.text == "here" else "")
        if self.place.name:
            return "a country or an area, without one point"
        return "the country is that of who acts" if self.place.country else "no place that is known"


@dataclass(frozen=True, slots=True)
class Voiced:
    """Who says so, or why nobody does: what was heard, and how the one who speaks came to be who it is."""

    hearing: Hearing
    words: Words | None
    why: Evidence | None

    @property
    def told(self) -> str:
        """One line."""
        if self.words is None:
            return "the author: neither rules nor network find a source"
        heard, chance = self.hearing.heard, self.hearing.chance
        sure = ", hearsay right at the trigger" if chance is None else f": weighed {chance:.2f}"
        verb = f" at “{heard.verb}”" if heard and heard.verb != heard.text else ""
        rules, network = f"heard by rules{verb}", CHOSEN["network"]
        by = {"rules": rules, "network": network}.get(self.hearing.by, f"{rules}, {network}")
        if self.hearing.own:
            return f"the author: “{self.words.text}” acts by these very words"
        if self.hearing.voice is None:
            return f"the author: “{self.words.text}”, {by}, is unlikely to be the source{sure}"
        return f"{by}{sure}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reading of a document: a trigger, what was weighed of it and what became of it.

    `types` are the likeliest first; `status` is the network's own. The settled fields of an event stand in `parties`,
    `whether`, `when`, `where`, `voiced`; all empty where there is no event.
    """

    sentence_index: int
    sentence: str
    trigger: Words
    chance: float
    verdict: Verdict | Literal["unsure"]
    types: tuple[Choice, ...]
    mode: str
    status: Choice
    roles: tuple[Filling, ...]
    event: Event | None = None
    parties: tuple[Who, ...] = ()
    whether: Whether | None = None
    when: When | None = None
    where: Where | None = None
    voiced: Voiced | None = None


def explained(story: Story, readings: Sequence[Reading], *, types: Sequence[str]) -> list[Explanation]:
    """Why each reading is what it is; `types` are the names of a finding's types in their order."""
    links = story.cast.links
    return [_explained(story, reading, types, links) for reading in readings]


def _explained(story: Story, reading: Reading, types: Sequence[str], links: list[Link]) -> Explanation:
    finding, event = reading.decision.finding, reading.event
    ranked = sorted(zip(types, map(float, finding.types), strict=True), key=lambda pair: -pair[1])
    verdict = reading.decision.verdict if event or reading.decision.verdict != "kept" else "unsure"
    weighed = Explanation(
        finding.sentence, story.sentence(finding.sentence), _words(story, finding.sentence, finding.start, finding.end),
        finding.chance, verdict, tuple(Choice(*pair) for pair in ranked), finding.mode,
        Choice(finding.status, finding.status_chance), tuple(_fillings(story, finding)),
    )  # fmt: skip
    return _settled(story, weighed, finding, event, links) if event else weighed


def _settled(story: Story, weighed: Explanation, finding: Finding, event: Event, links: list[Link]) -> Explanation:
    """What was weighed, with why each field of the event is what it is."""
    status = status_of(story, finding)
    place, heard = event.place, hearing(story, finding, actors=event.actors)
    return replace(
        weighed,
        event=event,
        parties=tuple(_parties(story, finding, event, links)),
        whether=_whether(status, story.spans[finding.sentence][0]),
        when=_when(story, finding, event),
        where=Where(place, "network" if finding.roles["place"] else "rules") if place else None,
        voiced=_voiced(story, heard, links),
    )


def _words(story: Story, sentence: int, start: int, end: int) -> Words:
    offset = story.spans[sentence][0]
    return Words(story.words(sentence, start, end), offset + start, offset + end)


def _fillings(story: Story, finding: Finding) -> Iterator[Filling]:
    for name, roles in finding.roles.items():
        for role in roles:
            yield Filling(name, _words(story, finding.sentence, role.start, role.end), role.chance, role.rule)


def _parties(story: Story, finding: Finding, event: Event, links: list[Link]) -> Iterator[Who]:
    deed = deed_of(story, finding)
    for actor in event.actors:
        yield Who("actor", actor, _why(story.cast, links, actor, deed.of("actor")))
    for recipient in event.recipients:
        yield Who("recipient", recipient, _why(story.cast, links, recipient, deed.of("recipient")))


def _why(cast: Cast, links: list[Link], party: Party, act: Act | None) -> Evidence:
    link = linked(links, party)
    if link is not None:
        return evidence(cast, party, link, act=act)
    first = next((one for one in reversed(links) if (one.start, one.end) == (party.start, party.end)), None)
    return _parted(cast, party, first)


def _parted(cast: Cast, party: Party, first: Link | None) -> Evidence:
    """Why a party is not whom its words mean alone: who else takes part in the event forbids it, or more is told."""
    if first is None or (party.name == first.name and party.country):
        return Evidence("as the words beside it tell")
    if party.name == first.name:
        return Evidence("of no one country: not of that, or of all those, of who acts")
    if party.name == party.text:
        return Evidence("not who acts: no more is known than the country")
    people = [clue for clue in cast.scene.between(0, party.start) if clue.person]
    able = (c for c in reversed(people) if cast.parties(c.start, c.end)[0].name == party.name)
    other = next(able, None)
    if other is None:
        return Evidence("not who acts: somebody else named before")
    words = Words(cast.scene.text[other.start : other.end], other.start, other.end)
    return Evidence("not who acts: the person named last before them", words, other.sentence)


def _whether(status: StatusReading, offset: int) -> Whether:
    cue = status.cue and Words(status.cue.text, offset + status.cue.start, offset + status.cue.end)
    return Whether(status.status, cue, status.chance, status.ruled, status.weighed)


def _when(story: Story, finding: Finding, event: Event) -> When:
    if not event.dating.date_text:
        return When(event.dating, "")
    return When(event.dating, "network" if marked(story, finding, status=event.status) else "rules")


def _voiced(story: Story, heard: Hearing, links: list[Link]) -> Voiced:
    if heard.source is None:
        return Voiced(heard, None, None)
    start, end = heard.source
    why = _why(story.cast, links, heard.who, None) if heard.who else None
    return Voiced(heard, Words(story.document.text[start:end], start, end), why)
