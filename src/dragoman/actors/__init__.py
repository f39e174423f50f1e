"""Who: from a phrase, a day and a document's context to parties with country, sector, office and code.

In: phrases and mentions of running English. Out: `Party`s. `actor` and `resolve` read a phrase alone, `Cast` reads
the mentions of one document, with its pronouns, descriptions and surnames. Each loads its part on first use.
"""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.actors.coreference import Cast as Cast
    from dragoman.actors.links import Link as Link
    from dragoman.actors.phrases.resolving import resolve as resolve
    from dragoman.event import Party

_HOMES = {"Cast": "coreference", "Link": "links", "resolve": "phrases.resolving"}

__all__ = ["Cast", "Link", "actor", "resolve"]


def actor(phrase: str, *, on: date | str | None = None) -> "Party | None":
    """The first party that a phrase names; None when it names nobody.

    `on` is the day of which offices are asked, as a date or an ISO day; None means the last day of the tables.
    Raises UsageError when `on` is no day, or the phrase no text.
    """
    from dragoman.actors.phrases.resolving import resolve
    from dragoman.errors import UsageError

    if not isinstance(phrase, str):
        raise UsageError(f"phrase {phrase!r:.60} is a {type(phrase).__name__}; give text")

    found = resolve(phrase, on=on)
    return found[0] if found else None


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
