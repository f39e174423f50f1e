"""Datelines: where, when and for which agency a report was written, as it says before its first words.

In: a text. Out: the datelines at the heads of its paragraphs. Whether a dateline is a party, dates an event, is said
by somebody or tells where "here" is, whoever asks decides; what is one is decided here alone.
"""

import re
from dataclasses import dataclass

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_DASH = r"(?:[—–-]{1,2} |[—–])"
# What is told begins with a capital: "NATO - and who else?" has no dateline.
_TOLD = r"(?=[A-Z\d“\"‘'])"
_CAPITALS = r"[A-Z][A-Z.’'/ -]{1,29}[A-Z.](?:, [A-Z][A-Za-z. ]{0,19}[a-zA-Z.])?"
# Before its agency a town needs no capitals.
_TOWN = r"[A-Z][a-z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_FORMS = (
    # "ISLAMABAD, Aug. 12 (Xinhua) -- ", "SEOUL, June 21: ", "MOSCOW, March 19. /TASS/. ", "NAIROBI (Reuters) - "
    rf"{_CAPITALS}(?:, (?P<day>{_DAY})(?:\.? ?[(/][A-Z][\w /.&-]{{1,30}}[)/])?(?:\.? ?{_DASH}|[.:] )"
    rf"|(?:,? \([A-Z][\w /.&-]{{1,30}}\)) ?{_DASH})",
    # "Tehran, Oct 2, IRNA - "
    rf"(?:{_CAPITALS}|{_TOWN})(?:, (?P<signed_day>{_DAY}))?, [A-Z]{{2,5}} ?{_DASH}{_TOLD}",
    # "KYIV, Ukraine — "
    rf"{_CAPITALS}(?: {_DASH}| ?-- ){_TOLD}",
)
_DATELINE = re.compile(rf"[^\w\n“\"]{{0,3}}(?:{'|'.join(_FORMS)})")
_PLACE = re.compile(rf"{_CAPITALS}(?=,? \(|, {_DAY}|, [A-Z]{{2,5}} ?{_DASH}| ?{_DASH})|{_TOWN}")
# No dateline is longer.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """One, text[start:end] with the dash and the blank that end it; its place as a span, its day as it is written."""

    start: int
    end: int
    place: tuple[int, int]
    day: str


def dateline(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """The dateline that the words from start to end open with; None where they have none or open no paragraph."""
    found = _DATELINE.match(text, start, len(text) if end is None else end)
    if found is None or text[text.rfind("\n", 0, start) + 1 : start].strip():
        return None
    place = _PLACE.search(text, start, found.end())
    span = place.span() if place else (start, start)
    return Dateline(start, found.end(), span, found["day"] or found["signed_day"] or "")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where the words from start to end go on behind their dateline; their start where they have none."""
    line = dateline(text, start, end)
    return line.end if line else start


def in_dateline(text: str, at: int) -> bool:
    """Whether a character stands in one: the agency of "LAGOS (Reuters) - ..." is nobody of whom the text tells."""
    near = max(0, at - _LONGEST)
    opening = text.rfind("\n", near, at) + 1
    line = dateline(text, opening) if opening or not near else None
    return line is not None and at < line.end


def datelines(text: str) -> list[Dateline]:
    """All of a text, in order."""
    heads = [0, *(mark.end() for mark in re.finditer("\n", text))]
    return [line for head in heads if (line := dateline(text, head))]
