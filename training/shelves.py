"""Examples that lie on the device as tensors, by padded width, and batches of them as index arrays.

In: items. Out: shelves; for an epoch the batches, of one shape a shelf, each a choice of sentences and of questions
about them: so a step gathers its batch where it is computed, and its shape never changes.
"""

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.batch import Batch, laid
from training.corpus import Example
from training.items import Epoch, Items, Key, Shown

# The least sentences and questions of a batch, and what the number of questions is a multiple of, as kernels like it.
_FEWEST, _FEWEST_ASKED, _MULTIPLE = 4, 16, 8
# Questions that a batch has room for, to one by the mean of its shelf: with less room more batches are full of them
# before they are full of sentences, with more it stays empty. Set by hand, not swept.
_ROOM = 1.12


@dataclass(frozen=True, slots=True)
class Picks:
    """What batches take from a shelf: (..., B) sentences, (..., Q) questions and the row in the batch of each.

    What only fills up is the shelf's last sentence or question, which are nothing.
    """

    items: Tensor
    rows: Tensor
    questions: Tensor

    def take(self, other: "Picks", nth: int) -> None:
        """Become, in place, the nth batch of the other."""
        self.items.copy_(other.items[nth])
        self.rows.copy_(other.rows[nth])
        self.questions.copy_(other.questions[nth])


@dataclass(frozen=True, slots=True)
class Shape:
    """Sentences and questions of every batch of a shelf."""

    items: int
    questions: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Sentences of one padded width with all questions about them, or pairs: one great batch, in small numbers.

    An item's questions stand side by side: its true triggers, then its false ones; of a pair there is one.
    """

    labels: Batch
    first: tuple[int, ...]
    """The first question of each item, and where those of the last one end."""
    true: tuple[int, ...]
    """How many true triggers each item has, or one for a pair."""

    @property
    def items(self) -> int:
        """How many there are, which is the number of the sentence that is nothing."""
        return len(self.true)

    @property
    def questions(self) -> int:
        """How many there are, which is the number of the question that asks nothing."""
        return self.first[-1]

    @property
    def device(self) -> torch.device:
        """Where it lies."""
        return self.labels.ids.device

    def asked(self, shown: Shown) -> list[int]:
        """Numbers of the questions about an item."""
        first, true = self.first[shown.item], self.true[shown.item]
        return [*range(first, first + true), *(first + true + number for number in shown.false)]

    def batch(self, picks: Picks) -> Batch:
        """The sentences and questions that were picked."""
        own, items, asked = self.labels, picks.items, picks.questions
        return Batch(
            own.ids[items].long(), own.tokens[items].long(), picks.rows, own.marks[asked].float(),
            own.types[asked].long(), own.statuses[asked].long(), own.modes[asked].long(), own.roles[asked].long(),
            own.allowed[asked] if own.is_pairs else own.allowed,
        )  # fmt: skip

    def everything(self, most: int) -> Iterator[Picks]:
        """All items in order with all of their questions, so many at a time."""
        for start in range(0, self.items, most):
            end = min(start + most, self.items)
            asked = torch.arange(self.first[start], self.first[end], device=self.device)
            yield Picks(torch.arange(start, end, device=self.device), self.labels.rows[asked] - start, asked)

    def nothing(self, shape: Shape) -> Picks:
        """A batch of nothing."""
        sizes, numbers = (shape.items, shape.questions, shape.questions), (self.items, 0, self.questions)
        return Picks(*(torch.full((n,), k, device=self.device) for n, k in zip(sizes, numbers, strict=True)))


Shelves = Mapping[Key, Shelf]
Shapes = Mapping[Key, Shape]


@dataclass(frozen=True, slots=True)
class Dealt:
    """An epoch's batches: of each shelf as rows of its picks, and in which order they come."""

    picks: dict[Key, Picks]
    order: list[tuple[Key, int]]


def shelved(items: Items, device: torch.device) -> Shelves:
    """The items as tensors on a device."""
    return {
        key: _shelf(key, [i.example if key.pairs else i.whole for i in items.shelves[key]], device)
        for key in sorted(items.shelves)
    }


def _shelf(key: Key, examples: Sequence[Example], device: torch.device) -> Shelf:
    labels = laid([*examples, Example([])], width=key.width, more=1)
    counts = [1 if key.pairs else len(e.triggers) for e in examples]
    first = [0]
    for count in counts:
        first.append(first[-1] + count)
    true = counts if key.pairs else [sum(t.type != 0 for t in e.triggers) for e in examples]
    return Shelf(_small(labels).to(device), tuple(first), tuple(true))


def _small(labels: Batch) -> Batch:
    """In numbers as small as they can be: all of it lies on the device."""
    return Batch(
        labels.ids.int(), labels.tokens.to(torch.int8), labels.rows, labels.marks.bool(), labels.types.to(torch.int8),
        labels.statuses.to(torch.int8), labels.modes.to(torch.int8), labels.roles.to(torch.int8), labels.allowed,
    )  # fmt: skip


def shapes(shelves: Shelves, epochs: Sequence[Epoch], *, tokens: int) -> Shapes:
    """The shape of the batches of each shelf that these epochs show, about so many tokens each."""
    found = {}
    for key in sorted(set().union(*epochs)):
        asked = [len(shelves[key].asked(shown)) for epoch in epochs for shown in epoch.get(key, [])]
        most = max(len(epoch.get(key, [])) for epoch in epochs)
        items = min(max(_FEWEST, tokens // key.width), max(_FEWEST, most))
        room = math.ceil(items * sum(asked) / len(asked) * _ROOM / _MULTIPLE) * _MULTIPLE
        found[key] = Shape(items, items if key.pairs else max(_FEWEST_ASKED, room, *asked))
    return found


def dealt(shelves: Shelves, epoch: Epoch, shapes: Shapes, *, rng: random.Random) -> Dealt:
    """An epoch's batches, each item in one of them with all that is asked about it; in random order."""
    picks: dict[Key, Picks] = {}
    order = []
    for key, shown in sorted(epoch.items()):
        mixed = rng.sample(shown, len(shown))
        picks[key] = _picked(shelves[key], mixed, shapes[key])
        order += [(key, nth) for nth in range(len(picks[key].items))]
    rng.shuffle(order)
    return Dealt(picks, order)


def _picked(shelf: Shelf, shown: Iterable[Shown], shape: Shape) -> Picks:
    """One row a batch."""
    items, rows, questions = [], [], []
    for group in _groups(shelf, shown, shape):
        asked = [(row, question) for row, one in enumerate(group) for question in shelf.asked(one)]
        items.append(_filled([one.item for one in group], shape.items, shelf.items))
        rows.append(_filled([row for row, _ in asked], shape.questions, 0))
        questions.append(_filled([question for _, question in asked], shape.questions, shelf.questions))
    return Picks(*(torch.tensor(numbers, device=shelf.device) for numbers in (items, rows, questions)))


def _groups(shelf: Shelf, shown: Iterable[Shown], shape: Shape) -> Iterator[list[Shown]]:
    """As many as there is room for in a batch, of sentences or of questions."""
    group: list[Shown] = []
    asked = 0
    for one in shown:
        more = len(shelf.asked(one))
        if len(group) == shape.items or asked + more > shape.questions:
            yield group
            group, asked = [], 0
        group.append(one)
        asked += more
    if group:
        yield group


def _filled(numbers: list[int], length: int, nothing: int) -> list[int]:
    return numbers + [nothing] * (length - len(numbers))
