"""The network: an encoder in two halves, and heads for the three questions.

The lower half reads a sentence once, and a head on it detects triggers. The upper half reads on from there with one
trigger marked (argue), or with both parties of a pair (relate): marks are vectors added to the marked tokens. Pairs can
be given an upper half of their own (`part`): the corpora of pairs draw the borders of the types otherwise.

In: padded token ids. Out: logits. Two encoders are known: MiniLM, which ships, and MPNet, whose vocabulary is the same
and which teaches it (training.fit); there the detecting head stands on top of the upper half.
"""

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot
from transformers import BertModel, MPNetModel

from dragoman.models import MARKS
from training.batch import Batch
from training.corpus import CLS, MASK, MAX_TOKENS, SEP
from training.labels import MODES, ROLES, STATUSES, TYPES

# Layers that are common to all questions about a sentence: of MiniLM's six (docs/performance.md), of MPNet's twelve.
LOWER = {"bert": 3, "mpnet": 6}
# How far the marks are apart before they are learnt: small beside what a layer gives (about one a unit).
_APART = 0.1
# The first place in a sentence, of MPNet's table of places.
_FIRST = 2
# Where MPNet's ids differ from MiniLM's; its other words stand four places later.
_SHIFT, _SPECIAL = 4, {0: 1, CLS: 0, SEP: 2, MASK: 30526}


class Network(nn.Module):
    """Logits of the three questions over one encoder; sizes in training.labels."""

    # Its own library knows each of its parts as a tensor or a module, and no more.
    encoder: Any
    near: Tensor | None

    def __init__(self, base: Path, *, dropout: float = 0.1, inside: float = 0.0) -> None:
        """`base` holds the pretrained encoder; `inside` is the dropout within its layers.

        On a CPU the random numbers of dropout inside cost a good part of a step; masked words do its work.
        """
        super().__init__()
        self.kind: str = json.loads((base / "config.json").read_bytes())["model_type"]
        pretrained = BertModel if self.kind == "bert" else MPNetModel
        # Plain attention: with the fused kind a padded row in bfloat16 made the loss no number on an accelerator.
        self.encoder = pretrained.from_pretrained(
            base, add_pooling_layer=False, hidden_dropout_prob=inside, attention_probs_dropout_prob=inside,
            attn_implementation="eager",
        )  # fmt: skip
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
        self.pairs: nn.ModuleList | None = None
        self.register_buffer("near", None if self.kind == "bert" else _nearness(self.encoder), persistent=False)

    @property
    def halves(self) -> tuple[nn.ModuleList, nn.ModuleList]:
        """The encoder's layers: those that read a sentence once, those that read on for each question."""
        layers, lower = self.encoder.encoder.layer, LOWER[self.kind]
        return layers[:lower], layers[lower:]

    @property
    def relating(self) -> nn.ModuleList:
        """The layers that read on for pairs: their own, where they have been given some."""
        return self.halves[1] if self.pairs is None else self.pairs

    def part(self) -> nn.ModuleList:
        """Give pairs an upper half of their own, which begins as a copy of the other questions'."""
        self.pairs = copy.deepcopy(self.halves[1])
        return self.pairs

    def read(self, ids: Tensor) -> Tensor:
        """(B, n) ids, 0 where padded -> (B, n, hidden)."""
        return self._through(self.halves[0], ids, self.embedded(ids))

    def embedded(self, ids: Tensor) -> Tensor:
        """What the layers start from, (B, n, hidden): the encoder's own embeddings, wherever a word stands.

        Places are cut out, not looked up: a look-up's gradient is sorted first, which no graph of a step can hold.
        """
        table, length = self.encoder.embeddings, ids.shape[1]
        places, words = table.position_embeddings.weight, table.word_embeddings(self._own(ids))
        if self.kind == "bert":
            whole = words + table.token_type_embeddings.weight[0] + places[:length]
        else:
            whole = words + places[_FIRST : _FIRST + length]
        embedded: Tensor = table.dropout(table.LayerNorm(whole))
        return embedded

    def spot(self, ids: Tensor, hidden: Tensor) -> Tensor:
        """Detect: what `read` gave -> (B, n, types)."""
        deepest = hidden if self.kind == "bert" else self._through(self.halves[1], ids, hidden)
        logits: Tensor = self.detect(self.drop(deepest))
        return logits

    def argue(self, ids: Tensor, hidden: Tensor, marks: Tensor) -> dict[str, Tensor]:
        """What `read` gave with triggers marked -> type, status, mode (B, .), roles (B, n, R, 3)."""
        further, pooled = self._on(self.halves[1], ids, hidden, marks=marks)
        whole = torch.cat([pooled[:, MARKS["trigger"]], further[:, 0]], -1)
        roles = self.roles(further).unflatten(-1, (len(ROLES), 3))
        return {"type": self.verify(whole), "status": self.status(whole), "mode": self.mode(whole), "roles": roles}

    def pair(self, ids: Tensor, hidden: Tensor, marks: Tensor) -> Tensor:
        """What `read` gave with parties marked -> (B, types)."""
        further, pooled = self._on(self.relating, ids, hidden, marks=marks)
        logits: Tensor = self.relate(
            torch.cat([pooled[:, MARKS["actor"]], pooled[:, MARKS["recipient"]], further[:, 0]], -1)
        )
        return logits

    def answer(self, batch: Batch, ids: Tensor) -> dict[str, Tensor]:
        """Logits, in full precision, of all that a batch asks, over its ids or these with some words masked.

        `detect` and what `argue` gives, or `relate` for pairs.
        """
        hidden = self.read(ids)
        if batch.is_pairs:
            return {"relate": self.pair(ids, hidden, batch.marks).float()}
        said = {"detect": self.spot(ids, hidden).float()}
        if len(batch.rows):
            rows = batch.rows
            told = self.argue(ids.index_select(0, rows), hidden.index_select(0, rows), batch.marks)
            said |= {name: logits.float() for name, logits in told.items()}
        return said

    def _own(self, ids: Tensor) -> Tensor:
        """MiniLM's ids as the encoder's own."""
        if self.kind == "bert":
            return ids
        moved = ids + _SHIFT
        for theirs, own in _SPECIAL.items():
            moved = moved.masked_fill(ids == theirs, own)
        return moved

    def _on(self, layers: nn.ModuleList, ids: Tensor, hidden: Tensor, *, marks: Tensor) -> tuple[Tensor, Tensor]:
        """An upper half over `marks`, (B, kinds, n) of 0 and 1, and the mean over the tokens of each kind."""
        further = self._through(layers, ids, hidden + marks.transpose(1, 2) @ self.marks.weight)
        further = self.drop(further)
        return further, pooling(marks) @ further

    def _through(self, layers: Iterable[nn.Module], ids: Tensor, hidden: Tensor) -> Tensor:
        near = {} if self.near is None else {"position_bias": self._bias(*hidden.shape[:2])}
        *_, last = through(layers, ids, hidden, **near)
        return last

    def _bias(self, count: int, length: int) -> Tensor:
        """What MPNet adds to the attention scores for how far two tokens are apart: (B, heads, n, n)."""
        assert self.near is not None
        bias = self.near[:length, :length] @ self.encoder.encoder.relative_attention_bias.weight
        return bias.permute(2, 0, 1).expand(count, -1, -1, -1)


