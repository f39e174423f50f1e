"""Marks on a text: which characters tell what, cut into pieces that a page can show one after the other.

In: a text and spans with roles, which may overlap and may lie. Out: pieces that together are the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# Characters of an article shown around a sentence when its paragraph is longer.
_AROUND = 700


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a document and what they tell: actor, recipient, trigger, date, place, voice …"""

    start: int
    end: int
    role: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text with the marks that cover all of it."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """What it tells, each once."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))


def pieces(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of `text[start:end]`; marks that lie outside are left out or cut."""
    stop = len(text) if end is None else min(end, len(text))
    kept = [mark for mark in marks if start <= mark.start < mark.end <= stop]
    edges = sorted({start, stop, *(edge for mark in kept for edge in (mark.start, mark.end))})
    return [
        Piece(text[a:b], a, tuple(mark for mark in kept if mark.start <= a and b <= mark.end))
        for a, b in pairwise(edges)
    ]


def of_event(row: dict[str, Any]) -> list[Mark]:
    """The marks of one event: everything that it has words for."""
    marks = [Mark(p["start"], p["end"], "actor", p["text"]) for p in row["actors"]]
    marks += [Mark(p["start"], p["end"], "recipient", p["text"]) for p in row["recipients"]]
    for role, words in (("trigger", row["trigger"]), ("place", row["place"]), ("voice", row["said_by"])):
        if words:
            marks.append(Mark(words["start"], words["end"], role, words["text"]))
    marks += _date(row)
    return marks


def _date(row: dict[str, Any]) -> list[Mark]:
    """The words of a date have no offsets of their own; they stand in the sentence."""
    at = row["sentence"].find(row["date_text"]) if row["date_text"] else -1
    if at < 0 or row["sentence_start"] is None:
        return []
    start = row["sentence_start"] + at
    return [Mark(start, start + len(row["date_text"]), "date", row["date_text"])]


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph of a sentence begins and ends; not more than some hundred characters around it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    return max(first, start - _AROUND), min(last, end + _AROUND)


def fits(text: str, row: dict[str, Any]) -> bool:
    """Whether an event's sentence stands in this text where it says."""
    start, end = row["sentence_start"], row["sentence_end"]
    return start is not None and end is not None and text[start:end] == row["sentence"]


def in_sentence(row: dict[str, Any]) -> list[Piece]:
    """The sentence alone with its marks."""
    start = row["sentence_start"] or 0
    moved = [Mark(m.start - start, m.end - start, m.role, m.key) for m in of_event(row)]
    return pieces(row["sentence"], [mark for mark in moved if _says(row["sentence"], mark)])


def _says(sentence: str, mark: Mark) -> bool:
    return 0 <= mark.start < mark.end <= len(sentence) and sentence[mark.start : mark.end] == mark.key


def paragraphs(text: str, marks: Sequence[Mark]) -> list[list[Piece]]:
    """A whole text by its paragraphs."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found.append(pieces(text, marks, start=start, end=end))
        start = end + 1
    return found
