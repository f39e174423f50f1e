"""Heads of paragraphs: where a report was written and by which agency, and the states that a digest puts before each.

In: a text, a sentence's span, the names in it. Out: where the sentence goes on behind its head.
"""

import re
from collections.abc import Sequence

from dragoman.actors.names.matching import Match

# "MANILA - Communist rebels …", "FREETOWN, Sierra Leone (AP) — …", "Tehran, Oct 2, IRNA - …", up to the dash.
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'/ -]{2,30}(?:, [A-Z][\w. ]{2,20})?(?: \([A-Z][\w ]{1,20}\))? [—–-]{1,2} "
    r"|[A-Z][a-z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?))?, [A-Z]{2,5} [—–-]{1,2} (?=[A-Z“\"]))"
)
# "MEXICO: Gunmen …", "* INDIA-CANADA: …": what a paragraph is about, up to the colon; "Kenya: We deny it" is a speaker.
_HEADING = re.compile(r"(?:[*•·–-] ?)?(?P<states>[A-Z][A-Za-z.’' -]{2,40}): (?=[A-Z])(?!(?:We|I|Our)\b)")
_BETWEEN = frozenset({"", "-", "–", " and ", " - "})
# No dateline is longer.
_LONGEST = 100


def signed(text: str, start: int) -> bool:
    """Whether a name stands in a dateline: the agency of "LAGOS (Reuters) - ..." is nobody of whom the text tells."""
    near = max(0, start - _LONGEST)
    opening = text.rfind("\n", near, start) + 1
    line = DATELINE.match(text, opening) if opening or not near else None
    return line is not None and start < line.end()


def heading(text: str, sentence: tuple[int, int], matches: Sequence[Match]) -> int:
    """Where a sentence goes on behind the states that head its paragraph, and nothing but states; its start where none
    do. `matches` are the known names of the sentence."""
    start, end = sentence
    found = _HEADING.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    if found is None:
        return start
    at, close = found.span("states")
    for match in [one for one in matches if at <= one.start < close and one.kind == "state"]:
        if text[at : match.start] not in _BETWEEN:
            return start
        at = match.end
    return found.end() if at == close else start
