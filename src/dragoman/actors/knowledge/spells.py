"""The years of office that a note of people.csv tells: "representative 2001-2024; senator 2024-".

In: the roles of a person as written. Out: first and last year of each spell; () where a role tells none.
"""

import re
from functools import lru_cache

# "2013-2018", "2013-", "-2018", "until 2018"; several with commas or "and" between them.
_SPELL = re.compile(r"(?<![\w-])(?:(?P<first>\d{4})-(?P<last>\d{4})?|(?:-|until )(?P<end>\d{4}))(?![\w-])")
_FOREVER = 9999
# What is told of a year, and is no office: "killed 2021", "presidential candidate 2026".
_EVENT = re.compile(r"(?:.*\b)?(?:died|killed|executed|convicted|candidate|nominee)\b[^;]*")
Spell = tuple[int, int]


@lru_cache(maxsize=4096)
def spells(roles: str) -> tuple[Spell, ...]:
    """The spells of all roles, () when one of them is held for times that the note does not tell."""
    found: list[Spell] = []
    for role in filter(None, roles.split("; ")):
        own = [_years(one) for one in _SPELL.finditer(role)]
        if not own and not _EVENT.fullmatch(role):
            return ()
        found.extend(own)
    return tuple(found)


def _years(found: re.Match[str]) -> Spell:
    if found["end"]:
        return 0, int(found["end"])
    return int(found["first"]), int(found["last"] or _FOREVER)
