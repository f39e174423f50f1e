"""What an early exit would save: sentences given up after the first layers of the network, before the rest has run.

In: a fitted network, annotated sentences of articles that it has seen and of a fold that it has not. Out: for each
layer the share of all sentences that a linear screen on its hidden states gives up, by the share of the events that
it keeps.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.batch import padded
from training.corpus import MAX_TOKENS, Row, folds, rows
from training.network import Network, through

LAYERS = (1, 2, 3)
KEPT = (0.98, 0.99, 0.995)
# Sentences a side, drawn at random: more change nothing but the minutes.
_LEARNT, _JUDGED = 3000, 1500
_BATCH = 64
_STEPS, _PULL = 60, 3e-3


def curve(network: Network, tokenizer: Tokenizer, corpora: Path, *, fold: int, count: int) -> Iterator[str]:
    """A line a layer, the screen fitted on the other folds and judged on this one."""
    table = [row for row in rows(corpora / "events-news-train.jsonl") if row["sample"] == "run"]
    homes = folds((row["document_id"] for row in rows(corpora / "events-news-train.jsonl")), count)
    learnt = _drawn([row for row in table if homes[row["document_id"]] != fold], _LEARNT)
    judged = _drawn([row for row in table if homes[row["document_id"]] == fold], _JUDGED)
    seen, new = (_pooled(network, tokenizer, part) for part in (learnt, judged))
    events = torch.tensor([float(len(row["events"])) for row in judged])
    yield f"{len(judged)} sentences, {int((events > 0).sum())} with {int(events.sum())} events"
    for layer in LAYERS:
        screen = _fitted(seen[layer], torch.tensor([float(bool(row["events"])) for row in learnt]))
        scores = new[layer] @ screen
        told = ", ".join(f"{share:.1%} keeping {kept:.1%} of the events" for kept, share in _dropped(scores, events))
        yield f"after layer {layer}: gives up {told}"


def _drawn(table: Sequence[Row], most: int) -> list[Row]:
    return random.Random(0).sample(list(table), min(most, len(table)))


def _pooled(network: Network, tokenizer: Tokenizer, table: Sequence[Row]) -> dict[int, Tensor]:
    """For each layer (sentences, features): mean and highest of the hidden states, and a one."""
    found: dict[int, list[Tensor]] = {layer: [] for layer in LAYERS}
    order = sorted(range(len(table)), key=lambda i: len(table[i]["text"]))
    encodings = [tokenizer.encode(table[i]["text"]).ids[:MAX_TOKENS] for i in order]
    with torch.no_grad():
        for at in range(0, len(encodings), _BATCH):
            ids = padded(encodings[at : at + _BATCH], 0)
            held = (ids != 0).unsqueeze(-1)
            first = network.encoder.encoder.layer[: max(LAYERS)]
            for number, hidden in enumerate(through(first, ids, network.embedded(ids)), 1):
                if number in found:
                    mean = (hidden * held).sum(1) / held.sum(1)
                    most = hidden.masked_fill(~held, -1e4).amax(1)
                    found[number].append(torch.cat([mean, most, torch.ones(len(ids), 1)], -1))
    places = torch.tensor(order).argsort()
    return {layer: torch.cat(parts)[places] for layer, parts in found.items()}


def _fitted(features: Tensor, labels: Tensor) -> Tensor:
    """Weights of a logistic regression, pulled towards zero."""
    weights = torch.zeros(features.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        missed = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights, labels)
        total = missed + _PULL * weights.square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return weights.detach()


def _dropped(scores: Tensor, events: Tensor) -> Iterator[tuple[float, float]]:
    """(share of the events kept, share of all sentences below the mark that keeps it)."""
    order = scores.argsort()
    lost = events[order].cumsum(0) / events.sum()
    for kept in KEPT:
        yield kept, float((lost <= 1 - kept).float().mean())
