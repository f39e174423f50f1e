"""Examples of one padded width as tensors.

In: `Example`s, all of them sentences with triggers or all of them pairs. Out: a `Batch`: what is asked about which row,
with what marked, and the labels, on any device.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dragoman.models import MARKS
from training.corpus import IGNORE, MASK, SEP, Example, Span
from training.labels import ROLES, TYPES

# Questions of a batch are filled up to a multiple of this: the matrix kernels are compiled anew for each shape.
_MULTIPLE = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """B sentences of n tokens and Q questions about them: triggers, or pairs where `allowed` has rows.

    Whatever is not known, or only fills up, is IGNORE.
    """

    ids: Tensor
    """(B, n), 0 where padded."""
    tokens: Tensor
    """(B, n): the type of each token as a trigger."""
    rows: Tensor
    """(Q,): the sentence of each question."""
    marks: Tensor
    """(Q, kinds, n) of 0 and 1."""
    types: Tensor
    statuses: Tensor
    modes: Tensor
    """(Q,) each."""
    roles: Tensor
    """(Q, n, roles) of O/B/I."""
    allowed: Tensor
    """(Q, types): whether the annotation of a pair allows a type; (0, types) for triggers."""

    @property
    def is_pairs(self) -> bool:
        """Whether the questions are pairs."""
        return len(self.allowed) > 0

    @property
    def unlabelled(self) -> Tensor:
        """(Q,): whether a pair is one that allows every type, so that nothing is known of it."""
        return self.allowed.all(1)

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        return Batch(*(getattr(self, name).to(device, non_blocking=True) for name in self.__slots__))


def batches(examples: list[Example], tokens: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of sentences or of pairs, of one padded width, about `tokens` tokens each, in random order.

    Few distinct shapes: the matrix kernels are compiled anew for each one.
    """
    buckets: dict[tuple[bool, int], list[Example]] = defaultdict(list)
    for example in examples:
        buckets[bool(example.types), _width(len(example.ids))].append(example)
    groups = []
    for (_, width), mine in sorted(buckets.items()):
        rng.shuffle(mine)
        size = max(2, tokens // width)
        groups += [mine[i : i + size] for i in range(0, len(mine), size)]
    rng.shuffle(groups)
    yield from groups


def collated(examples: Sequence[Example]) -> Batch:
    """A group that `batches` made, as tensors."""
    more = -sum(len(e.triggers) for e in examples) % _MULTIPLE
    return laid(examples, width=_width(max(len(e.ids) for e in examples)), more=more)


def laid(examples: Sequence[Example], *, width: int, more: int = 0) -> Batch:
    """Examples of one kind as tensors of a padded width; after the triggers stand `more` questions that ask nothing."""
    ids = padded([e.ids for e in examples], 0, width=width)
    if examples[0].types:
        rows, marks = list(range(len(examples))), marking([e.sides for e in examples], width)
        return _batch(examples, ids, rows=rows, marks=marks)
    triggers = [(row, trigger) for row, e in enumerate(examples) for trigger in e.triggers]
    rows = [row for row, _ in triggers] + [0] * more
    marks = marking([{"trigger": [t.span]} for _, t in triggers] + [{}] * more, width)
    return _batch(examples, ids, rows=rows, marks=marks)


def _batch(examples: Sequence[Example], ids: Tensor, *, rows: Sequence[int], marks: Tensor) -> Batch:
    triggers = [trigger for e in examples for trigger in e.triggers]
    types, statuses, modes = (
        _whole([getattr(t, name) for t in triggers] + [IGNORE] * (len(rows) - len(triggers)))
        for name in ("type", "status", "mode")
    )
    roles = torch.full((len(rows), ids.shape[1], len(ROLES)), IGNORE)
    for row, trigger in enumerate(triggers):
        for r, labels in enumerate(trigger.roles):
            roles[row, : len(labels), r] = torch.tensor(labels)
    allowed = torch.zeros(len(rows) if examples[0].types else 0, len(TYPES), dtype=torch.bool)
    for row, known in enumerate(e.types for e in examples if e.types):
        allowed[row, list(known)] = True
    tokens = padded([e.tokens for e in examples], IGNORE, width=ids.shape[1])
    return Batch(ids, tokens, _whole(rows), marks, types, statuses, modes, roles, allowed)


def _whole(numbers: Sequence[int]) -> Tensor:
    """Also of none: without a type that would be a tensor of floats, which index nothing."""
    return torch.tensor(numbers, dtype=torch.int64)


def marking(spans: Sequence[dict[str, list[Span]]], width: int) -> Tensor:
    """Marks (Q, kinds, width): 1 on the tokens of each kind's spans."""
    marks = torch.zeros(len(spans), len(MARKS), width)
    for row, kinds in enumerate(spans):
        for kind, places in kinds.items():
            for start, end in places:
                marks[row, MARKS[kind], start:end] = 1
    return marks


def padded(lists: Sequence[list[int]], fill: int, *, width: int = 0) -> Tensor:
    """Lists as one (B, n) tensor, of this width or of what the longest needs."""
    width = width or _width(max(map(len, lists)))
    return torch.tensor([row + [fill] * (width - len(row)) for row in lists])


def masked(ids: Tensor, share: float) -> Tensor:
    """Ids with a share of the words replaced by [MASK]: the network must not hang on single words."""
    hit = (torch.rand(ids.shape, device=ids.device) < share) & (ids > SEP)
    return ids.masked_fill(hit, MASK)


def _width(length: int) -> int:
    """The padded width for a length: the next multiple of eight."""
    return -(-length // 8) * 8
