"""Acronyms that a document spells out itself: "the Diabetes Board (DB)" is no DB of the tables.

In: a document's text and the roster. Out: the acronyms (folded) whose table readings are somebody else's, and whose the
name spelled out is; where the names stand whose acronyms no table has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.actors.names.kinds import PERSONS
from dragoman.actors.names.matching import Name, key
from dragoman.actors.names.roster import Roster

_GIVEN = re.compile(r"\(([A-Z]{2,6})\)|, ([A-Z]{2,6}),")
# Words between the capitals of a name: "the Board of Trade".
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la"})
# A word of a name.
_WORD = re.compile(r"[\w’']+")
# How far before its acronym a name may begin.
_REACH = 100
# What an acronym may be in the tables beside a name.
_WORDS = frozenset({"noun", "modifier"})
# So many letters at the beginning make two words of names one.
_STEM = 4


class Given(NamedTuple):
    """An acronym (folded) as it stands in a text, and the words before it that it is short for, from `start` to `end`;
    none where its letters are not theirs."""

    acronym: str
    letters: str
    words: list[str]
    start: int
    end: int


def redefined(text: str, names: Roster) -> dict[str, tuple[Name, ...]]:
    """The acronyms that the text gives to another name than the tables do, and the bodies so named, if tables know any:
    "the Armed Forces of the Philippines (AFP)" are no Agence France-Presse."""
    out: dict[str, tuple[Name, ...]] = {}
    for one in _given(text, names):
        readings = [n for n in names.index.find(one.acronym) if n.kind not in _WORDS]
        # A person is nobody's acronym: "the Kabul Islamic Movement (KIM)".
        bearers = {n.name for n in readings if n.kind not in PERSONS}
        spelled = names.index.find(key(" ".join(one.words))) if readings else ()
        meant = tuple(n for n in spelled if n.kind == "organisation")
        others = bearers - {n.name for n in meant} if meant else bearers and not _known(one.letters, one.words, bearers)
        if others or (readings and not bearers):
            out[one.acronym] = meant
    return out


def spelled_out(text: str, names: Roster, new: Mapping[str, Sequence[Name]]) -> dict[str, list[tuple[int, int]]]:
    """Where the names stand that acronyms are short for whom no table has by them, `new` redefined ones included."""
    out: dict[str, list[tuple[int, int]]] = {}
    for one in _given(text, names):
        known = new[one.acronym] if one.acronym in new else names.index.find(one.acronym)
        if not known:
            out.setdefault(one.acronym, []).append((one.start, one.end))
    return out


def _given(text: str, names: Roster) -> Iterator[Given]:
    """The acronyms of a text behind a name: in brackets, or between commas behind one whose initials they are."""
    for found in _GIVEN.finditer(text):
        letters = found[1] or found[2]
        before = list(_WORD.finditer(text, max(0, found.start() - _REACH), found.start()))
        words = _spelled(letters, before) or (_body(text, letters, before, names) if found[1] else [])
        if words and not text[words[-1].end() : found.start()].strip():
            yield Given(key(letters), letters, [word[0] for word in words], words[0].start(), words[-1].end())


def _spelled(acronym: str, before: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words right before an acronym whose initials it is; [] where they are not."""
    letters = list(acronym)
    words: list[re.Match[str]] = []
    for word in reversed(before):
        if not letters:
            break
        if word[0][0] == letters[-1]:
            letters.pop()
        elif word[0] not in _SMALL:
            return []
        words.append(word)
    return [] if letters else words[::-1]


def _body(text: str, acronym: str, before: Sequence[re.Match[str]], names: Roster) -> list[re.Match[str]]:
    """The capitalised words right before an acronym of another tongue ("the Kurdistan Freedom Party (PAK)") that end in
    a noun for a body; [] where they do not, or tables know a body by the acronym."""
    last = before[-1][0] if before else ""
    if not last[:1].isupper() or not any(n.kind == "noun" for n in names.index.find(last)):
        return []
    if any(n.kind not in PERSONS for n in names.index.find(acronym)):
        return []
    words: list[re.Match[str]] = []
    for word in reversed(before):
        joined = not words or text[word.end() : words[-1].start()].strip("’' ") == ""
        if not joined or not (word[0][0].isupper() or word[0] in _SMALL):
            break
        words.append(word)
    while words and (words[-1][0].casefold() in _SMALL):
        words.pop()
    return words[::-1] if len(words) > 1 else []


def _known(acronym: str, words: Sequence[str], bearers: Iterable[str]) -> bool:
    """Whether a bearer in the tables may be meant: one with half of the name's words, as one may spell them ("Defence
    Force", "Defense Forces"), or with another tongue's letters. One word is many a body's: "Kenya", "Front"."""
    told = _stems(words)
    return any(2 * len(told & _stems(b.split())) >= len(told) or _initials(b) != acronym for b in bearers)


def _stems(words: Iterable[str]) -> set[str]:
    return {key(word)[:_STEM] for word in words if word not in _SMALL}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word not in _SMALL)
