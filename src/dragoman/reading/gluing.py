"""Sentences that a scraper glued together: "arrested.The police" becomes "arrested. The police".

In: one text. Out: the same text with a space after each full stop, question or exclamation mark that ends a
sentence and touches the next one; and with a line of its own for a headline or caption that touches the sentence
behind it ("talks on the crisisIn private, …"). Abbreviations, numbers, addresses, file and brand names stay whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

# A sentence end that touches a capital or an opening mark, perhaps with a straight quote between the two.
_TOUCH = re.compile(r"(?<=[^\s.!?])(?:[.!?]{1,3}|…)[”’)\]]{0,2}(?=\"?[A-Z“‘(])")

# The word before the mark is looked for in this many characters; a longer one is no word.
_REACH = 60

# A word, a number or a quotation end: what a sentence may end with.
_ENDS = re.compile(r"(?:[^\W\d_]{2,}|\d)[%”’\"')\]]*\Z|[”’\"')\]]\Z")
_NUMBER = re.compile(r"[(“\"]?[$£€]?\d[\d.,:]*(?:%|m|bn|km)?[”’\"')\]]*\Z")
_SHOUTED = re.compile(r"[A-Z]{2,}\Z")
_NEXT = re.compile(r"[“‘(\"]{0,2}(?:[A-Z][a-z’']+|[A-Z.]+)")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
# A capital within a word that is no address, handle or tag: "crisisIn", "theSyrian", but also "YouTube".
_HUMP = re.compile(r"(?<![\w#@/.’'&-])(?P<left>[^\W\d_]{1,40}?[a-z])(?P<right>[A-Z][a-z]*)(?=[\s’',-])")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that decide.

    Written with a full stop before a name; ends of host names; openers of sentences; small words that are glued to a
    name; and parts that are written together with one ("McDonald", "vanGogh", "proEuropean").
    """

    short_forms: frozenset[str]
    suffixes: frozenset[str]
    openers: frozenset[str]
    small: frozenset[str]
    parts: frozenset[str]


@cache
def _words() -> _Words:
    rows = yaml.safe_load((files("dragoman.reading") / "gluing.yaml").read_bytes())
    return _Words(**{name: frozenset(row.split()) for name, row in rows.items()})


def unglue(text: str) -> str:
    """The text with a space between sentences that touch, and headlines on a line of their own."""
    text = _HUMP.sub(_parted, text)
    if not _TOUCH.search(text):
        return text
    return "\n".join(_unglued_line(line) for line in text.split("\n"))


def _parted(hump: re.Match[str]) -> str:
    """A word with a capital inside, parted where two words have lost what stood between them."""
    left, right = hump["left"], hump["right"]
    if left in _words().small:
        return f"{left} {right}"
    opens = right in _words().openers and right not in ("A", "I")
    headline = left.islower() and min(len(left), len(right) + 1) > 2 and left not in _words().parts
    return f"{left}\n{right}" if headline or (opens and left[1:].islower()) else hump[0]


def _unglued_line(line: str) -> str:
    parts: list[str] = []
    done = 0
    for at in _breaks(line):
        parts.append(line[done:at])
        done = at
    return " ".join([*parts, line[done:]])


def _breaks(line: str) -> Iterator[int]:
    """Where spaces are missing. Straight quotes are told apart by counting: every second one closes."""
    done = counted = quotes = 0
    for match in _TOUCH.finditer(line):
        at = match.end()
        before = line[max(done, match.start() - _REACH) : match.start()].rsplit(None, 1)
        if not before or not _ends_sentence(before[-1], line[at : at + _REACH]):
            continue
        quotes += line.count('"', counted, at)
        counted = at
        closing = line[at] == '"' and quotes % 2 == 1
        done = at + 1 if closing else at
        yield done


def _ends_sentence(word: str, rest: str) -> bool:
    """Whether a mark between this word and this text ends a sentence."""
    bare = word.lstrip("“‘(\"'[")
    if bare in _words().short_forms or "://" in word or "@" in word or not _ENDS.search(word):
        return False
    if ("." in word or "/" in word) and not _NUMBER.match(word):
        return False
    return _starts_sentence(rest, after_acronym=bool(_SHOUTED.search(bare)))


def _starts_sentence(rest: str, *, after_acronym: bool) -> bool:
    """Whether this text, which touches a sentence end, begins a sentence."""
    match = _NEXT.match(rest)
    if match is None:
        return rest[:1] in '“‘("'
    token = match[0].lstrip('“‘("')
    follows = rest[match.end() : match.end() + 2]
    if token.rstrip(".").lower() in _words().suffixes or follows[:1] in tuple("_=@/(\\"):
        return False
    if len(token) == 1:
        return token in "AI" and follows[:1] == " "
    if token.endswith("."):
        return not after_acronym and bool(_INITIALS.match(token)) and follows[:1] in ("", " ", "’", "'")
    if follows[:1] == "." and follows[1:].isalpha():
        return False
    return not after_acronym or token in _words().openers
