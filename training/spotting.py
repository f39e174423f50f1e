"""The first look's own network: half of the encoder's layers, taught to spot what the whole network spots.

In: a fitted network, annotated and plain sentences. Out: a `Spotter`, which answers as `Network.spot` does in half the
time: it learns the whole network's chances on every sentence, beside the annotations where there are some
(distillation: Hinton, Vinyals and Dean 2015). What it loses and saves is in docs/accuracy.md and docs/performance.md.
"""

import copy
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from training.corpus import IGNORE, MAX_TOKENS, Example, Row, detect_example, masked, padded
from training.fit import Recipe, descending
from training.network import Network, through

# Every second layer of six, as Sanh et al. 2019 did.
LAYERS = (0, 2, 4)
# Set by hand, not swept: few words masked, since there is much text, and the annotations weigh less than the answers.
RECIPE = Recipe(epochs=3, rate=3e-4, head_rate=1e-3, tokens=768, warmup=0.06, masking=0.03, seed=1)
_ANNOTATED = 0.3
_AT_ONCE = 32


class Spotter(nn.Module):
    """Some layers over the embeddings of a network (which it leaves as they are), and a detecting head."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(network.encoder.encoder.layer[i]) for i in LAYERS)
        self.detect = copy.deepcopy(network.detect)

    def spot(self, ids: Tensor, hidden: Tensor) -> Tensor:
        """(B, n) ids, 0 where padded, and their (B, n, hidden) embeddings -> (B, n, types)."""
        *_, last = through(self.layers, ids, hidden)
        logits: Tensor = self.detect(last)
        return logits


def taught(
    network: Network, tokenizer: Tokenizer, rows: Iterable[Row], *, plain: Iterable[str], recipe: Recipe = RECIPE
) -> Spotter:
    """A spotter taught by a fitted network; deterministic. A line an epoch on standard output."""
    torch.manual_seed(recipe.seed)
    noise = np.random.default_rng(recipe.seed)
    lessons = [detect_example(tokenizer, row) for row in rows] + [_unlabelled(tokenizer, text) for text in plain]
    answers = _answers(network.eval(), lessons)
    spotter = Spotter(network).train()

    def loss(batch: list[Example]) -> Tensor:
        exact = padded([e.ids for e in batch], 0)
        with torch.no_grad():
            ids = torch.from_numpy(masked(exact, recipe.masking, noise))
            embedded = network.encoder.embeddings(ids)
        said = spotter.spot(ids, embedded).log_softmax(-1)
        meant = nn.utils.rnn.pad_sequence([answers[id(e)] for e in batch], batch_first=True)
        width = meant.shape[1]
        missed = -(meant.float() * said[:, :width]).sum() / int((exact != 0).sum())
        labels = torch.from_numpy(padded([e.tokens for e in batch], IGNORE))
        if bool((labels != IGNORE).any()):
            missed = missed + _ANNOTATED * cross_entropy(said.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
        return missed

    parts = spotter.layers.parameters(), spotter.detect.parameters()
    for _ in descending(spotter, parts, recipe=recipe, sample=lambda _: lessons, loss=loss):
        pass
    return spotter.eval()


def _unlabelled(tokenizer: Tokenizer, text: str) -> Example:
    ids = tokenizer.encode(text).ids[:MAX_TOKENS]
    return Example("detect", ids, tokens=[IGNORE] * len(ids))


@torch.no_grad()
def _answers(network: Network, lessons: Sequence[Example]) -> dict[int, Tensor]:
    """What the network says of each lesson, by the lesson's identity: (tokens, types) chances in half precision."""
    found: dict[int, Tensor] = {}
    order = sorted(lessons, key=lambda lesson: len(lesson.ids))
    for at in range(0, len(order), _AT_ONCE):
        batch = order[at : at + _AT_ONCE]
        chances = network.spot(torch.from_numpy(padded([e.ids for e in batch], 0))).softmax(-1).half()
        found |= {id(e): row[: len(e.ids)].clone() for e, row in zip(batch, chances, strict=True)}
    return found
