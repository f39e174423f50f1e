"""Where countries are named as seen from a mention: in its sentence, before it, beside it, where things happen.

In: a mention and its `Scene`. Out: `Sightings`, the countries by where they were seen; `ranking` weighs them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile

from dragoman.actors.clues import Clue
from dragoman.actors.describing import apposed_clues, describing, told
from dragoman.actors.holding import foremost, held
from dragoman.actors.mentions import Mention
from dragoman.actors.phrase import qualifies_only
from dragoman.actors.scene import Scene, sector_key
from dragoman.actors.words import listed

# How many sentences before the mention are looked at.
RECENT = 3
# How many sentences back a place still is the setting.
_SETTING = 6
_CLOSE = 25
# Words between a subject and the pronoun that is its object, and those that begin another clause or phrase.
_CLAUSE = 4
_LINKS = frozenset(("that", "who", "which", "and", "or", "but", "as", "for", "with", "to", "by", "of", "after", "when"))
# How near its start a sentence's subject stands.
_OPENING = 40
# How near its start a sentence's place stands that it begins with: "In the capital, Kampala, protesters".
_FRONTED = 30
# How far before a name its titles reach: "with the Turkish president, Recep Tayyip Erdoğan".
_TITLED = 40
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
# Words from who acts to who is acted on.
_ACT = 6
_AND = (" and ", ", and ", " or ")
# A plural noun after a name, with at most two words between.
_PLURAL = re.compile(r"(?:['’]s)?(?: [a-z-]{1,20}){0,2} [a-z]{2,20}s\b")
PERSONAL = frozenset({"he", "he+noun", "he+ally"})

_SPOTS = frozenset(("city", "region", "capital"))

Sightings = dict[str, frozenset[str]]


def sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries by where they are named as seen from the mention; where none is seen is left out, or empty."""
    seen = {**_in_sentence(scene, mention), **_before(scene, mention), **_places(scene, mention)}
    if mention.kind in PERSONAL:
        seen.update(_people(scene, mention))
        subjects = [c for c in seen["same before"] if barred(scene, mention, c)]
        seen["barred"] = subjects[-1:]
    if mention.kind == "we":
        seen["speaker"] = [c for c in scene.span(mention.sentence, mention.sentence + 1) if c.person][:1]
    out = {**_countries(seen), **_earlier(scene, mention.sentence)}
    here = {c.country for c in seen["same before"] + seen["same after"] if c.country}
    if len(here) == 1:
        out["only here"] = frozenset(here)
    out.update(_bearers(scene, mention))
    out.update(_homes(scene, mention))
    out.update(_twins(scene, mention))
    out.update(_introduced(scene, mention))
    out.update(held(scene, mention))
    out["backer"] = _backers(scene, mention)
    out["foremost"] = foremost(scene, mention)
    return {**out, **chain_sightings(scene, mention)}


def _homes(scene: Scene, mention: Mention) -> Sightings:
    """Where a people lives that lives in several countries; of these the one most named, and the last place named."""
    homes = scene.view.roster.homes.get(mention.noun, frozenset())
    if not homes:
        return {"home": homes}
    places = [c.country for c in scene.between(0, mention.start) if c.at and c.country in homes]
    here = [c.country for c in scene.sentence(mention.sentence) if c.at and c.country in homes]
    return {
        "home": homes,
        "home most": frozenset([c for c in scene.ranked if c in homes][:1]),
        "home place": frozenset(places[-1:]),
        "home here": frozenset(here),
    }


def _twins(scene: Scene, mention: Mention) -> Sightings:
    """Countries that stand before the same head elsewhere, or before another of the words."""
    last = mention.words[-1] if mention.words else ""
    twins = scene.twins.get(last) or scene.twins.get(mention.noun) or []
    others = [pair for word in mention.words[:-1] if word != mention.noun for pair in scene.twins.get(word, ())]
    found: Sightings = {}
    if twins:
        before = [country for at, country in twins if at < mention.start]
        found["twin"] = frozenset(country for _, country in twins)
        found["first twin"] = frozenset(c for c, _ in Counter(c for _, c in twins).most_common(1))
        found["last twin"] = frozenset(before[-1:] or [twins[0][1]])
    kin = scene.twins.get(sector_key(mention.sector)) if mention.sector else None
    if kin:
        found["last kin"] = frozenset([country for at, country in kin if at < mention.start][-1:])
        found["first kin"] = frozenset(c for c, _ in Counter(c for _, c in kin).most_common(1))
    if others:
        found["other twin"] = frozenset(c for c, _ in Counter(c for _, c in others).most_common(1))
    return found


