"""Fits the network on examples of all three questions, batch by batch as they are made: what a CPU has time for.

In: examples, the pretrained encoder's folder, `Recipe`. Out: the fitted network and a log line an epoch. How teachers
and those who hear them are fitted, on an accelerator: `training.teaching`, by the recipes that stand here.
"""

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batch import Batch, batches, collated, masked
from training.corpus import Example
from training.device import device, short
from training.losses import missed
from training.network import Network, restored

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
    inside: float = 0.0
    masking: float = 0.06
    memory: float = 0.99
    heard: float = 0.7
    """What the teachers' answers weigh beside the labels."""
    seed: int = 11


def stage(epochs: int, rate: float) -> Recipe:
    """So many epochs from warm-up to rest; the heads learn four times as fast as the encoder."""
    return Recipe(epochs=epochs, rate=rate, head_rate=4 * rate)


# One after another, each with a schedule of its own: accuracy still rose with each (docs/model.md).
STAGES = (
    stage(4, 1.5e-4), *(stage(epochs, 1.2e-4) for epochs in (3, 2, 2, 1, 1, 2)), stage(3, 1.5e-4), stage(3, 1.2e-4),
)  # fmt: skip

# Going on from a taught network with what was annotated and written since. At a tenth of the pupil's rate, and weighed
# against what it was before (`mix`), it forgets next to nothing.
RESUMED = replace(stage(3, 5e-5), tokens=512, memory=0.9)

# Of those that are fitted on an accelerator each is what was run, not the best of a sweep: a teacher, the same teacher
# on pairs alone after that, and the pupil that hears the teachers, from an earlier network on.
TEACHER = Recipe(
    epochs=3, rate=8e-5, head_rate=4e-4, tokens=4096, smoothing=0.05, inside=0.1, memory=0.98, warmup=0.08
)  # fmt: skip
ALONE = replace(TEACHER, epochs=4, rate=3e-5, head_rate=1e-4, memory=0.9)
PUPIL = Recipe(
    epochs=14, rate=3e-4, head_rate=1e-3, tokens=4096, smoothing=0.05, memory=0.98, warmup=0.05, heard=0.8
)  # fmt: skip

# The layers that are pairs' own, on pairs alone. By labels only, higher rates and more epochs gave less on pairs not
# seen. With teachers, who tell of fresh further pairs in each epoch, this was the best of four fits with the same pairs
# kept aside; the others were by labels only, at a third of the rate without further pairs, and at 6e-5 with 1,500. What
# each of the changes gave alone was not measured. In the last steps the rate is next to nothing: no average is needed.
PAIRS = Recipe(epochs=4, rate=3e-5, head_rate=1e-4, tokens=768)
PAIRS_HEARING = Recipe(epochs=5, rate=1.5e-4, head_rate=5e-4, tokens=768, memory=0.0, warmup=0.05, heard=0.5)


def fit(
    base: Path, sample: Callable[[int], list[Example]], *, recipe: Recipe, start: Path | None = None
) -> Network:  # fmt: skip
    """A network fitted on `sample(epoch)`'s examples, one call an epoch; on a CPU deterministic for a seed.

    `start` is a fitted network's state to go on from.
    """
    torch.manual_seed(recipe.seed)
    state = torch.load(start, weights_only=True) if start else {}
    network = restored(base, state, dropout=recipe.dropout, inside=recipe.inside).to(device()).train()
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.memory))
    for step in descending(network, split(network), recipe=recipe, sample=sample):
        if step % EVERY == 0:
            average.update_parameters(network)
    return average.module.eval().cpu()


def fit_pairs(network: Network, sample: Callable[[int], list[Example]], *, recipe: Recipe) -> Network:
    """The same network with an upper half for pairs alone, which begins as that of the other questions.

    Nothing else changes. In the last steps the rate is next to nothing: no average of the weights is needed.
    """
    torch.manual_seed(recipe.seed)
    for _ in descending(network, parted(network), recipe=recipe, sample=sample):
        pass
    return network.eval()


def parted(network: Network) -> Parts:
    """Give pairs their own layers, begun anew, and hold all but those and pairs' head still."""
    own, head = network.part(), network.relate
    network.requires_grad_(False).train()
    for part in (own, head):
        part.requires_grad_(True)
    return own.parameters(), head.parameters()


def descending(
    network: Network, parts: Parts, *, recipe: Recipe, sample: Callable[[int], list[Example]]
) -> Iterator[int]:  # fmt: skip
    """Take every step of the recipe's epochs, and tell its number; a line an epoch on standard output."""
    rng, optimizer, where = random.Random(recipe.seed), _optimizer(parts, recipe), next(network.parameters()).device
    steps = recipe.epochs * len(list(batches(sample(0), recipe.tokens, random.Random(0))))
    step = 0
    for epoch in range(recipe.epochs):
        began, total, count = time.monotonic(), torch.zeros((), device=where), 0
        for group in batches(sample(epoch), recipe.tokens, rng):
            for part in optimizer.param_groups:
                part["lr"] = part["top"] * schedule(step / max(1, steps), recipe.warmup)
            wrong = _wrong(network, collated(group).to(where), recipe)
            optimizer.zero_grad()
            wrong.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            yield step
            total, count, step = total + wrong.detach(), count + 1, step + 1
        print(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / count:.4f}, {time.monotonic() - began:.0f} s")


def _wrong(network: Network, batch: Batch, recipe: Recipe) -> Tensor:
    with short(batch.ids.device):
        said = network.answer(batch, masked(batch.ids, recipe.masking))
        return missed(said, batch, smoothing=recipe.smoothing)


def mixed(older: State, newer: State, *, share: float) -> State:
    """The mean of two states of the same fit, the older weighing `share`."""
    return {
        name: share * older[name] + (1 - share) * value if value.is_floating_point() else value
        for name, value in newer.items()
    }


def split(network: Network) -> Parts:
    """The parameters of a network that are fitted, the encoder's and the heads'."""
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    return encoder, [p for n, p in network.named_parameters() if not n.startswith("encoder")]


def _optimizer(parts: Parts, recipe: Recipe) -> torch.optim.Optimizer:
    tops = (recipe.rate, recipe.head_rate)
    groups = [{"params": list(part), "top": top, "lr": 0.0} for part, top in zip(parts, tops, strict=True)]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def schedule(done: float, warmup: float) -> float:
    """Linear warm-up, then cosine to zero."""
    if done < warmup:
        return done / warmup
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warmup) / (1 - warmup))))
