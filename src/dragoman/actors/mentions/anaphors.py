"""Which names before them "both", "the two leaders", "all three countries", "the group" and "the Commission" mean.

In: a mention's words and the clues before it, in order of the text. Out: the clues that it means.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.actors.knowledge.sectors import sectors_in
from dragoman.actors.mentions.mentions import Mention, number_of
from dragoman.actors.names.choosing import View
from dragoman.actors.names.kinds import GOVERNMENTS, PERSONS, STATES
from dragoman.actors.names.roster import LEADING
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.naming import plain
from dragoman.actors.phrases.resolving import party, read
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import Scene
from dragoman.event import Party

_TWO = 2
# What may stand between the names of one list.
_LISTING = frozenset({", ", " and ", ", and ", " and the ", ", the ", ", and the "})
# Words of "the group" and "the terror group".
_GROUP_LENGTHS = (2, 3)
# The sector that "the bloc" and "the agency" mean.
_COMMON = "IGO"
_LISTED = PERSONS | STATES | {"capital"}
# What two parties at once may be, likelier kinds of names first; where a place is only a place comes last.
_PAIRED = {
    "people": (PERSONS, GOVERNMENTS),
    "persons": (PERSONS,),
    "states": (GOVERNMENTS, GOVERNMENTS | PERSONS | {"capital"}),
    "sides": (GOVERNMENTS | {"organisation"}, GOVERNMENTS | PERSONS | {"capital"}),
    "owners": (STATES,),
    "any": (GOVERNMENTS | PERSONS | {"organisation"}, GOVERNMENTS | PERSONS | {"capital", "organisation"}),
}


def two(pair: str, before: Sequence[Clue], *, sentence: int, facing: Collection[Clue] = ()) -> list[Clue]:
    """The last two clues of different countries that a pair of a kind means; two men may be of one. [] without two.

    Who is on the other side (`facing`) is none of the two: "Putin urged both presidents".
    """
    names = {c.name.name for c in facing}
    lands = {c.country for c in facing} if pair != "persons" else set()
    before = [c for c in before if c.name.name not in names and c.country not in lands]
    if pair == "sides":
        before = [c for c in before if c.name.kind != "organisation" or c.name.sector in sectors_in("rebel")]
    for kinds in _PAIRED[pair]:
        able = [c for c in before if c.country and c.name.kind in kinds]
        found = _last(pair, _together(pair, able, sentence) or able)
        if found:
            return found
    return []


def _last(pair: str, able: Sequence[Clue]) -> list[Clue]:
    """The last two of different countries, or persons; [] where there are not two."""
    kept: dict[str, Clue] = {}
    for clue in reversed(able):
        kept.setdefault(_who(pair, clue), clue)
        if len(kept) == _TWO:
            return list(reversed(kept.values()))
    return []


def _who(pair: str, clue: Clue) -> str:
    return clue.name.name if pair == "persons" else clue.country


def _together(pair: str, able: Sequence[Clue], sentence: int) -> list[Clue]:
    """The two whom one sentence names, where all that is named between it and the words' own is one bystander: "Israel
    and Hamas agreed to a truce. Egypt welcomed it. Both sides ..."; [] else."""
    earlier = [c for c in able if c.sentence < sentence]
    if len(earlier) < len(able) or not earlier:
        return []
    since = [c for c in earlier if c.sentence == earlier[-1].sentence]
    if len({_who(pair, c) for c in since}) != 1:
        return []
    rest = [c for c in earlier if c.sentence < since[0].sentence]
    last = [c for c in rest if c.sentence == rest[-1].sentence]
    named = {_who(pair, c) for c in last}
    return last if len(named) == _TWO and _who(pair, since[0]) not in named else []


def several(mention: Mention, before: Sequence[Clue], text: str, *, facing: Collection[Clue] = ()) -> list[Clue]:
    """The clues that words for several parties at once mean; [] where they are not named."""
    number = number_of(mention.said)
    if number > _TWO:
        return _enumerated([c for c in before if c.country and c.name.kind in _LISTED], text, number)
    return two(mention.pair, before, sentence=mention.sentence, facing=facing)


