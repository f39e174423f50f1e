"""Fitting: what several teachers say together; asked where `.[training]` is installed."""

from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch")
fit = pytest.importorskip("training.fit")


def says(*logits: float) -> SimpleNamespace:
    """A teacher that gives one answer to everything."""
    return SimpleNamespace(answer=lambda _batch, _ids: {"type": torch.tensor([logits])})


def test_teachers_tell_the_mean_of_their_probabilities():
    both = fit.told([says(9.0, -9.0), says(0.0, 0.0)], SimpleNamespace(ids=None))
    assert both["type"].softmax(-1).tolist() == [pytest.approx([0.75, 0.25], abs=1e-4)]


def test_one_teacher_tells_what_it_says():
    alone = fit.told([says(1.0, 2.0, -3.0)], SimpleNamespace(ids=None))
    assert torch.allclose(alone["type"].softmax(-1), torch.tensor([1.0, 2.0, -3.0]).softmax(-1))
