"""Acronyms that a document spells out itself: "the Diabetes Board (DB)" is no DB of the tables.

In: a document's text and the roster. Out: the acronyms (folded) whose table readings are somebody else's.
"""

import re

from dragoman.actors.matching import key
from dragoman.actors.roster import Roster

_GIVEN = re.compile(r"\(([A-Z]{2,6})\)")
# Words between the capitals of a name: "the Board of Trade".
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la"})
# How far before its acronym a name may begin.
_REACH = 100


def redefined(text: str, names: Roster) -> frozenset[str]:
    """The acronyms that the text gives to a name which none of their bearers in the tables has."""
    found = ((given.group(1), _spelled(text, given)) for given in _GIVEN.finditer(text))
    return frozenset(key(acronym) for acronym, words in found if words and not _known(acronym, words, names))


def _spelled(text: str, given: re.Match[str]) -> list[str]:
    """The words right before an acronym whose initials it is; [] where they are not."""
    letters = list(given.group(1))
    words: list[str] = []
    for word in reversed(re.findall(r"[\w’']+", text[max(0, given.start() - _REACH) : given.start()])):
        if not letters:
            break
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in _SMALL:
            return []
        words.append(word)
    return [] if letters else words


def _known(acronym: str, words: list[str], names: Roster) -> bool:
    """Whether a bearer in the tables may be meant: one with a word of the name, or with another tongue's letters."""
    told = {key(word) for word in words} - _SMALL
    bearers = {name.name for name in names.index.find(key(acronym))}
    return not bearers or any(told & set(key(b).split()) or _initials(b) != acronym for b in bearers)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _SMALL)
