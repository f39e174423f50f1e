"""Fits the network on examples of all three questions.

In: examples, the pretrained encoder's folder, `Recipe`. Out: the fitted network and a log line an epoch.
"""

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.corpus import Example, batches, masked, padded
from training.network import Network, losses

# Parameters of the encoder, and of the heads.
Parts = tuple[Iterable[nn.Parameter], Iterable[nn.Parameter]]
State = dict[str, Tensor]
# Steps between updates of the running average of the weights, each of which costs time.
EVERY = 10


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is fitted. Chosen on article-disjoint splits; see docs/accuracy.md."""

    epochs: int = 4
    rate: float = 1.5e-4
    head_rate: float = 6e-4
    tokens: int = 384
    smoothing: float = 0.1
    warmup: float = 0.1
    decay: float = 0.01
    dropout: float = 0.1
    masking: float = 0.06
    memory: float = 0.99
    seed: int = 11


def stage(epochs: int, rate: float) -> Recipe:
    """So many epochs from warm-up to rest; the heads learn four times as fast as the encoder."""
    return Recipe(epochs=epochs, rate=rate, head_rate=4 * rate)


# One after another, each with a schedule of its own: accuracy still rose with each (docs/model.md).
STAGES = (
    stage(4, 1.5e-4), *(stage(epochs, 1.2e-4) for epochs in (3, 2, 2, 1, 1, 2)), stage(3, 1.5e-4), stage(3, 1.2e-4),
)  # fmt: skip


def fit(base: Path, sample: Callable[[int], list[Example]], *, recipe: Recipe, start: Path | None = None) -> Network:
    """A network fitted on `sample(epoch)`'s examples, one call an epoch; deterministic for a seed.

    `start` is a fitted network's state to go on from.
    """
    torch.manual_seed(recipe.seed)
    noise = np.random.default_rng(recipe.seed)
    network = Network(base, dropout=recipe.dropout)
    if start:
        network.load_state_dict(torch.load(start, weights_only=True))
    network.train()
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.memory))

    def loss(batch: list[Example]) -> Tensor:
        ids = torch.from_numpy(masked(padded([e.ids for e in batch], 0), recipe.masking, noise))
        return losses(network, batch, smoothing=recipe.smoothing, ids=ids)

    for step in descending(network, _parts(network), recipe=recipe, sample=sample, loss=loss):
        if step % EVERY == 0:
            average.update_parameters(network)
    return average.module.eval()


def descending(
    module: nn.Module, parts: Parts, *, recipe: Recipe, sample: Callable[[int], list[Example]],
    loss: Callable[[list[Example]], Tensor],
) -> Iterator[int]:  # fmt: skip
    """Take every step of the recipe's epochs, and tell its number; a line an epoch on standard output."""
    rng, optimizer = random.Random(recipe.seed), _optimizer(parts, recipe)
    steps = recipe.epochs * len(list(batches(sample(0), recipe.tokens, random.Random(0))))
    step = 0
    for epoch in range(recipe.epochs):
        began, total, count = time.monotonic(), 0.0, 0
        for batch in batches(sample(epoch), recipe.tokens, rng):
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * _schedule(step / max(1, steps), recipe.warmup)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_short()):
                missed = loss(batch)
            optimizer.zero_grad()
            missed.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimizer.step()
            yield step
            total, count, step = total + missed.item(), count + 1, step + 1
        print(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / count:.4f}, {time.monotonic() - began:.0f} s")


def mixed(older: State, newer: State, *, share: float) -> State:
    """The mean of two states of the same fit, the older weighing `share`."""
    return {
        name: share * older[name] + (1 - share) * value if value.is_floating_point() else value
        for name, value in newer.items()
    }


def _short() -> bool:
    """Whether this machine computes in bfloat16: where it only imitates that, a step takes four times as long."""
    return torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def _parts(network: Network) -> Parts:
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    return encoder, [p for n, p in network.named_parameters() if not n.startswith("encoder")]


def _optimizer(parts: Parts, recipe: Recipe) -> torch.optim.Optimizer:
    tops = (recipe.rate, recipe.head_rate)
    groups = [{"params": list(part), "top": top, "lr": 0.0} for part, top in zip(parts, tops, strict=True)]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def _schedule(done: float, warmup: float) -> float:
    """Linear warm-up, then cosine to zero."""
    if done < warmup:
        return done / warmup
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warmup) / (1 - warmup))))
