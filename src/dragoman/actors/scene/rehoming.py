"""Towns whose country the text says or means otherwise than the tables: Valencia may be Venezuela's, Tripoli Lebanon's.

In: a text and its clues. Out: the clues, such towns in their country.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman import placing
from dragoman.actors.names.kinds import STATES, TOWNS
from dragoman.actors.scene.clues import Clue

# "Tripoli in Lebanon", "Palma in northern Mozambique".
_STATED = re.compile(r" in (?:the )?(?:[a-z-]+ )?[A-Z]")


def rehomed(text: str, known: Sequence[Clue]) -> list[Clue]:
    """Clues with towns in the country that the text says or means.

    A capital is moved only by the words behind it, another town also where the text does not name the tables' country.
    """
    named = Counter(clue.country for clue in known if clue.name.kind in STATES)
    return [_rehomed(text, clue, named) if _doubtful(text, clue, named) else clue for clue in known]


def _doubtful(text: str, clue: Clue, named: Counter[str]) -> bool:
    if not named or clue.name.kind not in TOWNS:
        return False
    return (clue.name.kind != "capital" and clue.country not in named) or _STATED.match(text, clue.end) is not None


def _rehomed(text: str, clue: Clue, named: Counter[str]) -> Clue:
    country = placing.resolve(text, clue.start, clue.end, countries=named).country
    return replace(clue, country=country) if country in named else clue
