"""What teachers make of everything that lies on the shelves: the mean of their probabilities, on the device.

In: networks, one after another, each of which answers every question once. Out: the mean answers to any batch, in the
form of logits; those about pairs by pair, to be kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from training.device import short
from training.items import Items, Key, question
from training.labels import MODES, ROLES, STATUSES, TYPES
from training.network import Network
from training.shelves import Picks, Shelf, Shelves

# Tokens that are answered about at once: more gain nothing on an accelerator.
_AT_ONCE = 32768
# So that what is next to impossible has a logarithm in half precision.
_LEAST = 1e-6
Answers = dict[str, Tensor]
# What was told of each pair, by what it asks: the types that its label allows are no part of that.
OfPairs = Mapping[tuple[object, ...], Tensor]


@dataclass(slots=True)
class Told:
    """The running mean, in half precision, of what so many networks have told."""

    shelves: Shelves
    means: dict[Key, Answers]
    count: int = 0

    @torch.no_grad()
    def hear(self, network: Network) -> None:
        """Take in what one network more says of everything."""
        network.eval()
        self.count += 1
        for key, means in self.means.items():
            shelf = self.shelves[key]
            for picks in shelf.everything(max(1, _AT_ONCE // key.width)):
                for name, said in probabilities(network, shelf, picks).items():
                    at = _places(name, picks)
                    held = means[name][at]
                    means[name][at] = held + ((said - held) / self.count).half()

    def about(self, key: Key, picks: Picks) -> Answers:
        """Logits of the mean answers to what a batch asks."""
        means = self.means[key]
        return {name: (mean[_places(name, picks)].float() + _LEAST).log() for name, mean in means.items()}


def silent(shelves: Shelves) -> Told:
    """What nobody has told anything of yet."""
    return Told(shelves, {key: _empty(shelf) for key, shelf in shelves.items()})


def of_pairs(told: Told, items: Items) -> OfPairs:
    """The mean answers about pairs, to be heard over other shelves."""
    means = {key: means["relate"].cpu() for key, means in told.means.items() if key.pairs}
    return {
        question(item.example): answer
        for key, mean in means.items()
        for item, answer in zip(items.shelves[key], mean, strict=False)
    }


def recalled(shelves: Shelves, items: Items, answers: OfPairs) -> Told:
    """What was told of the pairs on these shelves. Raises ValueError where there is one that nobody was asked about."""
    told = silent(shelves)
    for key, means in told.means.items():
        for row, item in enumerate(items.shelves[key]):
            if (asked := question(item.example)) not in answers:
                raise ValueError(f"nothing was told of the pair {item.example}; was it of the same material and fold?")
            means["relate"][row] = answers[asked]
    return told


@torch.no_grad()
def probabilities(network: Network, shelf: Shelf, picks: Picks) -> Answers:
    """A network's answers to a batch, no word of which is masked."""
    batch = shelf.batch(picks)
    with short(shelf.device):
        return {name: logits.softmax(-1) for name, logits in network.answer(batch, batch.ids).items()}


def _places(name: str, picks: Picks) -> Tensor:
    """Which answers are a batch's: one question of all is about whole sentences."""
    return picks.items if name == "detect" else picks.questions


def _empty(shelf: Shelf) -> Answers:
    """Room for the answers to everything on a shelf, and to what only fills up."""
    items, questions, width = shelf.items + 1, shelf.questions + 1, shelf.labels.ids.shape[1]
    sizes: dict[str, tuple[int, ...]] = {
        "detect": (items, width, len(TYPES)),
        "type": (questions, len(TYPES)),
        "status": (questions, len(STATUSES)),
        "mode": (questions, len(MODES)),
        "roles": (questions, width, len(ROLES), 3),
    }
    if shelf.labels.is_pairs:
        sizes = {"relate": (questions, len(TYPES))}
    return {name: torch.zeros(size, dtype=torch.float16, device=shelf.device) for name, size in sizes.items()}
