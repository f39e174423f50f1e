"""The cast of a document: whom each mention means, with pronouns, descriptions and surnames resolved.

In: a document's text, sentences, publication date and title; then spans of mentions. Out: `Party`s, and `Link`s
that keep how each was found. What a mention's own words say wins; then the document's people; then the countries
named around it, weighed by `ranking`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dragoman.actors.countries.opponents import Deed, Fronts, foreign, of_machine
from dragoman.actors.countries.ranking import Weights, likeliest, shipped
from dragoman.actors.countries.sightings import bearers, sightings
from dragoman.actors.countries.whereabouts import opened, placed
from dragoman.actors.links import Link as Link
from dragoman.actors.mentions.anaphors import body, group, of_each, several, shortened
from dragoman.actors.mentions.bearing import Bearers
from dragoman.actors.mentions.calling import apposed, called, named_in_full
from dragoman.actors.mentions.homes import peoples, strangers
from dragoman.actors.mentions.mentions import Act, Mention, is_pronoun
from dragoman.actors.mentions.newsroom import Newsroom
from dragoman.actors.mentions.occupation import Occupations, untold
from dragoman.actors.mentions.polity import states
from dragoman.actors.mentions.pronouns import antecedent, nouns_before
from dragoman.actors.mentions.subjects import leading, subject
from dragoman.actors.mentions.traits import most, scope, settled, sort
from dragoman.actors.mentions.voices import Span, Voice, Voices, spoken_for
from dragoman.actors.names.choosing import View
from dragoman.actors.names.codes import actor_code
from dragoman.actors.names.matching import Match, Name
from dragoman.actors.names.roster import Roster, roster
from dragoman.actors.phrases.multinational import crowd
from dragoman.actors.phrases.naming import plain, whole
from dragoman.actors.phrases.phrase import Part, taken_apart
from dragoman.actors.phrases.resolving import Reading, party, read
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.describing import chain_sightings, meaning
from dragoman.actors.scene.scene import Sightings, scene
from dragoman.event import Party

# Rules that can also tell that somebody is of no country.
_STATELESS = frozenset({"chain told", "subject"})
# Pronouns that may stand for a bare noun before them.
_STANDING_IN = frozenset({"they", "it", "he", "who"})
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
        self._weights = shipped() if weights is None else weights
        view = View(names or roster(), pub_date)
        self.scene = scene(text, sentences, view, title=title)
        self._linked_to: list[tuple[Party, str, Clue | NounPhrase | Mention | None]] = []
        self._voices = Voices(self.scene, voices)
        self.scene.spoken = self._voices.quotations()
        self.scene.speakers = sorted(self.scene.spoken)
        self._countries: dict[int, frozenset[str]] = {}
        self._readings: dict[tuple[str, date | None], list[tuple[Part, Reading]]] = {}
        self._seen: dict[tuple[int, int, str, tuple[str, ...]], Sightings] = {}
        self._owns: dict[tuple[int, int, date | None], frozenset[str] | None] = {}
        self._views: dict[date | None, View] = {}
        self._told: dict[tuple[int, int, date | None, Act | None], list[Party]] = {}
        self._meanings: dict[tuple[Name, date | None, bool], Reading] = {}
        self._said = partial(self._read, on=self.scene.view.on)
        self._occupations = Occupations(self.scene, self._said)
        self._bearers = Bearers(self.scene)
        self._fronts, self.newsroom = Fronts(self.scene), Newsroom(self.scene)
        if found := peoples(self.scene, lambda *span: self._country(self.mention(*span))[0]):
            self.scene.add(found)
        self.scene.add(strangers(self.scene, lambda mention: self._country(mention)[0]))
        self._seen.clear()

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
        act = self._fronts.act((start, end), act)
        asked = (start, end, day, act if act is not None and self._own(start, end, day) is None else None)
        if asked not in self._told:
            self._told[asked] = self._parties(*asked)
        return states(self.scene, self._told[asked], act)

    def learn(self, deeds: Iterable[Deed]) -> None:
        """Take in what happens in the document before its parties are asked for: who stands against whom."""
        self._fronts.learn(deeds, self._owned)

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
        readings = self._read(start, end, on)
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
        told = self._pair(mention) if mention.pair else self._myself(mention)
        if told:
            return told
        return [self._ranked(mention, readings[0][1] if readings else Reading(), self._view(on))]

    def _read(self, start: int, end: int, on: date | None) -> Sequence[tuple[Part, Reading]]:
        """What the words at a span say on a day; the same words stand in many places of a document, and of others."""
        text, names = self.scene.text[start:end], self.scene.view.roster
        hangs = scope(text, names)
        if hangs != "document" and not (self.scene.view.redefined or self.scene.view.seats):
            return settled(text, names, on if hangs == "day" else None)
        if (text, on) not in self._readings:
            self._readings[text, on] = read(text, self._view(on), apart=taken_apart(text, names))
        return self._readings[text, on]

    def _view(self, on: date | None) -> View:
        """How mentions are read on a day."""
        if on not in self._views:
            self._views[on] = replace(self.scene.view, on=on, lenient=True)
        return self._views[on]

    def mention(self, start: int, end: int, *, act: Act | None = None) -> Mention:
        """The mention at a span: its sentence, the sort of its words, and the act that it is asked for with."""
        own, sentence = sort(self.scene.text[start:end], self.scene.view.roster), self.scene.sentence_at(start)
        return replace(own, start=start, end=end, sentence=sentence, act=self._fronts.act((start, end), act))

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
        named = several(mention, able, self.scene.text, facing=facing)
        if mention.pair != "owners":
            return [self._linked(mention, clue, "pair") for clue in named]
        made = of_each(mention, named, self.scene.text, self._view(self.scene.view.on))
        self._linked_to.extend((one, "pair", None) for one in made)
        return made

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
        named = self._group(mention)
        country, rule = (named.country, "group") if named else self._country(mention)
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

    def _group(self, mention: Mention) -> Clue | None:
        """The organisation that "the group" means, or "the Commission"."""
        words = self.scene.text[mention.start : mention.end].split()
        if not words or words[0].casefold() != "the":
            return None
        found = group([word.casefold() for word in words], self.scene.before(mention.start, mention.sentence))
        if found is not None or not shortened(words):
            return found
        return body(words[-1], self.scene.between(0, mention.start), text=self.scene.text[: mention.start])

    def _country(self, mention: Mention) -> tuple[str, str]:
        """The country by what tells it nearly always, where it tells one; else by the ranker."""
        if mention.mixed:
            return "", "mixed"
        for rule, told in self._telling(mention):
            if len(told) == 1 and ("" not in told or rule in _STATELESS) and not self._fights_itself(mention, told):
                return next(iter(told)), rule
        barred = foreign(self.scene, mention, self._said)
        return likeliest(self.scene, mention, self.sightings(mention), self._weights, but=barred), mention.kind

    def _fights_itself(self, mention: Mention, told: frozenset[str]) -> bool:
        """Whether somebody would fight their own country, which is at war with another: "our men", misread."""
        act = mention.act
        return act is not None and self._fronts.at_war(act, told) and told <= self._owned(act.facing)

    def _telling(self, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
        """What tells the country nearly always when it is one: words beside a name (also that it is of a body without a
        country), the people of the document who bear the title, the subject right before "who" and behind whose "said"
        "he" stands, who says "we", the noun before "they" in its sentence, where civilians and places are. Nothing else
        is looked for before.
        """
        none: frozenset[str] = frozenset()
        if mention.kind == "name":
            beside = chain_sightings(self.scene, mention)
            yield "chain demonym", beside.get("chain demonym", none)
            yield "chain told", beside.get("chain told", none)
        yield "bearer", bearers(self.scene, mention).get("bearer", none)
        yield "subject", self._subject(mention)
        if mention.kind.partition("+")[0] == "we":
            yield "voice", self._speaker(mention).get("voice", none)
        if mention.kind == "they" and (opening := nouns_before(self.scene, mention).get("noun opening")):
            yield "noun opening", self._of_noun(opening)
        yield "digest", self.newsroom.digest(mention)
        yield "held opening", opened(self.scene, mention)
        yield from placed(self.scene, mention).items()

    def _subject(self, mention: Mention) -> frozenset[str]:
        """The country of whoever stands right before "who", or is said to speak of themselves."""
        told = subject(self.scene, mention)
        if told is None:
            he = leading(self.scene, mention)
            return frozenset((self._country(he)[0],)) if he else frozenset()
        return self._of_noun(told) if isinstance(told, NounPhrase) else frozenset((told.country,))

    def sightings(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention."""
        place = mention.start, mention.end, mention.kind, mention.said
        if place not in self._seen:
            self._seen[place] = self._around(mention)
        around = self._seen[place]
        return around if mention.act is None else {**around, **self._faced(mention.act)}

    def _around(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention, whatever its act."""
        found = sightings(self.scene, mention)
        kind, _, owned = mention.kind.partition("+")
        found.update(self._voices.seen(mention))
        if owned:
            whose = Mention(mention.start, mention.start + 1, mention.sentence, kind, gender=mention.gender)
            role = "owner" if owned == "noun" else "partner"
            found[role] = frozenset({self._country(whose)[0]})
        elif kind in _STANDING_IN:
            found.update({name: self._of_noun(noun) for name, noun in nouns_before(self.scene, mention).items()})
        found.update(self.newsroom.granted(mention))
        found.update(of_machine(mention, found))
        if kind == "we":
            found.update(self._speaker(mention))
        elif kind == "you":
            found["addressed by"] = self._speaker(mention).get("voice", frozenset())
        return found

    def _faced(self, act: Act) -> Sightings:
        """What those on the other side tell: by their words or what nearly always tells of them, else as weighed."""
        if told := self._owned(act.facing):
            return self._fronts.faced(act, told, told=True)
        found = [(other.kind, self._country(other)) for other in (self.mention(*span) for span in act.facing)]
        sure = all(rule not in (kind, "held opening") for kind, (_, rule) in found)
        return self._fronts.faced(act, frozenset([country for _, (country, _) in found]), told=sure)

    def _owned(self, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
        """The countries that words tell themselves."""
        own = (self._own(*span, self.scene.view.on) for span in spans)
        return frozenset([country for countries in own for country in countries or ()])

    def _own(self, start: int, end: int, on: date | None) -> frozenset[str] | None:
        """The countries that words tell themselves; None where they leave it to the text around."""
        if (start, end, on) not in self._owns:
            told = [reading.country for _, reading in self._read(start, end, on) if not reading.bare]
            self._owns[start, end, on] = frozenset(told) if told else None
        return self._owns[start, end, on]

    def _of_noun(self, noun: NounPhrase) -> frozenset[str]:
        if noun.start not in self._countries:
            self._countries[noun.start] = frozenset()  # a noun that leads back to itself says nothing
            told = self._own(noun.start, noun.end, self.scene.view.on)
            meant = self.mention(noun.start, noun.end)
            named = self._group(meant) if not told else None
            self._countries[noun.start] = told or frozenset({named.country if named else self._country(meant)[0]})
        return self._countries[noun.start]

    def _speaker(self, mention: Mention) -> Sightings:
        """The country of whoever says the words in which "we" stands."""
        for speaker in self._voices.around(mention.start, mention.end):
            own = self.scene.between(*speaker)
            if own:
                return {"voice": frozenset(c.country for c in own)}
            who = self.mention(*speaker)
            # "Our men", said our men: who speaks of themselves leads back to the same "we".
            us = who.kind.partition("+")[0] == "we"
            return {} if us else {"voice": frozenset({self._country(who)[0]})}
        return {}

    def _antecedent(self, mention: Mention, country: str) -> Clue | NounPhrase | None:
        """Whom of the country a pronoun stands for: whoever is said to speak of themselves, else who stands before."""
        told = subject(self.scene, mention)
        if isinstance(told, Clue) and told.country == country:
            return told
        said = self._quoted(mention)
        before = [
            c
            for c in self.scene.before(mention.start, mention.sentence)
            if c.country == country and c.name.name not in said
        ]
        return antecedent(self.scene, mention, before, able=lambda noun: country in self._of_noun(noun))

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
            found = next((told for _, told in self._read(clue.start, clue.end, view.on)), Reading())
            return replace(found, name=found.name or plain(self.scene.text[clue.start : clue.end]))
        asked = clue.name, view.on, view.lenient
        if asked not in self._meanings:
            found = meaning(clue.name, view)
            self._meanings[asked] = self._occupations.told(found) if clue.person else found
        return self._meanings[asked]
