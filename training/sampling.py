"""What the network is shown in an epoch.

In: annotated sentences and pairs. Out: a function from the epoch's number to its examples: every annotated sentence and
event, some of them with other countries, the pairs, pairs made from the events, and a fresh draw of false triggers.
"""

import random
from collections.abc import Callable, Iterator, Sequence

from tokenizers import Tokenizer

from training.corpus import (
    Example,
    Pair,
    Row,
    argue_example,
    detect_example,
    false_example,
    false_triggers,
    find,
    pair_example,
    trigger_words,
)
from training.material import Material
from training.renaming import renamed

# About one false trigger for two true ones, and as many pairs of events as annotated pairs: set by hand, not swept.
FALSE_SHARE = 0.5
EVENT_PAIRS = 1000
# Share of the sentences whose countries are exchanged in an epoch: set by hand, not swept.
RENAMED = 0.25


def sampler(tokenizer: Tokenizer, material: Material) -> Callable[[int], list[Example]]:
    """The epochs' examples; the same material and epoch give the same ones."""
    words = trigger_words(material.rows)
    known = [e for pair in (*material.pairs, *material.coarse) if (e := pair_example(tokenizer, pair))]
    plain = [list(_whole(tokenizer, row)) for row in material.rows]

    def sample(epoch: int) -> list[Example]:
        rng = random.Random(100 + epoch)
        shown = [renamed(row, rng) if rng.random() < RENAMED else row for row in material.rows]
        examples = list(known)
        for row, other, ready in zip(material.rows, shown, plain, strict=True):
            examples += ready if other is row else _whole(tokenizer, other)
        made = list(event_pairs(shown))
        drawn = (pair_example(tokenizer, pair) for pair in rng.sample(made, min(len(made), EVENT_PAIRS)))
        false = (
            false_example(tokenizer, row, span)
            for row, span in false_triggers(shown, words, rng)
            if rng.random() < FALSE_SHARE
        )
        return examples + [e for e in (*drawn, *false) if e]

    return sample


def _whole(tokenizer: Tokenizer, row: Row) -> Iterator[Example]:
    """The sentence, and each of its events."""
    yield detect_example(tokenizer, row)
    yield from (e for event in row["events"] if (e := argue_example(tokenizer, row, event)))


def event_pairs(rows: Sequence[Row]) -> Iterator[Pair]:
    """Each event's actor and recipient as a pair of that event's type."""
    for row in rows:
        for event in row["events"]:
            trigger = find(row["text"], event["trigger"])
            near = trigger[0] if trigger else None
            sides = {
                name: [s for party in event[name] if (s := find(row["text"], party["text"], near=near))]
                for name in ("actor", "recipient")
            }
            yield Pair(row["text"], sides, (event["type"],))
