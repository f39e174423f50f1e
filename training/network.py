"""The network: one MiniLM encoder in two halves, and heads for the three questions.

The lower half reads a sentence once, and a head on it detects triggers. The upper half reads on from there with one
trigger marked (argue), or with both parties of a pair (relate): marks are vectors added to the marked tokens.

In: padded token ids. Out: logits; `losses` turns them and a batch's labels into one number.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import BertModel

from dragoman.models import MARKS
from training.corpus import IGNORE, Example, Span, Trigger, padded
from training.labels import MODES, ROLES, STATUSES, TYPES

# Layers of six that are common to all questions about a sentence (docs/performance.md).
LOWER = 3
# How far the marks are apart before they are learnt: small beside what a layer gives (about one a unit).
_APART = 0.1
# Triggers of a batch are filled up to a multiple of this: the matrix kernels are compiled anew for each shape.
_MULTIPLE = 4


class Network(nn.Module):
    """Logits of the three questions over one encoder; sizes in training.labels."""

    def __init__(self, base: Path, *, dropout: float = 0.1) -> None:
        super().__init__()
        # No dropout inside: on a CPU its random numbers cost a good part of a step; masked words do its work.
        self.encoder = BertModel.from_pretrained(
            base, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        # Embeddings stay as pretrained: words that training never shows keep their neighbours, and
        # an epoch costs less.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        n = self.encoder.config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.detect = nn.Linear(n, len(TYPES))
        self.marks = nn.Embedding(len(MARKS), n)
        nn.init.normal_(self.marks.weight, std=_APART)
        self.roles = nn.Linear(n, 3 * len(ROLES))
        self.verify = _head(2 * n, n, len(TYPES), dropout)
        self.status = _head(2 * n, n // 2, len(STATUSES), dropout)
        self.mode = _head(2 * n, n // 2, len(MODES), dropout)
        self.relate = _head(3 * n, n, len(TYPES), dropout)

    @property
    def halves(self) -> tuple[nn.ModuleList, nn.ModuleList]:
        """The encoder's layers: those that read a sentence once, those that read on for each question."""
        layers = self.encoder.encoder.layer
        return layers[:LOWER], layers[LOWER:]

    def read(self, ids: Tensor) -> Tensor:
        """(B, n) ids, 0 where padded -> (B, n, hidden)."""
        *_, hidden = through(self.halves[0], ids, self.encoder.embeddings(ids))
        return hidden

    def spot(self, hidden: Tensor) -> Tensor:
        """Detect: what `read` gave -> (B, n, types)."""
        logits: Tensor = self.detect(self.drop(hidden))
        return logits

    def argue(self, ids: Tensor, hidden: Tensor, marks: Tensor) -> dict[str, Tensor]:
        """What `read` gave with triggers marked -> type, status, mode (B, .), roles (B, n, R, 3)."""
        further, pooled = self._on(ids, hidden, marks)
        whole = torch.cat([pooled[:, MARKS["trigger"]], further[:, 0]], -1)
        roles = self.roles(further).unflatten(-1, (len(ROLES), 3))
        return {"type": self.verify(whole), "status": self.status(whole), "mode": self.mode(whole), "roles": roles}

    def pair(self, ids: Tensor, hidden: Tensor, marks: Tensor) -> Tensor:
        """What `read` gave with parties marked -> (B, types)."""
        further, pooled = self._on(ids, hidden, marks)
        logits: Tensor = self.relate(
            torch.cat([pooled[:, MARKS["actor"]], pooled[:, MARKS["recipient"]], further[:, 0]], -1)
        )
        return logits

    def _on(self, ids: Tensor, hidden: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """The upper half over `marks`, (B, kinds, n) of 0 and 1, and the mean over the tokens of each kind."""
        *_, further = through(self.halves[1], ids, hidden + marks.transpose(1, 2) @ self.marks.weight)
        further = self.drop(further)
        return further, pooling(marks) @ further


def through(layers: Iterable[nn.Module], ids: Tensor, hidden: Tensor) -> Iterator[Tensor]:
    """What each of these layers of an encoder makes in turn of embedded ids, 0 where padded: (B, n, hidden) each."""
    mask = ((ids == 0).float() * -1e4)[:, None, None]
    for layer in layers:
        made = layer(hidden, mask)
        hidden = made[0] if isinstance(made, tuple) else made
        yield hidden


def pooling(marks: Tensor) -> Tensor:
    """(B, kinds, n) marks -> weights of the mean over each kind's tokens; zeros for a kind that marks nothing."""
    return marks / marks.sum(-1, keepdim=True).clamp(min=1)


def _head(width: int, inner: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, out))


