"""The cast of a document: whom each mention means, with pronouns, descriptions and surnames resolved.

In: a document's text, sentences, publication date and title; then spans of mentions. Out: `Party`s, and `Link`s
that keep how each was found. What a mention's own words say wins; then the document's people; then the countries
named around it, weighed by `ranking`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.actors.antecedents import NounPhrase
from dragoman.actors.choosing import View
from dragoman.actors.clues import Clue
from dragoman.actors.codes import actor_code
from dragoman.actors.manifold import crowd, manifold
from dragoman.actors.matching import Match, Name, tokens
from dragoman.actors.mentions import Mention, gender_of, kind_of, pair_of
from dragoman.actors.phrase import Part, Phrase, counted, taken_apart
from dragoman.actors.ranking import Weights, shipped, weigh
from dragoman.actors.resolving import Reading, party, plain, read, related
from dragoman.actors.roster import Roster, roster
from dragoman.actors.scene import scene
from dragoman.actors.sightings import PERSONAL, Sightings, barred, sightings
from dragoman.actors.words import listed
from dragoman.event import Party

# How far back an antecedent is looked for, in sentences.
_REACH = 4
# Words of a mention that the ranker looks at, from the head backwards.
_CORE = 4
_TWO = 2
# Words of "the group" and "the terror group".
_GROUP_LENGTHS = (2, 3)
# Sectors that "the group" does not mean.
_BODIES = frozenset({"IGO", "GOV", "LEG", "JUD", "JRN", "MED", "BUS", "EDU", "COP", "MIL", "SPY"})
# Pronouns that may stand for a bare noun before them.
_STANDING_IN = frozenset({"they", "it", "he", "who"})
# Sightings that tell the country nearly always when they are of one: words beside a name (also that it is of a body
# without a country), the people of the document who bear the title, who says "we", the noun before "they" in its
# sentence.
_TELLING = ("chain demonym", "chain told", "bearer", "voice", "noun opening")
# What two parties at once may be, likelier kinds of names first; where a place is only a place comes last.
_PEOPLE = frozenset({"person", "surname"})
_STATES = frozenset({"state", "demonym", "metonym"})
_PAIRED = {
    "people": (_PEOPLE, _STATES),
    "persons": (_PEOPLE,),
    "states": (_STATES, _STATES | _PEOPLE | {"capital"}),
    "any": (_STATES | _PEOPLE | {"organisation"}, _STATES | _PEOPLE | {"capital", "organisation"}),
}


Voice = tuple[int, int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention means whom: the rule, and the words of the document it was linked to (equal spans: none)."""

    start: int
    end: int
    name: str
    country: str
    rule: str
    antecedent_start: int
    antecedent_end: int