def _introduced(scene: Scene, mention: Mention) -> Sightings:
    """Of whom the text spoke before it named them: "A British soldier … Joe Reed"."""
    if mention.many:
        return {}
    before = [country for end, country in scene.introduced if end <= mention.start]
    return {"introduced": frozenset(before[-1:]), "introduced first": frozenset(before[:1])} if before else {}


def _backers(scene: Scene, mention: Mention) -> frozenset[str]:
    """Whose backing the words tell of, so that they are somebody else: the US of "US-backed rebels"."""
    first = bisect_left(scene.matches, mention.start, key=lambda match: match.start)
    inside = takewhile(lambda match: match.end <= mention.end, scene.matches[first:])
    return frozenset(n.country for match in inside if qualifies_only(scene.text, match) for n in match.names)


def _in_sentence(scene: Scene, mention: Mention) -> dict[str, list[Clue]]:
    here = scene.sentence(mention.sentence)
    before = [c for c in here if c.end <= mention.start]
    after = [c for c in here if c.start >= mention.end]
    return {
        "inside": [c for c in here if mention.start <= c.start < mention.end],
        "same before": before,
        "same nearest": before[-1:],
        "same first": before[:1],
        "same after": after,
        "same next": after[:1],
        "close before": [c for c in before if mention.start - c.end <= _CLOSE],
        "close after": [c for c in after if c.start - mention.end <= _CLOSE],
        "joined": [c for c in before[-1:] if scene.text[c.end : mention.start] in _AND],
        "doer": [c for c in before[-1:] if _does(scene.text[c.end : mention.start])],
        "done to": [c for c in after[:1] if _does(scene.text[mention.end : c.start])],
    }


def _does(gap: str) -> bool:
    """Whether the words between a name and a mention make the name the one who acts on it: "Turkey attacked the"."""
    words = gap.split()
    plain = gap.startswith(" ") and 0 < len(words) <= _ACT and all(w.isalpha() and w.islower() for w in words)
    return (
        plain and not any(w in _LINKS for w in words) and any(w.endswith("ed") or w in listed("verbs") for w in words)
    )


def _before(scene: Scene, mention: Mention) -> dict[str, list[Clue]]:
    past = [c for c in scene.span(mention.sentence - RECENT, mention.sentence) if c.end <= mention.start][::-1]
    return {
        "nearest": past[:1],
        "nearest direct": _first(c for c in past if _direct(scene.text, c)),
        "nearest person": _first(c for c in past if c.person),
        "nearest state": _first(c for c in past if c.name.kind == "state"),
        "nearest group": _first(c for c in past if c.name.kind == "organisation"),
        "nearest place": _first(c for c in past if c.name.kind in _SPOTS),
        "nearest many": _first(c for c in past if _many(scene.text, c)),
    }


def _earlier(scene: Scene, index: int) -> Sightings:
    """What is seen alike from all mentions of a sentence, found once: the sentences before, the lead, the title."""
    if index not in scene.around:
        previous, lead = scene.sentence(index - 1), scene.span(0, 1)
        scene.around[index] = {
            "title": scene.title,
            **_countries({
                "previous": previous,
                "previous first": previous[:1],
                "previous last": previous[-1:],
                "previous direct": _first(c for c in previous if _direct(scene.text, c)),
                "previous many": _first(c for c in previous if _many(scene.text, c)),
                "previous subject": _subject(scene, index - 1),
                "at previous": [c for c in previous if c.at][-1:],
                "earlier": scene.sentence(index - 2),
                "lead": lead,
                "lead first": lead[:1],
            }),
        }  # fmt: skip
    return scene.around[index]


def _countries(seen: Mapping[str, Sequence[Clue]]) -> Sightings:
    return {name: frozenset([c.country for c in rows]) for name, rows in seen.items() if rows}


def _direct(text: str, clue: Clue) -> bool:
    """Whether a name is no object: no preposition and no verb stands before it and its titles."""
    for word in reversed(text[max(0, clue.start - _TITLED) : clue.start].split()):
        plain = word.casefold()
        if plain in listed("prepositions") or word.endswith("ed") or plain in listed("verbs"):
            return False
        if word.islower() and plain not in listed("titles") and plain not in _ARTICLES:
            return True
    return True


def _first(found: Iterable[Clue]) -> list[Clue]:
    return list(islice(found, 1))


def _places(scene: Scene, mention: Mention) -> dict[str, list[Clue]]:
    """Where things happen: places with a preposition before them, and the subjects of the sentences."""
    here = [c for c in scene.sentence(mention.sentence) if c.at]
    past = [c for c in scene.span(mention.sentence - _SETTING, mention.sentence) if c.at and c.end <= mention.start]
    after = [c for c in here if c.start >= mention.end]
    opening = scene.sentences[mention.sentence][0]
    return {
        "at before": [c for c in here if c.end <= mention.start][-1:],
        "at after": after[:1],
        "at close": [c for c in after if c.start - mention.end <= _CLOSE][:1],
        "at nearest": past[-1:],
        "at opening": [c for c in here if c.end <= mention.start and c.start - opening <= _FRONTED][:1],
        "at setting": scene.setting(mention.start),
        "subject": [c for c in _subject(scene, mention.sentence) if c.end <= mention.start],
    }


