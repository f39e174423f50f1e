"""Acronyms that a document spells out itself: "the Diabetes Board (DB)" is no DB of the tables.

In: a document's text and the roster. Out: the acronyms (folded) whose table readings are somebody else's, and whose the
name spelled out is.
"""

import re
from collections.abc import Iterable, Sequence

from dragoman.actors.matching import Name, key
from dragoman.actors.roster import Roster

_GIVEN = re.compile(r"\(([A-Z]{2,6})\)")
# Words between the capitals of a name: "the Board of Trade".
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la"})
# How far before its acronym a name may begin.
_REACH = 100
# What an acronym may be in the tables beside a name.
_WORDS = frozenset({"noun", "modifier"})
# So many letters at the beginning make two words of names one.
_STEM = 4


def redefined(text: str, names: Roster) -> dict[str, tuple[Name, ...]]:
    """The acronyms that the text gives to another name than the tables do, and the bodies so named, if tables know any:
    "the Armed Forces of the Philippines (AFP)" are no Agence France-Presse."""
    out: dict[str, tuple[Name, ...]] = {}
    for given in _GIVEN.finditer(text):
        acronym, words = given.group(1), _spelled(text, given)
        bearers = {n.name for n in names.index.find(key(acronym)) if n.kind not in _WORDS} if words else set()
        meant = tuple(n for n in names.index.find(key(" ".join(words))) if n.kind == "organisation") if bearers else ()
        if bearers and (bearers - {n.name for n in meant} if meant else not _known(acronym, words, bearers)):
            out[key(acronym)] = meant
    return out


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
    return [] if letters else words[::-1]


def _known(acronym: str, words: Sequence[str], bearers: Iterable[str]) -> bool:
    """Whether a bearer in the tables may be meant: one with half of the name's words, as one may spell them ("Defence
    Force", "Defense Forces"), or with another tongue's letters. One word is many a body's: "Kenya", "Front"."""
    told = _stems(words)
    return any(2 * len(told & _stems(b.split())) >= len(told) or _initials(b) != acronym for b in bearers)


def _stems(words: Iterable[str]) -> set[str]:
    return {key(word)[:_STEM] for word in words if word not in _SMALL}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word not in _SMALL)
