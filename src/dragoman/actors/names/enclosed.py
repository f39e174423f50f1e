"""Names inside other names: the Park of "Kruger National Park", the Aden of "Minister Aden Duale", the BA of "(BA.N)".

In: a text and a name found in it. Out: whether the name is only a part of another one there, so that it is nobody.
"""

import re

from dragoman.actors.names.kinds import PERSONS, TOWNS
from dragoman.actors.names.matching import Match, fold, word_between
from dragoman.actors.names.stock_codes import coded
from dragoman.actors.names.words import listed

# How far the name around may begin or go on.
_REACH = 40
# Words that go on a name behind it, each with a capital.
_BEHIND = re.compile(r"(?:[ \u00a0][A-Z][^\W\d_]+){1,3}")
_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \u00a0]\Z")
_GOES_ON = re.compile(r"[ \u00a0][A-Z][a-z]+")
# "Waker-uz-Zaman", "Saif-ul-Islam".
_JOINED = re.compile(r"\w[-‑](?:[Uu][dlrz]|[AaEe]l)[-‑]\Z")
# "Mocímboa da Praia", "Foz do Iguaçu": before the last word of a town's name.
_TOWN = re.compile(r"[A-Z][^\W\d_]+ d(?:[ao]s?|el|e(?: l[ao]s?)?) \Z")
# "Su-24M" is an aircraft.
_MODEL = re.compile(r"[-‑]\d")
_PLACES = TOWNS | {"metonym"}


def enclosed(text: str, match: Match) -> bool:
    """Whether a name is only a part of another name."""
    kind = match.kind
    if coded(text, match.start, match.end):
        return True
    if kind in PERSONS:
        return _MODEL.match(text, match.end) is not None or _of_a_place(text, match)
    if kind in _PLACES:
        way = kind != "metonym" and _of_a_way(text, match)
        return (
            way
            or _of_a_person(text, match)
            or _TOWN.search(text[max(0, match.start - _REACH) : match.start]) is not None
        )
    return kind == "organisation" and text[match.start - 1 : match.start] in ("-", "‑") and _joined(text, match.start)


def _of_a_place(text: str, match: Match) -> bool:
    """Whether a person's name stands in one that ends in a park, a bridge, a lake, or ends it itself."""
    if text[match.end : match.end + 1] in (" ", "\u00a0") and text[match.end + 1 : match.end + 2].isupper():
        behind = _BEHIND.match(text, match.end, match.end + _REACH)
        words = behind.group().split() if behind else []
        if any(word.casefold() in listed("capital things") for word in words):
            return True
    thing, _ = word_between(text, match.end + 1, match.end + _REACH)
    if " " in text[match.start : match.end] and thing in listed("named for people"):
        return True  # "Ben Gurion airport"
    if fold(text[match.start : match.end]) not in listed("capital things"):
        return False
    before = _before(text, match.start)
    word = fold(before)
    return before[:1].isupper() and word not in listed("not names") and not _title(word)


def _of_a_person(text: str, match: Match) -> bool:
    """Whether a place's name stands between a title and a name: "Defence minister Aden Duale"."""
    if text[match.end : match.end + 1] not in (" ", "\u00a0") or not text[match.end + 1 : match.end + 2].isupper():
        return False
    return _title(fold(_before(text, match.start))) and _GOES_ON.match(text, match.end) is not None


def _of_a_way(text: str, match: Match) -> bool:
    """Whether a street bears a place's name, which is seldom where it is: "Moscow Road" in Nairobi."""
    behind, _ = word_between(text, match.end + 1, match.end + _REACH)
    return behind in listed("ways") and text[match.end] in " \u00a0" and text[match.end + 1].isupper()


def _joined(text: str, start: int) -> bool:
    return _JOINED.search(text[max(0, start - _REACH) : start]) is not None


def _before(text: str, start: int) -> str:
    found = _BEFORE.search(text[max(0, start - _REACH) : start])
    return found.group(1) if found else ""


def _title(word: str) -> bool:
    return word in listed("titles") or word in listed("honorifics")