class Cast:
    """The people and groups of one document. Make one a document, then ask `parties` for each mention.

    `sentences` are [start, end) spans of `text`; `pub_date` is the day of which offices are asked (None: today);
    `voices` are the words that somebody is told to say, as (start, end, span of the speaker);
    `matches` are all names found in the text, for others to share; `links` grows with every mention resolved anew.
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
        self.links: list[Link] = []
        self._voices = voices
        self._countries: dict[int, frozenset[str]] = {}
        self._readings: dict[tuple[str, date | None], list[tuple[Part, Reading]]] = {}
        self._views: dict[date | None, View] = {}
        self._told: dict[tuple[int, int, date | None], list[Party]] = {}
        self._settle_peoples()
        self._settle_people()

    @property
    def matches(self) -> list[Match]:
        """Every name found in the text, in order."""
        return self.scene.matches

    def parties(self, start: int, end: int, *, on: date | None = None) -> list[Party]:
        """The parties that text[start:end] means; `on` is the event's own day where it has one.

        Always at least one for words that are there: a party nobody knows keeps its words and has no country.
        """
        asked = (start, end, on or self.scene.view.on)
        if asked not in self._told:
            self._told[asked] = self._parties(*asked)
        return list(self._told[asked])

    def _parties(self, start: int, end: int, on: date | None) -> list[Party]:
        phrase, readings = self._phrase(start, end), self._read(start, end, on)
        explicit = [pair for pair in readings if not pair[1].bare]
        if crowd(phrase.text, explicit):
            return [self._crowd(phrase.text, start, explicit)]
        if explicit:
            return [self._explicit(phrase.text, start, part, reading) for part, reading in explicit]
        mention = self.mention(start, end)
        inside = self._inside(mention)
        if inside is not None:
            return [self._linked(mention, inside, "words")]
        pair = self._pair(mention) if mention.pair else []
        if pair:
            return pair
        return [self._ranked(mention, readings[0][1] if readings else Reading(), self._view(on))]

    def _phrase(self, start: int, end: int) -> Phrase:
        return taken_apart(self.scene.text[start:end], self.scene.view.roster)

    def _read(self, start: int, end: int, on: date | None) -> list[tuple[Part, Reading]]:
        """What the words at a span say on a day; the same words stand in many places of a document."""
        asked = (self.scene.text[start:end], on)
        if asked not in self._readings:
            self._readings[asked] = read(asked[0], self._view(on), apart=self._phrase(start, end))
        return self._readings[asked]

    def _view(self, on: date | None) -> View:
        """How mentions are read on a day."""
        if on not in self._views:
            self._views[on] = replace(self.scene.view, on=on, lenient=True)
        return self._views[on]

    def mention(self, start: int, end: int) -> Mention:
        """The mention at a span: its sentence and the sort of its words."""
        apart = self._phrase(start, end)
        phrase, found = apart.text, apart.items
        words = tuple(token.key for token in apart.words)
        core = counted(apart.parts[0]) if apart.parts else ()
        noun = next((n for i in reversed(core) if (n := i.first("noun"))), None)
        capital = any(phrase[i.start].isupper() for i in found[1:]) or (len(found) == 1 and phrase[:1].isupper())
        kind = kind_of(words, noun_sector=noun.sector if noun else None, capital=capital, related=related(core))
        people = next((n for i in core if (n := i.first("people")) and not n.country), None)
        if people is not None:
            kind = "people"
        head = people.name if people else noun.name if noun else core[-1].key if core else ""
        return Mention(
            start, end, self.scene.sentence_at(start), kind, head, gender_of(words), pair_of(words),
            tuple(i.key for i in core[-_CORE:]), definite=words[:1] == ("the",),
            many=bool(noun and noun.text != noun.name), mixed=manifold(core) and not (kind == "name" and len(core) > 1),
            sector=noun.sector if noun else "", said=words,
        )  # fmt: skip

    def _settle_peoples(self) -> None:
        """Find the country of each people of several countries where it is named: where the Kurds are Syria's."""
        homes = self.scene.view.roster.homes
        open_ones = [c for c in self.scene.clues if c.name.kind == "people" and not c.country and c.name.name in homes]
        told = [replace(c, country=self._weighed(self.mention(c.start, c.end))[0]) for c in open_ones]
        self.scene.add(told)

    def _settle_people(self) -> None:
        """Find the country of each person known only from here, so that pronouns can be linked to them."""
        found: list[Clue] = []
        for chain in self.scene.chains.values():
            start, end = chain.spans[0]
            country, _, _ = self._weighed(Mention(start, end, self.scene.sentence_at(start), "name"))
            name = Name(chain.name, "person", chain.name, country)
            found.extend(Clue(s, e, self.scene.sentence_at(s), country, name) for s, e in chain.spans)
        taken = {(c.start, c.end) for c in self.scene.clues}
        self.scene.add(c for c in found if (c.start, c.end) not in taken)

    def _explicit(self, phrase: str, start: int, part: Part, reading: Reading) -> Party:
        made = party(phrase, part, reading, offset=start)
        self._link(made, "words", None)
        return made

    def _crowd(self, phrase: str, start: int, readings: Sequence[tuple[Part, Reading]]) -> Party:
        """One party of no country for people of several: "hostages from Spain and Chile"."""
        (first, _), (last, told) = readings[0], readings[-1]
        whole = replace(first, start=min(first.start, last.start), end=last.end)
        return self._explicit(phrase, start, whole, Reading(sector=told.sector, noun=told.noun, bare=False))

    def _inside(self, mention: Mention) -> Clue | None:
        """The populated place or the person named in full before that the mention is, where no table has it alone."""
        if mention.words[:-1] and mention.words[-2] in listed("titles"):
            return self._given(mention)
        if mention.kind != "name":
            return None
        inside = self.scene.between(mention.start, mention.end)
        return next((c for c in inside if c.name.kind in ("city", "surname") and c.end == mention.end), None)

    def _given(self, mention: Mention) -> Clue | None:
        """The one person before "Prince Mohammed" whose given name it is."""
        able = [c for c in self.scene.between(0, mention.start) if c.name.kind == "person"]
        bear = [c for c in able if tokens(c.name.name)[0].key == mention.words[-1]]
        return bear[-1] if len({c.name.name for c in bear}) == 1 else None

    def _pair(self, mention: Mention) -> list[Party]:
        """Two parties for "both" and "the two leaders": the last two of different countries before it; two men may be
        of one."""
        before = self._before(mention)
        for kinds in _PAIRED[mention.pair]:
            kept: dict[str, Clue] = {}
            for clue in reversed([c for c in before if c.country and c.name.kind in kinds]):
                kept.setdefault(clue.name.name if mention.pair == "persons" else clue.country, clue)
                if len(kept) == _TWO:
                    return [self._linked(mention, clue, "pair") for clue in reversed(kept.values())]
        return []

    def _before(self, mention: Mention) -> list[Clue]:
        first = max(0, mention.sentence - _REACH)
        opening = self.scene.sentences[first][0] if self.scene.sentences else 0
        return [c for c in self.scene.between(opening, mention.start) if c.end <= mention.start]

    def _linked(self, mention: Mention, clue: Clue, rule: str) -> Party:
        words = self.scene.text[mention.start : mention.end]
        meant = _meant(clue, self.scene.view)
        made = Party(
            text=words, start=mention.start, end=mention.end, name=meant.name, country=clue.country,
            sector=meant.sector, actor_code=actor_code(clue.country, meant.sector), office=meant.office,
            wikidata=meant.wikidata,
        )  # fmt: skip
        self._link(made, rule, clue)
        return made

    def _ranked(self, mention: Mention, reading: Reading, view: View) -> Party:
        country, clue, rule = self._group(mention) or self._weighed(mention)
        words = self.scene.text[mention.start : mention.end]
        chain = self.scene.chain_of(mention.start, mention.end) if mention.kind == "name" else None
        pronoun = mention.kind in ("he", "it", "they", "who") or rule == "group"
        meant = _meant(clue, view) if clue and pronoun else reading
        name = chain.name if chain else meant.name if clue and pronoun else plain(words)
        made = Party(
            text=words, start=mention.start, end=mention.end, name=name, country=country, sector=meant.sector,
            actor_code=actor_code(country, meant.sector), office=meant.office if pronoun else "",
            wikidata=meant.wikidata if pronoun else "",
        )  # fmt: skip
        self._link(made, rule, clue)
        return made

    def _group(self, mention: Mention) -> tuple[str, Clue, str] | None:
        """The organisation last named before "the group", "the movement"."""
        words = self.scene.text[mention.start : mention.end].casefold().split()
        if len(words) not in _GROUP_LENGTHS or words[0] != "the" or words[-1] not in listed("group nouns"):
            return None
        if not listed("group adjectives").issuperset(words[1:-1]):
            return None
        able = [c for c in self._before(mention) if c.name.kind == "organisation"]
        bodies = [c for c in able if c.name.sector not in _BODIES]
        return (bodies[-1].country, bodies[-1], "group") if bodies else None

    def _weighed(self, mention: Mention) -> tuple[str, Clue | None, str]:
        """The country by what tells it nearly always, where it tells one; else by the ranker."""
        if mention.mixed:
            return "", None, "mixed"
        seen = self.sightings(mention)
        for rule in _telling(mention):
            told = seen.get(rule, frozenset())
            if len(told) == 1 and ("" not in told or rule == "chain told"):
                (country,) = told
                return country, self._antecedent(mention, country), rule
        country = weigh(self.scene, mention, seen, self._weights)[0][1]
        return country, self._antecedent(mention, country), mention.kind

    def sightings(self, mention: Mention) -> Sightings:
        """Countries by where they are seen from a mention."""
        found = sightings(self.scene, mention)
        kind, _, noun = mention.kind.partition("+")
        found.update(self._voiced(mention))
        if noun:
            whose = Mention(mention.start, mention.start + 1, mention.sentence, kind, gender=mention.gender)
            role = "owner" if noun == "noun" else "partner"
            found[role] = frozenset({self._weighed(whose)[0]})
        elif kind in _STANDING_IN:
            found.update(self._nouns(mention))
        if kind == "we":
            found.update(self._speaker(mention))
        elif kind == "you":
            found["addressed by"] = self._speaker(mention).get("voice", frozenset())
        return found

    def _nouns(self, mention: Mention) -> Sightings:
        """Countries of the bare nouns that a pronoun may stand for, in its sentence and in the one before."""
        first = self.scene.sentences[max(0, mention.sentence - 1)][0]
        here = self.scene.sentences[mention.sentence][0]
        able = [n for n in self.scene.nouns if first <= n.start and n.end <= mention.start]
        if mention.kind != "who":
            able = [n for n in able if n.many == (mention.kind == "they")]
        before = [n for n in able if n.start < here]
        opening = [n for n in able if n.start >= here]
        told = {"noun last": able[-1:], "noun opening": opening[:1], "noun previous": before[:1]}
        return {name: self._of_noun(found[0]) for name, found in told.items() if found}

    def _of_noun(self, noun: NounPhrase) -> frozenset[str]:
        if noun.start not in self._countries:
            self._countries[noun.start] = frozenset()  # a noun that leads back to itself says nothing
            readings = self._read(noun.start, noun.end, self.scene.view.on)
            told = frozenset(r.country for _, r in readings if not r.bare)
            meant = self.mention(noun.start, noun.end)
            self._countries[noun.start] = told or frozenset({(self._group(meant) or self._weighed(meant))[0]})
        return self._countries[noun.start]

    def _speaker(self, mention: Mention) -> Sightings:
        """The country of whoever says the words in which "we" stands."""
        for start, end, speaker in self._voices:
            if start <= mention.start and mention.end <= end:
                own = self.scene.between(*speaker)
                if own:
                    return {"voice": frozenset(c.country for c in own)}
                who = self.mention(*speaker)
                # "Our men", said our men: who speaks of themselves leads back to the same "we".
                us = who.kind.partition("+")[0] == "we"
                return {} if us else {"voice": frozenset({self._weighed(who)[0]})}
        return {}

    def _voiced(self, mention: Mention) -> Sightings:
        """The country of who says the words in which a mention stands, and of who spoke last before it."""
        around = [who for start, end, who in self._voices if start <= mention.start and mention.end <= end]
        past = [who for _, _, who in self._voices if who[1] <= mention.start and who not in around]
        last = [max(past)] if past else []
        found = {"quoter": around[:1], "spoke last": last}
        between = self.scene.between
        return {name: frozenset(c.country for c in between(*spans[0])) for name, spans in found.items() if spans}

    def _antecedent(self, mention: Mention, country: str) -> Clue | None:
        """The last name of the country before the mention; of a person when a person is meant."""
        before = [c for c in self._before(mention) if c.country == country]
        if mention.kind in PERSONAL:
            people = [c for c in before if c.person and self.scene.may_be(c, mention.gender)]
            people = [c for c in people if not barred(self.scene, mention, c)]
            before = people or before
        return before[-1] if before else None

    def _link(self, made: Party, rule: str, clue: Clue | None) -> None:
        span = (clue.start, clue.end) if clue else (made.start, made.start)
        self.links.append(Link(made.start, made.end, made.name, made.country, rule, *span))


def _telling(mention: Mention) -> tuple[str, ...]:
    """The sightings that tell nearly always: the one country before "its forces"; where civilians and places are."""
    if mention.kind == "they":
        return _TELLING
    if mention.kind == "it+noun":
        return (*_TELLING[:-1], "same before")
    held = (mention.sector == "CVL" or mention.noun in listed("places")) and "+" not in mention.kind
    return (*_TELLING[:-1], "held in") if held else _TELLING[:-1]


def _meant(clue: Clue, view: View) -> Reading:
    """What the name that a pronoun stands for means on the day."""
    found = read(clue.name.text, view) if clue.name.kind != "surname" else read(clue.name.name, view)
    if found and found[0][1].name == clue.name.name:
        return found[0][1]
    return Reading(name=clue.name.name, sector=clue.name.sector, wikidata=clue.name.wikidata)
