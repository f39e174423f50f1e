"""Steps over shelves fit what they are shown and heard, and begin anew each time; asked where `.[training]` is."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.training.tiny import encoder, pair, sentence, told_losses, unlabelled
from training.items import Epoch, Items

torch = pytest.importorskip("torch")
fit = pytest.importorskip("training.fit")
losses = pytest.importorskip("training.losses")
networks = pytest.importorskip("training.network")
shelves = pytest.importorskip("training.shelves")
stepping = pytest.importorskip("training.steps")
telling = pytest.importorskip("training.telling")

CPU = torch.device("cpu")
RECIPE = fit.Recipe(epochs=2, rate=1e-3, head_rate=1e-2, tokens=64, warmup=0.1, memory=0.5, dropout=0.0, masking=0.0)


def stocked(seed: int = 3) -> tuple[Epoch, Any]:
    rng, items = random.Random(seed), Items()
    shown = [sentence(rng, true=1 + n % 2, false=n % 2, words=5 + n % 9) for n in range(24)]
    epoch = items.shown([*shown, *(pair(rng) for _ in range(8))])
    return epoch, shelves.shelved(items, CPU)


def steps(network: Any, recipe: Any = RECIPE, **more: Any) -> tuple[Any, Epoch]:
    epoch, lying = stocked()
    sizes = shelves.shapes(lying, [epoch], tokens=recipe.tokens)
    return stepping.Steps(network, lying, shapes=sizes, recipe=recipe, **more), epoch


def copied(network: Any) -> dict[str, Any]:
    return {name: value.clone() for name, value in network.state_dict().items()}


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(torch.equal(value, other[name]) for name, value in one.items())


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_the_same_seed_from_the_same_state_gives_the_same(tmp_path: Path, kind: str) -> None:
    network = networks.Network(encoder(tmp_path, kind), inside=0.1)
    recipe = replace(RECIPE, masking=0.1, epochs=1)
    taking, epoch = steps(network, recipe)
    begin = copied(network)
    first, other, again = (taking.fit(begin, lambda _: epoch, recipe=replace(recipe, seed=seed)) for seed in (1, 2, 1))
    assert same(first, again)
    assert not same(first, other)
    assert same(first, taking.network.state_dict())
    assert not same(first, begin)
    assert torch.equal(
        first["encoder.embeddings.word_embeddings.weight"], begin["encoder.embeddings.word_embeddings.weight"]
    )


def test_what_is_shown_is_learnt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network = networks.Network(encoder(tmp_path), dropout=0.0)
    taking, epoch = steps(network)
    taking.fit(copied(network), lambda _: epoch, recipe=replace(RECIPE, epochs=8, head_rate=3e-2))
    lines = told_losses(capsys.readouterr().out)
    assert len(lines) == 8
    assert lines[-1] < 0.7 * lines[0]


def test_the_state_that_counts_is_the_average(tmp_path: Path) -> None:
    network = networks.Network(encoder(tmp_path), dropout=0.0)
    taking, epoch = steps(network)
    begin = copied(network)
    last, tenth = (
        taking.fit(begin, lambda _: epoch, recipe=replace(RECIPE, epochs=4, memory=memory)) for memory in (0.0, 1.0)
    )
    name = "detect.weight"
    moved = (last[name] - begin[name]).abs().mean()
    assert 0 < (tenth[name] - begin[name]).abs().mean() < 0.7 * moved


def test_weights_are_the_average_over_every_tenth_step() -> None:
    weight = torch.nn.Parameter(torch.zeros(1))
    average = stepping._Average([weight], memory=0.75)
    for step in range(1, 26):
        weight.data.fill_(float(step))
        average.step()
    average.settle()
    assert weight.item() == pytest.approx(0.75 * 10 + 0.25 * 20)


def test_a_few_steps_leave_the_last_weights() -> None:
    weight = torch.nn.Parameter(torch.ones(1))
    average = stepping._Average([weight], memory=0.9)
    average.step()
    average.settle()
    assert weight.item() == 1


@torch.no_grad()
def distance(network: Any, told: Any) -> float:
    """How far the network is from all that was told."""
    network.eval()
    total = 0.0
    for key, shelf in told.shelves.items():
        (picks,) = shelf.everything(1000)
        batch = shelf.batch(picks)
        total += float(losses.apart(network.answer(batch, batch.ids), told.about(key, picks), batch))
    return total


def test_a_pupil_that_hears_comes_nearer_to_what_it_hears(tmp_path: Path) -> None:
    teacher = networks.Network(encoder(tmp_path / "teacher", "mpnet"))
    for head in (teacher.detect, teacher.roles, teacher.verify[-1], teacher.relate[-1]):
        torch.nn.init.normal_(head.bias)
    epoch, lying = stocked()
    told = telling.silent(lying)
    told.hear(teacher)
    network = networks.Network(encoder(tmp_path / "pupil"), dropout=0.0)
    begin, before = copied(network), distance(network, told)
    sizes = shelves.shapes(lying, [epoch], tokens=64)
    recipe, far = replace(RECIPE, heard=0.9, epochs=3), {}
    for heard, hearing in ((True, told), (False, None)):
        taking = stepping.Steps(network, lying, shapes=sizes, recipe=recipe, told=hearing)
        taking.fit(begin, lambda _: epoch, recipe=recipe)
        far[heard] = distance(network, told)
    assert far[True] < 0.9 * before
    assert far[True] < far[False]


def test_pairs_without_a_label_move_by_what_is_told_alone(tmp_path: Path) -> None:
    teacher = networks.Network(encoder(tmp_path / "teacher", "mpnet"))
    torch.nn.init.normal_(teacher.relate[-1].bias)
    network = networks.Network(encoder(tmp_path / "pupil"), dropout=0.0)
    rng, items, begin = random.Random(3), Items(), copied(network)
    epoch = items.shown(unlabelled(pair(rng)) for _ in range(12))
    lying = shelves.shelved(items, CPU)
    told = telling.silent(lying)
    told.hear(teacher)
    before = distance(network, told)

    def after(heard: float, hearing: Any) -> dict[str, Any]:
        recipe = replace(RECIPE, epochs=4, heard=heard, decay=0.0)
        sizes = shelves.shapes(lying, [epoch], tokens=64)
        taking = stepping.Steps(network, lying, shapes=sizes, recipe=recipe, told=hearing)
        return taking.fit(begin, lambda _: epoch, recipe=recipe)

    assert same(after(0.5, None), begin)
    alone = after(1.0, told)
    assert distance(network, told) < 0.9 * before
    half = after(0.5, told)
    assert all(torch.allclose(value, half[name], atol=1e-5) for name, value in alone.items())


def test_parts_alone_are_fitted(tmp_path: Path) -> None:
    network = networks.Network(encoder(tmp_path), dropout=0.0)
    parts = fit.parted(network)
    begin = copied(network)
    taking, epoch = steps(network, parts=parts)
    after = taking.fit(begin, lambda _: {key: shown for key, shown in epoch.items() if key.pairs}, recipe=RECIPE)
    changed = {name for name in begin if not torch.equal(after[name], begin[name])}
    assert changed
    assert {name.split(".")[0] for name in changed} == {"pairs", "relate"}


def test_other_steps_than_were_made_are_refused(tmp_path: Path) -> None:
    network = networks.Network(encoder(tmp_path))
    taking, epoch = steps(network)
    with pytest.raises(ValueError, match="smoothing"):
        taking.fit(copied(network), lambda _: epoch, recipe=replace(RECIPE, smoothing=0.3))
