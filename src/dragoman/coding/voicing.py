"""Voice: who says so, when it is not the author.

In: the words that the network gives the report's source, and where the trigger stands. Out: a `Voice` or None.
"""

import re
from collections.abc import Sequence

from dragoman.coding.arguing import Role
from dragoman.coding.story import Story
from dragoman.event import Voice

_QUOTES = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


def said_by(story: Story, sentence: int, roles: Sequence[Role], *, at: int) -> Voice | None:
    """The voice of an event whose trigger stands at character `at` of the document."""
    if not roles:
        return None
    role = max(roles, key=lambda r: r.chance)
    offset = story.spans[sentence][0]
    start, end = offset + role.start, offset + role.end
    found = story.cast.parties(start, end)
    who = found[0] if found else None
    return Voice(
        text=story.document.text[start:end], start=start, end=end,
        name=who.name if who else "", country=who.country if who else "", sector=who.sector if who else "",
        voice="quoted" if quoted(story.sentence(sentence), at - offset) else "reported",
    )  # fmt: skip


def quoted(sentence: str, at: int) -> bool:
    """Whether character `at` of the sentence stands between quotation marks."""
    return any(match.start() < at < match.end() for match in _QUOTES.finditer(sentence))
