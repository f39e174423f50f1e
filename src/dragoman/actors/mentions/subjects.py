"""Of whom the words right beside a pronoun speak: "Tinubu, who chairs", "Tokayev said he", "his release".

In: a mention and its `Scene`. Out: the name or the noun phrase that tells whom it means.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.actors.countries.earlier import opener
from dragoman.actors.countries.sightings import barred
from dragoman.actors.mentions.couples import couple
from dragoman.actors.mentions.hearers import hearer
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.owning import owner
from dragoman.actors.mentions.voices import spoken_of
from dragoman.actors.names.kinds import PLACES
from dragoman.actors.names.matching import word_between
from dragoman.actors.names.words import listed
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import OPENING, Scene

_SAID = frozenset({"he", "they", "it"})
_OWNERS = frozenset({"he", "they"})
# "They arrest" is no arrest of theirs.
_ACTING_ALONE = frozenset({"he", "she", "they"})
# So many sentences back is the one whose release is asked for, and so near stands what befell.
_RECENT, _NEXT = 2, 20
# What may stand between a name and the verb of saying: a description between two commas, of so many characters.
_COMMAS, _APPOSED = 2, 80
# Words before a verb of saying whose subject is that of the clause before: "X criticised Y and said he would sue".
_GOES_ON = (" and", " but")
_TIME = re.compile(r"^(?:(?:On|Last) [A-Z][a-z]+day |(?:On|In|Last|Earlier|At|Later) [\w ]{2,25}, )")
_DID = re.compile(r"(?:, [^,.;:]{2,80},)? ([a-z]+)\b")
_JOINING = frozenset({"and", "or"})
_UNTITLED = frozenset({"the", "former", "outgoing"})
_MARKS = frozenset('"“”')
# So many words of titles stand before who begins a sentence: "The former Kenyan president".
_TITLED = 4
# What stands before a "he" that is told to say something, within so many characters.
_MARK, _INSERTED = 2, re.compile(r"[,”\"’?!] $")
_RELATIVE = re.compile(r" (?:that|which|whom) $")
_BODIES = frozenset({"state", "organisation"})
_ACTING = _BODIES | {"capital", "metonym"}
_ALSO = re.compile(r" (?:(?:has|had|will|is|was|would) )?also\b")
# One person acts on another: "... Putin and asked him".
_TWO = 2
# Pronouns that lead a sentence, with their gender.
_LEADING = {"he": "m", "she": "f"}
_TOLD = re.compile(r",[”\"’']? $")
# From who tells something to of whom it is told: no more than a time, a place or a title.
_SAYS = re.compile(r" ([a-z]+) (?:[\w’'-]+ ){0,6}")
_AND_DID = re.compile(r",? and ([a-z]+) ")


def subject(scene: Scene, mention: Mention) -> Clue | NounPhrase | None:
    """Who stands right before "who" and "whose", or is said to speak of themselves right before "he", "that its"."""
    kind = mention.kind.partition("+")[0]
    if kind == "who":
        return _before(scene, mention, len(scene.text[: mention.start].rstrip(" ,")))
    fate = _verb(scene, mention) in listed("fates")
    if fate and kind in _OWNERS and scene.text[mention.start : mention.end].casefold() not in _ACTING_ALONE:
        return _undergoing(scene, mention, many=kind == "they")
    if kind not in _SAID:
        return None
    if mention.kind == "he+noun" and (told := _spoken_for(scene, mention)):
        return told
    opening = scene.sentences[mention.sentence][0]
    if mention.start == opening and mention.kind == "it+noun":
        return owner(scene, opening)
    if scene.text[mention.start : mention.end].casefold() in listed("objects"):
        heard = hearer(scene, mention)
        return heard if heard or kind != "he" else _met(scene, mention, opening) or _teller(scene, mention, opening)
    if acting := _acting(scene, mention, opening):
        return acting
    if mention.start == opening and kind in ("he", "they"):
        return _alone(scene, mention) if kind == "he" else couple(scene, mention)
    before = scene.text[opening : mention.start].rstrip().removesuffix(" that")
    reporter, _, verb = before.rpartition(" ")
    return _reporter(scene, mention, opening + len(reporter)) if verb in listed("sayings") else None


def _acting(scene: Scene, mention: Mention, opening: int) -> Clue | NounPhrase | None:
    """Who goes on to act or to speak: for "it" anywhere, for "he" behind the first word of its sentence."""
    if mention.kind == "it":
        heard = _main(scene, mention, opening) or hearer(scene, mention)
        return heard or _also(scene, mention) or _spoke(scene, mention)
    return _speaks_on(scene, mention) if mention.kind == "he" and mention.start > opening else None


def _alone(scene: Scene, mention: Mention) -> Clue | None:
    """Whom "he" at the head of a sentence means: the one person of the sentence before, or of several the one with whom
    it begins. The ranker would take a country named beside them. Words still quoted are somebody else's."""
    start, end = scene.sentences[max(0, mention.sentence - 1)]
    others = spoken_of(scene, mention)
    people = [c for c in scene.people("") if start <= c.start < end and c.name.name not in others]
    said = scene.text[start : mention.start]
    if not people or not mention.sentence or said.count("“") != said.count("”") or said.count('"') % 2:
        return None
    one = len({c.name.name for c in people}) == 1 or (not _MARKS.intersection(said) and _leads(scene, people[0]))
    return people[0] if one and scene.may_be(people[0], mention.gender) else None


