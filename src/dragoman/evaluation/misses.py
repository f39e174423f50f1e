"""The worst misses, with the sentences they stand in.

In: sentence matches, or pairs. Out: a few `Miss`es, worst first: events coded with confidence where none is, events
missed, and coded ones of another type or with other parties.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.evaluation.gold import GoldEvent, GoldPair, GoldParty
from dragoman.evaluation.layers import wrong
from dragoman.evaluation.matching import SentenceMatch
from dragoman.event import Event, Party


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that went wrong: `missed` gold events, `spurious` coded ones, and right ones `partly` right.

    `weight` grows with what is wrong: 1 for a missed event, its confidence for a spurious one, 0.25 for each layer
    that differs in an event whose type and parties are right.
    """

    id: str
    sentence: str
    missed: tuple[str, ...]
    spurious: tuple[str, ...]
    partly: tuple[str, ...]
    weight: float


# A wrong date or voice is a flaw of an event, not the loss of one.
_LAYER_WEIGHT = 0.25


def event_misses(matches: Iterable[SentenceMatch], *, most: int) -> list[Miss]:
    """At most `most` sentences with something wrong in them, worst first."""
    found = (_miss(row) for row in matches)
    return sorted((miss for miss in found if miss.weight), key=lambda miss: (-miss.weight, miss.id))[:most]


def pair_misses(pairs: Sequence[tuple[GoldPair, str, float]], *, most: int) -> list[Miss]:
    """At most `most` pairs that were given another type, the most confident first."""
    missed = [row for row in pairs if row[0].event_type != row[1]]
    missed.sort(key=lambda row: (-row[2], row[0].id))
    return [_pair_miss(*row) for row in missed[:most]]


def _miss(row: SentenceMatch) -> Miss:
    pairs = row.pairs["dyad"]
    missed = [event for i, event in enumerate(row.sentence.events) if i not in {i for i, _ in pairs}]
    spurious = [event for j, event in enumerate(row.coded) if j not in {j for _, j in pairs}]
    partly = [(row.coded[j], layers) for i, j in pairs if (layers := tuple(wrong(row, i, j)))]
    flaws = sum(len(layers) for _, layers in partly)
    return Miss(
        id=row.sentence.id,
        sentence=row.sentence.text,
        missed=tuple(_gold_line(event) for event in missed),
        spurious=tuple(_coded_line(event) for event in spurious),
        partly=tuple(f"{_coded_line(event)}: {', '.join(layers)}" for event, layers in partly),
        weight=len(missed) + sum(event.confidence for event in spurious) + _LAYER_WEIGHT * flaws,
    )


def _pair_miss(pair: GoldPair, coded: str, confidence: float) -> Miss:
    sides = [pair.text[span[0] : span[1]] if span else "-" for span in (pair.actor, pair.recipient)]
    arrow = " -> ".join(sides)
    return Miss(
        id=pair.id,
        sentence=pair.text,
        missed=(f"{pair.event_type}: {arrow}",),
        spurious=(f"{coded}: {arrow} ({confidence:.2f})",),
        partly=(),
        weight=confidence,
    )


def _gold_line(event: GoldEvent) -> str:
    return f"{event.event_type}: {_named(event.actors)} -> {_named(event.recipients)}"


def _coded_line(event: Event) -> str:
    sides = f"{_named(event.actors)} -> {_named(event.recipients)}"
    return f"{event.event_type}: {sides} ({event.confidence:.2f})"


def _named(parties: Iterable[GoldParty | Party]) -> str:
    texts = [f"{party.text} [{party.country}]" if party.country else party.text for party in parties]
    return ", ".join(texts) or "-"
