"""The cast of a document: whom each mention means, with pronouns, descriptions and surnames resolved.

In: a document's text, sentences, publication date and title; then spans of mentions. Out: `Party`s, and `Link`s
that keep how each was found. What a mention's own words say wins; then the document's people; then `Countries` decides
by what is around it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dragoman.actors.countries.deciding import Countries
from dragoman.actors.countries.opponents import Deed
from dragoman.actors.countries.ranking import Weights, shipped
from dragoman.actors.links import Link as Link
from dragoman.actors.mentions.anaphors import leaders, of_each, organisation, several
from dragoman.actors.mentions.bearing import Bearers
from dragoman.actors.mentions.calling import apposed, called, named_in_full
from dragoman.actors.mentions.couples import together
from dragoman.actors.mentions.mentions import Act, Mention, is_pronoun
from dragoman.actors.mentions.newsroom import Newsroom
from dragoman.actors.mentions.occupation import Occupations, untold
from dragoman.actors.mentions.polity import states
from dragoman.actors.mentions.pronouns import antecedent
from dragoman.actors.mentions.subjects import subject
from dragoman.actors.mentions.traits import most, own_countries, said, view_on
from dragoman.actors.mentions.voices import Span, Voice, Voices, spoken_for
from dragoman.actors.names.choosing import View
from dragoman.actors.names.codes import actor_code
from dragoman.actors.names.matching import Match, Name
from dragoman.actors.names.roster import Roster, roster
from dragoman.actors.phrases.multinational import crowd
from dragoman.actors.phrases.naming import plain, whole
from dragoman.actors.phrases.phrase import Part
from dragoman.actors.phrases.resolving import Reading, party
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.describing import meaning
from dragoman.actors.scene.scene import Sightings, scene
from dragoman.event import Party

# Who speaks, in their own words, alone or for others.
_MYSELF, _OURSELVES = frozenset({("i",), ("me",)}), frozenset({("we",), ("us",)})


class Cast:
    """The people and groups of one document. Make one a document, then ask `parties` for each mention.

    `sentences` are [start, end) spans of `text`; `pub_date` is the day of which offices are asked (None: the latest);
    `voices` are the words that somebody is told to say, as (start, end, span of the speaker);
    `matches` are all names found in the text, `newsroom` tells where its paragraphs were written, both for others to
    share; `links` grow with every mention resolved anew.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        *,
        pub_date: date | None,
        title: str = "",
        names: Roster | None = None,
        weights: Weights | None = None,
        voices: Sequence[Voice] = (),
    ) -> None:
        view = View(names or roster(), pub_date)
        self.scene = scene(text, sentences, view, title=title)
        self._linked_to: list[tuple[Party, str, Clue | NounPhrase | Mention | None]] = []
        self._voices = Voices(self.scene, voices)
        self.scene.spoken = self._voices.quotations()
        self.scene.speakers, self.scene.tellers = sorted(self.scene.spoken), self._voices.tellers()
        self._told: dict[tuple[int, int, date | None, Act | None], list[Party]] = {}
        self._meanings: dict[tuple[Name, date | None, bool], Reading] = {}
        self._occupations = Occupations(self.scene, partial(said, self.scene, on=self.scene.view.on))
        self._bearers, self.newsroom = Bearers(self.scene), Newsroom(self.scene)
        weighing = shipped() if weights is None else weights
        self._countries = Countries(self.scene, voices=self._voices, newsroom=self.newsroom, weights=weighing)

    @property
    def matches(self) -> list[Match]:
        """Every name found in the text, in order."""
        return self.scene.matches

    @property
    def links(self) -> list[Link]:
        """How each mention was linked, in the order in which they were asked for."""
        return [self._link(*made) for made in self._linked_to]

    def parties(self, start: int, end: int, *, on: date | None = None, act: Act | None = None) -> list[Party]:
        """The parties that text[start:end] means; `on` is the event's own day where it has one, `act` what they do.

        Always at least one for words that are there: a party nobody knows keeps its words and has no country.
        """
        day = on or self.scene.view.on
        act = self._countries.fronts.act((start, end), act)
        open_to = act if act is not None and own_countries(self.scene, start, end, day) is None else None
        asked = (start, end, day, open_to)
        if asked not in self._told:
            self._told[asked] = self._parties(*asked)
        return states(self.scene, self._told[asked], act)

    def learn(self, deeds: Iterable[Deed]) -> None:
        """Take in what happens in the document before its parties are asked for: who stands against whom."""
        self._countries.learn(deeds)

    def most(self, start: int, end: int) -> int:
        """How many parties the words at a span can name at most, before any of them is looked up."""
        return most(self.scene.text[start:end], self.scene.view.roster)

    def _parties(self, start: int, end: int, on: date | None, act: Act | None) -> list[Party]:
        words, name = self.scene.text[start:end], self.scene.spelled_out(start, end)
        if name is not None:
            meant, full = self._parties(*name, on, act), self.scene.text[slice(*name)]
            made = [replace(one, text=words, start=start, end=end, name=whole(full, one.name)) for one in meant]
            self._linked_to[-len(made) :] = [(one, "acronym", None) for one in made]  # nobody asked for the name
            return made
        readings = said(self.scene, start, end, on)
        explicit = [pair for pair in readings if not pair[1].bare]
        if crowd(words, explicit):
            return [self._crowd(words, start, explicit)]
        if explicit:
            beside = apposed(self.scene, start, end) if len(explicit) == 1 else ""
            return [self._explicit(words, start, part, reading, beside=beside) for part, reading in explicit]
        if joined := self.scene.joined(start, end):
            return [one for span in joined for one in self._parties(*span, on, act)]
        mention = self.mention(start, end, act=act)
        inside = called(self.scene, mention)
        if inside is not None:
            return [self._linked(mention, inside, "words")]
        told = self._pair(mention) if mention.pair else self._myself(mention) or self._together(mention)
        if told:
            return told
        return [self._ranked(mention, readings[0][1] if readings else Reading(), view_on(self.scene, on))]

    def mention(self, start: int, end: int, *, act: Act | None = None) -> Mention:
        """The mention at a span: its sentence, the sort of its words, and the act that it is asked for with."""
        return self._countries.mention(start, end, act=act)

    def sightings(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention."""
        return self._countries.sightings(mention)

    def _explicit(self, phrase: str, start: int, part: Part, reading: Reading, *, beside: str = "") -> Party:
        told = self._occupations.told(reading) if untold(part, reading) else reading
        named = "" if told.name else beside or named_in_full(self.scene, part, offset=start)
        made = party(phrase, part, told, offset=start, named=named)
        self._linked_to.append((made, "words", None))
        return made

    def _crowd(self, phrase: str, start: int, readings: Sequence[tuple[Part, Reading]]) -> Party:
        """One party of no country for people of several: "hostages from Spain and Chile"."""
        (first, _), (last, told) = readings[0], readings[-1]
        whole = replace(first, start=min(first.start, last.start), end=last.end, called="")
        return self._explicit(phrase, start, whole, Reading(sector=told.sector, noun=told.noun, bare=False))

    def _pair(self, mention: Mention) -> list[Party]:
        """Two parties for "both" and "the two leaders", three for "the three", one of each for "of both countries"."""
        facing = [c for span in (mention.act.facing if mention.act else ()) for c in self.scene.between(*span)]
        able = [c for c in self.scene.before(mention.start, mention.sentence) if self.scene.may_be(c, mention.gender)]
        leading = leaders(self.scene, mention) if mention.pair == "people" else []
        named = several(mention, leading, self.scene.text, facing=facing) if leading else []
        named = named or several(mention, able, self.scene.text, facing=facing)
        if mention.pair == "sides":
            named = self._countries.fronts.sides(named, able)
        if mention.pair != "owners":
            return [self._linked(mention, clue, "pair") for clue in named]
        made = of_each(mention, named, self.scene.text, view_on(self.scene, self.scene.view.on))
        self._linked_to.extend((one, "pair", None) for one in made)
        return made

    def _together(self, mention: Mention) -> list[Party]:
        """Those of several countries whom "they" means: "France and Chad met. They agreed"."""
        return [self._linked(mention, clue, "pair") for clue in together(self.scene, mention)]

    def _myself(self, mention: Mention) -> list[Party]:
        """The one who speaks, for "I" and "me" in a quotation; for "we" and "us" the state for which they speak."""
        speaker = self._voices.quoting(mention) if mention.said in _MYSELF | _OURSELVES else None
        who = self._alone(speaker) if speaker is not None else []
        if mention.said in _OURSELVES:
            who = [state for one in who if (state := spoken_for(one))]
        if len(who) != 1 or is_pronoun(who[0].name):
            return []
        words = self.scene.text[mention.start : mention.end]
        made = replace(who[0], text=words, start=mention.start, end=mention.end)
        self._linked_to.append((made, "voice", next(iter(self.scene.between(*speaker)), None) if speaker else None))
        return [made]

    def _linked(self, mention: Mention, clue: Clue, rule: str) -> Party:
        made = self._made(mention, clue.country, self._meant(clue, self.scene.view))
        self._linked_to.append((made, rule, clue))
        return made

    def _made(self, mention: Mention, country: str, meant: Reading) -> Party:
        words = self.scene.text[mention.start : mention.end]
        return Party(
            text=words, start=mention.start, end=mention.end, name=meant.name or plain(words), country=country,
            sector=meant.sector, actor_code=actor_code(country, meant.sector), office=meant.office,
            wikidata=meant.wikidata,
        )  # fmt: skip

    def _ranked(self, mention: Mention, reading: Reading, view: View) -> Party:
        named = organisation(self.scene, mention)
        country, rule = (named.country, "group") if named else self._countries.country(mention)
        pronoun = mention.kind in ("he", "it", "they", "who") or rule == "group"
        clue = named or (self._antecedent(mention, country) if pronoun and rule != "mixed" else None)
        clue = clue or self._bearers.bearer(mention, country)
        chain = self.scene.chain_of(mention.start, mention.end) if mention.kind == "name" else None
        if clue:
            meant = self._meant(clue, view)
        elif chain:
            meant = self._occupations.told(replace(reading, name=chain.called(mention.end)))
        else:
            meant = replace(reading, name=apposed(self.scene, mention.start, mention.end))
        made = self._made(mention, country, meant)
        self._linked_to.append((made, rule, clue or (mention if rule != "mixed" else None)))
        return made

    def _antecedent(self, mention: Mention, country: str) -> Clue | NounPhrase | None:
        """Whom of the country a pronoun stands for: whoever is said to speak of themselves, else who stands before."""
        told = subject(self.scene, mention)
        if isinstance(told, Clue) and told.country == country:
            return told
        if isinstance(told, NounPhrase) and mention.kind in ("they", "it") and country in self._countries.of_noun(told):
            return told
        said = self._quoted(mention)
        before = [
            c
            for c in self.scene.before(mention.start, mention.sentence)
            if c.country == country and c.name.name not in said
        ]
        if mention.kind == "they" and self._voices.quoting(mention):
            before = [c for c in before if not self._voices.by(c.start)]
        return antecedent(self.scene, mention, before, able=lambda noun: country in self._countries.of_noun(noun))

    def _quoted(self, mention: Mention) -> frozenset[str]:
        """The names of who speaks the quotation in which a pronoun stands, whom it does not mean: "They kicked me"."""
        speaker = self._voices.quoting(mention)
        if speaker is None:
            return frozenset()
        own = self.scene.between(*speaker)
        return frozenset([c.name.name for c in own] or [party.name for party in self._alone(speaker)])

    def _alone(self, speaker: Span) -> list[Party]:
        """Who speaks, unless the words for them are spoken by somebody else, who might be told by them in turn."""
        return [] if self._voices.around(*speaker) else self.parties(*speaker)

    def _link(self, made: Party, rule: str, to: Clue | NounPhrase | Mention | None) -> Link:
        """The link of a party to a clue; of a mention to the last name of its country, which nothing else asks for."""
        clue = self._antecedent(to, made.country) if isinstance(to, Mention) else to
        span = (clue.start, clue.end) if clue else (made.start, made.start)
        return Link(made.start, made.end, made.name, made.country, rule, *span, meant=clue is to)

    def _meant(self, clue: Clue | NounPhrase, view: View) -> Reading:
        """What the name or the noun that a pronoun stands for means on the day."""
        if isinstance(clue, NounPhrase):
            found = next((told for _, told in said(self.scene, clue.start, clue.end, view.on)), Reading())
            return replace(found, name=found.name or plain(self.scene.text[clue.start : clue.end]))
        asked = clue.name, view.on, view.lenient
        if asked not in self._meanings:
            found = meaning(clue.name, view)
            self._meanings[asked] = self._occupations.told(found) if clue.person else found
        return self._meanings[asked]