def _subject(scene: Scene, index: int) -> list[Clue]:
    """The name that a sentence begins with, when it is no place where something happens."""
    found = scene.sentence(index)[:1]
    return [c for c in found if not c.at and c.start - scene.sentences[index][0] <= _OPENING]


def _bearers(scene: Scene, mention: Mention) -> Sightings:
    """People of the document who bear the title that the words are: "the crown prince"."""
    title = " ".join(word for word in mention.words if word not in listed("plain adjectives"))
    if title not in scene.view.roster.titles:
        return {}
    homes = [(c, scene.view.roster.bears(c.name.name, title, scene.view.on)) for c in scene.clues if c.person]
    told = [(c, countries) for c, countries in homes if countries]
    before = [countries for c, countries in told if c.end <= mention.start]
    return {
        "bearer": frozenset(country for _, countries in told for country in countries),
        "bearer before": before[-1] if before else frozenset(),
    }


def _many(text: str, clue: Clue) -> bool:
    """Whether a name stands for many people: "the Houthis", "US special forces"."""
    return clue.name.sector == "CVL" or _PLURAL.match(text, clue.end) is not None


def _people(scene: Scene, mention: Mention) -> dict[str, list[Clue]]:
    """People whom "he" or "she" can mean, by where they are named."""
    able = [
        c
        for c in scene.span(0, mention.sentence)
        if c.end <= mention.start and c.person and scene.may_be(c, mention.gender) and not barred(scene, mention, c)
    ]
    same = [c for c in able if c.sentence == mention.sentence]
    previous = [c for c in able if c.sentence == mention.sentence - 1]
    openers = [c for c in able if c.start - scene.sentences[c.sentence][0] <= _OPENING]
    often = Counter(c.name.name for c in able).most_common(1)
    return {
        "he same first": same[:1],
        "he same last": same[-1:],
        "he previous first": previous[:1],
        "he previous last": previous[-1:],
        "he nearest": able[-1:],
        "he direct": _first(c for c in reversed(able) if _direct(scene.text, c)),
        "he direct previous": _first(c for c in previous if _direct(scene.text, c)),
        "he opener": openers[-1:],
        "he often": [c for c in able if often and c.name.name == often[0][0]][:1],
    }


def barred(scene: Scene, mention: Mention, clue: Clue) -> bool:
    """Whether a name is the subject of the clause whose object the pronoun is, so not meant: "Kim embraced him"."""
    if clue.sentence != mention.sentence or scene.text[mention.start : mention.end].casefold() not in listed("objects"):
        return False
    gap = scene.text[clue.end : mention.start]
    words = gap.split()
    return gap.startswith(" ") and 0 < len(words) <= _CLAUSE and all(w.isalpha() and w not in _LINKS for w in words)


def chain_sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries named beside the places where the same person or body is named."""
    chain = scene.chain_of(mention.start, mention.end) if mention.kind == "name" else None
    if chain is None:
        return {}
    beside: set[str] = set()
    described: Counter[str] = Counter()
    demonyms: set[str] = set()
    shared: list[str] = []
    apposed: set[str] = set()
    said_of: set[str] = set()
    for start, end in chain.spans:
        here = scene.sentence(scene.sentence_at(start))
        said = describing(scene.text, here, start, end)
        described.update(c.country for c in said)
        demonyms.update(c.country for c in said if c.name.kind == "demonym")
        apposed.update(c.country for c in apposed_clues(scene.text, here, end))
        said_of.update(told(scene, start, end))
        here = [c for c in here if c.country]
        shared.extend(dict.fromkeys(c.country for c in here))
        beside.update(c.country for c in here if 0 <= start - c.end <= _CLOSE or 0 <= c.start - end <= _CLOSE)
    first = scene.sentence(scene.sentence_at(chain.spans[0][0]))
    return {
        "chain demonym": frozenset(demonyms),
        "chain described": frozenset(described),
        "chain apposed": frozenset(apposed),
        "chain told": frozenset(said_of),
        "chain described most": frozenset(c for c, _ in described.most_common(1)),
        "chain beside": frozenset(beside),
        "chain with": frozenset(shared),
        "chain most": frozenset(c for c, _ in Counter(shared).most_common(1)),
        "chain first": frozenset(c.country for c in first if c.country),
    }
