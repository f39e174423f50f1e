"""Which country each mention of a document belongs to: what nearly always tells it, else what `ranking` weighs.

In: a scene, what is said in it, where its paragraphs were written, what happens in it. Out: a mention's country, and
the rule that tells it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dragoman.actors.countries.opponents import Deed, Fronts, foreign, judged, of_machine
from dragoman.actors.countries.ranking import Weights, likeliest
from dragoman.actors.countries.sightings import bearers, namesake, sightings
from dragoman.actors.countries.whereabouts import opened, placed
from dragoman.actors.mentions.anaphors import organisation
from dragoman.actors.mentions.homes import peoples, strangers
from dragoman.actors.mentions.mentions import Act, Mention
from dragoman.actors.mentions.newsroom import Newsroom
from dragoman.actors.mentions.pronouns import nouns_before
from dragoman.actors.mentions.subjects import leading, subject
from dragoman.actors.mentions.traits import own_countries, said, sort
from dragoman.actors.mentions.voices import Voices
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.describing import chain_sightings
from dragoman.actors.scene.scene import Scene, Sightings

# Rules that can also tell that somebody is of no country.
_STATELESS = frozenset({"chain told", "subject"})
# Pronouns that may stand for a bare noun before them.
_STANDING_IN = frozenset({"they", "it", "he", "who"})


class Countries:
    """The countries of the mentions of one document. Its scene takes in the people and peoples whose country they tell;
    `fronts` is who stands against whom."""

    def __init__(self, scene: Scene, *, voices: Voices, newsroom: Newsroom, weights: Weights) -> None:
        self._scene, self._voices, self._newsroom, self._weights = scene, voices, newsroom, weights
        self._said = partial(said, scene, on=scene.view.on)
        self.fronts = Fronts(scene)
        self._of_nouns: dict[int, frozenset[str]] = {}
        self._seen: dict[tuple[int, int, str, tuple[str, ...]], Sightings] = {}
        if found := peoples(scene, lambda *span: self.country(self.mention(*span))[0]):
            scene.add(found)
        scene.add(strangers(scene, lambda mention: self.country(mention)[0]))
        self._seen.clear()

    def learn(self, deeds: Iterable[Deed]) -> None:
        """Take in what happens in the document: who stands against whom."""
        self.fronts.learn(deeds, self._owned)

    def mention(self, start: int, end: int, *, act: Act | None = None) -> Mention:
        """The mention at a span: its sentence, the sort of its words, and the act that it is asked for with."""
        own, sentence = sort(self._scene.text[start:end], self._scene.view.roster), self._scene.sentence_at(start)
        return replace(own, start=start, end=end, sentence=sentence, act=self.fronts.act((start, end), act))

    def country(self, mention: Mention) -> tuple[str, str]:
        """The country by what tells it nearly always, where it tells one; else by the ranker."""
        if mention.mixed:
            return "", "mixed"
        for rule, told in self._telling(mention):
            if len(told) == 1 and ("" not in told or rule in _STATELESS) and not self._fights_itself(mention, told):
                return next(iter(told)), rule
        barred = foreign(self._scene, mention, self._said)
        likely = likeliest(self._scene, mention, self.sightings(mention), self._weights, but=barred)
        return ("" if likely in judged(self._scene, mention) else likely), mention.kind

    def _fights_itself(self, mention: Mention, told: frozenset[str]) -> bool:
        """Whether somebody would fight their own country, which is at war with another: "our men", misread."""
        act = mention.act
        return act is not None and self.fronts.at_war(act, told) and told <= self._owned(act.facing)

    def _telling(self, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
        """What tells the country nearly always when it is one: words beside a name (also that it is of a body without a
        country), the people of the document who bear the title, the subject right before "who" and behind whose "said"
        "he" stands, who says "we", the noun before "they" in its sentence, where civilians and places are, the one army
        that the text has named before "the army". Nothing else is looked for before.
        """
        none: frozenset[str] = frozenset()
        if mention.kind == "name":
            beside = chain_sightings(self._scene, mention)
            yield "chain demonym", beside.get("chain demonym", none)
            yield "chain told", beside.get("chain told", none)
        yield "bearer", bearers(self._scene, mention).get("bearer", none)
        yield "subject", self._subject(mention)
        if mention.kind.partition("+")[0] == "we":
            yield "voice", self._speaker(mention).get("voice", none)
        if mention.kind == "they" and (opening := nouns_before(self._scene, mention).get("noun opening")):
            yield "noun opening", self.of_noun(opening)
        yield "digest", self._newsroom.digest(mention)
        yield "held opening", opened(self._scene, mention)
        yield from placed(self._scene, mention).items()
        yield "same noun", namesake(self._scene, mention)

    def _subject(self, mention: Mention) -> frozenset[str]:
        """The country of whoever stands right before "who", or is said to speak of themselves."""
        told = subject(self._scene, mention)
        if told is None:
            he = leading(self._scene, mention)
            return frozenset((self.country(he)[0],)) if he else frozenset()
        return self.of_noun(told) if isinstance(told, NounPhrase) else frozenset((told.country,))

    def sightings(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention."""
        place = mention.start, mention.end, mention.kind, mention.said
        if place not in self._seen:
            self._seen[place] = self._around(mention)
        around = self._seen[place]
        return around if mention.act is None else {**around, **self._faced(mention.act)}

    def _around(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention, whatever its act."""
        found = sightings(self._scene, mention)
        kind, _, owned = mention.kind.partition("+")
        found.update(self._voices.seen(mention))
        if owned:
            whose = Mention(mention.start, mention.start + 1, mention.sentence, kind, gender=mention.gender)
            role = "owner" if owned == "noun" else "partner"
            found[role] = frozenset({self.country(whose)[0]})
        elif kind in _STANDING_IN:
            found.update({name: self.of_noun(noun) for name, noun in nouns_before(self._scene, mention).items()})
        found.update(self._newsroom.granted(mention))
        found.update(of_machine(mention, found))
        if kind == "we":
            found.update(self._speaker(mention))
        elif kind == "you":
            found["addressed by"] = self._speaker(mention).get("voice", frozenset())
        return found

    def _faced(self, act: Act) -> Sightings:
        """What those on the other side tell: by their words or what nearly always tells of them, else as weighed."""
        if told := self._owned(act.facing):
            return self.fronts.faced(act, told, told=True)
        found = [(other.kind, self.country(other)) for other in (self.mention(*span) for span in act.facing)]
        sure = all(rule not in (kind, "held opening") for kind, (_, rule) in found)
        return self.fronts.faced(act, frozenset([country for _, (country, _) in found]), told=sure)

    def _owned(self, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
        """The countries that words tell themselves."""
        scene, on = self._scene, self._scene.view.on
        return frozenset([country for span in spans for country in own_countries(scene, *span, on) or ()])

    def of_noun(self, noun: NounPhrase) -> frozenset[str]:
        """The countries of a bare noun, by its own words or as a mention."""
        if noun.start not in self._of_nouns:
            self._of_nouns[noun.start] = frozenset()  # a noun that leads back to itself says nothing
            told = own_countries(self._scene, noun.start, noun.end, self._scene.view.on)
            meant = self.mention(noun.start, noun.end)
            named = organisation(self._scene, meant) if not told else None
            self._of_nouns[noun.start] = told or frozenset({named.country if named else self.country(meant)[0]})
        return self._of_nouns[noun.start]

    def _speaker(self, mention: Mention) -> Sightings:
        """The country of whoever says the words in which "we" stands."""
        for speaker in self._voices.around(mention.start, mention.end):
            own = self._scene.between(*speaker)
            if own:
                return {"voice": frozenset(c.country for c in own)}
            who = self.mention(*speaker)
            # "Our men", said our men: who speaks of themselves leads back to the same "we".
            us = who.kind.partition("+")[0] == "we"
            return {} if us else {"voice": frozenset({self.country(who)[0]})}
        return {}
