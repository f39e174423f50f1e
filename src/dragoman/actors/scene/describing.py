"""What the words beside a name say of whom it names: "the Turkish lawyer X", "X, a doctor from Kenya".

In: a scene and the place of a name. Out: the clues in words that describe it, the countries that they tell, and those
named beside any place where the same person or body is named.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.owning import headed
from dragoman.actors.names.choosing import View
from dragoman.actors.names.kinds import PLACES
from dragoman.actors.names.matching import Name, undotted
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import means_people
from dragoman.actors.phrases.phrase import taken_apart
from dragoman.actors.phrases.resolving import Reading, read
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import CLOSE, Scene, Sightings, kept

# How far from a name the words that describe it reach.
_DESCRIPTION = 45
_PREMODIFIERS = 5
# Words of "formerly of the northern".
_FROM = 4
# How far before a name the description that it stands beside may begin.
_BEFORE = 110
# How far behind a name one that tells its country can stand.
_AFTER = 125
# What parts a name from words beside it that describe it.
_OPENED = (", ", " (")
# "…, 24, from Portsmouth", "…, president of the league and professor at Leeds": up to a verb or the clause's end.
_APPOSITION = re.compile(
    r"(?:, | \()(?!\w{2,12}ed )(?:(?!, \w{2,12}ed )"
    r"(?! (?:who|which|said|says|told|was|is|has|had|were|are|will|would|and the|but) )[^.;:—“”\"\n]){3,110}"
)
# Where a description before a name begins at the latest, and what may follow a name that stands beside one.
_BREAK = re.compile(r"[.;:!?—–“”\"()\n]|, | and ")
_CLOSED = (",", ".", ";", ")", "\n", "")
_AGE = re.compile(r"(?:, | \()\d{1,2}(?=, )")


def describing(text: str, here: Sequence[Clue], start: int, end: int) -> list[Clue]:
    """The clues in words that describe a name: "the Turkish lawyer X", "X, 24, a doctor from Turkey"."""
    left = [c for c in here if c.end <= start and not c.person][-1:]
    right = [c for c in here if c.start >= end and not c.person][:1]
    found = [c for c in left if _premodifies(text[c.end : start])]
    return found + [c for c in right if _apposed(text[end : c.start])]


def _premodifies(gap: str) -> bool:
    words = gap.rstrip(", ").removeprefix("'s").removeprefix("’s").split()
    return len(words) <= _PREMODIFIERS and all(
        w.replace("-", "").isalpha() and w not in listed("verbs") and not w.endswith("ed") for w in words
    )


def _apposed(gap: str) -> bool:
    if not gap.startswith((", ", " (", " of ", " from ", " is a", " was a")) or len(gap) > _DESCRIPTION:
        return False
    return not set(gap) & set('.;:“”"') and not any(w in listed("verbs") for w in gap.split()[2:])


def apposed_clues(text: str, here: Sequence[Clue], end: int) -> list[Clue]:
    """The clues in the words beside a name that ends at `end`: "X, …, professor at Leeds"."""
    able = [c for c in here if c.start > end and not c.person]
    reach = _apposition(text, end) if able else end
    return [c for c in able if c.start < reach]


def told(scene: Scene, start: int, end: int) -> frozenset[str]:
    """Countries that descriptions beside a name tell, "" for an international body's: "Kenya's envoy, X"."""
    body = headed(scene, start)
    return body or frozenset(c for span in _descriptions(scene, start, end) for c in _countries(scene, *span))


