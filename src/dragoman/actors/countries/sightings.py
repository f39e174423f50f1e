"""Where countries are named as seen from a mention: in its sentence, before it, beside it, where things happen.

In: a mention and its `Scene`. Out: `Sightings`, the countries by where they were seen; `ranking` weighs them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.countries.earlier import (
    alone,
    countries_of,
    direct,
    earlier,
    first,
    known,
    nearest,
    opener,
)
from dragoman.actors.countries.opponents import backers
from dragoman.actors.countries.whereabouts import foremost, held
from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.mentions.mentions import Mention, title_of
from dragoman.actors.mentions.voices import spoken_of
from dragoman.actors.names.words import listed
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.describing import chain_sightings
from dragoman.actors.scene.scene import CLOSE, OPENING, Scene, Sightings, kept, sector_key

# How many sentences back a place still is the setting.
_SETTING = 6
# Words between a subject and the pronoun that is its object, and those that begin another clause or phrase.
_CLAUSE = 4
_LINKS = frozenset(("that", "who", "which", "and", "or", "but", "as", "for", "with", "to", "by", "of", "after", "when"))
# How near its start a sentence's place stands that it begins with: "In the capital, Kampala, protesters".
_FRONTED = 30
# Words from who acts to who is acted on.
_ACT = 6
_TWO = 2
_POSSESSIVES = frozenset({" ", "'s ", "’s ", "' ", "’ "})
_AND = (" and ", ", and ", " or ")
PERSONAL = frozenset({"he", "he+noun", "he+ally"})


@dataclass(slots=True)
class _Place:
    """A mention in its sentence, with the clues that end before it and those that begin behind it."""

    scene: Scene
    mention: Mention
    before: list[Clue]
    after: list[Clue]


def sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries by where they are named as seen from the mention; where none is seen is left out, or empty."""
    here = scene.sentence(mention.sentence)
    before = [c for c in here if c.end <= mention.start]
    place = _Place(scene, mention, before, [c for c in here if c.start >= mention.end])
    found = {**earlier(scene, mention.sentence), **nearest(scene, mention, before)}
    _in_sentence(place, found)
    _places(place, found)
    if mention.kind in PERSONAL:
        found.update(_people(place))
    if mention.kind == "we":
        found.update(
            known({"speaker": [c for c in scene.span(mention.sentence, mention.sentence + 1) if c.person][:1]})
        )
    if mention.noun in scene.view.roster.homes:
        found.update(_homes(scene, mention))
    _twins(scene, mention, found)
    _introduced(scene, mention, found)
    found.update(bearers(scene, mention))
    found.update(held(scene, mention))
    found["backer"] = backers(scene, mention)
    found["foremost"] = foremost(scene, mention)
    found.update(chain_sightings(scene, mention))
    return found


def _homes(scene: Scene, mention: Mention) -> Sightings:
    """Where a people lives that lives in several countries; of these the one most named, and the last place named."""
    homes = scene.view.roster.homes[mention.noun]
    places = [c.country for c in scene.between(0, mention.start) if c.at and c.country in homes]
    here = [c.country for c in scene.sentence(mention.sentence) if c.at and c.country in homes]
    return {
        "home": homes,
        "home most": frozenset([c for c in scene.ranked if c in homes][:1]),
        "home place": frozenset(places[-1:]),
        "home here": frozenset(here),
    }


def _twins(scene: Scene, mention: Mention, found: Sightings) -> None:
    """Countries that stand before the same head elsewhere, or before another of the words."""
    last = mention.words[-1] if mention.words else ""
    head = last if last in scene.twins else mention.noun
    others = [pair for word in mention.words[:-1] if word != mention.noun for pair in scene.twins.get(word, ())]
    if head in scene.twins:
        twins = scene.twins[head]
        found["twin"], found["first twin"] = _kin(scene, head)
        found["last twin"] = _last(twins, mention.start) or alone(twins[0][1])
    if mention.sector and (sector := sector_key(mention.sector)) in scene.twins:
        found["last kin"] = _last(scene.twins[sector], mention.start)
        found["first kin"] = _kin(scene, sector)[1]
    if others:
        found["other twin"] = _most(others)
    both = " ".join(mention.words[-_TWO:])
    if " " in both and both in scene.twins:
        found["whole twin"], found["whole twin most"] = _kin(scene, both)


