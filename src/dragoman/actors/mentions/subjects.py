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
from dragoman.actors.scene.scene import Scene

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
# How near its start a sentence's subject stands.
_OPENING = 40
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
    fate = word_between(scene.text, mention.end, mention.end + _NEXT)[0] in listed("fates")
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
        return hearer(scene, mention) or (_object(scene, mention, opening) if kind == "he" else None)
    if acting := _acting(scene, mention, opening):
        return acting
    if mention.start == opening and kind in ("he", "they"):
        return _alone(scene, mention) if kind == "he" else couple(scene, mention)
    before = scene.text[opening : mention.start].rstrip().removesuffix(" that")
    reporter, _, verb = before.rpartition(" ")
    return _reporter(scene, mention, opening + len(reporter)) if verb in listed("sayings") else None


def _object(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """Whom "him" means within its sentence: who is met, or who tells of it."""
    return _met(scene, mention, opening) or _teller(scene, mention, opening)


def _acting(scene: Scene, mention: Mention, opening: int) -> Clue | NounPhrase | None:
    """Who acts or speaks on, for an "it" anywhere and for a "he" behind the beginning of its sentence."""
    if mention.kind == "it":
        heard = _main(scene, mention, opening) or hearer(scene, mention)
        return heard or _also(scene, mention) or _spoke(scene, mention)
    return _speaks_on(scene, mention) if mention.kind == "he" and mention.start > opening else None


def _alone(scene: Scene, mention: Mention) -> Clue | None:
    """The one person of the sentence before, or of several with whom it begins, for "he" at the head of the next; the
    ranker would take a country named beside them. Words still quoted are somebody else's."""
    start, end = scene.sentences[max(0, mention.sentence - 1)]
    others = spoken_of(scene, mention)
    people = [c for c in scene.people("") if start <= c.start < end and c.name.name not in others]
    said = scene.text[start : mention.start]
    if not people or not mention.sentence or said.count("“") != said.count("”") or said.count('"') % 2:
        return None
    one = len({c.name.name for c in people}) == 1 or (not _MARKS.intersection(said) and _leads(scene, people[0]))
    return people[0] if one and scene.may_be(people[0], mention.gender) else None


def _leads(scene: Scene, person: Clue) -> bool:
    """Whether a sentence begins with a person, titles and a time before them, and tells what they do."""
    before = _TIME.sub("", scene.text[scene.opening(person.sentence) : person.start]).split()
    behind = _DID.match(scene.text, person.end)
    able = listed("titles") | _UNTITLED
    plain = len(before) <= _TITLED and all(w in able for w in before if w.islower() or w.endswith((",", "’s", "'s")))
    sound = plain and not any(w.casefold() in listed("prepositions") for w in before)
    return sound and behind is not None and behind[1] not in listed("prepositions") and behind[1] not in _JOINING


def _also(scene: Scene, mention: Mention) -> Clue | None:
    """The state or the body with which the sentence before begins, of which more is told: "It also expelled"."""
    if (
        not mention.sentence
        or mention.start != scene.opening(mention.sentence)
        or not _ALSO.match(scene.text, mention.end)
    ):
        return None
    names = opener(scene, mention.sentence - 1)
    if not names or names[0].person or names[0].name.kind not in _ACTING:
        return None
    behind = word_between(scene.text, names[0].end, names[0].end + _NEXT)[0]
    owned = scene.text.startswith(("’", "'"), names[0].end)
    return None if owned or behind in listed("sayings") else names[0]


def _speaks_on(scene: Scene, mention: Mention) -> Clue | None:
    """Who spoke last before the "he" that says the words before it, or the words around it: "This, he said, would"."""
    behind = word_between(scene.text, mention.end, mention.end + _NEXT)[0]
    if behind not in listed("sayings") or not _INSERTED.search(scene.text, mention.start - _MARK, mention.start):
        return None
    first = scene.sentences[max(0, mention.sentence - _RECENT)][0]
    told = scene.tellers[bisect_left(scene.tellers, (first, 0)) : bisect_left(scene.tellers, (mention.start, 0))]
    # A title glued before the name is no part of it: "Aung San Suu Kyi jailedRead moreElaine Pearson, the director".
    people = [c for span in told[-1:] for c in scene.between(*span) if scene.human(c) and _names(scene, span[1], c)]
    if not people or not scene.may_be(people[-1], mention.gender):
        return None
    later = (scene.opening(at) for at in range(people[-1].sentence + 1, mention.sentence + 1))
    others = [c for at in later for c in scene.between(at, min(at + _OPENING, mention.start)) if scene.human(c)]
    return None if others else people[-1]


def _names(scene: Scene, end: int, person: Clue) -> bool:
    """Whether a person's name ends words that end at `end`, but for what describes them behind a comma."""
    return person.end == end or scene.text.startswith(",", person.end)


def _spoke(scene: Scene, mention: Mention) -> Clue | NounPhrase | None:
    """The body that spoke last before an "it" that speaks on: "the ministry said. It denied", "“...,” it added"."""
    head = mention.sentence > 0 and mention.start == scene.opening(mention.sentence)
    inserted = _INSERTED.search(scene.text, mention.start - _MARK, mention.start) is not None
    behind = word_between(scene.text, mention.end, mention.end + _NEXT)[0]
    if not (inserted and behind in listed("sayings")) and not (
        head and behind in listed("sayings") | listed("judgings")
    ):
        return None
    first = scene.sentences[max(0, mention.sentence - (_RECENT if inserted else 1))][0]
    told = scene.tellers[bisect_left(scene.tellers, (first, 0)) : bisect_left(scene.tellers, (mention.start, 0))]
    if not told:
        return None
    noun = next((n for n in scene.nouns if not n.many and n.end == told[-1][1] and n.start >= told[-1][0]), None)
    if noun is not None:
        return noun if noun.noun.split()[-1] in listed("speaking bodies") else None
    names = [c for c in scene.between(*told[-1]) if c.end == told[-1][1]]
    return names[0] if names and not names[0].person and names[0].name.kind in _ACTING else None


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
    if not people or people[0].start - opening > _OPENING:
        return None
    return people[0] if scene.may_be(people[0], mention.gender) else None


def _tells(scene: Scene, mention: Mention, opening: int) -> bool:
    """Whether a mention says what stands before it in its sentence: ", his spokesman said"."""
    behind = word_between(scene.text, mention.end, mention.end + _NEXT)[0]
    return behind in listed("sayings") and _TOLD.search(scene.text, opening, mention.start) is not None


def _met(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """The object of the verb before, of whoever begins the sentence: "Merkel telephoned Putin and asked him"."""
    here = [c for c in scene.between(opening, mention.start) if scene.human(c)]
    if len({c.name.name for c in here}) < _TWO or here[0].start - opening > _OPENING:
        return None
    joint = _AND_DID.fullmatch(scene.text, here[-1].end, mention.start)
    did = joint is not None and joint[1] not in listed("prepositions")
    return here[-1] if did and scene.may_be(here[-1], mention.gender) else None


def _teller(scene: Scene, mention: Mention, opening: int) -> Clue | None:
    """Who tells what somebody else did to them: "Pence said Trump had asked him"."""
    here = [c for c in scene.between(opening, mention.start) if scene.human(c)]
    if len(here) != _TWO or here[0].start - opening > _OPENING or not barred(scene, mention, here[1]):
        return None
    said = _SAYS.fullmatch(scene.text, here[0].end, here[1].start)
    tells = said is not None and said[1] in listed("sayings")
    return here[0] if tells and here[0].name != here[1].name and scene.may_be(here[0], mention.gender) else None


def _undergoing(scene: Scene, mention: Mention, *, many: bool) -> Clue | NounPhrase | None:
    """Whose release or trial is asked for: who is named or described last in the sentences before."""
    opening = scene.sentences[mention.sentence][0]
    start = scene.sentences[max(0, mention.sentence - _RECENT)][0]
    people = [c for c in scene.people(mention.gender) if not many and start <= c.start < opening]
    nouns = [n for n in scene.nouns if n.many == many and start <= n.start < opening]
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
    leads = first is not None and first.start - opening <= _OPENING and scene.may_be(first, mention.gender)
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
