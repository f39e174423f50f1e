"""Headings of paragraphs: the states that a digest puts before each.

In: a text, a sentence's span, the names in it. Out: where the sentence goes on behind its heading.
"""

import re
from collections.abc import Sequence

from dragoman.actors.names.matching import Match

# "MEXICO: Gunmen …", "* INDIA-CANADA: …": what a paragraph is about, up to the colon; "Kenya: We deny it" is a speaker.
# "Nigeria (Plateau State):" tells of where in it.
_HEADING = re.compile(
    r"(?:[*•·–-] ?)?(?P<states>[A-Z][A-Za-z.’' -]{2,40})(?: \([A-Z][^()\n]{2,30}\))?: (?=[A-Z])(?!(?:We|I|Our)\b)"
)
_BETWEEN = frozenset({"", "-", "–", " and ", " - "})


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
