"""Datelines: where a report was written, as agencies put it before its first words.

In: the text of a document. Out: the span of the place at its head.
"""

import re

# "ISLAMABAD, Aug. 12 (Xinhua) -- ", "KYIV, Ukraine — ", "NAIROBI (Reuters) - ".
_LINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.’' -]{2,30}(?:, [A-Z][a-z][A-Za-z ]{1,20}(?=,| \(| [—–-]))?)"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([A-Z][\w /]{1,20}\))? ?[—–-]{1,2} "
)


def dateline(text: str) -> tuple[int, int] | None:
    """The span of the place of a text's dateline; None where it has none."""
    found = _LINE.match(text)
    return found.span("place") if found else None
