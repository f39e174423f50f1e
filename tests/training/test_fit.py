"""Fitting: what is shown is learnt, and what pairs alone change; asked where `.[training]` is installed."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.training.tiny import encoder, pair, sentence, told_losses

torch = pytest.importorskip("torch")
fit = pytest.importorskip("training.fit")
commands = pytest.importorskip("training.__main__")
corpus = pytest.importorskip("training.corpus")
networks = pytest.importorskip("training.network")

PAIR = corpus.Example([101, 5673, 4727, 2048, 11257, 102], sides={"actor": [(1, 2)], "recipient": [(3, 5)]}, types=(1,))
RECIPE = fit.Recipe(epochs=6, rate=1e-3, head_rate=3e-2, tokens=64, memory=0.5)


def test_a_stage_learns_what_it_is_shown_and_goes_on_from_a_state(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    rng, base = random.Random(1), encoder(tmp_path)
    examples = [sentence(rng, false=n % 2) for n in range(12)] + [pair(rng) for _ in range(4)]
    network = fit.fit(base, lambda _epoch: examples, recipe=RECIPE)
    lines = told_losses(capsys.readouterr().out)
    assert len(lines) == RECIPE.epochs
    assert lines[-1] < 0.8 * lines[0]
    torch.save(network.state_dict(), tmp_path / "start.pt")
    still = replace(RECIPE, epochs=1, rate=0.0, head_rate=0.0)
    again = fit.fit(base, lambda _epoch: examples, recipe=still, start=tmp_path / "start.pt")
    assert all(torch.equal(value, again.state_dict()[name]) for name, value in network.state_dict().items())


def test_pairs_get_layers_of_their_own_and_change_nothing_else() -> None:
    network = networks.Network(commands.base())
    before = {name: value.clone() for name, value in network.state_dict().items()}
    recipe = fit.Recipe(epochs=1, rate=1e-3, head_rate=1e-3, warmup=0.0)
    after = fit.fit_pairs(network, lambda _epoch: [PAIR] * 8, recipe=recipe).state_dict()
    changed = {name for name, value in before.items() if not torch.equal(after[name], value)}
    assert changed == {name for name in before if name.startswith("relate.")}
    own = "attention.self.query.weight"
    assert not torch.equal(after[f"pairs.0.{own}"], after[f"encoder.encoder.layer.3.{own}"])


def test_a_state_with_layers_for_pairs_is_restored_with_them() -> None:
    network = networks.Network(commands.base())
    network.part()
    again = networks.restored(commands.base(), network.state_dict())
    assert again.pairs is not None
    assert networks.restored(commands.base(), {}).pairs is None
