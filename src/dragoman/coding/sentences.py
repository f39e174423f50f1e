"""Cuts a document's text into sentences.

In: cleaned text. Out: (start, end) character spans, in order, without the white space around them.
A line break always ends a sentence; a stop does unless an abbreviation, an initial or a number says otherwise.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from dragoman.actors.names.words import listed

# A stop with what may close after it (bold type: "**The bill passed.** It ..."), white space, and what may open before
# the next sentence's first letter.
_STOP = re.compile(r"""(?P<stop>[.!?…]{1,4})(?P<close>["'”’»)\]*_]{0,3})(?P<gap>\s+)(?=["'“‘«(\[]{0,3}[^\W_])""")
_LINE = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]+$")
# "D.R." of the Congo, "P.R.C.": the stop may end a sentence as that of "U.S." may.
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# "The ombudsman wrote on X.": the platform's name is no initial.
_PLATFORM = re.compile(r"\b(?:on|to|via|from) X$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*([^\W\d_]+)")
# No abbreviation is longer; what stands before a stop is looked at no further back.
_LONGEST_WORD = 60
# A sentence longer than this is cut at the next white space: such text is no sentence (tables, lists).
MAX_CHARACTERS = 1500

# A sentence from this length on that stands in a text again, word for word, is the page's doing: a summary, half of the
# article twice (1 % of the sentences of annotated articles). A shorter one may mean somebody else ("He was arrested.").
REPEATED = 40


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    always: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    text = files("dragoman.coding.data").joinpath("abbreviations.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    always, may_end, starters = (frozenset(map(str, table[name])) for name in ("always", "open", "starters"))
    return _Abbreviations(always | listed("dotted titles"), may_end, starters)


def once(told: Iterable[str]) -> list[int]:
    """The numbers of the sentences that do not repeat an earlier one."""
    seen: set[str] = set()
    kept = []
    for number, sentence in enumerate(told):
        plain = " ".join(sentence.split())
        if plain in seen:
            continue
        kept.append(number)
        if len(plain) >= REPEATED:
            seen.add(plain)
    return kept


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`; every character that is not white space lies in exactly one."""
    return list(_sentences(text))


@lru_cache(maxsize=2)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Kept until the next texts: who stores what was coded asks for the sentences of the document again."""
    return tuple(
        [
            piece
            for line in _LINE.finditer(text)
            for span in _cut(text, *line.span())
            for piece in _shortened(text, *span)
        ]
    )


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for match in _STOP.finditer(text, start, end):
        if _ends(text, at, match):
            spans.append((at, match.end("close")))
            at = match.end()
    spans.append((at, end))
    return [span for s in spans if (span := _trimmed(text, *s))]


def _ends(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether the stop that `match` found ends the sentence that began at `at`."""
    following = _NEXT_WORD.match(text, match.end())
    after = following.group(1) if following else ""
    if match["stop"] != ".":
        return not after or not after.islower()
    word = _LAST_WORD.search(text, max(at, match.start() - _LONGEST_WORD), match.start())
    before = word.group().lower() if word else ""
    known, short = _abbreviations(), before.rpartition("-")[2]
    if short in known.always:
        return False
    if short in known.open or _INITIALS.fullmatch(before):
        # Initials alone are no sentence: "U.S. Officials said".
        alone = word is not None and word.start() == at
        return after.lower() in known.starters and not after.islower() and not alone
    initial = len(before) == 1 and before.isalpha() and text[match.start() - 1].isupper()
    if initial and not _PLATFORM.search(text, at, match.start()):
        return after.lower() in known.starters and before != "i"
    return not after.islower()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _shortened(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_CHARACTERS:
        gap = text.find(" ", start + MAX_CHARACTERS, end)
        cut = start + MAX_CHARACTERS if gap < 0 or gap > start + 2 * MAX_CHARACTERS else gap
        pieces.append(_trimmed(text, start, cut))
        start = cut
    pieces.append(_trimmed(text, start, end))
    return [piece for piece in pieces if piece]