def _leads(scene: Scene, person: Clue) -> bool:
    """Whether a sentence begins with a person, or a time and titles before them, and tells what they do."""
    before = _TIME.sub("", scene.text[scene.opening(person.sentence) : person.start]).split()
    behind = _DID.match(scene.text, person.end)
    able = listed("titles") | _UNTITLED
    plain = len(before) <= _TITLED and all(w in able for w in before if w.islower() or w.endswith((",", "’s", "'s")))
    sound = plain and not any(w.casefold() in listed("prepositions") for w in before)
    return sound and behind is not None and behind[1] not in listed("prepositions") and behind[1] not in _JOINING


def _also(scene: Scene, mention: Mention) -> Clue | None:
    """The state or the body with which the sentence before begins, of which more is told: "It also expelled"."""
    if not _heads(scene, mention) or not _ALSO.match(scene.text, mention.end):
        return None
    names = opener(scene, mention.sentence - 1)
    if not names or names[0].person or names[0].name.kind not in _ACTING:
        return None
    behind = word_between(scene.text, names[0].end, names[0].end + _NEXT)[0]
    owned = scene.text.startswith(("’", "'"), names[0].end)
    return None if owned or behind in listed("sayings") else names[0]


def _speaks_on(scene: Scene, mention: Mention) -> Clue | None:
    """Who spoke last before the "he" that says the words before it, or the words around it: "This, he said, would"."""
    spoke = _last_teller(scene, mention, back=_RECENT) if _inserted(scene, mention) else None
    # A title glued before the name is no part of it: "Aung San Suu Kyi jailedRead moreElaine Pearson, the director".
    people = [c for c in scene.between(*spoke) if scene.human(c) and _names(scene, spoke[1], c)] if spoke else []
    if not people or not scene.may_be(people[-1], mention.gender):
        return None
    later = (scene.opening(at) for at in range(people[-1].sentence + 1, mention.sentence + 1))
    others = [c for at in later for c in scene.between(at, min(at + OPENING, mention.start)) if scene.human(c)]
    return None if others else people[-1]


def _names(scene: Scene, end: int, person: Clue) -> bool:
    """Whether a person's name ends words that end at `end`, but for what describes them behind a comma."""
    return person.end == end or scene.text.startswith(",", person.end)


def _spoke(scene: Scene, mention: Mention) -> Clue | NounPhrase | None:
    """The body that spoke last before an "it" that speaks on: "the ministry said. It denied", "“...,” it added"."""
    behind, inserted = _verb(scene, mention), _INSERTED.search(scene.text, mention.start - _MARK, mention.start)
    going_on = _heads(scene, mention) and behind in listed("sayings") | listed("judgings")
    if not going_on and not _inserted(scene, mention):
        return None
    spoke = _last_teller(scene, mention, back=_RECENT if inserted else 1)
    if spoke is None:
        return None
    noun = next((n for n in scene.phrases(*spoke) if not n.many and n.end == spoke[1]), None)
    if noun is not None:
        return noun if noun.noun.split()[-1] in listed("speaking bodies") else None
    names = [c for c in scene.between(*spoke) if c.end == spoke[1]]
    return names[0] if names and not names[0].person and names[0].name.kind in _ACTING else None


def _last_teller(scene: Scene, mention: Mention, *, back: int) -> tuple[int, int] | None:
    """Where the last one stands who says something, so many sentences before a mention at most."""
    first = scene.sentences[max(0, mention.sentence - back)][0]
    at = bisect_left(scene.tellers, (mention.start, 0))
    return scene.tellers[at - 1] if at and scene.tellers[at - 1] >= (first, 0) else None


def _inserted(scene: Scene, mention: Mention) -> bool:
    """Whether a pronoun and its verb of saying stand behind or amid what is said: "This, he said, would"."""
    mark = _INSERTED.search(scene.text, mention.start - _MARK, mention.start)
    return mark is not None and _verb(scene, mention) in listed("sayings")


