"""Datelines: where a report was written, as agencies put it before its first words.

In: the text of a document. Out: the span of the place at its head; where the words after a dateline begin; all of
them.
"""

import re

_DATE = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)"
# Before its agency a town needs no capitals: "Tehran, IRNA - ", "Tehran, Oct 2, IRNA - ".
_SIGNED = rf"[A-Z][a-z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}(?={_DATE}?, [A-Z]{{2,5}} [—–-]{{1,2}} [A-Z“\"])"
# "ISLAMABAD, Aug. 12 (Xinhua) -- ", "KYIV, Ukraine — ", "NAIROBI (Reuters) - ".
_LINE = re.compile(
    rf"\s*(?P<place>{_SIGNED}|[A-Z][A-Z.’'/ -]{{2,30}}(?:, [A-Z][a-z][A-Za-z ]{{1,20}}(?=,| \(| [—–-]))?)"
    rf"(?:{_DATE}?, [A-Z]{{2,5}})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([A-Z][\w /]{1,20}\))? ?[—–-]{1,2} "
)


# The same at the head of any paragraph, where a date or an agency stands in it: "NATO - and who else?" has neither.
# "MOSCOW, March 19. /TASS/. " has no dash.
_OPENING = re.compile(
    r"(?:[A-Z][A-Z.’'/ -]{2,30}(?:, [A-Z][a-z][A-Za-z. ]{1,20})?"
    rf"(?:(?:{_DATE}(?: ?[(/][A-Z][\w /]{{1,20}}[)/])?| \([A-Z][\w /]{{1,20}}\))\.? ?[—–-]{{1,2}}"
    rf"|{_DATE}\. /[A-Z]+/\.)|{_SIGNED}{_DATE}?, [A-Z]{{2,5}} ?[—–-]{{1,2}}) "
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Where the sentence start..end-1 goes on behind its dateline; its start where it has none."""
    begins = start == 0 or text[start - 1] == "\n"
    found = _OPENING.match(text, start, end) if begins else None
    return found.end() if found else start


def dateline(text: str) -> tuple[int, int] | None:
    """The span of the place of a text's dateline; None where it has none."""
    found = _LINE.match(text)
    return found.span("place") if found else None


def datelines(text: str) -> list[tuple[int, int]]:
    """The spans of the datelines at the head of paragraphs, one that has neither date nor agency left out."""
    heads = [0, *(mark.end() for mark in re.finditer("\n", text))]
    return [found.span() for head in heads if (found := _OPENING.match(text, head))]
