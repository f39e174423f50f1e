"""Writes a fitted network as the package's weights: ONNX, int8, named by its content's hash.

In: a fitted network, its calibration. Out: src/dragoman/models/<hash>.onnx (older ones removed), tokenizer.json.
"""

import json
import math
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn.functional import gelu

from training.labels import MODES, ROLES, STATUSES, TYPES
from training.network import Network

OUTPUTS = ("detect", "type", "status", "mode", "roles", "relate")


# Added to the attention scores of padding.
_NEVER = -1e4


class _Whole(nn.Module):
    """Every head over one pass; the caller asks ONNX Runtime for the outputs it wants."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        hidden = encoded(net, ids)
        a = (first.unsqueeze(1) @ hidden).squeeze(1)
        b = (second.unsqueeze(1) @ hidden).squeeze(1)
        pooled = torch.cat([a, hidden[:, 0]], -1)
        roles = net.roles(hidden).unflatten(-1, (len(ROLES), 3))
        pair = net.relate(torch.cat([a, b, hidden[:, 0]], -1))
        return net.detect(hidden), net.verify(pooled), net.status(pooled), net.mode(pooled), roles, pair


def encoded(network: Network, ids: Tensor) -> Tensor:
    """What `network.encode` gives, in fewer and plainer steps: the graph that is traced from it runs faster.

    One mask is made for all layers, and nothing guards against sentences without a word.
    """
    bert, (rows, length) = network.encoder, ids.shape
    heads, part = bert.config.num_attention_heads, bert.config.hidden_size // bert.config.num_attention_heads
    table = bert.embeddings
    places = table.position_embeddings.weight[:length] + table.token_type_embeddings.weight[0]
    hidden = table.LayerNorm(table.word_embeddings(ids) + places)
    mask = ((ids == 0).float() * _NEVER)[:, None, None]

    def split(x: Tensor) -> Tensor:
        return x.view(rows, length, heads, part).transpose(1, 2)

    for layer in bert.encoder.layer:
        look, after = layer.attention.self, layer.attention.output
        query, key, value = split(look.query(hidden)), split(look.key(hidden)), split(look.value(hidden))
        shares = torch.softmax(query @ key.transpose(2, 3) * (1 / math.sqrt(part)) + mask, -1)
        mixed = (shares @ value).transpose(1, 2).reshape(rows, length, heads * part)
        hidden = after.LayerNorm(after.dense(mixed) + hidden)
        hidden = layer.output.LayerNorm(layer.output.dense(gelu(layer.intermediate.dense(hidden))) + hidden)
    return hidden


def export(network: Network, base: Path, target: Path, *, small: bool = True) -> Path:
    """Write weights (not yet calibrated) and tokenizer into `target`, int8 if `small`; returns the weights' path."""
    with tempfile.TemporaryDirectory() as folder:
        traced, reduced = Path(folder) / "traced.onnx", Path(folder) / "reduced.onnx"
        _trace(network, traced)
        if small:
            quantize_dynamic(
                traced,
                reduced,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )
        model = onnx.load(reduced if small else traced)
    (target / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
    return _write(model, target, calibration={})


def stamped(weights: Path, calibration: dict[str, Any]) -> Path:
    """Put the calibration into a weights file; returns its new path, named by its new content."""
    return _write(onnx.load(weights), weights.parent, calibration=calibration)


def _write(model: onnx.ModelProto, target: Path, *, calibration: dict[str, Any]) -> Path:
    """The one weights file of `target`: label lists and calibration in its metadata, its hash for a name."""
    meta = {"types": TYPES, "statuses": STATUSES, "roles": ROLES, "modes": MODES, "calibration": calibration}
    onnx.helper.set_model_props(model, {"dragoman": json.dumps(meta)})
    data = model.SerializeToString()
    for old in target.glob("*.onnx"):
        old.unlink()
    path = target / f"{blake2b(data, digest_size=8).hexdigest()}.onnx"
    path.write_bytes(data)
    return path


def _trace(network: Network, path: Path) -> None:
    ids = torch.tensor([[101, 2001, 2002, 102], [101, 2001, 102, 0]])
    pool = torch.tensor([[0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]])
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "first", "second", "detect", "roles")}
    axes |= {name: {0: "batch"} for name in ("type", "status", "mode", "relate")}
    torch.onnx.export(
        _Whole(network.eval()), (ids, pool, pool), path, input_names=["ids", "first", "second"],
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
