"""What the network is shown in an epoch.

In: annotated sentences and pairs. Out: a function from the epoch's number to its examples: every annotated sentence and
event, some of them with other countries, the pairs, pairs made from the events, and fresh draws of sentences made from
frames, of pairs whose type is only narrowed and of false triggers.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from training.corpus import (
    Example,
    Pair,
    Row,
    false_trigger,
    false_triggers,
    find,
    pair_example,
    sentence_example,
    trigger_words,
)
from training.frames import framed
from training.labels import TYPES
from training.material import Material
from training.renaming import renamed

# Annotated pairs are few, and their head has no other task to learn from: each is shown three times an epoch.
PAIRS_SHOWN = 3
# Pairs without a label that an epoch of pairs shows, where teachers tell of them: what was run with the best rate.
HEARD_PAIRS = 2500
# Share of the sentences whose countries are exchanged in an epoch: set by hand, not swept.
RENAMED = 0.25


@dataclass(frozen=True, slots=True)
class Draws:
    """How much of what is drawn anew an epoch shows. Set by hand, not swept.

    About one false trigger for two true ones, as many pairs of events as annotated pairs, fewer of the coarse ones, and
    one made sentence for ten real ones.
    """

    false_share: float = 0.5
    event_pairs: int = 1000
    coarse_pairs: int = 700
    frames: int = 1000


# Annotated and written sentences alone, where a taught network goes on with new ones.
SENTENCES = Draws(event_pairs=0, coarse_pairs=0, frames=0)

# Beside a teacher, who answers to whatever is asked: more false triggers, and more pairs.
TAUGHT = Draws(false_share=0.8, event_pairs=6000, coarse_pairs=1500, frames=2000)


def sampler(tokenizer: Tokenizer, material: Material, *, draws: Draws = Draws()) -> Callable[[int], list[Example]]:
    """The epochs' examples; the same material and epoch give the same ones."""
    words = trigger_words(material.rows)
    known = _related(tokenizer, material.pairs)
    plain = [sentence_example(tokenizer, row) for row in material.rows]

    def sample(epoch: int) -> list[Example]:
        rng = random.Random(100 + epoch)
        shown = [renamed(row, rng) if rng.random() < RENAMED else row for row in material.rows]
        examples = known * PAIRS_SHOWN
        for row, other, ready in zip(material.rows, shown, plain, strict=True):
            example = ready if other is row else sentence_example(tokenizer, other)
            spans = [span for span in false_triggers(other, words, rng) if rng.random() < draws.false_share]
            false = (false_trigger(tokenizer, other["text"], span) for span in spans)
            examples.append(replace(example, triggers=(*example.triggers, *filter(None, false))))
        examples += [sentence_example(tokenizer, row) for row in framed(draws.frames, rng)]
        pairs = _drawn(list(event_pairs(shown)), draws.event_pairs, rng)
        pairs += _drawn(material.coarse, draws.coarse_pairs, rng)
        return examples + _related(tokenizer, pairs)

    return sample


def pairs_sampler(tokenizer: Tokenizer, material: Material) -> Callable[[int], list[Example]]:
    """Epochs of annotated pairs, each twice, and written ones, once.

    Pairs made from events, and narrowed ones, have other borders between the types (docs/accuracy.md).
    """
    known = _related(tokenizer, [*material.pairs, *material.pairs, *material.written])
    return lambda _epoch: known


def hearing_sampler(tokenizer: Tokenizer, material: Material) -> Callable[[int], list[Example]]:
    """Epochs of pairs beside teachers: annotated ones, each three times, written ones, once, and fresh ones unlabelled.

    Those are made from events or narrowed, and allow every type, for their labels draw the borders otherwise.
    """
    known = _related(tokenizer, [*list(material.pairs) * PAIRS_SHOWN, *material.written])
    further = [*event_pairs(material.rows), *material.coarse]

    def sample(epoch: int) -> list[Example]:
        drawn = _drawn(further, HEARD_PAIRS, random.Random(100 + epoch))
        return known + _related(tokenizer, [replace(pair, types=TYPES) for pair in drawn])

    return sample


def _related(tokenizer: Tokenizer, pairs: Sequence[Pair]) -> list[Example]:
    """The pairs as examples, but those whose parties are cut off."""
    return [example for pair in pairs if (example := pair_example(tokenizer, pair))]


def _drawn(pairs: Sequence[Pair], most: int, rng: random.Random) -> list[Pair]:
    return rng.sample(pairs, min(len(pairs), most))


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