def marking(spans: Sequence[dict[str, list[Span]]], width: int) -> Tensor:
    """Marks (B, kinds, width): 1 on the tokens of each kind's spans."""
    marks = torch.zeros(len(spans), len(MARKS), width)
    for row, kinds in enumerate(spans):
        for kind, places in kinds.items():
            for start, end in places:
                marks[row, MARKS[kind], start:end] = 1
    return marks


def losses(network: Network, batch: list[Example], *, smoothing: float, ids: Tensor) -> Tensor:
    """A batch of sentences or one of pairs -> its loss. `ids` are its padded ids, some of their words masked."""
    hidden = network.read(ids)
    if batch[0].types:
        marks = marking([e.sides for e in batch], ids.shape[1])
        return _pair_loss(network.pair(ids, hidden, marks).float(), [e.types for e in batch], smoothing)
    labels = torch.from_numpy(padded([e.tokens for e in batch], IGNORE))
    spotted = network.spot(hidden).float()
    loss = cross_entropy(spotted.flatten(0, 1), labels.flatten(), label_smoothing=smoothing / 4)
    triggers = [(row, trigger) for row, e in enumerate(batch) for trigger in e.triggers]
    if triggers:
        share = len(triggers) / len(batch)
        loss = loss + share * _trigger_loss(network, triggers, ids=ids, hidden=hidden, smoothing=smoothing)
    return loss


def _trigger_loss(
    network: Network, triggers: list[tuple[int, Trigger]], *, ids: Tensor, hidden: Tensor, smoothing: float
) -> Tensor:
    """The mean over triggers, each with its row in the batch."""
    rows = torch.tensor([row for row, _ in triggers] + [0] * (-len(triggers) % _MULTIPLE))
    marks = marking([{"trigger": [t.span]} for _, t in triggers], ids.shape[1])
    filled = torch.cat([marks, marks.new_zeros(len(rows) - len(marks), *marks.shape[1:])])
    out = network.argue(ids[rows], hidden[rows], filled)
    said = {name: logits[: len(triggers)].float() for name, logits in out.items()}
    types = torch.tensor([t.type for _, t in triggers])
    loss = cross_entropy(said["type"], types, label_smoothing=smoothing)
    for name in ("status", "mode"):
        labels = torch.tensor([getattr(t, name) for _, t in triggers])
        if (labels != IGNORE).any():
            loss = loss + 0.5 * cross_entropy(said[name], labels, ignore_index=IGNORE)
    roles = torch.from_numpy(padded_roles([t for _, t in triggers], ids.shape[1]))
    if (roles != IGNORE).any():
        loss = loss + 4 * cross_entropy(said["roles"].flatten(0, 2), roles.flatten(), ignore_index=IGNORE)
    return loss


def padded_roles(triggers: Sequence[Trigger], width: int) -> NDArray[np.int64]:
    """(B, width, R) of O/B/I labels."""
    found = np.full((len(triggers), width, len(ROLES)), IGNORE, np.int64)
    for row, trigger in enumerate(triggers):
        for r, labels in enumerate(trigger.roles):
            found[row, : len(labels), r] = labels
    return found


def _pair_loss(logits: Tensor, allowed: list[tuple[int, ...]], smoothing: float) -> Tensor:
    """Cross entropy against the types that each annotation allows together; "no type" is none of them."""
    barred = torch.ones_like(logits, dtype=torch.bool)
    for row, types in enumerate(allowed):
        barred[row, list(types)] = False
    logp = logits[:, 1:].log_softmax(-1)
    hard = -logp.masked_fill(barred[:, 1:], -1e4).logsumexp(-1)
    soft = -logp.mean(-1)
    return ((1 - smoothing) * hard + smoothing * soft).mean()
