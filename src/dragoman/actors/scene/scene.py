"""A document as the place where its parties are: sentences, clues to countries, people, and how they stand.

In: text, sentences, publication date, title. Out: a `Scene`, which answers where a country is named as seen
from a mention.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar, TypeVarTuple

from dragoman.actors.names.acronyms import redefined, spelled_out
from dragoman.actors.names.choosing import View
from dragoman.actors.names.days import day_of
from dragoman.actors.names.kinds import TOWNS
from dragoman.actors.names.matching import Item, Match, Name, key, tokens
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.phrase import items
from dragoman.actors.phrases.towns import country_of
from dragoman.actors.scene import genders
from dragoman.actors.scene.antecedents import NounPhrase, noun_phrases
from dragoman.actors.scene.clues import Clue, clues, is_place, sentence_of
from dragoman.actors.scene.people import Chain, chains, is_called, leave_out_called, take_in_family_first
from dragoman.actors.scene.personhood import things
from dragoman.actors.scene.rehoming import rehomed
from dragoman.actors.scene.seats import seats
from dragoman.datelines import behind_dateline

# How far from a name a country stands beside it.
CLOSE = 25
# How near its start a sentence's subject stands.
OPENING = 40
_START, _SPAN = attrgetter("start"), attrgetter("start", "end")
# Countries kept as the context of ambiguous names.
_NEAR = 6
# A preposition before a place name is looked for within so many characters.
_WORD = 12
# Words after a country's name that are taken as its own: "Turkish foreign minister".
_TWINS = 4
# How far back an antecedent is looked for, in sentences.
_BACK = 4
# What a report may begin with, up to a colon: "Accra: Judges ...".
_TOWNS = TOWNS - {"region"}


# Countries by where they are seen from a mention.
Sightings = dict[str, frozenset[str]]
_Asked = TypeVarTuple("_Asked")
_Told = TypeVar("_Told")


def kept(find: Callable[["Scene", *_Asked], _Told]) -> Callable[["Scene", *_Asked], _Told]:
    """A question to a scene whose answer is kept with it until it takes further clues in: `Scene.answers`."""

    @wraps(find)
    def ask(scene: "Scene", *asked: *_Asked) -> _Told:
        answers: dict[tuple[*_Asked], _Told] = scene.answers[find]
        if asked not in answers:
            answers[asked] = find(scene, *asked)
        return answers[asked]

    return ask


@dataclass(slots=True)
class Scene:
    """The document seen for its parties. `openings` are where its sentences begin; `clues` are in order of the text;
    `share` is a country's part of them, `stateless` that of organisations without a country, by what they are.

    `spelled` are the places of the names that acronyms of no table are short for, `things` of names of the document
    alone that nothing shows to be a person's.
    `twins` are the countries before a word, with their places in the text; `introduced` the ends and countries of
    descriptions of somebody new: "a British soldier". `spots`, `set_at` and `starts` are where clues, those to where
    something happens and matches begin; `answers` are what has been asked before, by the question that is `kept`.
    """

    text: str
    sentences: tuple[tuple[int, int], ...]
    openings: list[int]
    view: View
    matches: list[Match]
    words: list[Item]
    items: list[Item]
    clues: list[Clue]
    chains: dict[str, Chain]
    title: frozenset[str]
    ranked: tuple[str, ...]
    share: dict[str, float]
    stateless: dict[str, float]
    twins: dict[str, list[tuple[int, str]]]
    nouns: list[NounPhrase]
    introduced: list[tuple[int, str]]
    spots: list[int] = field(default_factory=list)
    settings: list[Clue] = field(default_factory=list)
    set_at: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    named: dict[tuple[int, int], Chain] = field(default_factory=dict)
    spelled: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    things: frozenset[tuple[int, int]] = frozenset()
    # What somebody is told to say in quotation marks, by where the speaker is named.
    spoken: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)
    speakers: list[tuple[int, int]] = field(default_factory=list)
    # Where all stand who are told to say something.
    tellers: list[tuple[int, int]] = field(default_factory=list)
    answers: defaultdict[Callable[..., object], dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))

    def between(self, start: int, end: int) -> list[Clue]:
        """Clues that begin in a stretch of text."""
        return self.clues[bisect_left(self.spots, start) : bisect_left(self.spots, end)]

    def before(self, start: int, sentence: int) -> list[Clue]:
        """Clues that end before a place in a sentence, as far back as an antecedent is looked for."""
        opening = self.sentences[max(0, sentence - _BACK)][0] if self.sentences else 0
        return [clue for clue in self.between(opening, start) if clue.end <= start]

    def phrases(self, start: int, end: int) -> list[NounPhrase]:
        """Noun phrases that begin in a stretch of text."""
        first = bisect_left(self.nouns, start, key=_START)
        return self.nouns[first : bisect_left(self.nouns, end, lo=first, key=_START)]

    @kept
    def sentence(self, index: int) -> list[Clue]:
        """Clues of a sentence; [] for one that is not there."""
        return self.between(*self.sentences[index]) if 0 <= index < len(self.sentences) else []

    def names(self, index: int) -> list[Match]:
        """The known names that begin in a sentence, in order."""
        start, end = self.sentences[index]
        return self.matches[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def words_behind(self, at: int) -> list[Item]:
        """The two words that begin at a character or behind it."""
        first = bisect_left(self.words, at, key=_START)
        return self.words[first : first + 2]

    def span(self, first: int, last: int) -> list[Clue]:
        """Clues of the sentences from `first` to `last`, both included; those that are not there are passed over."""
        found: list[Clue] = []
        for index in range(max(0, first), min(last, len(self.sentences) - 1) + 1):
            found.extend(self.sentence(index))
        return found

    def chain_of(self, start: int, end: int) -> Chain | None:
        """The chain of the person or body that a span names; None when it names none of them."""
        named = self.named.get((start, end))
        if named is not None:
            return named
        head, of, _ = self.text[start:end].partition(" of ")
        words = tokens(self.text[start:end])
        lead = tokens(head)[-1:] if of else []  # "Bishop Laurent Dabire of Dori"
        own = self.chains.get(lead[0].key) if lead else None
        if own is None and len(words) > 1 and self._body(self.text[start:end], words[-2]):
            return None  # "the Second Infantry Division" is no other Division
        return own or (self.chains.get(words[-1].key) if words else None)

    def _body(self, phrase: str, word: Item) -> bool:
        """Whether a word of a phrase is a capitalised noun for a body of people."""
        found = self.view.roster.index.find(word.key) if phrase[word.start].isupper() else ()
        return any(name.kind == "noun" and name.name in self.view.roster.collective for name in found)

    def spelled_out(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the name stands that words are the acronym of, the last before them; None where they are none."""
        if not self.spelled:  # nearly always
            return None
        words = self.text[start:end]
        places = self.spelled.get(key(words[4:] if words.startswith(("the ", "The ")) else words), ())
        return max((p for p in places if p[1] <= start), default=None) if words[-1:].isupper() else None

    def joined(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of two whom a span names, each with a chain of its own: "Robinson and Rojkan"; [] for others."""
        first, joint, _ = self.text[start:end].partition(" and ")
        spans = [(start, start + len(first)), (start + len(first + joint), end)]
        return spans if joint and all(span in self.named for span in spans) else []

    def may_be(self, clue: Clue, gender: str) -> bool:
        """Whether a person may be of a gender ("m", "f", "" for either)."""
        names = self.view.roster
        known = names.genders.get(clue.name.name) or names.given.get(key(clue.name.name).partition(" ")[0], "")
        known = known or (self._gender(clue.name.name) if gender and clue.person else "")
        return not gender or not known or known == gender

    @kept
    def _gender(self, name: str) -> str:
        """The gender that the words before a person's name tell, wherever it stands."""
        return genders.told(self.text, [(c.start, c.end) for c in self.clues if c.name.name == name])

    def human(self, clue: Clue) -> bool:
        """Whether a name is a person's, not one of which nothing shows that."""
        return clue.person and (clue.start, clue.end) not in self.things

    def sentence_at(self, at: int) -> int:
        """Index of the sentence at a character."""
        return sentence_of(self.openings, at)

    def opening(self, index: int) -> int:
        """Where a sentence begins behind its dateline: "LAGOS (AP) - Police ...", "Accra: Judges ..."."""
        start, end = self.sentences[index]
        told = behind_dateline(self.text, start, end)
        if told > start:
            return told
        town = next((c.end for c in self.sentence(index)[:1] if c.start == start and c.name.kind in _TOWNS), start)
        return town + 2 if town > start and self.text.startswith(": ", town) else start

    def add(self, more: Iterable[Clue]) -> None:
        """Take further clues in, people and peoples whose country has been found, each for what stood there."""
        told = {(c.start, c.end): c for c in more}
        kept = [c for c in self.clues if (c.start, c.end) not in told]
        self.clues = sorted([*kept, *told.values()], key=_SPAN)
        self.spots = [c.start for c in self.clues]
        self.settings = [c for c in self.clues if c.at]
        self.set_at = [c.start for c in self.settings]
        self.answers.clear()

    @kept
    def people(self, gender: str) -> list[Clue]:
        """Clues to people who may be of a gender."""
        return [c for c in self.clues if self.human(c) and self.may_be(c, gender)]

    @kept
    def bears(self, name: str, title: str) -> frozenset[str]:
        """Countries in which a person bears a title by the day of the document."""
        return self.view.roster.bears(name, title, self.view.on)

    def setting(self, at: int) -> list[Clue]:
        """The last place before a character of the text where something happens."""
        before = bisect_left(self.set_at, at)
        return self.settings[before - 1 : before] if before else []


def scene(text: str, sentences: Sequence[tuple[int, int]], view: View, *, title: str = "") -> Scene:
    """Lay a document out. The text is matched once; `Scene.matches` holds the result for others to use."""
    starts = [s for s, _ in sentences] or [0]
    cut = tokens(text)
    matches = view.roster.matches(text, words=cut)
    found = items(text, view.roster, matches=matches, cut=cut)
    view = view if view.on else replace(view, on=day_of(text, found, view.roster))
    view = replace(view, redefined=redefined(text, view.roster))
    known, ranked = clues(text, found, starts, view)
    made = chains(text, found, starts, given=view.roster.given, bodies=view.roster.collective)
    take_in_family_first(made, view.roster)
    known = rehomed(text, sorted([*known, *_places(text, made, starts, ranked[:_NEAR])], key=_START))
    leave_out_called(text, made)
    known = sorted([*known, *_called(made, known, starts)], key=_START)
    full = {last for last, chain in made.items() if " " in chain.name}
    named = frozenset(c.name.name for c in known if c.name.kind == "person")
    strangers = frozenset(last for last in full if not _known(made[last], view)) - _surnames(full, named, view)
    known = [c for c in known if c.name.kind != "surname" or c.name.text.split()[-1].casefold() not in strangers]
    _add_surnames(text, made, found, strangers)
    sitting = seats(known, view.roster)
    near = replace(view, near=ranked[:_NEAR], strangers=strangers, named=named, seats=sitting)
    in_title = items(title, view.roster) if title else []
    titled, _ = clues(title, in_title, [0], near)
    nouns = noun_phrases(text, found)
    laid = Scene(
        text, tuple(sentences) or ((0, len(text)),), starts, near, matches, cut, found, known, made,
        frozenset(c.country for c in titled if c.country), _ranked(known), _shares(known), _stateless(known),
        _twins(text, found, known), nouns, _introduced(text, nouns, known), starts=[m.start for m in matches],
        named={span: chain for chain in reversed(made.values()) for span in chain.spans},
        spelled=spelled_out(text, view.roster, view.redefined),
        things=things(text, made.values(), given=view.roster.given),
    )  # fmt: skip
    laid.add(())
    return laid


def _introduced(text: str, nouns: Sequence[NounPhrase], known: Sequence[Clue]) -> list[tuple[int, str]]:
    """Ends and countries of descriptions of one person whom the text has not named: "a former British soldier"."""
    found: list[tuple[int, str]] = []
    starts = [c.start for c in known]
    for noun in nouns:
        opening = text[noun.start : noun.start + 3].casefold()
        if not noun.many and opening.startswith(("a ", "an ")):
            near = known[bisect_left(starts, noun.start) : bisect_left(starts, noun.end)]
            inside = [c.country for c in near if c.end <= noun.end]
            found.extend((noun.end, country) for country in inside[:1] if country)
    return found


def _twins(text: str, found: Sequence[Item], known: Sequence[Clue]) -> dict[str, list[tuple[int, str]]]:
    """Countries that stand before a word, and where: "opposition" -> SYR of "the Syrian opposition"."""
    twins: dict[str, list[tuple[int, str]]] = {}
    starts = [item.start for item in found]
    for clue in known:
        if not clue.country:
            continue
        at = bisect_left(starts, clue.end)
        reach, before = clue.end, ""
        for item in found[at : at + _TWINS]:
            if text[reach : item.start].strip(" '’-"):
                break
            reach = item.end
            if not text[item.start].isupper():
                noun = item.first("noun")
                both = f"{before} {item.key}" if before else item.key
                before = item.key
                for word in {item.key, both, *((noun.name, sector_key(noun.sector)) if noun else ())}:
                    twins.setdefault(word, []).append((item.start, clue.country))
    return twins


def sector_key(sector: str) -> str:
    """Under which all nouns of a sector are twins: "Israeli soldiers" of "the troops"."""
    return f"sector {sector}"


def _ranked(known: Sequence[Clue]) -> tuple[str, ...]:
    return tuple(c for c, _ in Counter(clue.country for clue in known if clue.country).most_common())


def _shares(known: Sequence[Clue]) -> dict[str, float]:
    counted = Counter(clue.country for clue in known if clue.country)
    return {country: count / counted.total() for country, count in counted.items()}


def _stateless(known: Sequence[Clue]) -> dict[str, float]:
    """The part of the clues that are international bodies ("body"), or groups at home in no country ("group")."""
    kinds = Counter(
        "body" if clue.name.sector == "IGO" else "group"
        for clue in known
        if not clue.country and clue.name.kind == "organisation"
    )
    return {kind: count / len(known) for kind, count in kinds.items()}


def _called(made: dict[str, Chain], known: Sequence[Clue], starts: Sequence[int]) -> list[Clue]:
    """Clues from last words of known people's full names, where the tables have no surname: "Reed" of "Trevor Reed"."""
    people = {tokens(c.name.text)[-1].key: c.name for c in known if c.name.kind == "person"}
    found: list[Clue] = []
    for last in [last for last, chain in made.items() if last in people and " " not in chain.name]:
        name = people[last]._replace(kind="surname", text=made[last].name)
        spans = made.pop(last).spans
        found.extend(Clue(s, e, sentence_of(starts, s), name.country, name) for s, e in spans)
    return found


def _add_surnames(text: str, made: dict[str, Chain], found: Sequence[Item], strangers: frozenset[str]) -> None:
    """Take in the last names of strangers that the tables have as somebody else's: "Maduro" after "Luis Maduro"."""
    for item in [item for item in found if item.names and item.key in strangers] if strangers else ():
        chain = made[item.key]
        if text[item.start].isupper() and all(end != item.end for _, end in chain.spans):
            chain.spans = sorted([*chain.spans, (item.start, item.end)])


def _places(text: str, made: dict[str, Chain], starts: Sequence[int], near: Sequence[str]) -> list[Clue]:
    """Clues from populated places; what is one is taken out of the people."""
    found: list[Clue] = []
    for last, chain in list(made.items()):
        said = any(_at_place(text, start) or is_called(text, start) for start, _ in chain.spans)
        country = country_of(chain.name, near=near, said=said)
        if country:
            name = Name(chain.name, "city", chain.name, country)
            found.extend(
                Clue(s, e, sentence_of(starts, s), country, name, is_place(text, s, e)) for s, e in chain.spans
            )
            del made[last]
    return found


def _at_place(text: str, start: int) -> bool:
    before = text[max(0, start - _WORD) : start].split()
    return bool(before) and before[-1].casefold() in listed("place prepositions")


def _surnames(keys: Iterable[str], named: frozenset[str], view: View) -> frozenset[str]:
    """Of last names those that known people bear whom the text names in full."""
    find = view.roster.index.find
    return frozenset(last for last in keys if any(n.kind == "surname" and n.name in named for n in find(last)))


def _known(chain: Chain, view: View) -> bool:
    """Whether the end of the full name is one of the tables': a scraped text may glue a word before it."""
    words = chain.name.split()
    forms = [" ".join(words[at:]) for at in range(len(words) - 1)]
    glued = [word[at:] for word in words[:1] for at in range(1, len(word)) if word[at].isupper()]
    forms.extend(" ".join([word, *words[1:]]) for word in glued)
    return any(name.kind == "person" for form in forms for name in view.roster.index.find(form))
