"""Whom a pronoun stands for, once its country is known: "Students marched in Nairobi. They threw stones" are students.

In: a mention, its country, the names of that country before it, and its `Scene`. Out: the name or the noun phrase that
it stands for. "He" is no place and no body; "it" and "they" are neither a person nor a place where something happens.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.actors.countries.sightings import PERSONAL, barred
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.mentions.voices import spoken_of
from dragoman.actors.names.kinds import PLACES, TOWNS
from dragoman.actors.names.matching import word_between
from dragoman.actors.names.words import listed
from dragoman.actors.phrases.heads import participle
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.actors.scene.clues import Clue
from dragoman.actors.scene.scene import OPENING, Scene

# Places that are no government where they are no subject; a capital may be one.
_SPOTS = TOWNS - {"capital"}
# Words that no noun phrase has inside.
_CLAUSAL = frozenset({"he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "your"})
# Words before a subject that begin a time or a place, or its clause.
_LEADING = frozenset({"in", "at", "on", "after", "during", "and", "but", "or", "when", "while", "before", "as"})
# Names that may act on the noun behind them.
_NAMING = frozenset({"state", "capital", "organisation"})
# "Those who stayed" are nobody of whom the text spoke.
_OTHERS = (("those",), ("these",))
_ARTICLES = ("the ", "The ")
_PLURAL, _BODY = "they", frozenset({"it", "they"})


def antecedent(
    scene: Scene, mention: Mention, before: Sequence[Clue], *, able: Callable[[NounPhrase], bool]
) -> Clue | NounPhrase | None:
    """The last of the names `before` that may be meant, or the noun phrase that is the subject behind them.

    `able` tells whether a noun phrase is of the country.
    """
    if mention.kind in PERSONAL:
        people = [c for c in before if scene.human(c) and scene.may_be(c, mention.gender)]
        others = spoken_of(scene, mention)
        people = [c for c in people if c.name.name not in others and not barred(scene, mention, c)]
        return people[-1] if people else None
    if mention.kind not in _BODY:
        return before[-1] if before else None
    if mention.said[-1:] in _OTHERS:
        return None
    named = [c for c in before if not (c.person or _only_place(scene, c) or barred(scene, mention, c))]
    if mention.kind != _PLURAL:
        named = [c for c in named if c.name.kind != "people" and c.name.sector != "CVL"]
    noun = _subject(scene, mention)
    if noun is None or not able(noun):
        return _bearer(scene, named[-1], mention) if named else None
    later = [c for c in named if c.start >= noun.end and _opens(scene, c)]
    return later[-1] if later else noun


def _bearer(scene: Scene, last: Clue, mention: Mention) -> Clue | NounPhrase | None:
    """A name, or of an adjective its noun: "Russian troops" are no Russia; None where that is a thing: "their British
    citizenship"."""
    start, end = last.start, last.end
    if last.name.kind != "demonym" or mention.kind != _PLURAL or scene.text[end - 1] == "s":
        return last
    noun = next((n for n in scene.nouns if n.start <= start and end < n.end), None)
    if noun is not None:
        return _whole(scene, noun) if noun.many else last
    return last if scene.text[:start].endswith(_ARTICLES) else None


def nouns_before(scene: Scene, mention: Mention) -> dict[str, NounPhrase]:
    """The bare nouns that a pronoun may stand for, in its sentence and in the one before, by where they are seen."""
    first = scene.sentences[max(0, mention.sentence - 1)][0]
    here = scene.sentences[mention.sentence][0]
    able = [n for n in scene.nouns if first <= n.start and n.end <= mention.start]
    if mention.kind != "who":
        able = [n for n in able if n.many == (mention.kind == _PLURAL)]
    before = [n for n in able if n.start < here]
    opening = [n for n in able if n.start >= here]
    told = {"noun last": able[-1:], "noun opening": opening[:1], "noun previous": before[:1]}
    return {name: found[0] for name, found in told.items() if found}


