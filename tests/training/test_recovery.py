"""What is shipped can be read back as a network that answers alike; asked where `.[training]` is installed."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.models import Question, network, weights
from dragoman.models.tokens import tokenise

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
commands = pytest.importorskip("training.__main__")
batches = pytest.importorskip("training.batch")
networks = pytest.importorskip("training.network")
recovery = pytest.importorskip("training.recovery")

TEXT = "Police arrested two miners in Kayes."


def test_the_shipped_weights_are_a_network_that_answers_alike() -> None:
    found = networks.restored(commands.base(), recovery.recovered(weights(), base=commands.base())).eval()
    ids = tokenise([TEXT], limit=64)[0].ids
    look = network().detect([ids])[0]
    asked, sides = {"trigger": [(2, 3)]}, {"actor": [(1, 2)], "recipient": [(3, 5)]}
    with torch.no_grad():
        hidden = found.read(torch.tensor([ids]))
        spotted = found.spot(torch.tensor([ids]), hidden)[0].softmax(-1).numpy()
        argued = found.argue(torch.tensor([ids]), hidden, batches.marking([asked], len(ids)))
        related = found.pair(torch.tensor([ids]), hidden, batches.marking([sides], len(ids)))
    answer = network().argue([Question(look, asked)])[0]
    assert np.abs(spotted - look.types).max() < 0.1
    assert np.abs(argued["type"][0].softmax(-1).numpy() - answer.types).max() < 0.1
    assert np.abs(related[0].softmax(-1).numpy() - network().relate([Question(look, sides)])[0]).max() < 0.15
    assert np.abs(argued["roles"][0].softmax(-1).numpy() - answer.roles).max() < 0.15


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.onnx"
    graph = onnx.helper.make_graph([], "empty", [], [])
    onnx.save(onnx.helper.make_model(graph), path)
    with pytest.raises(ValueError, match="branches for detecting"):
        recovery.recovered(path, base=commands.base())
