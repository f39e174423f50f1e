"""Stock codes, as agencies put them behind a company: the BA of "Boeing (BA.N)" is no airline.

In: a text and a name found in it. Out: whether the name is part of one; the pattern that takes them off.
"""

import re
from functools import cache

from dragoman.actors.names.words import listed

# How far around a name its stock code is looked for.
_REACH = 12


def coded(text: str, start: int, end: int) -> bool:
    """Whether a name found in a text is part of a stock code."""
    if text[start - 1 : start] not in ("(", "<", "."):
        return False
    near = max(0, start - _REACH)
    return any(
        found.start() <= start and end <= found.end() for found in stock_codes().finditer(text, near, end + _REACH)
    )


@cache
def stock_codes() -> re.Pattern[str]:
    """Codes with their brackets and the blank before: " (BA.N)", " <GE.N>", also where the end was cut off."""
    exchanges = "|".join(sorted(listed("exchanges"))).upper()
    return re.compile(rf" ?[(<][A-Z\d]{{1,6}}[a-z]?\.(?:{exchanges})(?:[)>]|$)")
