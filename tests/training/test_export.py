"""What is written as ONNX answers as the network did; asked where `.[training]` is installed."""

import random
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from tests.training.tiny import encoder, pair, sentence

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
batches = pytest.importorskip("training.batch")
exporting = pytest.importorskip("training.export")
networks = pytest.importorskip("training.network")

CHOICES = ("detecting", "arguing", "relating")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::torch.jit.TracerWarning")
def test_the_exported_graph_answers_as_the_network_does(tmp_path: Path) -> None:
    rng, folder = random.Random(9), encoder(tmp_path)
    network = networks.Network(folder).eval()
    torch.nn.init.normal_(network.part()[0].attention.self.query.weight)
    path = exporting.export(network, base=folder, target=tmp_path, small=False)
    session = onnxruntime.InferenceSession(str(path))
    for examples in ([sentence(rng), sentence(rng, words=9)], [pair(rng), pair(rng, words=9)]):
        made = batches.laid(examples, width=16)
        with torch.no_grad():
            told = {name: value.numpy() for name, value in network.answer(made, made.ids).items()}
            given = network.read(made.ids).numpy()
        fed = {"ids": made.ids.numpy(), "given": given, "marks": made.marks.numpy()}
        fed |= {name: np.array(True) for name in CHOICES}
        said = dict(zip(exporting.OUTPUTS, session.run(None, fed), strict=True))
        held = made.ids.numpy() != 0
        for name, value in told.items():
            there = held if name in ("detect", "roles") else slice(None)
            assert np.abs(value[there] - said[name][there]).max() < 1e-5