def _only_place(scene: Scene, clue: Clue) -> bool:
    """Whether a name only tells where something happens: "marched in Nairobi", "entered Goma", "NAIROBI - ..."."""
    if clue.name.kind in _SPOTS or clue.name.kind not in PLACES:
        return clue.name.kind in _SPOTS
    return clue.at or clue.start < scene.opening(clue.sentence) or (clue.name.kind == "capital" and _taken(scene, clue))


def _taken(scene: Scene, clue: Clue) -> bool:
    """Whether a capital is the town that somebody takes, enters or leaves: "the Taliban took Kabul"."""
    before = scene.text[scene.opening(clue.sentence) : clue.start].casefold().split()
    return before[-1:] != [] and before[-1] in listed("takings")


def _subject(scene: Scene, mention: Mention) -> NounPhrase | None:
    """The noun with which the sentence of a pronoun began, or the one before it: "they" are several, "it" is a body.

    Of an object only the one noun of the sentence before that may be meant: "Jets bombed them" are not those who acted.
    """
    here = scene.sentences[mention.sentence][0]
    first = scene.sentences[max(0, mention.sentence - 1)][0]
    near = [n for n in scene.nouns if first <= n.start and n.end <= mention.start]
    before = [n for n in near if n.start < here]
    if scene.text[mention.start : mention.end].casefold() in listed("objects"):
        able = [n for n in before if n.many] if mention.kind == _PLURAL else []
        return _whole(scene, able[0]) if len(able) == 1 else None
    openers = [told[0] for told in (near[len(before) :], before) if told]
    for noun in openers:
        if _numbered(scene, noun, mention) and _opens(scene, noun):
            return _whole(scene, noun)
    return None


def _numbered(scene: Scene, noun: NounPhrase, mention: Mention) -> bool:
    body = noun.noun in scene.view.roster.collective
    return noun.many or body if mention.kind == _PLURAL else body and not noun.many


def _opens(scene: Scene, one: Clue | NounPhrase) -> bool:
    """Whether a sentence begins with a name or a noun phrase, or with no more than a time or a place before it."""
    opening = scene.opening(scene.sentence_at(one.start))
    if one.start - opening > OPENING or any(not c.at for c in scene.between(opening, one.start)):
        return False
    before = scene.text[opening : one.start].casefold().split()
    if before and before[-1] in listed("prepositions") and not (before[-1] == "of" and _counts(before)):
        return False
    return all(word not in listed("verbs") or word in _LEADING for word in before)


def _counts(words: Sequence[str]) -> bool:
    """Whether words end with a number of those whose it is: "hundreds of"."""
    return words[-2:-1] != [] and words[-2] in listed("quantities")


def _whole(scene: Scene, noun: NounPhrase) -> NounPhrase | None:
    """A noun phrase without the word that opens its clause; None where its words are a clause: "He sent soldiers"."""
    words = scene.text[noun.start : noun.end].split(" ")
    if words[1:] and words[0].casefold() in listed("clause openers"):
        noun, words = replace(noun, start=noun.start + len(words[0]) + 1), words[1:]
    first = words[0].casefold().removesuffix(",")
    sound = first not in listed("not names") or first in listed("determiners") or first in listed("quantities")
    clause = first.endswith("ing") or len(first) == 1 or any(w.casefold() in _CLAUSAL for w in words[1:])
    return noun if sound and not clause and not _acts(scene, noun) else None


def _acts(scene: Scene, noun: NounPhrase) -> bool:
    """Whether a name in a noun phrase is who acts on the noun: "Kenya freed prisoners"."""
    names = [c for c in scene.between(noun.start, noun.end) if c.name.kind in _NAMING]
    ends = [c.end for c in names if scene.text.startswith(" ", c.end)]
    return any(participle(word_between(scene.text, end, noun.end)[0]) for end in ends)
