"""Each example is kept once, its false triggers are few, and what an epoch shows of it is not lost."""

import random
from dataclasses import replace

from tests.training.tiny import pair, sentence
from training.corpus import Example, Trigger
from training.items import CAP, WIDTHS, Items, Key, question, saying, together

RNG = random.Random(2)


def test_what_is_shown_again_is_kept_once() -> None:
    items, one, other = Items(), sentence(RNG, false=1), sentence(RNG)
    first, second = items.shown([one, other, one]), items.shown([replace(one, triggers=one.triggers[:1]), other])
    key = Key(pairs=False, width=WIDTHS[0])
    assert len(items.shelves[key]) == 2
    assert [shown.item for shown in first[key]] == [0, 1, 0]
    assert [(shown.item, shown.false) for shown in second[key]] == [(0, ()), (1, ())]
    assert items.shelves[key][0].whole == one


def test_what_differs_in_anything_is_another() -> None:
    one, two = sentence(RNG), pair(RNG)
    trigger = one.triggers[0]
    others = [
        replace(one, triggers=(replace(trigger, status=(trigger.status + 1) % 4),)),
        replace(one, triggers=(replace(trigger, roles=tuple([2 for _ in tags] for tags in trigger.roles)),)),
        replace(one, tokens=[0] * len(one.tokens)),
        replace(two, types=(two.types[0] % 16 + 1,)),
        replace(two, sides={"actor": two.sides["actor"], "recipient": []}),
    ]
    items = Items()
    items.shown([one, two, *others])
    assert sum(map(len, items.shelves.values())) == 2 + len(others)


def test_false_triggers_beyond_the_cap_count_as_earlier_ones() -> None:
    plain, items = sentence(RNG, words=9), Items()
    spans = [(at, at + 1) for at in range(1, 10) if (at, at + 1) != plain.triggers[0].span][: CAP + 2]
    epochs = [items.shown([replace(plain, triggers=(*plain.triggers, Trigger(span)))]) for span in spans]
    (key,) = items.shelves
    assert [epoch[key][0].false for epoch in epochs] == [(number % CAP,) for number in range(CAP + 2)]
    kept = items.shelves[key][0].whole.triggers
    assert [trigger.span for trigger in kept] == [plain.triggers[0].span, *spans[:CAP]]
    again = items.shown([replace(plain, triggers=(Trigger(spans[CAP]), Trigger(spans[0]), *plain.triggers))])
    assert again[key][0].false == (0,)


def test_a_shelf_holds_what_fits_its_width() -> None:
    items = Items()
    items.shown([Example([7] * length, [0] * length) for length in (1, 16, 17, 160)])
    assert [key.width for key in items.shelves] == [16, 24, 160]


def test_epochs_can_be_shown_together() -> None:
    items, one, two = Items(), sentence(RNG), pair(RNG)
    first, second = items.shown([one]), items.shown([two, one])
    whole = together(first, second)
    assert {key: len(shown) for key, shown in whole.items()} == {Key(False, 16): 2, Key(True, 16): 1}
    assert len(first) == 1


def test_a_pair_asks_the_same_whatever_is_known_of_it() -> None:
    one = pair(RNG)
    other, moved = replace(one, types=(one.types[0] % 16 + 1,)), replace(one, sides={**one.sides, "recipient": []})
    assert question(one) == question(other) != question(moved)
    assert saying(one) != saying(other)