def _heads(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is at the head of a sentence that follows another."""
    return mention.sentence > 0 and mention.start == scene.opening(mention.sentence)


def _verb(scene: Scene, mention: Mention) -> str:
    """The word behind a mention."""
    return word_between(scene.text, mention.end, mention.end + _NEXT)[0]


def _main(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """Who begins the sentence, for the "it" that acts on several: "The US punished two firms that it accused"."""
    before = scene.text[opening : mention.start]
    relative = _RELATIVE.search(before)
    if relative is None or not any(n.many and n.end == opening + relative.start() for n in scene.nouns):
        return None
    names = [c for c in scene.between(opening, mention.start) if not c.at and c.name.kind in _BODIES]
    return names[0] if names and not scene.text[opening : names[0].start].removeprefix("The ") else None


def leading(scene: Scene, mention: Mention) -> Mention | None:
    """The "he" that leads the sentence which his own tell: "He condemned the attacks on Kyiv, his spokesman said"."""
    opening = scene.opening(mention.sentence)
    word, end = word_between(scene.text, opening, opening + _NEXT)
    gender = _LEADING.get(word)
    if mention.kind != "he+noun" or gender != mention.gender or not _tells(scene, mention, opening):
        return None
    return Mention(end - len(word), end, mention.sentence, "he", gender=gender)


def _spoken_for(scene: Scene, mention: Mention) -> Clue | None:
    """Who leads the clause that is told by theirs: "Guterres condemned the attacks on Kyiv, his spokesman said"."""
    opening = scene.opening(mention.sentence)
    if not _tells(scene, mention, opening):
        return None
    people = [c for c in scene.between(opening, mention.start) if scene.human(c)]
    if not people or people[0].start - opening > OPENING:
        return None
    return people[0] if scene.may_be(people[0], mention.gender) else None


def _tells(scene: Scene, mention: Mention, opening: int) -> bool:
    """Whether a mention says what stands before it in its sentence: ", his spokesman said"."""
    return _verb(scene, mention) in listed("sayings") and _TOLD.search(scene.text, opening, mention.start) is not None


def _met(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """The object of the verb before, of whoever begins the sentence: "Merkel telephoned Putin and asked him"."""
    here = [c for c in scene.between(opening, mention.start) if scene.human(c)]
    if len({c.name.name for c in here}) < _TWO or here[0].start - opening > OPENING:
        return None
    joint = _AND_DID.fullmatch(scene.text, here[-1].end, mention.start)
    did = joint is not None and joint[1] not in listed("prepositions")
    return here[-1] if did and scene.may_be(here[-1], mention.gender) else None


def _teller(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """Who tells what somebody else did to them: "Pence said Trump had asked him"."""
    here = [c for c in scene.between(opening, mention.start) if scene.human(c)]
    if len(here) != _TWO or here[0].start - opening > OPENING or not barred(scene, mention, here[1]):
        return None
    said = _SAYS.fullmatch(scene.text, here[0].end, here[1].start)
    tells = said is not None and said[1] in listed("sayings")
    return here[0] if tells and here[0].name != here[1].name and scene.may_be(here[0], mention.gender) else None


def _undergoing(scene: Scene, mention: Mention, *, many: bool) -> Clue | NounPhrase | None:
    """Whose release or trial is asked for: who is named or described last in the sentences before."""
    opening = scene.sentences[mention.sentence][0]
    start = scene.sentences[max(0, mention.sentence - _RECENT)][0]
    people = [c for c in scene.people(mention.gender) if not many and start <= c.start < opening]
    nouns = [n for n in scene.phrases(start, opening) if n.many == many]
    told: list[Clue | NounPhrase] = [*people, *nouns]
    return max(told, key=lambda one: one.end, default=None)


def _before(scene: Scene, mention: Mention, end: int) -> Clue | NounPhrase | None:
    """The name or the noun phrase that ends somewhere; places are where something is, not who."""
    here = scene.sentence(mention.sentence)
    name = next((c for c in here if c.end == end and not (c.at and c.name.kind in PLACES)), None)
    return name or next((n for n in scene.nouns if n.end == end), None)


def _goes_on(scene: Scene, mention: Mention, named: Sequence[Clue]) -> Clue | None:
    """The person with whom the sentence of "he" began, of several who are named in it."""
    opening = scene.sentences[mention.sentence][0]
    first = named[0] if mention.kind.startswith("he") and len(named) > 1 else None
    leads = first is not None and first.start - opening <= OPENING and scene.may_be(first, mention.gender)
    return first if leads else None


def _reporter(scene: Scene, mention: Mention, end: int) -> Clue | NounPhrase | None:
    """The subject of a verb that begins behind `end`: a noun phrase of the pronoun's number, or the last name before it
    where nothing stands between but a description in commas."""
    kind = mention.kind.partition("+")[0]
    noun = next((n for n in scene.nouns if n.end == end and n.many == (kind == "they")), None)
    here = [c for c in scene.sentence(mention.sentence) if c.end <= end]
    named = [c for c in here if scene.human(c)] if kind == "he" else here
    if scene.text.endswith(_GOES_ON, 0, end):
        return _goes_on(scene, mention, named)
    if noun is not None or not named or (kind == "he" and not scene.may_be(named[-1], mention.gender)):
        return noun
    gap = scene.text[named[-1].end : end].strip()
    apposed = gap.startswith(",") and gap.endswith(",") and gap.count(",") == _COMMAS and len(gap) <= _APPOSED
    return named[-1] if not gap or apposed else None
