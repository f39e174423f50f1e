"""Who: from a phrase, a day and a document's context to parties with country, sector, office and code.

In: phrases and mentions of running English. Out: `Party`s. `actor` and `resolve` read a phrase alone, `Cast` reads
the mentions of one document, with its pronouns, descriptions and surnames.
"""

from datetime import date

from dragoman.actors.coreference import Cast, Link
from dragoman.actors.resolving import resolve
from dragoman.event import Party

__all__ = ["Cast", "Link", "actor", "resolve"]


def actor(phrase: str, *, on: date | str | None = None) -> Party | None:
    """The first party that a phrase names; None when it names nobody.

    `on` is the day of which offices are asked, as a date or an ISO day; None means today.
    Raises UsageError when `on` is no day.
    """
    found = resolve(phrase, on=on)
    return found[0] if found else None
