"""Names in text: one pass over a text finds every name of the index, longest first.

In: names with what they stand for (`Name`), and a text. Out: `Match`es whose spans quote the text.
Both sides are cut into tokens and folded in the same way: diacritics and case go, a hyphen or a space
between words is the same, "’s" is a token of its own, "U.S." is "us" - and then case is asked about:
a short abbreviation must stand in capitals, a proper name must begin with one, a common noun need not.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from dragoman.actors.names.kinds import Kind
from dragoman.actors.names.words import listed

Case = Literal["any", "title", "upper"]

# A dotted abbreviation ("U.S.", "U.A.E"), or a word with the apostrophes inside it ("Sana'a", not "China's").
# It is tried only where a word can begin, and a word of several letters is tried first: nearly all are.
_TOKEN = re.compile(
    r"(?=\w)(?:[^\W_]{2,}(?:['’ʼʻ`](?!s\b)[^\W_]+)*"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W_](?:['’ʼʻ`](?!s\b)[^\W_]+)*)"
)
# A letter to every reader of text, and in no name.
_LETTER = "\ua78f"
# What may stand between two tokens of one name: blanks, a hyphen, an apostrophe, "St. Kitts", "Workers' Party", "A&E",
# "Asia/Pacific".
_GAP = re.compile(r"(?:[ \t\u00a0]{0,2}|[ \t]?\n[ \t]?|[-‐‑–'’.&/]|[.'’][ \t]|[ \t]&[ \t])\Z")
# A word of a name with initials behind it that a name goes on behind: "Vladimir V. Putin", "Volodymyr O.Zelensky".
_INITIALS = re.compile(r"(?<!\w)[A-Z][\w'’-]+[ \u00a0](?:[A-Z]\.[ \u00a0]?)+(?=[A-Z]\w)")
# How many words a person's name has at most that is asked for without its initials.
_PERSON = 6
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_DROPPED = str.maketrans("", "", ".'’ʼʻ`")
# "Isis" and "Nato" are written so by many papers, "Us" and "Who" by none: from four letters on title case will do.
_TITLE_FROM = 4
HYPHENS = ("-", "–", "‑")


@lru_cache(maxsize=16_384)
def fold(token: str) -> str:
    """A token without case, diacritics, dots and apostrophes: "Erdoğan" -> "erdogan", "U.S." -> "us"."""
    lowered = token.translate(_DROPPED).lower()
    if lowered.isascii():
        return lowered
    marked = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in marked if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The look-up form of a name: its folded tokens with a blank between them."""
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = name.replace("-", " ")
    if plain.replace(" ", "").isalpha():  # four names in five need no cutting
        return " ".join((plain.lower() if plain.isascii() else fold(plain)).split())
    return " ".join(fold(m) for m in _TOKEN.findall(name))


class Name(NamedTuple):
    """One way to write something, and what it stands for. A tuple, since 25,000 are made at load.

    `text` is the writing, `name` the canonical name; `country` is ISO 3166 alpha-3 or ""; `start` and `end` are
    the ISO days between which the writing stands for this (inclusive, "" when open); `case` is what the writing asks
    of the text. `code` is a CAMEO style code of its own (IGOUNO), `office` a person's, `wikidata` a QID or "". `own`:
    the user says so, and of no other days.
    """

    text: str
    kind: Kind
    name: str
    country: str = ""
    sector: str = ""
    code: str = ""
    office: str = ""
    wikidata: str = ""
    start: str = ""
    end: str = ""
    case: Case = "title"
    own: bool = False


class Item(NamedTuple):
    """A plain word of a text, its span and its folded form; or a name, with its readings in `names`.

    A tuple, since a document has one for every word.
    """

    start: int
    end: int
    key: str
    names: tuple[Name, ...] = ()

    def first(self, *kinds: str) -> Name | None:
        """The first reading of one of the kinds, in the order of the kinds."""
        names = self.names
        if len(names) < 2:  # most words are plain, and most names have one reading
            return names[0] if names and names[0].kind in kinds else None
        for kind in kinds:
            for name in names:
                if name.kind == kind:
                    return name
        return None


