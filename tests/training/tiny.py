"""Networks and examples of a size for tests: both kinds of encoder with few narrow layers, random weights, own folders.

Asked for only where `.[training]` is installed.
"""

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

from training.corpus import IGNORE, Example, Trigger
from training.labels import MODES, ROLES, STATUSES, TYPES

import dragoman.models

SIZES = {"vocab_size": 30527, "hidden_size": 16, "num_attention_heads": 2, "intermediate_size": 32}


def encoder(folder: Path, kind: str = "bert") -> Path:
    """The folder of a pretrained encoder, one layer of which is an upper one, with a tokenizer."""
    import torch
    from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

    torch.manual_seed(5)
    if kind == "bert":
        made = BertModel(BertConfig(num_hidden_layers=4, **SIZES), add_pooling_layer=False)
    else:
        made = MPNetModel(MPNetConfig(num_hidden_layers=7, **SIZES), add_pooling_layer=False)
    made.save_pretrained(folder)
    shutil.copy(Path(dragoman.models.__file__).parent / "tokenizer.json", folder)
    return folder


def sentence(rng: random.Random, *, true: int = 1, false: int = 0, words: int = 6, known: bool = True) -> Example:
    """A sentence of random words with so many triggers, of which nothing is told unless they are `known`."""
    ids = [101, *(rng.randrange(1000, 20000) for _ in range(words)), 102]
    spans = [(at, at + 1) for at in rng.sample(range(1, words + 1), true + false)]
    triggers = [_trigger(rng, span, len(ids), known) for span in spans[:true]]
    triggers += [Trigger(span) for span in spans[true:]]
    tokens = [0 if known else IGNORE] * len(ids)
    for trigger in triggers:
        tokens[trigger.span[0]] = trigger.type
    return Example(ids, tokens, tuple(triggers))


def _trigger(rng: random.Random, span: tuple[int, int], length: int, known: bool) -> Trigger:
    if not known:
        return Trigger(span, IGNORE)
    roles = tuple([rng.choice((0, 0, 0, 1, 2)) for _ in range(length)] for _ in ROLES)
    kind, status, mode = (rng.randrange(1, len(names)) for names in (TYPES, STATUSES, MODES))
    return Trigger(span, kind, status, mode, roles)


def pair(rng: random.Random, *, words: int = 6) -> Example:
    """A pair of parties in a sentence of random words."""
    ids = [101, *(rng.randrange(1000, 20000) for _ in range(words)), 102]
    actor, recipient = rng.sample(range(1, words + 1), 2)
    sides = {"actor": [(actor, actor + 1)], "recipient": [(recipient, recipient + 1)]}
    return Example(ids, sides=sides, types=(rng.randrange(1, len(TYPES)),))


def unlabelled(example: Example) -> Example:
    """The same pair with nothing known of it."""
    return replace(example, types=tuple(range(len(TYPES))))


def told_losses(said: str) -> list[float]:
    """The loss of each epoch, as a fit told it on standard output."""
    return [float(loss) for loss in re.findall(r"^epoch \d+ of \d+: loss ([\d.]+),", said, re.MULTILINE)]
