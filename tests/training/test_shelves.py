"""Batches over shelves lose nothing, and are what the examples say; asked where `.[training]` is installed."""

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.training.tiny import pair, sentence
from training.corpus import IGNORE, Example, Trigger
from training.items import Items, Key

torch = pytest.importorskip("torch")
shelves = pytest.importorskip("training.shelves")
batch = pytest.importorskip("training.batch")

CPU = torch.device("cpu")


@st.composite
def epochs(draw: st.DrawFn) -> list[list[Example]]:
    """Two epochs that share sentences, differ in false triggers, and show some examples several times."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    plain = [
        pair(rng, words=words) if is_pair else sentence(rng, true=true, words=words, known=known)
        for is_pair, true, words, known in draw(
            st.lists(
                st.tuples(st.booleans(), st.integers(0, 4), st.sampled_from([5, 14, 20, 30]), st.booleans()),
                min_size=1,
                max_size=40,
            )
        )
    ]
    return [[_asking(rng, e) for e in rng.choices(plain, k=len(plain) + 3)] for _ in range(2)]


def _asking(rng: random.Random, example: Example) -> Example:
    """The example with up to two false triggers."""
    taken = {t.span for t in example.triggers}
    free = [(at, at + 1) for at in range(1, len(example.ids) - 1) if (at, at + 1) not in taken][:2]
    if example.types:
        return example
    return replace(example, triggers=(*example.triggers, *map(Trigger, rng.sample(free, rng.randint(0, len(free))))))


def read(made: Any, places: list[int], row: int) -> tuple[Any, ...]:
    """What a batch says of one sentence: its words and labels, and all that it asks about it."""
    asked = sorted(
        (
            made.marks[q].nonzero().tolist(), int(made.types[q]), int(made.statuses[q]), int(made.modes[q]),
            made.roles[q].clamp(min=-1).flatten().tolist(),
            made.allowed[q].nonzero().flatten().tolist() if made.is_pairs else None,
        )
        for q in places
    )  # fmt: skip
    return made.ids[row].tolist(), made.tokens[row].tolist(), asked


def expected(example: Example, width: int) -> tuple[Any, ...]:
    """The same of an example alone."""
    made = batch.laid([example], width=width)
    return read(made, list(range(len(made.rows))), 0)


@settings(deadline=None)
@given(epochs(), st.sampled_from([32, 100, 400]))
def test_an_epoch_s_batches_hold_every_item_once_with_all_its_questions(
    shown: list[list[Example]], tokens: int
) -> None:
    items = Items()
    told = [items.shown(epoch) for epoch in shown]
    lying = shelves.shelved(items, CPU)
    sizes = shelves.shapes(lying, told, tokens=tokens)
    for examples, epoch in zip(shown, told, strict=True):
        dealt = shelves.dealt(lying, epoch, sizes, rng=random.Random(1))
        assert sorted(dealt.order) == sorted(
            (k, n) for k, picks in dealt.picks.items() for n in range(len(picks.items))
        )
        found = []
        for key, nth in dealt.order:
            picks = lying[key].nothing(sizes[key])
            picks.take(dealt.picks[key], nth)
            made = lying[key].batch(picks)
            assert made.ids.shape == (sizes[key].items, key.width)
            assert len(made.types) == sizes[key].questions
            for row in range(len(made.ids)):
                rows = range(len(made.rows)) if not made.is_pairs else [row]
                places = [q for q in rows if made.is_pairs or (made.rows[q] == row and made.marks[q].any())]
                if made.ids[row, 0]:
                    found.append(repr(read(made, places, row)))
                else:
                    assert made.is_pairs or not places
        width = {
            id(e): next(k.width for k in lying if k.pairs == bool(e.types) and k.width >= len(e.ids)) for e in examples
        }
        assert Counter(found) == Counter(repr(expected(e, width[id(e)])) for e in examples)


def test_what_fills_up_is_nothing() -> None:
    items = Items()
    items.shown([sentence(random.Random(1)), pair(random.Random(2))])
    for key, shelf in shelves.shelved(items, CPU).items():
        made = shelf.batch(shelf.nothing(shelves.Shape(2, 2)))
        assert not made.ids.any()
        assert not made.marks.any()
        assert (made.tokens == IGNORE).all()
        assert (made.types == IGNORE).all()
        assert made.is_pairs == key.pairs


def test_there_is_room_for_a_sentence_that_asks_more_than_its_like() -> None:
    rng, items = random.Random(5), Items()
    epoch = items.shown([*(sentence(rng, true=0, words=30) for _ in range(60)), sentence(rng, true=29, words=30)])
    lying = shelves.shelved(items, CPU)
    sizes = shelves.shapes(lying, [epoch], tokens=32)
    ((key, picks),) = shelves.dealt(lying, epoch, sizes, rng=rng).picks.items()
    assert (picks.questions != lying[key].questions).sum() == 29


def test_everything_is_asked_about_in_order() -> None:
    rng, items = random.Random(3), Items()
    items.shown([sentence(rng, true=n % 3, false=n % 2) for n in range(7)])
    shelf = shelves.shelved(items, CPU)[Key(False, 16)]
    parts = list(shelf.everything(3))
    assert torch.cat([part.items for part in parts]).tolist() == list(range(7))
    assert torch.cat([part.questions for part in parts]).tolist() == list(range(shelf.questions))
    homes = torch.cat([part.items[part.rows] for part in parts])
    assert homes.tolist() == shelf.labels.rows[: shelf.questions].tolist()


def test_batches_differ_by_seed_alone() -> None:
    rng, items = random.Random(4), Items()
    epoch = items.shown([sentence(rng) for _ in range(30)])
    lying = shelves.shelved(items, CPU)
    sizes = shelves.shapes(lying, [epoch], tokens=64)
    one, same, other = (
        [p.items.tolist() for p in shelves.dealt(lying, epoch, sizes, rng=random.Random(seed)).picks.values()]
        for seed in (1, 1, 2)
    )
    assert one == same != other
