"""Fitting: what several teachers say together, and what pairs alone change; asked where `.[training]` is installed."""

from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch")
fit = pytest.importorskip("training.fit")
commands = pytest.importorskip("training.__main__")
corpus = pytest.importorskip("training.corpus")
networks = pytest.importorskip("training.network")

PAIR = corpus.Example([101, 5673, 4727, 2048, 11257, 102], sides={"actor": [(1, 2)], "recipient": [(3, 5)]}, types=(1,))


def says(*logits: float) -> SimpleNamespace:
    """A teacher that gives one answer to everything."""
    return SimpleNamespace(answer=lambda _batch, _ids: {"type": torch.tensor([logits])})


def test_teachers_tell_the_mean_of_their_probabilities():
    both = fit.told([says(9.0, -9.0), says(0.0, 0.0)], SimpleNamespace(ids=None))
    assert both["type"].softmax(-1).tolist() == [pytest.approx([0.75, 0.25], abs=1e-4)]


def test_one_teacher_tells_what_it_says():
    alone = fit.told([says(1.0, 2.0, -3.0)], SimpleNamespace(ids=None))
    assert torch.allclose(alone["type"].softmax(-1), torch.tensor([1.0, 2.0, -3.0]).softmax(-1))


def test_pairs_get_layers_of_their_own_and_change_nothing_else():
    network = networks.Network(commands.base())
    before = {name: value.clone() for name, value in network.state_dict().items()}
    recipe = fit.Recipe(epochs=1, rate=1e-3, head_rate=1e-3, warmup=0.0)
    after = fit.fit_pairs(network, lambda _epoch: [PAIR] * 8, recipe=recipe).state_dict()
    changed = {name for name, value in before.items() if not torch.equal(after[name], value)}
    assert changed == {name for name in before if name.startswith("relate.")}
    own = "attention.self.query.weight"
    assert not torch.equal(after[f"pairs.0.{own}"], after[f"encoder.encoder.layer.3.{own}"])


def test_a_state_with_layers_for_pairs_is_restored_with_them():
    network = networks.Network(commands.base())
    network.part()
    again = networks.restored(commands.base(), network.state_dict())
    assert again.pairs is not None
    assert networks.restored(commands.base(), {}).pairs is None
