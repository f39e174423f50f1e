"""The day that a caller means, and that of a text that bears none: when all whom it names with titles were in office.

In: a day as written, or a text's items and the names known. Out: a day, or None when the text names nobody so, or
today does as well.
"""

from collections.abc import Sequence
from datetime import date

from dragoman.actors.names.kinds import PERSONS
from dragoman.actors.names.matching import Item
from dragoman.actors.names.roster import Roster
from dragoman.actors.names.words import listed
from dragoman.errors import UsageError

_GAPS = (" ", ", ")
_Spell = tuple[date, date | None]


def day(on: date | str | None) -> date | None:
    """The day meant by a caller. Raises UsageError when the text is no ISO day."""
    if not isinstance(on, str):
        return on
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise UsageError(f"{on!r} is no day; write it as 1999-05-01") from None


def day_of(text: str, found: Sequence[Item], names: Roster) -> date | None:
    """The last day on which most of "President X" and "the prime minister, Y" held."""
    spells: dict[str, frozenset[_Spell]] = {}
    for at in [at for at, item in enumerate(found[:-1], start=1) if item.key in names.titles]:
        before, item = found[at - 1], found[at]
        past = at > 1 and found[at - 2].key in listed("past")
        if past or text[before.end : item.start] not in _GAPS:
            continue
        people = {n.name for n in item.names if n.kind in PERSONS}
        terms = [term for name in people for term in names.offices.titled(before.key, name)]
        if terms:
            spells[f"{before.key} {item.key}"] = frozenset((t.start, t.end) for t in terms)
    last = names.offices.newest
    ends = sorted({end or last for own in spells.values() for _, end in own}, reverse=True)
    if not ends:
        return None
    best = max(ends, key=lambda day: sum(_holds(own, day) for own in spells.values()))
    return best if best < last else None


def _holds(spells: frozenset[_Spell], day: date) -> bool:
    return any(start <= day and (end is None or day <= end) for start, end in spells)
