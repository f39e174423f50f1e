"""Batches hold what the examples say, filled up with what is not known; asked where `.[training]` is installed."""

import math
import random

import pytest
from training.corpus import IGNORE, Example, Trigger
from training.labels import ROLES, TYPES

torch = pytest.importorskip("torch")
batch = pytest.importorskip("training.batch")
losses = pytest.importorskip("training.losses")

ROLE_TAGS = ([0, 1, 0, 0], *([0, 0, 0, 0] for _ in ROLES[1:]))
TOLD = Example([101, 7, 8, 102], [0, 0, 9, 0], (Trigger((2, 3), 9, 1, 4, ROLE_TAGS), Trigger((1, 2))))
SILENT = Example([101, 5, 102], [0, 0, 0])
PAIR = Example([101, 7, 8, 9, 102], sides={"actor": [(1, 2)], "recipient": [(3, 4)]}, types=(3, 4))


def test_sentences_become_questions_about_their_rows():
    made = batch.collated([SILENT, TOLD])
    assert made.ids.tolist() == [[101, 5, 102, 0, 0, 0, 0, 0], [101, 7, 8, 102, 0, 0, 0, 0]]
    assert made.tokens[1].tolist() == [0, 0, 9, 0, *[IGNORE] * 4]
    assert made.rows.tolist() == [1, 1, 0, 0]
    assert made.types.tolist() == [9, 0, IGNORE, IGNORE]
    assert made.marks[:, 0, :4].tolist() == [[0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert made.roles[0, :, 0].tolist() == [0, 1, 0, 0, *[IGNORE] * 4]
    assert (made.roles[1:] == IGNORE).all()
    assert not made.is_pairs


def test_pairs_mark_both_sides_and_allow_their_types():
    made = batch.collated([PAIR])
    assert made.is_pairs
    assert made.marks[0, :, :5].tolist() == [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 1, 0]]
    assert made.allowed[0].nonzero().flatten().tolist() == [3, 4]


def test_a_batch_without_a_trigger_asks_nothing_and_has_a_loss():
    made = batch.collated([SILENT])
    assert made.ids[made.rows].shape == (0, 8)
    said = {"detect": torch.zeros(1, 8, len(TYPES), requires_grad=True)}
    assert losses.missed(said, made, smoothing=0.0).item() == pytest.approx(math.log(len(TYPES)))
    assert torch.isfinite(losses.apart(said, said, made))


def test_sentences_and_pairs_never_share_a_batch_nor_do_widths():
    long = Example([101, *[7] * 20, 102], [0] * 22)
    groups = list(batch.batches([TOLD, SILENT, PAIR, long] * 5, 32, random.Random(1)))
    assert sum(map(len, groups)) == 20
    for group in groups:
        assert len({(bool(e.types), len(e.ids) > 8) for e in group}) == 1


def test_nothing_is_apart_from_itself_more_than_from_others():
    made = batch.collated([TOLD, SILENT])
    q, n = made.marks.shape[0], made.ids.shape[1]
    gen = torch.Generator().manual_seed(3)

    def answer():
        shapes = {"detect": (2, n, len(TYPES)), "type": (q, len(TYPES)), "status": (q, 4), "mode": (q, 5)}
        return {k: torch.randn(*v, generator=gen) for k, v in shapes.items()} | {
            "roles": torch.randn(q, n, len(ROLES), 3, generator=gen)
        }

    one, other = answer(), answer()
    assert losses.apart(one, one, made) < losses.apart(other, one, made)
    # What only fills up, and padding, weighs nothing.
    changed = {k: v.clone() for k, v in other.items()}
    changed["type"][2:] += 5
    changed["detect"][:, 4:] -= torch.arange(float(len(TYPES)))
    assert losses.apart(changed, one, made) == pytest.approx(losses.apart(other, one, made).item())


def test_masking_spares_padding_and_the_ends():
    ids = torch.tensor([[101, 2000, 2001, 102, 0]])
    torch.manual_seed(0)
    assert batch.masked(ids, 1.0).tolist() == [[101, 103, 103, 102, 0]]
    assert batch.masked(ids, 0.0).equal(ids)
