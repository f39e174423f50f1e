"""Fits the network on examples of all three questions.

In: examples, the pretrained encoder's folder, `Recipe`, perhaps teachers. Out: the fitted network and a log line an
epoch. Runs on an accelerator where there is one.
"""

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader

from training.batch import Batch, batches, collated, masked
from training.corpus import Example
from training.losses import apart, missed
from training.network import Network, restored

# Parameters of the encoder, and of the heads.
Parts = tuple[Iterable[nn.Parameter], Iterable[nn.Parameter]]
State = dict[str, Tensor]
# Steps between updates of the running average of the weights, each of which costs time.
EVERY = 10
# Processes that make batches for an accelerator, which else waits for them; here the network itself is what takes time.
_WORKERS = 8


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

# A teacher's fit, and its pupil's from an earlier network on: minutes on an accelerator, whose steps cost much the same
# for any size of batch. Twice and thrice the tokens, with higher rates, gave both less (docs/model.md).
TEACHER = Recipe(epochs=3, rate=6e-5, head_rate=3e-4, tokens=2048, smoothing=0.05, inside=0.1)
PUPIL = Recipe(epochs=2, rate=3e-4, head_rate=1e-3, tokens=3072, smoothing=0.05)

# The layers that are pairs' own, on pairs alone. Higher rates and more epochs gave less on pairs not seen.
PAIRS = Recipe(epochs=4, rate=3e-5, head_rate=1e-4, tokens=768)


def fit(
    base: Path, sample: Callable[[int], list[Example]], *, recipe: Recipe, start: Path | None = None,
    teachers: Sequence[Network] = (),
) -> Network:  # fmt: skip
    """A network fitted on `sample(epoch)`'s examples, one call an epoch; on a CPU deterministic for a seed.

    `start` is a fitted network's state to go on from. `teachers` tell what they make of every example, of those
    without labels too.
    """
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    state = torch.load(start, weights_only=True) if start else {}
    network = restored(base, state, dropout=recipe.dropout, inside=recipe.inside).to(device).train()
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.memory))
    loss = _loss(network, recipe, [teacher.to(device).eval() for teacher in teachers])
    for step in descending(network, _parts(network), recipe=recipe, sample=sample, loss=loss):
        if step % EVERY == 0:
            average.update_parameters(network)
    return average.module.eval().cpu()


def fit_pairs(network: Network, sample: Callable[[int], list[Example]], *, recipe: Recipe) -> Network:
    """The same network with an upper half for pairs alone, which begins as that of the other questions.

    Nothing else changes. In the last steps the rate is next to nothing: no average of the weights is needed.
    """
    torch.manual_seed(recipe.seed)
    network.part()
    parts = network.pairs, network.relate
    network.requires_grad_(False).train()
    for part in parts:
        part.requires_grad_(True)
    own, head = (part.parameters() for part in parts)
    for _ in descending(network, (own, head), recipe=recipe, sample=sample, loss=_loss(network, recipe, [])):
        pass
    return network.eval()


def _loss(network: Network, recipe: Recipe, teachers: Sequence[Network]) -> Callable[[Batch], Tensor]:
    def loss(batch: Batch) -> Tensor:
        said = network.answer(batch, masked(batch.ids, recipe.masking))
        wrong = missed(said, batch, smoothing=recipe.smoothing)
        if not teachers:
            return wrong
        return recipe.heard * apart(said, told(teachers, batch), batch) + (1 - recipe.heard) * wrong

    return loss


@torch.no_grad()
def told(teachers: Sequence[Network], batch: Batch) -> dict[str, Tensor]:
    """Logits of the teachers' mean probabilities, of all that a batch asks."""
    answers = [teacher.answer(batch, batch.ids) for teacher in teachers]
    return {name: torch.stack([answer[name].softmax(-1) for answer in answers]).mean(0).log() for name in answers[0]}


def descending(
    module: nn.Module, parts: Parts, *, recipe: Recipe, sample: Callable[[int], list[Example]],
    loss: Callable[[Batch], Tensor],
) -> Iterator[int]:  # fmt: skip
    """Take every step of the recipe's epochs, and tell its number; a line an epoch on standard output."""
    rng, optimizer, device = random.Random(recipe.seed), _optimizer(parts, recipe), next(module.parameters()).device
    steps = recipe.epochs * len(list(batches(sample(0), recipe.tokens, random.Random(0))))
    step = 0
    for epoch in range(recipe.epochs):
        began, total, count = time.monotonic(), torch.zeros((), device=device), 0
        for batch in _loaded(list(batches(sample(epoch), recipe.tokens, rng)), device):
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * _schedule(step / max(1, steps), recipe.warmup)
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=_short(device)):
                wrong = loss(batch)
            optimizer.zero_grad()
            wrong.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimizer.step()
            yield step
            total, count, step = total + wrong.detach(), count + 1, step + 1
        print(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / count:.4f}, {time.monotonic() - began:.0f} s")


def _loaded(groups: list[list[Example]], device: torch.device) -> Iterator[Batch]:
    workers = _WORKERS if device.type == "cuda" else 0
    loader = DataLoader(groups, batch_size=None, collate_fn=collated, num_workers=workers)
    return (batch.to(device) for batch in loader)


def mixed(older: State, newer: State, *, share: float) -> State:
    """The mean of two states of the same fit, the older weighing `share`."""
    return {
        name: share * older[name] + (1 - share) * value if value.is_floating_point() else value
        for name, value in newer.items()
    }


def _short(device: torch.device) -> bool:
    """Whether this machine computes in bfloat16: where it only imitates that, a step takes four times as long."""
    return device.type == "cuda" or torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


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
