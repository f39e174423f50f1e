"""What the network sees in each epoch.

In: annotated rows and pairs. Out: a function from the epoch's number to its examples: every annotated sentence and
event, the annotated pairs, pairs made from the events, and a fresh draw of false triggers.
"""

import random
from collections.abc import Callable, Iterator, Sequence

from tokenizers import Tokenizer

from training.corpus import (
    Example,
    Row,
    argue_example,
    detect_example,
    false_example,
    false_triggers,
    find,
    pair_example,
    trigger_words,
)

# About one false trigger for two true ones, and as many pairs of events as annotated pairs: set by hand, not swept.
FALSE_SHARE = 0.5
EVENT_PAIRS = 1000


def sampler(tokenizer: Tokenizer, rows: Sequence[Row], pairs: Sequence[Row]) -> Callable[[int], list[Example]]:
    """The epochs' examples; the same rows and epoch give the same ones."""
    words = trigger_words(rows)
    fixed = [detect_example(tokenizer, row) for row in rows]
    fixed += [e for row in rows for event in row["events"] if (e := argue_example(tokenizer, row, event))]
    fixed += [e for pair in pairs if (e := annotated_pair(tokenizer, pair))]
    made = list(event_pairs(tokenizer, rows))

    def sample(epoch: int) -> list[Example]:
        rng = random.Random(100 + epoch)
        false = (
            false_example(tokenizer, row, span)
            for row, span in false_triggers(rows, words, rng)
            if rng.random() < FALSE_SHARE
        )
        return [*fixed, *rng.sample(made, min(len(made), EVENT_PAIRS)), *(e for e in false if e)]

    return sample


def annotated_pair(tokenizer: Tokenizer, pair: Row) -> Example | None:
    """A row of the pairs format as an example."""
    spans = {name: [(start, end) for start, end in pair[name]] for name in ("actor", "recipient")}
    return pair_example(tokenizer, pair["text"], spans, pair["event_type"])


def event_pairs(tokenizer: Tokenizer, rows: Sequence[Row]) -> Iterator[Example]:
    """Each event's actor and recipient as a pair of that event's type."""
    for row in rows:
        for event in row["events"]:
            trigger = find(row["text"], event["trigger"])
            near = trigger[0] if trigger else None
            spans = {
                name: [s for party in event[name] if (s := find(row["text"], party["text"], near=near))]
                for name in ("actor", "recipient")
            }
            example = pair_example(tokenizer, row["text"], spans, event["type"])
            if example:
                yield example
