"""The steps of a network over shelves: each shape's is captured once, as a graph that serves every network of the kind.

In: a network, shelves, the recipe of a step, perhaps what teachers told; then states to begin from and the epochs to
show. Out: the fitted states. On an accelerator a step is one launch (gather, answer, loss, gradients, update), which
takes a fraction of the time of launching its parts; on a CPU the parts run one after another.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from training.batch import masked
from training.device import short
from training.fit import EVERY, Parts, Recipe, State, schedule, split
from training.items import Epoch, Key
from training.losses import between, missed
from training.network import Network
from training.shelves import Shapes, Shelves, dealt
from training.telling import Told

# Steps that run before one is captured, as CUDA asks for.
_BEFORE = 2


@dataclass(slots=True)
class _Average:
    """The running average of weights, updated in every few steps."""

    weights: list[nn.Parameter]
    memory: float
    kept: list[Tensor] = field(default_factory=list)
    steps: int = 0

    @torch.no_grad()
    def step(self) -> None:
        """Count one step more."""
        self.steps += 1
        if self.steps % EVERY:
            return
        if self.kept:
            get_ema_multi_avg_fn(self.memory)(self.kept, self.weights, self.steps)
        else:
            self.kept = [weight.detach().clone() for weight in self.weights]

    @torch.no_grad()
    def settle(self) -> None:
        """Put the average where the weights are; before the first update they stay."""
        for weight, mean in zip(self.weights, self.kept, strict=False):
            weight.copy_(mean)


class Steps:
    """Fits one network after another, all of them in the place of `network`.

    Of a recipe the step itself (smoothing, masking, decay, what is heard) is captured; schedule, memory and seed are
    those of each fit.
    """

    def __init__(
        self, network: Network, shelves: Shelves, *, shapes: Shapes, recipe: Recipe, told: Told | None = None,
        parts: Parts | None = None,
    ) -> None:  # fmt: skip
        """`parts` are the parameters to be fitted, at the encoder's rate and at the heads'; left out, all of them."""
        groups = [list(part) for part in parts or split(network)]
        self.network, self._shelves, self._shapes = network.train(), shelves, shapes
        self._recipe, self._told = recipe, told
        self._weights = [weight for group in groups for weight in group]
        self._device = self._weights[0].device
        self._optimizer = _optimizer(groups, recipe, self._device)
        self._picks = {key: shelves[key].nothing(shape) for key, shape in shapes.items()}
        self._total = torch.zeros((), device=self._device)
        self._step = self._captured() if self._device.type == "cuda" else {k: partial(self._take, k) for k in shapes}

    def fit(self, state: State, shown: Callable[[int], Epoch], *, recipe: Recipe) -> State:
        """What becomes of a network's state in these epochs: the running average of its weights.

        On a CPU the same for the same seed.
        """
        if _settings(recipe) != _settings(self._recipe):
            raise ValueError(f"the steps were made for {_settings(self._recipe)}, not for {_settings(recipe)}")
        self._begin(state, recipe.seed)
        rng, average = random.Random(recipe.seed), _Average(self._weights, recipe.memory)
        for epoch in range(recipe.epochs):
            began = time.monotonic()
            ready = dealt(self._shelves, shown(epoch), self._shapes, rng=rng)
            for nth, (key, row) in enumerate(ready.order):
                self._rate((epoch + nth / len(ready.order)) / recipe.epochs, recipe)
                self._picks[key].take(ready.picks[key], row)
                self._step[key]()
                average.step()
            loss, took = float(self._total) / len(ready.order), time.monotonic() - began
            self._total.zero_()
            print(f"epoch {epoch + 1} of {recipe.epochs}: loss {loss:.4f}, {len(ready.order)} steps, {took:.0f} s")
        average.settle()
        return {name: value.detach().clone() for name, value in self.network.state_dict().items()}

    def _begin(self, state: State, seed: int) -> None:
        """Another network in place of the last one, as if no step had been taken: the graphs see these places alone."""
        torch.manual_seed(seed)
        self.network.train().load_state_dict(state)
        for kept in self._optimizer.state.values():
            for value in kept.values():
                value.zero_()
        self._total.zero_()

    def _rate(self, done: float, recipe: Recipe) -> None:
        tops = (recipe.rate, recipe.head_rate)
        for group, top in zip(self._optimizer.param_groups, tops, strict=True):
            group["lr"].fill_(top * schedule(done, recipe.warmup))

    def _take(self, key: Key) -> None:
        """One step over what was picked from a shelf."""
        wrong = self._wrong(key)
        self._optimizer.zero_grad(set_to_none=False)
        wrong.backward()
        nn.utils.clip_grad_norm_(self._weights, 1.0)
        self._optimizer.step()
        self._total += wrong.detach()

    def _wrong(self, key: Key) -> Tensor:
        picks, recipe = self._picks[key], self._recipe
        batch = self._shelves[key].batch(picks)
        with short(self._device, cached=False):
            said = self.network.answer(batch, masked(batch.ids, recipe.masking))
        if self._told is None:
            return missed(said, batch, smoothing=recipe.smoothing)
        told = self._told.about(key, picks)
        return between(said, batch, told=told, smoothing=recipe.smoothing, heard=recipe.heard)

    def _captured(self) -> dict[Key, Callable[[], None]]:
        """Each shape's step as a graph. The rate is nothing yet, so that the steps before change no weight."""
        graphs: dict[Key, torch.cuda.CUDAGraph] = {}
        pool = None
        for key in self._shapes:
            aside = torch.cuda.Stream()
            aside.wait_stream(torch.cuda.current_stream())
            with torch.cuda.stream(aside):
                for _ in range(_BEFORE):
                    self._take(key)
            torch.cuda.current_stream().wait_stream(aside)
            graphs[key] = torch.cuda.CUDAGraph()
            with torch.cuda.graph(graphs[key], pool=pool):
                self._take(key)
            pool = graphs[key].pool()
        torch.cuda.synchronize()
        return {key: graph.replay for key, graph in graphs.items()}


def _settings(recipe: Recipe) -> dict[str, float]:
    """What of a recipe is in the step itself."""
    return {name: getattr(recipe, name) for name in ("smoothing", "masking", "decay", "heard")}


def _optimizer(groups: list[list[nn.Parameter]], recipe: Recipe, device: torch.device) -> torch.optim.Optimizer:
    """Gradients and rates have places of their own from the start, which graphs read and write."""
    for group in groups:
        for weight in group:
            weight.grad = torch.zeros_like(weight)
    parts = [{"params": group, "lr": torch.zeros((), device=device)} for group in groups]
    return torch.optim.AdamW(parts, weight_decay=recipe.decay, fused=True, capturable=device.type == "cuda")
