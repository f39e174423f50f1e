"""The network: one MiniLM encoder, a detecting head, an arguing head and a relating head.

In: padded token ids. Out: logits; `losses` turns them and a batch's labels into one number.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import BertModel

from training.corpus import IGNORE, Example, padded
from training.labels import MODES, ROLES, STATUSES, TYPES


class Network(nn.Module):
    """Logits of the three tasks over one encoder; sizes in training.labels."""

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
        self.roles = nn.Linear(n, 3 * len(ROLES))
        self.verify = _head(2 * n, n, len(TYPES), dropout)
        self.status = _head(2 * n, n // 2, len(STATUSES), dropout)
        self.mode = _head(2 * n, n // 2, len(MODES), dropout)
        self.relate = _head(3 * n, n, len(TYPES), dropout)

    def encode(self, ids: Tensor) -> Tensor:
        """(B, n) ids, 0 where padded -> (B, n, hidden)."""
        mask = (ids != 0).long()
        return self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)

    def spot(self, ids: Tensor) -> Tensor:
        """Detect: (B, n, types)."""
        return self.detect(self.encode(ids))

    def argue(self, ids: Tensor, first: Tensor) -> dict[str, Tensor]:
        """`first` (B, n) is 1/len on the trigger's tokens: type, status, mode (B, .), roles (B, n, R, 3)."""
        hidden = self.encode(ids)
        pooled = torch.cat([(first.unsqueeze(1) @ hidden).squeeze(1), hidden[:, 0]], -1)
        roles = self.roles(hidden).unflatten(-1, (len(ROLES), 3))
        return {
            "type": self.verify(pooled), "status": self.status(pooled), "mode": self.mode(pooled), "roles": roles,
        }  # fmt: skip

    def pair(self, ids: Tensor, actor: Tensor, recipient: Tensor) -> Tensor:
        """Relate: pooled spans (weights (B, n)) -> (B, types)."""
        hidden = self.encode(ids)
        a = (actor.unsqueeze(1) @ hidden).squeeze(1)
        b = (recipient.unsqueeze(1) @ hidden).squeeze(1)
        return self.relate(torch.cat([a, b, hidden[:, 0]], -1))


def through(layers: Iterable[nn.Module], ids: Tensor, hidden: Tensor) -> Iterator[Tensor]:
    """What each of these layers of an encoder makes in turn of embedded ids, 0 where padded: (B, n, hidden) each."""
    mask = ((ids == 0).float() * -1e4)[:, None, None]
    for layer in layers:
        made = layer(hidden, mask)
        hidden = made[0] if isinstance(made, tuple) else made
        yield hidden


def _head(width: int, inner: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, out))


def pooling(spans: list[tuple[int, int]], width: int) -> Tensor:
    """Mean-pooling weights (B, width) over token spans."""
    weights = torch.zeros(len(spans), width)
    for i, (start, end) in enumerate(spans):
        last = min(max(end, start + 1), width)
        weights[i, start:last] = 1 / max(1, last - start)
    return weights


def losses(network: Network, batch: list[Example], *, smoothing: float, ids: Tensor) -> Tensor:
    """One batch of one task -> its loss. `ids` are the batch's padded ids, some of their words masked."""
    if batch[0].task == "detect":
        labels = torch.from_numpy(padded([e.tokens for e in batch], IGNORE))
        logits = network.spot(ids).float()
        return cross_entropy(logits.flatten(0, 1), labels.flatten(), label_smoothing=smoothing / 4)
    if batch[0].task == "relate":
        pools = [pooling([e.pools[k] for e in batch], ids.shape[1]) for k in (0, 1)]
        return _pair_loss(network.pair(ids, *pools).float(), [e.types for e in batch], smoothing)
    out = network.argue(ids, pooling([e.pools[0] for e in batch], ids.shape[1]))
    types = torch.tensor([e.type for e in batch])
    loss = cross_entropy(out["type"].float(), types, label_smoothing=smoothing)
    for name in ("status", "mode"):
        labels = torch.tensor([getattr(e, name) for e in batch])
        if (labels != IGNORE).any():
            loss = loss + 0.5 * cross_entropy(out[name].float(), labels, ignore_index=IGNORE)
    roles = torch.from_numpy(padded_roles(batch))
    if (roles != IGNORE).any():
        loss = loss + 4 * cross_entropy(out["roles"].float().flatten(0, 2), roles.flatten(), ignore_index=IGNORE)
    return loss


def padded_roles(batch: list[Example]) -> NDArray[np.int64]:
    """(B, n, R) of O/B/I labels."""
    return np.stack([padded([e.roles[r] for e in batch], IGNORE) for r in range(len(ROLES))], -1)


def _pair_loss(logits: Tensor, allowed: list[tuple[int, ...]], smoothing: float) -> Tensor:
    """Cross entropy against the types that each annotation allows together; "no type" is none of them."""
    barred = torch.ones_like(logits, dtype=torch.bool)
    for row, types in enumerate(allowed):
        barred[row, list(types)] = False
    logp = logits[:, 1:].log_softmax(-1)
    hard = -logp.masked_fill(barred[:, 1:], -1e4).logsumexp(-1)
    soft = -logp.mean(-1)
    return ((1 - smoothing) * hard + smoothing * soft).mean()
