"""Writes a fitted network as the package's weights: ONNX, int8, named by its content's hash.

In: a fitted network, its calibration. Out: src/dragoman/models/<hash>.onnx (older ones removed), tokenizer.json.
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

from dragoman.models import ANSWERS, MARKS
from training.easing import eased
from training.labels import MODES, ROLES, STATUSES, TYPES
from training.network import Network, padding, pooling
from training.rounding import even

OUTPUTS = tuple(name for names in ANSWERS.values() for name in names)

# Weights that are not worth making small.
_FLOAT = tuple(f"network.{part}." for part in ("marks", "verify", "status", "mode", "relate"))


class _Whole(nn.Module):
    """The lower half of the network and both upper ones side by side, those over what the lower one `given` before.

    `branched` keeps them apart.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, given: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        lower, upper = net.halves
        mask, marked, weights = padding(ids), given + marks.transpose(1, 2) @ net.marks.weight, pooling(marks)
        hidden = _encoded(net, lower, _embedded(net, ids), mask)
        further = _encoded(net, upper, marked, mask)
        whole = torch.cat([(weights @ further)[:, MARKS["trigger"]], further[:, 0]], -1)
        roles = net.roles(further).unflatten(-1, (len(ROLES), 3))
        apart = _encoded(net, net.relating, marked, mask)
        pair = net.relate(torch.cat([(weights @ apart)[:, MARKS["actor"] :].flatten(1), apart[:, 0]], -1))
        return net.detect(hidden), hidden, net.verify(whole), net.status(whole), net.mode(whole), roles, pair


def _embedded(network: Network, ids: Tensor) -> Tensor:
    """What the layers start from: (B, n, hidden)."""
    table = network.encoder.embeddings
    places = table.position_embeddings.weight[: ids.shape[1]] + table.token_type_embeddings.weight[0]
    embedded: Tensor = table.LayerNorm(table.word_embeddings(ids) + places)
    return embedded


def _encoded(network: Network, layers: Iterable[nn.Module], hidden: Tensor, mask: Tensor) -> Tensor:
    """What the encoder's own layers give, in fewer and plainer steps: the graph that is traced from it runs faster.

    The layers are `eased`. Nothing guards against sentences without a word.
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
        wide = gelu(layer.intermediate.dense(hidden * layer.intermediate.ease))
        hidden = layer.output.LayerNorm(layer.output.dense(wide * layer.output.ease) + hidden)
    return hidden


def export(network: Network, *, base: Path, target: Path, small: bool = True) -> Path:
    """Write weights (not yet calibrated) and tokenizer into `target`, int8 if `small`; returns the weights' path.

    A network without layers of its own for pairs has the other questions' there in float: a file to score, not to ship.
    """
    with tempfile.TemporaryDirectory() as folder:
        traced, reduced = Path(folder) / "traced.onnx", Path(folder) / "reduced.onnx"
        _trace(eased(network), traced)
        if small:
            quantize_dynamic(
                traced,
                reduced,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
                nodes_to_exclude=_exact(onnx.load(traced).graph),
            )
        model = branched(even(onnx.load(reduced), onnx.load(traced)) if small else onnx.load(traced))
    (target / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
    return _write(model, target, calibration={})


def _exact(graph: onnx.GraphProto) -> list[str]:
    """Products that stay in float: the marks, and the heads, which see one vector a question and cost next to nothing.

    A product with a bias gets the second name while the graph is made ready for int8.
    """
    nodes = [node for node in graph.node if any(name.startswith(_FLOAT) for name in node.input)]
    return [name for node in nodes for name in (node.name, f"{node.name}_MatMul")]


def branched(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph with what each of ANSWERS takes in a branch of its own, chosen by an input of that name.

    ONNX Runtime computes every node of a graph whichever outputs are asked for, but only one branch of an If. The
    outputs of what is not asked for are empty.
    """
    graph = model.graph
    needed = {asked: _needed(graph, names) for asked, names in ANSWERS.items()}
    shared = set.intersection(*needed.values())
    branches = {asked: _branch(graph, needed[asked] - shared, names) for asked, names in ANSWERS.items()}
    inside = {one.name for branch in branches.values() for one in branch.initializer}
    made = onnx.helper.make_graph(
        [*(graph.node[i] for i in sorted(shared)), *(_where(asked, branch) for asked, branch in branches.items())],
        "dragoman",
        [*graph.input, *(onnx.helper.make_tensor_value_info(asked, TensorProto.BOOL, []) for asked in ANSWERS)],
        [onnx.helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in OUTPUTS],
        [one for one in graph.initializer if one.name not in inside],
    )  # fmt: skip
    return onnx.helper.make_model(made, opset_imports=model.opset_import, ir_version=model.ir_version)


def _where(asked: str, branch: onnx.GraphProto) -> onnx.NodeProto:
    """A branch's answers where they are asked for, else nothing."""
    empty = [onnx.helper.make_tensor(one.name, TensorProto.FLOAT, [0], []) for one in branch.output]
    nodes = [onnx.helper.make_node("Constant", [], [tensor.name], value=tensor) for tensor in empty]
    nothing = onnx.helper.make_graph(nodes, "nothing", [], branch.output)
    return onnx.helper.make_node("If", [asked], list(ANSWERS[asked]), then_branch=branch, else_branch=nothing)


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


def _branch(graph: onnx.GraphProto, own: set[int], names: Sequence[str]) -> onnx.GraphProto:
    """These nodes with the weights that only they use; `names` are its outputs."""
    elsewhere = {name for number, node in enumerate(graph.node) if number not in own for name in node.input}
    used = {name for number in own for name in graph.node[number].input} - elsewhere
    nodes = [_inside(graph.node[number], names) for number in sorted(own)]
    outputs = [onnx.helper.make_tensor_value_info(f"{name}_inside", TensorProto.FLOAT, None) for name in names]
    weights = [one for one in graph.initializer if one.name in used]
    return onnx.helper.make_graph(nodes, "branch", [], outputs, weights)


def _inside(node: onnx.NodeProto, names: Sequence[str]) -> onnx.NodeProto:
    """The node with other names for these outputs: those of a branch are not those of the graph."""
    found = onnx.NodeProto()
    found.CopyFrom(node)
    for given in (found.input, found.output):
        for at, name in enumerate(given):
            if name in names:
                given[at] = f"{name}_inside"
    return found


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
    given = torch.zeros(*ids.shape, network.encoder.config.hidden_size)
    marks = torch.zeros(len(ids), len(MARKS), ids.shape[1])
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "detect", "hidden", "roles")}
    axes |= {name: {0: "batch"} for name in ("type", "status", "mode", "relate")}
    # Free in every size, for the branch that does not use them.
    axes |= {"given": {0: "rows", 1: "tokens", 2: "width"}, "marks": {0: "asked", 1: "kinds", 2: "places"}}
    torch.onnx.export(
        _Whole(network).eval(), (ids, given, marks), path, input_names=["ids", "given", "marks"],
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
