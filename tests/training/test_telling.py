"""What teachers tell is the mean of what each says; asked where `.[training]` is installed."""

import random
from pathlib import Path
from typing import Any

import pytest
from tests.training.tiny import encoder, pair, sentence, unlabelled
from training.items import Items

torch = pytest.importorskip("torch")
networks = pytest.importorskip("training.network")
shelves = pytest.importorskip("training.shelves")
telling = pytest.importorskip("training.telling")

CPU = torch.device("cpu")
# Answers are kept in half precision, and where a machine computes in bfloat16 a batch's size changes them a little.
NEAR = 5e-3


@pytest.fixture(scope="module", params=["bert", "mpnet"])
def teachers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Two that differ in their heads, and answer without chance."""
    folder = encoder(tmp_path_factory.mktemp(request.param), request.param)
    return [networks.Network(folder).eval() for _ in range(2)]


def stocked() -> tuple[Items, Any]:
    rng, items = random.Random(3), Items()
    items.shown(sentence(rng, true=n % 3, false=n % 2, words=5 + n, known=n % 4 > 0) for n in range(15))
    items.shown(pair(rng, words=5 + n) for n in range(6))
    return items, shelves.shelved(items, CPU)


def test_what_is_told_is_what_the_network_says(teachers: list[Any]) -> None:
    items, lying = stocked()
    told = telling.silent(lying)
    told.hear(teachers[0])
    for key, shelf in lying.items():
        (picks,) = shelf.everything(100)
        plain = telling.probabilities(teachers[0], shelf, picks)
        heard = told.about(key, picks)
        assert set(plain) == set(heard) == ({"relate"} if key.pairs else {"detect", "type", "status", "mode", "roles"})
        for name, logits in heard.items():
            assert torch.allclose(logits.softmax(-1), plain[name], atol=NEAR)
    assert sum(map(len, items.shelves.values())) == sum(shelf.items for shelf in lying.values())


def test_each_answer_stands_where_it_is_asked_for(teachers: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    _, lying = stocked()
    monkeypatch.setattr(telling, "_AT_ONCE", 48)
    told = telling.silent(lying)
    told.hear(teachers[0])
    for key, shelf in lying.items():
        for picks in shelf.everything(2):
            plain, heard = telling.probabilities(teachers[0], shelf, picks), told.about(key, picks)
            for name, said in plain.items():
                assert torch.allclose(heard[name].softmax(-1), said, atol=NEAR)


def test_the_mean_of_two_teachers_is_their_mean(teachers: list[Any]) -> None:
    _, lying = stocked()
    both, *alone = (telling.silent(lying) for _ in range(3))
    for one, teacher in zip(alone, teachers, strict=True):
        both.hear(teacher)
        one.hear(teacher)
    assert both.count == 2
    for key, means in both.means.items():
        for name, mean in means.items():
            first, second = (one.means[key][name].float() for one in alone)
            assert torch.allclose(mean.float(), (first + second) / 2, atol=1e-3)
            assert not torch.allclose(first, second, atol=1e-3)


def test_what_was_told_of_pairs_is_recalled_on_other_shelves(teachers: list[Any], tmp_path: Path) -> None:
    rng = random.Random(4)
    pairs, further = [pair(rng) for _ in range(5)], [pair(rng) for _ in range(2)]
    items = Items()
    items.shown([*further, *pairs, sentence(rng)])
    told = telling.silent(shelves.shelved(items, CPU))
    told.hear(teachers[0])
    torch.save(telling.of_pairs(told, items), tmp_path / "told.pt")
    kept = torch.load(tmp_path / "told.pt", weights_only=True)
    others = Items()
    # The answers are found by what is asked, though other types are allowed now.
    ((key, shown),) = others.shown(map(unlabelled, reversed(pairs))).items()
    again = telling.recalled(shelves.shelved(others, CPU), others, kept)
    assert torch.equal(again.means[key]["relate"][:5], told.means[key]["relate"][2:7].flip(0))
    assert len(shown) == 5
    new = Items()
    new.shown([pair(rng)])
    with pytest.raises(ValueError, match="nothing was told"):
        telling.recalled(shelves.shelved(new, CPU), new, kept)
