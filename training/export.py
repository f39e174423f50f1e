"""Writes a fitted network as the package's weights: ONNX, int8, named by its content's hash.

In: a fitted network with the spotter that it taught, its calibration. Out: src/dragoman/models/<hash>.onnx (older ones
removed), tokenizer.json.
"""

import json
import math
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn.functional import gelu

from training.labels import MODES, ROLES, STATUSES, TYPES
from training.network import Network
from training.spotting import Spotter

OUTPUTS = ("detect", "type", "status", "mode", "roles", "relate")


# Added to the attention scores of padding.
_NEVER = -1e4


class _Whole(nn.Module):
    """The spotter, and every other head over one pass of the network, over the same embeddings.

    `branched` keeps both apart, and the caller asks ONNX Runtime for the outputs it wants.
    """

    def __init__(self, network: Network, spotter: Spotter) -> None:
        super().__init__()
        self.network = network
        self.spotter = spotter

    def forward(self, ids: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        embedded, mask = _embedded(net, ids)
        spotted = self.spotter.detect(_encoded(net, self.spotter.layers, embedded, mask))
        hidden = _encoded(net, net.encoder.encoder.layer, embedded, mask)
        a = (first.unsqueeze(1) @ hidden).squeeze(1)
        b = (second.unsqueeze(1) @ hidden).squeeze(1)
        pooled = torch.cat([a, hidden[:, 0]], -1)
        roles = net.roles(hidden).unflatten(-1, (len(ROLES), 3))
        pair = net.relate(torch.cat([a, b, hidden[:, 0]], -1))
        return spotted, net.verify(pooled), net.status(pooled), net.mode(pooled), roles, pair


def _embedded(network: Network, ids: Tensor) -> tuple[Tensor, Tensor]:
    """What the layers start from: (B, n, hidden), and what is added to their scores, the same for all of them."""
    table = network.encoder.embeddings
    places = table.position_embeddings.weight[: ids.shape[1]] + table.token_type_embeddings.weight[0]
    return table.LayerNorm(table.word_embeddings(ids) + places), ((ids == 0).float() * _NEVER)[:, None, None]


def _encoded(network: Network, layers: Iterable[nn.Module], hidden: Tensor, mask: Tensor) -> Tensor:
    """What the encoder's own layers give, in fewer and plainer steps: the graph that is traced from it runs faster.

    Nothing guards against sentences without a word.
    """
    config, (rows, length, _) = network.encoder.config, hidden.shape
    heads, part = config.num_attention_heads, config.hidden_size // config.num_attention_heads

    def split(x: Tensor) -> Tensor:
        return x.view(rows, length, heads, part).transpose(1, 2)

    for layer in layers:
        look, after = layer.attention.self, layer.attention.output
        query, key, value = split(look.query(hidden)), split(look.key(hidden)), split(look.value(hidden))
        shares = torch.softmax(query @ key.transpose(2, 3) * (1 / math.sqrt(part)) + mask, -1)
        mixed = (shares @ value).transpose(1, 2).reshape(rows, length, heads * part)
        hidden = after.LayerNorm(after.dense(mixed) + hidden)
        hidden = layer.output.LayerNorm(layer.output.dense(gelu(layer.intermediate.dense(hidden))) + hidden)
    return hidden


def export(network: Network, spotter: Spotter, *, base: Path, target: Path, small: bool = True) -> Path:
    """Write weights (not yet calibrated) and tokenizer into `target`, int8 if `small`; returns the weights' path."""
    with tempfile.TemporaryDirectory() as folder:
        traced, reduced = Path(folder) / "traced.onnx", Path(folder) / "reduced.onnx"
        _trace(network, spotter, traced)
        if small:
            quantize_dynamic(
                traced,
                reduced,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )
        model = branched(onnx.load(reduced if small else traced))
    (target / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
    return _write(model, target, calibration={})


def branched(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph with the spotter in one branch and all else in the other, chosen by the input `spot`.

    ONNX Runtime computes every node of a graph whichever outputs are asked for, but only one branch. The outputs of the
    other are empty.
    """
    graph = model.graph
    spotting, rest = _needed(graph, OUTPUTS[:1]), _needed(graph, OUTPUTS[1:])
    shared = [graph.node[i] for i in sorted(spotting & rest)]
    branches = {
        "then_branch": _branch(graph, spotting - rest, OUTPUTS[:1]),
        "else_branch": _branch(graph, rest - spotting, OUTPUTS[1:]),
    }
    inside = {one.name for branch in branches.values() for one in branch.initializer}
    made = onnx.helper.make_graph(
        [*shared, onnx.helper.make_node("If", ["spot"], list(OUTPUTS), **branches)], "dragoman",
        [*graph.input, onnx.helper.make_tensor_value_info("spot", TensorProto.BOOL, [])],
        [onnx.helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in OUTPUTS],
        [one for one in graph.initializer if one.name not in inside],
    )  # fmt: skip
    return onnx.helper.make_model(made, opset_imports=model.opset_import, ir_version=model.ir_version)


def _needed(graph: onnx.GraphProto, names: Iterable[str]) -> set[int]:
    """Numbers of the nodes that these outputs hang on."""
    makers = {output: number for number, node in enumerate(graph.node) for output in node.output}
    found: set[int] = set()
    open_names = list(names)
    while open_names:
        number = makers.get(open_names.pop())
        if number is not None and number not in found:
            found.add(number)
            open_names += graph.node[number].input
    return found


def _branch(graph: onnx.GraphProto, own: set[int], given: Sequence[str]) -> onnx.GraphProto:
    """These nodes with the weights that only they use; outputs that they do not give are empty."""
    nodes = []
    elsewhere = {name for number, node in enumerate(graph.node) if number not in own for name in node.input}
    used = {name for number in own for name in graph.node[number].input} - elsewhere
    for number in sorted(own):
        node = onnx.NodeProto()
        node.CopyFrom(graph.node[number])
        for at, name in enumerate(node.output):
            if name in given:
                node.output[at] = f"{name}_inside"
        nodes.append(node)
    for name in (name for name in OUTPUTS if name not in given):
        nothing = onnx.helper.make_tensor(name, TensorProto.FLOAT, [0], [])
        nodes.append(onnx.helper.make_node("Constant", [], [f"{name}_inside"], value=nothing))
    outputs = [onnx.helper.make_tensor_value_info(f"{name}_inside", TensorProto.FLOAT, None) for name in OUTPUTS]
    weights = [one for one in graph.initializer if one.name in used]
    return onnx.helper.make_graph(nodes, "branch", [], outputs, weights)


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


def _trace(network: Network, spotter: Spotter, path: Path) -> None:
    ids = torch.tensor([[101, 2001, 2002, 102], [101, 2001, 102, 0]])
    pool = torch.tensor([[0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]])
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "first", "second", "detect", "roles")}
    axes |= {name: {0: "batch"} for name in ("type", "status", "mode", "relate")}
    torch.onnx.export(
        _Whole(network.eval(), spotter.eval()), (ids, pool, pool), path, input_names=["ids", "first", "second"],
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
