"""What epochs show, each example kept once: epochs differ in little but which false triggers they ask about.

In: lists of examples. Out: the items of each shelf, that is sentences or pairs of one padded width, and for every list
what it shows of them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from training.corpus import Example, Span, Trigger

# Padded widths. The step over each is captured as a graph of its own, so that they are few; most sentences are short.
WIDTHS = (16, 24, 32, 40, 48, 56, 64, 80, 112, 160)
# False triggers that are kept of an item; others count as one of these. An epoch asks about two at most, and half a
# million would lie on the device and be told by every teacher otherwise.
CAP = 3


class Key(NamedTuple):
    """Names a shelf."""

    pairs: bool
    width: int


class Shown(NamedTuple):
    """An item as one epoch shows it: its number on the shelf and those of its false triggers that are asked about."""

    item: int
    false: tuple[int, ...]


# What an epoch shows of each shelf.
Epoch = dict[Key, list[Shown]]


@dataclass(slots=True)
class Item:
    """An example without false triggers, and those that were seen with it, in order."""

    example: Example
    false: dict[Span, int] = field(default_factory=dict)

    @property
    def whole(self) -> Example:
        """With the false triggers that are kept."""
        kept = [Trigger(span) for span in list(self.false)[:CAP]]
        return replace(self.example, triggers=(*self.example.triggers, *kept))

    def asked(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Numbers of these false triggers, of those that are kept."""
        return tuple(sorted({self.false.setdefault(span, len(self.false)) % CAP for span in spans}))


@dataclass(slots=True)
class Items:
    """Every example once, by shelf."""

    shelves: dict[Key, list[Item]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[tuple[object, ...], tuple[Key, int]] = field(default_factory=dict)

    def shown(self, examples: Iterable[Example]) -> Epoch:
        """What these show of the items, among which they are from now on."""
        epoch: Epoch = defaultdict(list)
        for example in examples:
            true = tuple(trigger for trigger in example.triggers if not _is_false(trigger))
            key, number = self._at(replace(example, triggers=true))
            false = (trigger.span for trigger in example.triggers if _is_false(trigger))
            epoch[key].append(Shown(number, self.shelves[key][number].asked(false)))
        return dict(epoch)

    def _at(self, example: Example) -> tuple[Key, int]:
        told = saying(example)
        if told not in self._known:
            key = Key(bool(example.types), WIDTHS[bisect_left(WIDTHS, len(example.ids))])
            self._known[told] = key, len(self.shelves[key])
            self.shelves[key].append(Item(example))
        return self._known[told]


def together(*epochs: Epoch) -> Epoch:
    """One epoch that shows all that these show."""
    whole: Epoch = defaultdict(list)
    for epoch in epochs:
        for key, shown in epoch.items():
            whole[key] += shown
    return dict(whole)


def _is_false(trigger: Trigger) -> bool:
    return trigger.type == 0


def saying(example: Example) -> tuple[object, ...]:
    """All that an example says, to be compared by."""
    return *question(example), tuple(example.tokens), tuple(_asks(example)), example.types


def question(example: Example) -> tuple[object, ...]:
    """What a pair asks, whatever is known of the answer: its words, and which of them are the sides."""
    sides = tuple((name, *spans) for name, spans in sorted(example.sides.items()))
    return tuple(example.ids), sides


def _asks(example: Example) -> Iterator[tuple[object, ...]]:
    for trigger in example.triggers:
        yield trigger.span, trigger.type, trigger.status, trigger.mode, *map(tuple, trigger.roles)
