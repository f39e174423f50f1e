"""Where an event took place, when the model does not say: clear prepositions of place close to the trigger.

In: the place words of a sentence and a trigger. Out: one of them or None; a party's home is not the place of its act.
"""

import re
from collections.abc import Sequence

from dragoman.coding.placing.finding import PlaceWords
from dragoman.coding.placing.names import words

# A place before the trigger opens the clause: "In Kyiv, thousands marched".
_OPENS = re.compile(r"(?:^|[.!?;:—“\"]\s?|, |\b(?:and|but|that) )(?:early |later |meanwhile,? |also )?$", re.IGNORECASE)
# How far, in characters, the place may stand after and before the trigger; what ends its clause.
_AFTER = 70
_BEFORE = 60
_BREAK = re.compile(
    r"[.!?;:“”\"—]|, (?:which|who|where|while|but|and|after|as|said)\b| (?:that|which|who|because|while|but|said) "
)


def attach(places: Sequence[PlaceWords], text: str, *, trigger_start: int, trigger_end: int) -> PlaceWords | None:
    """The place of the trigger's event, None when no preposition says it plainly."""
    going = _goes(text[max(0, trigger_start - 20) : min(len(text), trigger_end + 20)])
    best: tuple[int, PlaceWords] | None = None
    for place in places:
        if not _placed(place, going):
            continue
        cost = _cost(place, text, trigger_start, trigger_end)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, place)
    return best[1] if best else None


def _goes(text: str) -> bool:
    return any(word in words().going for word in re.findall(r"[a-z]+", text.lower()))


def _placed(place: PlaceWords, going: bool) -> bool:
    lists = words()
    return place.preposition in lists.plain or (going and place.preposition in lists.motion)


def _cost(place: PlaceWords, text: str, start: int, end: int) -> int | None:
    if start <= place.start < end:
        return 0
    low, high = (end, place.start) if place.start >= end else (place.end, start)
    if high - low > _AFTER:
        return None
    between = text[low:high]
    if _BREAK.search(between):
        return None
    if place.start >= end:
        return len(between)
    before = text[max(0, place.start - len(place.preposition) - 30) : place.start - len(place.preposition) - 1]
    return len(between) + 10 if len(between) <= _BEFORE and _OPENS.search(before) else None