def leaders(scene: Scene, mention: Mention) -> list[Clue]:
    """Those who lead states, whom "the two leaders" means: of two countries near by, else the only two of the text so
    far. [] where others are meant: "Lavrov met Pompeo. The two leaders"."""
    if mention.said and mention.said[-1] not in listed("paired leaders"):
        return []
    able = [c for c in scene.between(0, mention.start) if scene.human(c) and _leads(scene, c)]
    recent = scene.before(mention.start, mention.sentence)
    near = [c for c in able if c in recent]
    if len({c.country for c in near}) >= _TWO:
        return near
    return able if len({c.country for c in able}) == _TWO else []


def _leads(scene: Scene, clue: Clue) -> bool:
    """Whether a person leads a state on the day of the document."""
    career = scene.view.roster.offices.career(clue.name.name, scene.view.on)
    return any(serving and office.kind in LEADING for _, office, serving in career)


def _enumerated(able: Sequence[Clue], text: str, number: int) -> list[Clue]:
    """The last clues of different countries that one list of so many names: "Mali, Niger and Burkina Faso"."""
    runs: list[list[Clue]] = []
    for clue in able:
        if runs and text[runs[-1][-1].end : clue.start] in _LISTING:
            runs[-1].append(clue)
        else:
            runs.append([clue])
    fit = [run for run in runs if len(run) == len({c.country for c in run}) == number]
    return fit[-1] if fit else []


def of_each(mention: Mention, owners: Sequence[Clue], text: str, view: View) -> list[Party]:
    """A party for each state whose leaders words mean: "the foreign ministers of the two countries"."""
    words = text[mention.start : mention.end]
    head = words[: max(words.rfind(" of "), words.rfind(" from "))]
    phrase = f"{head} of {' and '.join(clue.name.name for clue in owners)}"
    told = [party(phrase, part, reading) for part, reading in read(phrase, view)] if owners else []
    made = [replace(one, text=words, start=mention.start, end=mention.end) for one in told]
    return [one if one.office else replace(one, name=plain(words)) for one in made]


def organisation(scene: Scene, mention: Mention) -> Clue | None:
    """The organisation that "the group" means, or "the Commission"."""
    words = scene.text[mention.start : mention.end].split()
    if not words or words[0].casefold() != "the":
        return None
    found = group([word.casefold() for word in words], scene.before(mention.start, mention.sentence))
    if found is not None or not shortened(words):
        return found
    return body(words[-1], scene.between(0, mention.start), text=scene.text[: mention.start])


def group(words: Sequence[str], before: Sequence[Clue]) -> Clue | None:
    """The organisation last named before "the group", "the movement"; before "the bloc" of states, "the agency"."""
    if len(words) not in _GROUP_LENGTHS or words[0] != "the":
        return None
    if not listed("group adjectives").issuperset(words[1:-1]):
        return None
    several, body = words[-1] in listed("group nouns"), words[-1] in listed("body nouns")
    able = [c for c in before if c.name.kind == "organisation"] if several or body else []
    institutions = sectors_in("institution")
    meant = [c for c in able if (body if c.name.sector == _COMMON else several and c.name.sector not in institutions)]
    return meant[-1] if meant else None


def shortened(words: Sequence[str]) -> bool:
    """Whether words are "the" and one of a name: "the Commission", "The Fund"; "the State" is the country."""
    long = len(words) == _TWO and words[0] in ("the", "The")
    return long and words[1][:1].isupper() and words[1].casefold() not in listed("state nouns")


def body(word: str, named: Sequence[Clue], *, text: str) -> Clue | None:
    """The organisation last named whose name ends in a word: the European Commission is "the Commission". None where
    the text after it names another by that word: "the Electoral Commission"."""
    ending = f" {word.casefold()}"
    able = (c for c in reversed(named) if c.name.kind == "organisation" and not c.person)
    found = next((c for c in able if c.name.name.casefold().endswith(ending)), None)
    if found is None:
        return None
    others = re.finditer(rf"\b([A-Z]\w*)’?'? {re.escape(word)}\b", text[found.end :])
    return None if any(other[1].casefold() not in listed("determiners") for other in others) else found
