"""Quotations: which characters of a document stand between quotation marks.

In: the document's text. Out: `Quotation`s in order, the marks outside; one that a paragraph leaves open goes on in
the next when that begins with an opening mark, as newspapers set a long speech.
"""

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING = {"“": "”", "«": "»", "„": "“"}
_MARK = re.compile('[“«„"]')
# A quotation left open ends with its paragraph; longer ones than this are a lost closing mark.
MAX_CHARACTERS = 3000


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters start..end-1 between marks; `carried`: it goes on from the quotation before it."""

    start: int
    end: int
    carried: bool = False
    open: bool = False


def quotations(text: str) -> list[Quotation]:
    """The quotations of `text`; nested marks belong to the outer quotation."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        for number, (start, end, closed) in enumerate(_of_paragraph(text, *paragraph.span())):
            first = not number and not text[paragraph.start() : start - 1].strip()
            carried = bool(first and found and found[-1].open)
            found.append(Quotation(start, end, carried=carried, open=not closed))
    return found


def _of_paragraph(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each quotation of text[start:end]."""
    found, at = [], start
    while (opening := _MARK.search(text, at, end)) is not None:
        at, mark = opening.start(), opening[0]
        if mark == '"' and not _opens(text, at, start):
            at += 1
            continue
        close = text.find(_CLOSING.get(mark, '"'), at + 1, min(end, at + MAX_CHARACTERS))
        stop = close if close >= 0 else min(end, at + MAX_CHARACTERS)
        found.append((at + 1, stop, close >= 0))
        at = stop + 1
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the straight mark at `at` can open a quotation: not right behind a letter."""
    return at == start or not text[at - 1].isalnum()
