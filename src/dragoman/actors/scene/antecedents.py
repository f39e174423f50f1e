"""Bare nouns that a pronoun may stand for: "The herders marched. They ..."

In: a document's items and sentences. Out: `NounPhrase`s, each with the words around its agent noun.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.names.matching import Item
from dragoman.actors.names.words import listed

# Words before a noun that are taken as its own: "the two young Syrian refugees".
_BEFORE = 4
_OF = ("of", "from", "in")
_JOINTS = frozenset(" -'’")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A common noun for people with the words around it; `noun` is its singular, `many` says that it is a plural."""

    start: int
    end: int
    noun: str
    many: bool


def noun_phrases(text: str, found: Sequence[Item]) -> list[NounPhrase]:
    """The noun phrases of a text whose head is an agent noun, in order."""
    out = []
    for at in [at for at, item in enumerate(found) if item.names]:
        item = found[at]
        name = item.first("noun")
        if name is None or item.first("organisation", "person", "state") or _heads(text, found, at):
            continue
        if item.key.endswith("ed") and not _noun_like(text, found, at):
            continue
        many = name.text != name.name or item.key.endswith("people")
        out.append(NounPhrase(_opening(text, found, at), _ending(text, found, at), name.name, many))
    return out


def _noun_like(text: str, found: Sequence[Item], at: int) -> bool:
    """Whether a participle stands as a noun: "the accused", not "Accused of theft, the four", "it accused"."""
    before = found[at - 1] if at else None
    if before is None or text[before.end : found[at].start] != " ":
        return False
    return before.key in listed("determiners") | listed("quantities") or before.key.isdigit()


def _heads(text: str, found: Sequence[Item], at: int) -> bool:
    """Whether the noun stands before another noun or a name: "government troops", "president Xi"."""
    after = found[at + 1 : at + 2]
    return bool(after) and bool(after[0].names) and text[found[at].end : after[0].start] == " "


def _opening(text: str, found: Sequence[Item], at: int) -> int:
    first = at
    while first and at - first < _BEFORE and _joined(text[found[first - 1].end : found[first].start]):
        word = found[first - 1]
        if not word.names and (word.key in listed("prepositions") or word.key in listed("verbs")):
            break
        if word.key in listed("verb particles") or _is_verb(text, found[max(0, first - 2)], word):
            break
        first -= 1
        if word.key in ("the", "a", "an"):
            break
    return found[first].start


def _is_verb(text: str, before: Item, word: Item) -> bool:
    """Whether a word is a verb by the one before it: "to deport students", but "to foreign students"."""
    if word.names or word.key in listed("worldwide") or before.key not in listed("modals"):
        return False
    return text[before.end : word.start] == " "


def _joined(gap: str) -> bool:
    """Whether nothing parts two words: a dash between blanks does, "LAGOS - Police"."""
    return _JOINTS.issuperset(gap) and gap != " - "


def _ending(text: str, found: Sequence[Item], at: int) -> int:
    """The end of the noun, or of the place it is of: "residents of Kherson"."""
    after = found[at + 1 : at + 3]
    if (
        len(after) == 2
        and after[0].key in _OF
        and after[1].names
        and text[found[at].end : after[1].start] == (f" {text[after[0].start : after[0].end]} ")
    ):
        return after[1].end
    return found[at].end