def namesake(scene: Scene, mention: Mention) -> frozenset[str]:
    """The one country whose army, or other forces, the text has named before "the army"; for "the rebels" groups of
    rebels count too. Empty where there are several countries, or none."""
    if len(mention.said) != _TWO or not mention.definite or mention.noun not in listed("only ones"):
        return frozenset()
    found = [*scene.twins.get(mention.noun, ()), *scene.twins.get(sector_key(mention.sector), ())]
    countries = {country for at, country in found if at < mention.start and _owned(scene, at, country)}
    if mention.sector in sectors_in("rebel"):
        groups = [c for c in scene.between(0, mention.start) if c.name.kind == "organisation"]
        countries |= {c.country for c in groups if c.name.sector in sectors_in("rebel")}
    return frozenset(countries)


def _owned(scene: Scene, at: int, country: str) -> bool:
    """Whether a country stands right before a noun, as whose it is."""
    near = (c for c in scene.between(at - CLOSE, at) if c.country == country)
    return any(scene.text[c.end : at] in _POSSESSIVES for c in near)


@kept
def _kin(scene: Scene, word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The countries that stand before a word, and the one that does most often."""
    twins = scene.twins[word]
    return frozenset([country for _, country in twins]), _most(twins)


def _most(pairs: Sequence[tuple[int, str]]) -> frozenset[str]:
    """The country that stands there most often, the first of several."""
    ((country, _),) = Counter([country for _, country in pairs]).most_common(1)
    return alone(country)


def _last(pairs: Sequence[tuple[int, str]], start: int) -> frozenset[str]:
    """The country of the last place before a character."""
    return next((alone(country) for at, country in reversed(pairs) if at < start), frozenset())


def _introduced(scene: Scene, mention: Mention, found: Sightings) -> None:
    """Of whom the text spoke before it named them: "A British soldier … Joe Reed"."""
    before = [] if mention.many else [country for end, country in scene.introduced if end <= mention.start]
    if before:
        found["introduced"], found["introduced first"] = alone(before[-1]), alone(before[0])


def _in_sentence(place: _Place, found: Sightings) -> None:
    scene, mention, before, after = place.scene, place.mention, place.before, place.after
    here = scene.sentence(mention.sentence)
    inside = [c for c in here if mention.start <= c.start < mention.end] if len(before) < len(here) else []
    if inside:
        found["inside"] = countries_of(inside)
    if before:
        found["same before"] = countries_of(before)
        found["same nearest"] = alone(before[-1].country)
        found["same first"] = alone(before[0].country)
        _beside(place, scene.text[before[-1].end : mention.start], found)
    if after:
        found["same after"] = countries_of(after)
        found["same next"] = alone(after[0].country)
        if _does(scene.text[mention.end : after[0].start]):
            found["done to"] = alone(after[0].country)
        close = [c for c in after if c.start - mention.end <= CLOSE]
        if close:
            found["close after"] = countries_of(close)
    countries = {c.country for c in (*before, *after) if c.country}
    if len(countries) == 1:
        found["only here"] = frozenset(countries)


def _beside(place: _Place, gap: str, found: Sightings) -> None:
    """What the words between the last clue before a mention and the mention tell of that clue."""
    close = [c for c in place.before if place.mention.start - c.end <= CLOSE]
    if close:
        found["close before"] = countries_of(close)
    if gap in _AND:
        found["joined"] = alone(place.before[-1].country)
    elif _does(gap):
        found["doer"] = alone(place.before[-1].country)


def _does(gap: str) -> bool:
    """Whether the words between a name and a mention make the name the one who acts on it: "Turkey attacked the"."""
    words = gap.split(maxsplit=_ACT) if gap.startswith(" ") else []
    if not 0 < len(words) <= _ACT or not _LINKS.isdisjoint(words):
        return False
    plain = all(w.isalpha() and w.islower() for w in words)
    return plain and any(w.endswith("ed") or w in listed("verbs") for w in words)


def _places(place: _Place, found: Sightings) -> None:
    """Where things happen: places with a preposition before them, and the subject of the sentence."""
    scene, mention = place.scene, place.mention
    before = [c for c in place.before if c.at]
    after = next((c for c in place.after if c.at), None)
    opening = scene.sentences[mention.sentence][0]
    if after:
        found["at after"] = alone(after.country)
        if after.start - mention.end <= CLOSE:
            found["at close"] = alone(after.country)
    if before:
        found["at before"] = found["at nearest"] = alone(before[-1].country)
        if before[0].start - opening <= _FRONTED:
            found["at opening"] = alone(before[0].country)
    elif last := _place_before(scene, mention):
        found["at nearest"] = alone(last[-1].country)
    if setting := scene.setting(mention.start):
        found["at setting"] = alone(setting[-1].country)
    if place.before and (subject := opener(scene, mention.sentence)) and subject[0].end <= mention.start:
        found["subject"] = alone(subject[0].country)


def _place_before(scene: Scene, mention: Mention) -> list[Clue]:
    """The last place of the sentences before."""
    last = scene.setting(mention.start)
    first = scene.sentences[max(0, mention.sentence - _SETTING)][0]
    if not last or last[0].start < first or last[0].end <= mention.start:
        return last if last and last[0].start >= first else []
    past = scene.span(mention.sentence - _SETTING, mention.sentence)  # the mention stands within the last place
    return [c for c in past if c.at and c.end <= mention.start][-1:]


def bearers(scene: Scene, mention: Mention) -> Sightings:
    """People of the document who bear the title that the words are: "the crown prince"."""
    title = title_of(mention.words)
    if title not in scene.view.roster.titles:
        return {}
    homes = [(c, scene.bears(c.name.name, title)) for c in scene.people("")]
    told = [(c, countries) for c, countries in homes if countries]
    before = [countries for c, countries in told if c.end <= mention.start]
    return {
        "bearer": frozenset(country for _, countries in told for country in countries),
        "bearer before": before[-1] if before else frozenset(),
    }


def _people(place: _Place) -> Sightings:
    """People whom "he" or "she" can mean, by where they are named; who is ruled out by the grammar is seen apart."""
    scene, mention = place.scene, place.mention
    out = [c for c in place.before if barred(scene, mention, c)]
    end = scene.sentences[mention.sentence][1]
    others = spoken_of(scene, mention)
    able = [c for c in scene.people(mention.gender) if c.end <= mention.start and c.start < end]
    able = [c for c in able if c.name.name not in others] if others else able
    able = [c for c in able if c not in out] if out else able
    same = [c for c in able if c.sentence == mention.sentence]
    previous = [c for c in able if c.sentence == mention.sentence - 1]
    openers = (c for c in reversed(able) if c.start - scene.sentences[c.sentence][0] <= OPENING)
    often = Counter([c.name.name for c in able]).most_common(1)
    return known(
        {
            "barred": out[-1:],
            "he same first": same[:1],
            "he same last": same[-1:],
            "he previous first": previous[:1],
            "he previous last": previous[-1:],
            "he nearest": able[-1:],
            "he direct": first(c for c in reversed(able) if direct(scene, c.start)),
            "he direct previous": first(c for c in previous if direct(scene, c.start)),
            "he opener": first(openers),
            "he often": first(c for c in able if c.name.name == often[0][0]),
        }
    )


def barred(scene: Scene, mention: Mention, clue: Clue) -> bool:
    """Whether a name is the subject of the clause whose object the pronoun is, so not meant: "Kim embraced him"."""
    if clue.sentence != mention.sentence or scene.text[mention.start : mention.end].casefold() not in listed("objects"):
        return False
    gap = scene.text[clue.end : mention.start]
    words = gap.split()
    return gap.startswith(" ") and 0 < len(words) <= _CLAUSE and all(w.isalpha() and w not in _LINKS for w in words)
