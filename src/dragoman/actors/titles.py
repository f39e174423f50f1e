"""Descriptions of who holds an office: "the Russian president", "NATO's secretary general", "the chief of the IAEA".

In: a part of a phrase, the country or organisation it belongs to, and a `View`. Out: who held the office that day.
"""

from collections.abc import Sequence

from dragoman.actors.choosing import View
from dragoman.actors.matching import Item
from dragoman.actors.phrase import Part
from dragoman.actors.roster import Held
from dragoman.actors.words import listed

# What names of whose office it is may be.
_WHOSE = ("demonym", "state", "people", "capital", "metonym", "region", "organisation")


def holder(part: Part, country: str, body: str, view: View) -> Held | None:
    """Who holds the office that the words name, of the organisation `body` (a name, or "") or of `country`.

    None when they name none, several people, or somebody else of the same word: an opposition leader, a deputy.
    """
    words = [item for item in part.core if item.key not in listed("plain adjectives")]
    if any(item.key in listed("several") for item in words):
        return None
    whole, title = _joined(words), _joined([item for item in words if item.first(*_WHOSE) is None])
    local = [whole, *(f"{whole} of {_joined(place)}" for place in (part.owner, *_of(part)) if place)]
    asked = [(view.roster.regional[name], name) for name in local if name in view.roster.regional]
    if body:
        asked.extend((view.roster.bodies.get(body, ""), name) for name in (whole, title))
    if country and not _of_region(part):
        # "The Israeli army chief" is a chief of the army, and of Israel an army chief.
        asked.extend((country, name) for name in (whole, title if not body else whole.partition(" ")[2]))
    found = (view.roster.holder(home, name, view.on) for home, name in asked if home and name)
    return next((held for held in found if held is not None), None)


def _joined(words: Sequence[Item]) -> str:
    plain = listed("plain adjectives")
    return " ".join([item.key for item in words if item.key not in plain])


def _of(part: Part) -> list[tuple[Item, ...]]:
    return [rest for word, rest in part.complements[:1] if word == "of"]


def _of_region(part: Part) -> bool:
    """Whether the words belong to a part of a state: "the Chechen leader" is no leader of Russia."""
    words = (*part.core, *part.owner, *(item for rest in _of(part) for item in rest))
    return any(i.first("people", "region") for i in words) and not any(i.first("demonym", "state") for i in words)
