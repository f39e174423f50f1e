"""Easing leaves what a network computes as it is, and draws in the features that reach far."""

from pathlib import Path

import pytest
from tests.training.tiny import encoder

torch = pytest.importorskip("torch")
easing = pytest.importorskip("training.easing")
networks = pytest.importorskip("training.network")


def test_the_feed_forward_part_computes_the_same_from_smaller_features(tmp_path: Path) -> None:
    network = networks.Network(encoder(tmp_path)).eval()
    layer = network.encoder.encoder.layer[0]
    with torch.no_grad():
        layer.attention.output.LayerNorm.weight[3] = 20.0
    given = layer.attention.output.LayerNorm(torch.randn(50, layer.intermediate.dense.in_features))
    copy = easing.eased(network)
    inner, outer = copy.encoder.encoder.layer[0].intermediate, copy.encoder.encoder.layer[0].output
    wide = torch.nn.functional.gelu(inner.dense(given * inner.ease))
    told = layer.output.dense(layer.intermediate(given))
    assert torch.allclose(outer.dense(wide * outer.ease), told, atol=1e-4)
    reach, eased = given.abs().amax(0), (given * inner.ease).abs().amax(0)
    assert eased.max() / eased.median() < 0.5 * (reach.max() / reach.median())
    assert not hasattr(layer.intermediate, "ease")
