"""A document laid out for coding: its sentences, who is in it, and which countries it is about.

In: a Document. Out: a `Story`, made once a document and shared by everything that settles its events.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter

from dragoman import placing
from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Act, Mention, is_pronoun
from dragoman.actors.names.codes import recoded
from dragoman.actors.names.matching import Match
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.rejoining import rejoined
from dragoman.coding import timing
from dragoman.coding.parties import apposing
from dragoman.coding.sentences import sentences
from dragoman.coding.voice.utterances import Utterance, utterances
from dragoman.datelines import datelines
from dragoman.document import Document, storable
from dragoman.event import Party

# Pronouns that are never the one who acts in their own clause; that would be "himself".
_OBJECTS = frozenset({"him", "her"})
_THINGS = frozenset({"it", "them"})
_THIRD = _OBJECTS | _THINGS | {"he", "she", "they"}
_START = attrgetter("start")
# What makes a pronoun one more beside the words before it.
_JOINED = ("and ", "or ", ", ")
# Between "we" and those who say it.
_APPOSED = (", ", ", the ")


@dataclass(frozen=True)
class Story:
    """A document laid out: `spans` are its sentences' characters, `cast` resolves its people and groups.

    `utterances` are what somebody in it is told to say.
    """

    document: Document
    spans: list[tuple[int, int]]
    cast: Cast
    utterances: list[Utterance]

    @classmethod
    def of(cls, document: Document, *, names: Roster | None = None) -> "Story":
        """Lay out a document; `names` are known actors other than the shipped ones."""
        # A caller's own text may hold half characters, which the tokenizer cannot take.
        document = storable(document)
        spans = sentences(document.text)
        said = utterances(document.text, spans)
        voices = [(told.start, told.end, told.speaker) for told in said if told.speaker]
        cast = Cast(document.text, spans, pub_date=document.pub_date, title=document.title, names=names, voices=voices)
        return cls(document, spans, cast, said)

    @cached_property
    def hints(self) -> placing.Counted:
        """How often the document names each country, for telling namesakes of places apart."""
        return placing.Counted(self.document.text)

    @cached_property
    def filed(self) -> date | None:
        """The day that "yesterday" and "on Friday" count from: the dateline's, else the publication's."""
        return timing.filed(datelines(self.document.text), pub_date=self.document.pub_date)

    @cached_property
    def _longest(self) -> int:
        return max((told.end - told.start for told in self.utterances), default=0)

    def said(self, start: int, end: int) -> list[Utterance]:
        """The utterances that hold the words start..end-1, in order."""
        first = bisect_left(self.utterances, start - self._longest, key=_START)
        last = bisect_right(self.utterances, start, lo=first, key=_START)
        return [told for told in self.utterances[first:last] if told.holds(start, end)]

    def sentence(self, index: int) -> str:
        """The words of a sentence."""
        start, end = self.spans[index]
        return self.document.text[start:end]

    def names(self, index: int) -> list[Match]:
        """The known names that begin in a sentence, in order."""
        return self.cast.scene.names(index)

    def words(self, index: int, start: int, end: int) -> str:
        """Words by their place in a sentence; an act told again may have words before it (negative places)."""
        offset = self.spans[index][0]
        return self.document.text[offset + start : offset + end]

    def parties(
        self, spans: Iterable[tuple[int, int]], *, on: date | None = None, act: Act | None = None
    ) -> tuple[Party, ...]:
        """Who the words at these spans of the document are, each party once; `act` is what they do or suffer."""
        found: dict[tuple[str, str, str], Party] = {}
        whole = rejoined(self.document.text, list(spans), names=self.cast.scene.view.roster)
        several = self._without_doubles(whole)
        described = apposing.described(self.cast, several) if len(several) > 1 else {}
        descriptions = set(described.values())
        for span in (one for one in several if one not in descriptions):
            named = apposing.named(self.cast, span)
            for party in self.cast.parties(*named, on=on, act=act):
                known = self._with(party, span, described, on=on) if span in described else party
                if named != span:  # "Khan's party, the PTI"
                    known = replace(known, text=self.document.text[slice(*span)], start=span[0], end=span[1])
                found.setdefault((known.name, known.country, known.sector), known)
        return tuple(found.values())

    def _without_doubles(self, spans: list[apposing.Span]) -> list[apposing.Span]:
        """The spans without a pronoun behind the noun that it stands for ("met both generals and urged them"), and
        without a "we" right before those who say it: "We, the leaders of the Group of Seven"."""
        text = self.document.text

        def doubled(span: apposing.Span) -> bool:
            before = [one for one in spans if one[1] <= span[0]]
            if not before or text[slice(*span)].lower() not in _THIRD or text.endswith(_JOINED, 0, span[0]):
                return False
            return not any(is_pronoun(text[slice(*one)]) for one in before)

        def apposed(span: apposing.Span) -> bool:
            return any(text[span[1] : other[0]] in _APPOSED for other in spans if other[0] > span[1])

        we = [span for span in spans if text[slice(*span)] in ("We", "we") and apposed(span)]
        return [span for span in spans if not doubled(span) and span not in we]

    def _with(
        self, party: Party, span: apposing.Span, described: Mapping[apposing.Span, apposing.Span], *, on: date | None
    ) -> Party:
        """Somebody with the country and the sector that a description tells, where no table knows them; words for one
        of each of several countries tell them in their order."""
        words = described[span]
        what = self.cast.mention(*words)
        if party.wikidata or party.office or what.kind.endswith("ally"):
            return party
        several = self.cast.parties(*words, on=on)
        of_it = sorted(one for one, theirs in described.items() if theirs == words)
        told = several[of_it.index(span)] if len(several) == len(of_it) else several[0]
        # Whose wife somebody is tells not of which country she is.
        own = self._names_country(words) and what.noun not in listed("kin")
        country, sector = told.country if own else party.country, party.sector or told.sector
        return recoded(party, country=country, sector=sector)

    def _names_country(self, words: apposing.Span) -> bool:
        """Whether words name a country themselves."""
        return any(clue.country for clue in self.cast.scene.between(*words))

    def apart(self, recipients: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The recipients; "him" and "her" are not who acts, but the person named last before who is somebody else, "it"
        and "them" are not either, and "its neighbour" and the ambassador who is summoned are not of the country that
        acts."""
        acting = {actor.name for actor in actors}
        lands = {actor.country for actor in actors if actor.country}
        return tuple(
            self._other(party, actors)
            if party.text.lower() in _OBJECTS | _THINGS and party.name in acting
            else self._beside(party, lands)
            for party in recipients
        )

    def _beside(self, party: Party, lands: set[str]) -> Party:
        """The party of no country, where it stands beside its owner ("its ally") or was sent by another state and only
        the text around gave it the country of who acts."""
        if party.country not in lands or not _of_others(self.cast.mention(party.start, party.end)):
            return party
        if self._names_country((party.start, party.end)):
            return party
        return recoded(party, country="", sector=party.sector)

    def _other(self, party: Party, actors: tuple[Party, ...]) -> Party:
        """The party as the last person named before it who is none of those acting; as it is where nobody else is."""
        if party.text.lower() in _THINGS:
            return self._another(party, actors)
        acting = {actor.name for actor in actors}
        people = [clue for clue in self.cast.scene.between(0, party.start) if clue.person]
        for clue in reversed(people):
            meant = self.cast.parties(clue.start, clue.end)[0]
            if meant.name not in acting:
                return replace(meant, text=party.text, start=party.start, end=party.end)
        return party

    def _another(self, party: Party, actors: tuple[Party, ...]) -> Party:
        """The party as somebody of whom only the country is known: the last one named between who acts and the pronoun
        ("Sweden expelled two Russians and accused them"), else the one it had."""
        lands = {actor.country for actor in actors if actor.country}
        opening = self.spans[self.cast.scene.sentence_at(party.start)][0]
        since = max((actor.end for actor in actors if actor.end <= party.start), default=party.start)
        between = self.cast.scene.between(max(opening, since), party.start)
        others = [clue.country for clue in between if clue.country and not clue.at and clue.country not in lands]
        nobody = replace(party, name=party.text, office="", wikidata="")
        return recoded(nobody, country=others[-1] if others and party.country in lands else party.country, sector="")


def _of_others(mention: Mention) -> bool:
    """Whether somebody is of another country than who acts on them: "its ally", "three diplomats" (not "its envoy")."""
    _, _, owned = mention.kind.partition("+")
    return owned == "ally" or (not owned and mention.words[-1:] != () and mention.words[-1] in listed("envoys"))
