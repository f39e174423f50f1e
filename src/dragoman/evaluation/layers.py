"""What else agrees between two events that are a pair: mode, status, date, place, voice.

In: a sentence match. Out: a `Tally` for each layer, counts that can be added up over sentences. Mode is looked at in
pairs of the same type, the others in pairs of the same dyad, and each only where the gold file has the layer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from dragoman.evaluation.gold import GoldEvent
from dragoman.evaluation.matching import SentenceMatch, words
from dragoman.event import Event
from dragoman.ontology import load


class Tally(NamedTuple):
    """Right of `of` pairs; then right, annotated and coded values that are not the usual one, for F1.

    Most events are actual, undated places and the author's own voice: accuracy alone says little. `has_usual` is 0
    throughout in a layer without a usual value.
    """

    right: int
    of: int = 1
    unusual_right: int = 0
    unusual_gold: int = 0
    unusual_coded: int = 0
    has_usual: int = 0


def _mode(gold: GoldEvent, coded: Event) -> Tally | None:
    if gold.mode is None or not load().types[coded.event_type].modes:
        return None
    return _value(gold.mode, coded.mode, usual="")


def _status(gold: GoldEvent, coded: Event) -> Tally | None:
    return _value(gold.status, coded.status, usual="actual") if gold.status else None


def _date(gold: GoldEvent, coded: Event) -> Tally | None:
    """To the precision of the gold date: 2024-06 is met by any day of that June."""
    if not gold.when:
        return None
    return Tally(int((coded.dating.date_start or "").startswith(gold.when)))


def _place(gold: GoldEvent, coded: Event) -> Tally | None:
    found = f"{coded.place.text} {coded.place.name}" if coded.place else ""
    return None if gold.place is None else _phrase(gold.place, found)


def _voice(gold: GoldEvent, coded: Event) -> Tally | None:
    found = coded.said_by.text if coded.said_by else ""
    return None if gold.said_by is None else _phrase(gold.said_by, found)


def _value(gold: str, coded: str, *, usual: str) -> Tally:
    right = gold == coded
    return Tally(int(right), 1, int(right and gold != usual), int(gold != usual), int(coded != usual), 1)


def _phrase(gold: str, coded: str) -> Tally:
    """Phrases agree when they share a word, or when both are empty."""
    hit = bool(words(gold) & words(coded))
    right = hit if gold else not coded
    return Tally(int(right), 1, int(hit), int(bool(gold)), int(bool(coded)), 1)


Look = Callable[[GoldEvent, Event], Tally | None]

# Layer -> (the level whose pairs are looked at, what is compared).
_LOOKS: Mapping[str, tuple[str, Look]] = MappingProxyType(
    {
        "mode": ("type", _mode),
        "status": ("dyad", _status),
        "date": ("dyad", _date),
        "place": ("dyad", _place),
        "voice": ("dyad", _voice),
    }
)

LAYERS = tuple(_LOOKS)


def tally(row: SentenceMatch, layer: str) -> Tally:
    """Counts of one layer over the pairs of a sentence."""
    level, look = _LOOKS[layer]
    looked = (look(gold, coded) for gold, coded in _paired(row, level))
    return _sum(found for found in looked if found is not None)


def wrong(row: SentenceMatch, i: int, j: int) -> Iterator[str]:
    """The layers in which the gold event `i` and the coded event `j` differ."""
    for layer, (_, look) in _LOOKS.items():
        found = look(row.sentence.events[i], row.coded[j])
        if found is not None and not found.right:
            yield layer


def _paired(row: SentenceMatch, level: str) -> Iterator[tuple[GoldEvent, Event]]:
    for i, j in row.pairs[level]:
        yield row.sentence.events[i], row.coded[j]


def _sum(tallies: Iterable[Tally]) -> Tally:
    return Tally(*(sum(column) for column in zip(Tally(0, 0), *tallies, strict=True)))