def _descriptions(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words before the name, and those after it, that may describe it."""
    text = scene.text
    stop = start - 2 if text.startswith(", ", start - 2) else start - 1
    if stop == start - 1 or text[end : end + 1] in _CLOSED:
        opening = max(scene.sentences[scene.sentence_at(start)][0], start - _BEFORE)
        if scene.between(opening, stop):  # words without a name tell no country
            yield _begun(text, opening, stop), stop
    behind = beside_name(scene, end) if scene.between(end, end + _AFTER) else None
    if behind is not None:
        yield behind


def beside_name(scene: Scene, end: int) -> tuple[int, int] | None:
    """The words behind a name that ends at `end` that may describe it: "X, 45, a doctor in Kenya"."""
    if not scene.text.startswith(_OPENED, end):  # nearly always
        return None
    aged = _AGE.match(scene.text, end)
    after = aged.end() if aged else end
    reach = _apposition(scene.text, after)
    return (after + 2, reach) if reach > after + 2 else None


def _apposition(text: str, end: int) -> int:
    """How far the words beside a name that ends at `end` reach; `end` where there are none."""
    if not text.startswith(_OPENED, end):  # nearly always
        return end
    found = _APPOSITION.match(undotted(text[end : end + _AFTER]))
    return end + found.end() if found else end


def _begun(text: str, opening: int, stop: int) -> int:
    """Where the clause that ends at `stop` has its last noun phrase: behind the last break or word that opens one."""
    breaks = [opening + found.end() for found in _BREAK.finditer(undotted(text[opening:stop]))]
    first = breaks[-1] if breaks else opening
    for word in re.finditer(r"[^\W\d_]+ ", text[first:stop]):
        if word.group()[:-1] in listed("clause openers"):
            breaks.append(first + word.end())
    return max([first, *breaks])


def _countries(scene: Scene, start: int, end: int) -> Iterator[str]:
    named = scene.between(start, end)
    home = _whence(scene.text[start : named[0].start]) if named else False
    if home and named[0].name.kind in PLACES:
        yield named[0].country
        return
    reading = _described(scene, start, end) if named else None
    if reading is None or not reading.noun:
        return
    if reading.country:
        yield reading.country
    elif any(c.name.kind == "organisation" and not c.country for c in named):
        yield ""


def _whence(gap: str) -> bool:
    """Whether the words before a place say that somebody is from there: "from northern", "formerly of"."""
    words = gap.split()
    before = words[1:] if words[:1] in (["formerly"], ["originally"]) else words
    return before[:1] in (["from"], ["of"]) and len(words) <= _FROM and all(w.islower() for w in words)


def _described(scene: Scene, start: int, end: int) -> Reading | None:
    """What the words of a description say; None where no word for people is among them, so that it describes nobody."""
    words = scene.text[start:end]
    apart = taken_apart(words, scene.view.roster)
    if not any(means_people(item) or item.key in listed("part words") for item in apart.items):
        return None
    found = read(words, scene.view, apart=apart)
    return found[0][1] if found else None


def meaning(name: Name, view: View) -> Reading:
    """What a name of a text means by itself on the day of a view."""
    found = read(name.name if name.kind == "surname" else name.text, view)
    if found and found[0][1].name == name.name:
        return found[0][1]
    return Reading(name=name.name, sector=name.sector, wikidata=name.wikidata)


def chain_sightings(scene: Scene, mention: Mention) -> Sightings:
    """Countries named beside the places where the same person or body is named."""
    chain = scene.chain_of(mention.start, mention.end) if mention.kind == "name" else None
    if chain is None:
        return {}
    return _beside(scene, tuple(chain.spans))


@kept
def _beside(scene: Scene, spans: tuple[tuple[int, int], ...]) -> Sightings:
    beside: set[str] = set()
    described: Counter[str] = Counter()
    demonyms: set[str] = set()
    shared: list[str] = []
    apposed: set[str] = set()
    said_of: set[str] = set()
    for start, end in spans:
        here = scene.sentence(scene.sentence_at(start))
        said = describing(scene.text, here, start, end)
        if said:
            described.update([c.country for c in said])
            demonyms.update([c.country for c in said if c.name.kind == "demonym"])
        apposed.update([c.country for c in apposed_clues(scene.text, here, end)])
        said_of.update(told(scene, start, end))
        here = [c for c in here if c.country]
        shared.extend(dict.fromkeys([c.country for c in here]))
        beside.update([c.country for c in here if 0 <= start - c.end <= CLOSE or 0 <= c.start - end <= CLOSE])
    first = scene.sentence(scene.sentence_at(spans[0][0]))
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
