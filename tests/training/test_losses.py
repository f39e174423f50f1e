"""What only fills a batch up changes neither loss nor gradients; asked where `.[training]` is installed."""

import random
from pathlib import Path
from typing import Any

import pytest
from tests.training.tiny import encoder, pair, sentence, unlabelled

torch = pytest.importorskip("torch")
batches = pytest.importorskip("training.batch")
corpus = pytest.importorskip("training.corpus")
losses = pytest.importorskip("training.losses")
networks = pytest.importorskip("training.network")

RNG = random.Random(6)
SENTENCES = [sentence(RNG, true=2, false=1), sentence(RNG, true=0), sentence(RNG, words=9, known=False)]
PAIRS = [pair(RNG), pair(RNG)]
NOTHING = corpus.Example([])


@pytest.fixture(scope="module", params=["bert", "mpnet"])
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = encoder(tmp_path_factory.mktemp(request.param), request.param)
    return networks.Network(folder, dropout=0.0)


def learnt(network: Any, made: Any, told: dict[str, Any] | None) -> tuple[float, list[Any]]:
    """Loss, from the labels or from what is told, and the gradients."""
    said = network.answer(made, made.ids)
    wrong = losses.missed(said, made, smoothing=0.1) if told is None else losses.apart(said, told, made)
    network.zero_grad()
    wrong.backward()
    return wrong.item(), [p.grad for p in network.parameters() if p.grad is not None]


def telling(network: Any, made: Any) -> dict[str, Any]:
    """Answers like a batch's, the same for the same question."""
    return {k: torch.linspace(-1, 1, v.shape[-1]).expand_as(v) for k, v in network.answer(made, made.ids).items()}


@pytest.mark.parametrize("examples", [SENTENCES, PAIRS], ids=["sentences", "pairs"])
@pytest.mark.parametrize("hearing", [False, True], ids=["labels", "told"])
def test_padding_rows_change_neither_loss_nor_gradients(network: Any, examples: list[Any], hearing: bool) -> None:
    plain, filled = batches.laid(examples, width=16), batches.laid([*examples, NOTHING, NOTHING], width=16, more=5)
    (loss, gradients), (other, others) = (
        learnt(network, made, telling(network, made) if hearing else None) for made in (plain, filled)
    )
    assert loss == pytest.approx(other, rel=1e-5)
    assert len(gradients) == len(others) > 10
    for one, two in zip(gradients, others, strict=True):
        assert torch.allclose(one, two, atol=1e-6)


def test_a_wider_batch_has_the_same_loss(tmp_path: Path) -> None:
    net = networks.Network(encoder(tmp_path), dropout=0.0)
    narrow, wide = (batches.laid(SENTENCES, width=width) for width in (16, 32))
    assert learnt(net, narrow, None)[0] == pytest.approx(learnt(net, wide, None)[0], rel=1e-5)


def both(network: Any, examples: list[Any], heard: float) -> tuple[float, float, float]:
    """The loss from labels and teacher, and that from each alone."""
    made = batches.laid(examples, width=16, more=3)
    said, told = network.answer(made, made.ids), telling(network, made)
    whole = losses.between(said, made, told=told, smoothing=0.1, heard=heard)
    return whole.item(), losses.apart(said, told, made).item(), losses.missed(said, made, smoothing=0.1).item()


@pytest.mark.parametrize("examples", [SENTENCES, PAIRS], ids=["sentences", "pairs"])
def test_a_teacher_weighs_beside_the_labels(network: Any, examples: list[Any]) -> None:
    whole, apart, missed = both(network, examples, 0.3)
    assert whole == pytest.approx(0.3 * apart + 0.7 * missed, rel=1e-5)


def test_of_a_pair_without_a_label_a_teacher_tells_alone(network: Any) -> None:
    labelled, other = PAIRS[0], unlabelled(PAIRS[1])
    whole, apart, missed = both(network, [other], 0.3)
    assert whole == pytest.approx(apart, rel=1e-5)
    assert missed == 0
    mean = (both(network, [labelled], 0.3)[0] + apart) / 2
    assert both(network, [labelled, other, batches.Example([])], 0.3)[0] == pytest.approx(mean, rel=1e-5)
    assert both(network, [labelled, other], 0.3)[2] == pytest.approx(both(network, [labelled], 0.3)[2], rel=1e-5)
