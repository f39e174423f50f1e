"""Teachers, who answer every question about everything once, and a smaller network that learns from their mean answer.

In: the epochs' examples, sentences without labels, pairs; the folders of the pretrained encoders. Out: what the
teachers told, and the pupil. Teachers see what has labels and no more; the pupil hears them about all the rest, too. On
an accelerator that is minutes; a CPU runs the same, slowly.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from training.corpus import Example
from training.device import device
from training.fit import ALONE, PAIRS_HEARING, TEACHER, Recipe, State, parted
from training.items import Epoch, Items, together
from training.network import Network, restored
from training.shelves import Shelves, shapes, shelved
from training.steps import Steps
from training.telling import OfPairs, Told, of_pairs, recalled, silent

# Epochs that are drawn, and shown in turn: to draw one takes a CPU a quarter of a minute.
DRAWN = 6
# An epoch's examples, by its number.
Sample = Callable[[int], list[Example]]


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that is taught, on the device: the epochs of what has labels, the sentences without, and pairs alone."""

    items: Items
    shelves: Shelves
    labelled: tuple[Epoch, ...]
    stories: Epoch
    pairs: Epoch


def lessons(sample: Sample, *, stories: Sequence[Example], pairs: Sequence[Example], heard: Sample) -> Lessons:
    """`sample(epoch)` gives what has labels, `pairs` an epoch of pairs alone.

    `heard(epoch)` is what pairs' own layers will be shown: it lies on the shelves, so that teachers are asked about it.
    """
    items = Items()
    labelled = tuple(items.shown(sample(epoch)) for epoch in range(DRAWN))
    further, alone = items.shown(stories), items.shown(pairs)
    for epoch in range(PAIRS_HEARING.epochs):
        items.shown(heard(epoch))
    return Lessons(items, shelved(items, device()), labelled, further, alone)


def taught(encoder: Path, matter: Lessons, *, count: int) -> tuple[Told, OfPairs]:
    """What so many teachers, alike but for their seed, tell together of everything; and what they tell of the pairs.

    The latter when each has been fitted on pairs alone, the borders of whose types are others.
    """
    epochs, shelves = matter.labelled, matter.shelves
    network = _teacher(encoder, TEACHER).to(device())
    sizes = shapes(shelves, [*epochs, matter.pairs], tokens=TEACHER.tokens)
    steps = Steps(network, shelves, shapes=sizes, recipe=TEACHER)
    told, alone = silent(shelves), silent({key: shelf for key, shelf in shelves.items() if key.pairs})
    for nth in range(count):
        print(f"teacher {nth + 1} of {count}")
        recipe = replace(TEACHER, seed=TEACHER.seed + nth)
        state = steps.fit(_teacher(encoder, recipe).state_dict(), _in_turn(epochs, 2 * nth), recipe=recipe)
        told.hear(network)
        steps.fit(state, lambda _epoch: matter.pairs, recipe=replace(ALONE, seed=recipe.seed))
        alone.hear(network)
    return told, of_pairs(alone, matter.items)


def _teacher(encoder: Path, recipe: Recipe) -> Network:
    """One that knows nothing but its pretrained layers; its heads are the seed's."""
    torch.manual_seed(recipe.seed)
    return Network(encoder, dropout=recipe.dropout, inside=recipe.inside)


def pupil(base: Path, matter: Lessons, told: Told, *, recipe: Recipe, start: Path | None = None) -> Network:
    """A network that was shown everything and heard what was told of it.

    It goes on from `start`, but that pairs have no layers of their own.
    """
    torch.manual_seed(recipe.seed)
    known: State = torch.load(start, weights_only=True) if start else {}
    state = {name: value for name, value in known.items() if not name.startswith("pairs.")}
    network = restored(base, state, dropout=recipe.dropout, inside=recipe.inside).to(device())
    epochs = [together(epoch, matter.stories) for epoch in matter.labelled]
    sizes = shapes(matter.shelves, epochs, tokens=recipe.tokens)
    steps = Steps(network, matter.shelves, shapes=sizes, recipe=recipe, told=told)
    steps.fit(network.state_dict(), _in_turn(epochs, recipe.seed), recipe=recipe)
    return network.eval().cpu()


def fit_pairs_hearing(network: Network, sample: Sample, *, told: OfPairs) -> Network:
    """The same network with an upper half for pairs alone, as `fit_pairs` gives it, which also hears what was told."""
    recipe, items = PAIRS_HEARING, Items()
    epochs = [items.shown(sample(epoch)) for epoch in range(recipe.epochs)]
    shelves = shelved(items, device())
    torch.manual_seed(recipe.seed)
    parts = parted(network.to(device()))
    sizes = shapes(shelves, epochs, tokens=recipe.tokens)
    steps = Steps(network, shelves, shapes=sizes, recipe=recipe, told=recalled(shelves, items, told), parts=parts)
    steps.fit(network.state_dict(), lambda epoch: epochs[epoch], recipe=recipe)
    return network.eval().cpu()


def _in_turn(epochs: Sequence[Epoch], first: int) -> Callable[[int], Epoch]:
    """The epochs one after another from this one on, and again from the beginning."""
    return lambda epoch: epochs[(first + epoch) % len(epochs)]