def _nearness(encoder: Any) -> Tensor:
    """(n, n, buckets) of 0 and 1 for the longest sentence: the bucket of each distance between two tokens.

    Made once, as nothing may come from the host within a captured step.
    """
    buckets, places = encoder.config.relative_attention_num_buckets, torch.arange(MAX_TOKENS)
    apart = encoder.encoder.relative_position_bucket(places[None, :] - places[:, None], num_buckets=buckets)
    return one_hot(apart, buckets).float()


def restored(base: Path, state: Mapping[str, Tensor], *, dropout: float = 0.1, inside: float = 0.0) -> Network:
    """The network of a state, with layers of their own for pairs where it has them; as pretrained for an empty one."""
    network = Network(base, dropout=dropout, inside=inside)
    if any(name.startswith("pairs.") for name in state):
        network.part()
    if state:
        network.load_state_dict(state)
    return network


def through(layers: Iterable[nn.Module], ids: Tensor, hidden: Tensor, **near: Tensor) -> Iterator[Tensor]:
    """What each of these layers of an encoder makes in turn of embedded ids, 0 where padded: (B, n, hidden) each."""
    mask = padding(ids)
    for layer in layers:
        made = layer(hidden, mask, **near)
        hidden = made[0] if isinstance(made, tuple) else made
        yield hidden


def padding(ids: Tensor) -> Tensor:
    """What is added to the attention scores, (B, 1, 1, n): nothing, or so little that what is padded is never seen."""
    return ((ids == 0).float() * -1e4)[:, None, None]


def pooling(marks: Tensor) -> Tensor:
    """(B, kinds, n) marks -> weights of the mean over each kind's tokens; zeros for a kind that marks nothing."""
    return marks / marks.sum(-1, keepdim=True).clamp(min=1)


def _head(width: int, inner: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, out))
