"""Place names in text: the longest names that the tables or the gazetteer know, not yet told apart.

In: text. Out: `Mention`s in text order, not overlapping.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.placing.folding import fold
from dragoman.placing.gazetteer import City, cities, gazetteer, sounding
from dragoman.placing.names import Area, areas, openers, words

_TOKEN = re.compile(r"[^\W_]+(?:[-’'`.‘][^\W_]+)*\.?")
# The longest names have five words ("Santa Cruz de la Sierra").
_LONGEST = 5
# No name is longer: what is kept of those looked up stays small on any text.
_CHARACTERS = 120
_CONTAINER = re.compile(r", [A-Z]")
# Before words that are seldom a place, where they are one: "in Nice", "near Buffalo".
_THERE = re.compile(r"\b(?:in|at|near|outside|of|around|towards?|to|from|across) (?:\w+ern )?$")
_BEFORE = 25
_PARTED = re.compile(r"[,;:()\n“”\"]|(?<!\bSt)\.\s(?=\w{4})")
_GENITIVE = re.compile(r"(?:[’']s|[’'])$")
_DOTTED = re.compile(r"\.\w\.$")
_JOINTS = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "al",
        "ez",
        "es",
        "da",
        "do",
        "dos",
        "du",
        "le",
        "les",
        "der",
        "di",
    }
)
# What a name may begin with in lower case: "al-Bab".
_JOINED = frozenset({"al", "el", "ad", "ar", "as"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in text with all that it may mean; `loose` when it is spelt in no known way and only sounds like it."""

    text: str
    start: int
    end: int
    areas: tuple[Area, ...]
    cities: tuple[City, ...]
    loose: bool = False


def mentions(text: str, *, start: int = 0, end: int | None = None, loosely: bool = False) -> list[Mention]:
    """The place names of text[start:end]; offsets are those of `text`. `loosely`: by their sound too."""
    tokens = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    return list(_mentions(text, tokens, loosely=loosely))


def _mentions(text: str, tokens: list[re.Match[str]], *, loosely: bool) -> Iterator[Mention]:
    number = 0
    while number < len(tokens):
        if not _opens(tokens[number][0]):  # most words are written small
            number += 1
            continue
        found, used = _at(text, tokens, number, loosely=loosely)
        if found:
            yield found
        number += used


def _at(text: str, tokens: list[re.Match[str]], number: int, *, loosely: bool) -> tuple[Mention | None, int]:
    """The longest name that begins at a token, and how many tokens to go on."""
    if len(tokens[number][0]) > _CHARACTERS:
        return None, 1
    longest = min(_LONGEST, len(tokens) - number) if loosely or _goes_on(tokens[number][0]) else 1
    for length in range(longest, 0, -1):
        last = tokens[number + length - 1]
        start, end = tokens[number].start(), last.end()
        if not _joined(text[start:end], tokens[number + 1 : number + length - 1]):
            continue
        end = start + len(_bare(text[start:end]))
        mention = _known(text, start, end, loosely=loosely) or (_heard(text, start, end) if loosely else None)
        if mention:
            return mention, length
    return None, 1


def _opens(token: str) -> bool:
    return token[0].isupper() or (token[2:3] == "-" and token[:2].lower() in _JOINED)


@lru_cache(maxsize=4_096)
def _goes_on(token: str) -> bool:
    """Whether any name of several words begins with a token's first word: for most, no longer one is looked up."""
    word = fold(token).partition(" ")[0]
    return not word or word in openers() or gazetteer().goes_on(word)


def _joined(name: str, middle: list[re.Match[str]]) -> bool:
    """One name has only blanks between its words, and small words inside are the joints of names."""
    if _PARTED.search(name):
        return False
    return all(token[0][0].isupper() or token[0].lower() in _JOINTS or token[0].islower() for token in middle)


def _bare(name: str) -> str:
    return name if _DOTTED.search(name) else _GENITIVE.sub("", name).rstrip(".")


def _known(text: str, start: int, end: int, *, loosely: bool) -> Mention | None:
    name = text[start:end]
    if len(name) > _CHARACTERS:
        return None
    found, towns, by_chance = _meant(name)
    if by_chance and not (loosely and _THERE.search(text, max(0, start - _BEFORE), start)):
        towns = towns if _CONTAINER.match(text, end) else ()
    return Mention(name, start, end, found, towns) if found or towns else None


def _heard(text: str, start: int, end: int) -> Mention | None:
    """A name that sounds like a city's."""
    key = fold(text[start:end]) if end - start <= _CHARACTERS else ""
    towns = () if not key or _small(text[start:end], key) or key in words().unlikely else sounding(key)
    return Mention(text[start:end], start, end, (), towns, loose=True) if towns else None


@lru_cache(maxsize=4_096)
def _meant(name: str) -> tuple[tuple[Area, ...], tuple[City, ...], bool]:
    """The areas and cities called so, and whether it is a city only where its province or country follows."""
    key = fold(name)
    if not key:
        return (), (), False
    found = areas().get(key, ())
    if len(name) <= 3 and not name.isupper():
        found = tuple(area for area in found if area.kind not in {"country", "demonym"} or len(name) > 2)
        if name.lower() in {"us", "un", "uk", "eu", "uae"}:
            found = ()
    alias = next((area for area in found if area.kind == "alias"), None)
    found = tuple(area for area in found if area.kind != "alias")
    towns = () if _small(name, key) else cities(alias.name if alias else name)
    return found, towns, key in words().unlikely


def _small(name: str, key: str) -> bool:
    """A word too short for a city, or a name that ends in no name."""
    last = name.split()[-1]
    return len(key) < 3 or (" " in name and last == last.lower())