class Match(NamedTuple):
    """A name found in a text. `names` holds every reading that the case of the words allows, in no order of merit."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def kind(self) -> Kind:
        """Kind of the first reading."""
        return self.names[0].kind

    @property
    def entry(self) -> Name:
        """The first reading."""
        return self.names[0]


def tokens(text: str) -> list[Item]:
    """The words of a text in order."""
    new = tuple.__new__  # the named tuple's own constructor takes twice as long, and there is one for every word
    return [new(Item, (m.start(), m.end(), fold(m[0]), ())) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=256)
def undotted(text: str) -> str:
    """The text with a letter for each dot of an abbreviation, place for place: a stop in it is one."""
    return _dotted().sub(lambda found: found[0].replace(".", _LETTER), text) if "." in text[:-1] else text


@cache
def _dotted() -> re.Pattern[str]:
    """Dots that end nothing: of "U.S.", of an initial, of a title before a name, of "Jr."."""
    titles = "|".join(sorted(title.title() for title in listed("dotted titles")))
    return re.compile(rf"\b(?:[A-Z]\.)+|\b(?:{titles}|Jr|Sr)\.(?= )")


def word_between(text: str, start: int, end: int) -> tuple[str, int]:
    """The first word of a stretch of text, folded, and where it ends; "" where there is none."""
    found = _TOKEN.search(text, start, end)
    return (fold(found[0]), found.end()) if found else ("", end)


def case_of(name: str) -> Case:
    """The case a proper name asks for: an abbreviation in one word stands in capitals."""
    if name[:1].isupper() and not name.isupper():  # nearly always
        return "title"
    if name.isupper() and " " not in name.strip() and sum(map(str.isalpha, name)) > 1:
        return "upper"
    first = name[0] if name[:1].isalpha() else next(filter(str.isalpha, name), "")
    return "title" if first.isupper() else "any"


def _written(names: tuple[Name, ...], written: str) -> tuple[Name, ...]:
    """The readings that the case of the words allows."""
    if len(names) == 1:
        return names if names[0].case == "any" or _allowed(names[0].case, written) else ()
    allowed = {case for case in {n.case for n in names} if _allowed(case, written)}
    able = [n for n in names if n.case in allowed]
    return names if len(able) == len(names) else tuple(able)


def _allowed(case: Case, written: str) -> bool:
    if case == "any":
        return True
    if case == "title":
        return not written[0].islower()
    if written.islower():
        return False
    letters = [c for c in written if c.isalpha()]
    if all(c.isupper() for c in letters):
        return True
    return len(letters) >= _TITLE_FROM and letters[0].isupper() and not any(c.isupper() for c in letters[1:])


class Index:
    """Every name by its look-up form; `matches` walks a text once, whatever the number of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        found: dict[str, tuple[Name, ...]] = {}
        for name in names:
            written = key(name.text)  # nearly every one has one reading, so no list is made for it
            found[written] = (*found[written], name) if written in found else (name,)
        found.pop("", None)
        # Sorted, so that the order of the tables' rows never matters.
        found.update({written: tuple(sorted(set(rows))) for written, rows in found.items() if len(rows) > 1})
        self._names = found
        # How many words the names have at most that begin with two words, by the first and the second.
        self._longest: dict[str, dict[str, int]] = {}
        for words in [written.split(" ") for written in found if " " in written]:
            behind = self._longest.get(words[0])
            if behind is None:
                self._longest[words[0]] = {words[1]: len(words)}
            elif len(words) > behind.get(words[1], 0):
                behind[words[1]] = len(words)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, name: str) -> tuple[Name, ...]:
        """Every reading of a name written in full; () when it is not known."""
        return self._names.get(key(name), ())

    def matches(self, text: str, *, words: Sequence[Item] | None = None) -> list[Match]:
        """The longest names in a text from left to right, without overlap; `words` when already cut.

        Initials inside a person's name count for nothing where it is not known with them: "Vladimir V. Putin".
        """
        cut = tokens(text) if words is None else words
        found = self._walked(text, cut)
        people = self._with_initials(text, cut) if ". " in text else []
        return _wider(found, people) if people else found

    def _walked(self, text: str, cut: Sequence[Item]) -> list[Match]:
        found: list[Match] = []
        reach = 0
        for at, longest in self._beginnings([word.key for word in cut]):
            start, end, written, _ = cut[at]
            if start < reach:
                continue
            if longest:
                match = self._longest_at(text, cut, at, longest)
            else:
                allowed = _written(self._names[written], text[start:end])
                match = Match(start, end, allowed) if allowed else None
            if match is not None:
                found.append(match)
                reach = match.end
        return found

    def _with_initials(self, text: str, cut: Sequence[Item]) -> list[Match]:
        found: list[Match] = []
        for initials in _INITIALS.finditer(text):
            first = bisect_left(cut, initials.start(), key=lambda word: word.start)
            behind = bisect_left(cut, initials.end(), key=lambda word: word.start)
            given = [w for w in cut[first:behind] if w.end - w.start > 1 and "." not in text[w.start : w.end]]
            # The initials are taken into the word before them, so that the next one joins it.
            words = [*given[:-1], given[-1]._replace(end=cut[behind - 1].end), *cut[behind : behind + _PERSON]]
            longest = self._longest.get(words[0].key, {}).get(words[1].key, 0)
            match = self._longest_at(text, words, 0, longest) if longest else None
            # Who is known by initials is not meant by others: "George P. Bush".
            people = tuple(n for n in match.names if n.kind == "person" and "." not in n.name) if match else ()
            if match is not None and people and match.end > initials.end():
                found.append(match._replace(names=people))
        return found

    def _beginnings(self, keys: Sequence[str]) -> list[tuple[int, int]]:
        """Where names begin, and of how many words at most; 0 where none goes on with the next word."""
        names, longest = self._names, self._longest
        return [
            (at, longest[first].get(following, 0) if first in longest else 0)
            for at, (first, following) in enumerate(zip(keys, [*keys[1:], ""], strict=False))
            if first in names or (first in longest and following in longest[first])
        ]

    def _longest_at(self, text: str, cut: Sequence[Item], at: int, reach: int) -> Match | None:
        words = [cut[at]]
        for word in cut[at + 1 : at + reach]:
            if not _joined(text, words[-1], word):
                break
            words.append(word)
        keys = [word.key for word in words]
        start = words[0].start
        for length in range(len(words), 0, -1):
            names = self._names.get(" ".join(keys[:length]))
            if names is None:
                continue
            end = words[length - 1].end
            allowed = _written(names, text[start:end])
            if allowed:
                return Match(start, end, allowed)
        return None


def _wider(found: Sequence[Match], people: Sequence[Match]) -> list[Match]:
    """The names found, of which one of a person replaces every shorter one that it touches."""
    made = list(found)
    for person in people:
        touched = [m for m in made if m.start < person.end and person.start < m.end]
        if all(m.end - m.start < person.end - person.start for m in touched):
            made = sorted([m for m in made if m not in touched] + [person])
    return made


def hyphenated(text: str, item: Item) -> bool:
    """Whether a hyphen joins an item to what stands before or behind it."""
    return text[item.end : item.end + 1] in HYPHENS or text[item.start - 1 : item.start] in HYPHENS


def _joined(text: str, left: Item, right: Item) -> bool:
    if right.start - left.end == 1 and text[left.end] == " ":  # nearly always
        return True
    return right.start - left.end <= 3 and _GAP.match(text, left.end, right.start) is not None
