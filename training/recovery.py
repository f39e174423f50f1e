"""The weights of an exported network, for a fit to go on from: they are all that is kept of a fit.

In: weights as `training.export` wrote them, in int8 or float, and the pretrained encoder's folder (its word embeddings
are never fitted). Out: a state of `Network`. In int8 a weight is known to half a step of its column's scale.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from dragoman.models import ANSWERS
from training.fit import State
from training.network import LOWER, Network

# The tracer keeps no names of the matrices of linear layers; they stand in the order in which they are used.
_NAMELESS = "onnx::MatMul"
_LAYER = "encoder.encoder.layer"
_MATRICES = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
    "intermediate.dense", "output.dense",
)  # fmt: skip
Floats = NDArray[np.float32]


def recovered(path: Path, *, base: Path) -> State:
    """The state of the network that was exported to `path`. Raises ValueError where some of it is not there."""
    graph = onnx.load(path).graph
    branches = {node.input[0]: _asked(node) for node in graph.node if node.op_type == "If"}
    if set(branches) != set(ANSWERS):
        raise ValueError(f"{path}: no weights of this version; it should have branches for {', '.join(ANSWERS)}")
    network = Network(base)
    network.part()
    lower, count = LOWER[network.kind], len(network.encoder.encoder.layer)
    found = _named(dict(_values(graph)))
    found |= _found(branches["detecting"], [*_matrices(_LAYER, range(lower)), "detect.weight"])
    found |= _found(branches["arguing"], [*_matrices(_LAYER, range(lower, count)), "roles.weight"])
    found |= _found(branches["relating"], _matrices("pairs", range(count - lower)))
    state = network.state_dict()
    found = {name: value for name, value in _uneased(found).items() if "word_embeddings" not in name}
    if lost := [name for name in state if name not in found and "word_embeddings" not in name]:
        raise ValueError(f"{path}: {', '.join(lost[:3])} are not there ({len(lost)}); was it exported by this version?")
    return state | {name: torch.from_numpy(value) for name, value in found.items()}


def _uneased(found: Mapping[str, Floats]) -> dict[str, Floats]:
    """Weights as they were before `training.easing`, which left what it divided them by beside them."""
    ends, weight = ".ease", ".dense.weight"
    eases = {name.removesuffix(ends) + weight: value for name, value in found.items() if name.endswith(ends)}
    return {name: value * eases.get(name, 1) for name, value in found.items() if not name.endswith(ends)}


def _asked(node: onnx.NodeProto) -> onnx.GraphProto:
    """What an If computes where it is asked for."""
    return next(part.g for part in node.attribute if part.name == "then_branch")


def _matrices(stem: str, layers: Iterable[int]) -> list[str]:
    return [f"{stem}.{layer}.{part}.weight" for layer in layers for part in _MATRICES]


def _found(branch: onnx.GraphProto, nameless: list[str]) -> dict[str, Floats]:
    """The weights of one branch by their names in the network; `nameless` are the matrices', as they are used."""
    values = dict(_values(branch))
    return _named(values) | _nameless(branch, values, names=nameless)


def _named(values: Mapping[str, Floats]) -> dict[str, Floats]:
    """What the tracer left its name. The kind of token is the same for all, so that only one vector of it is left."""
    found = {name.removeprefix("network."): value for name, value in values.items() if name.startswith("network.")}
    turned = "_Transposed"
    found |= {name.removesuffix(turned): value.T.copy() for name, value in found.items() if name.endswith(turned)}
    found = {name: value for name, value in found.items() if not name.endswith(turned)}
    kinds = [value for name, value in values.items() if name.startswith("onnx::Add")]
    return found | ({"encoder.embeddings.token_type_embeddings.weight": np.stack(kinds * 2)} if kinds else {})


def _nameless(branch: onnx.GraphProto, values: Mapping[str, Floats], *, names: list[str]) -> dict[str, Floats]:
    used = [node.input[1].removesuffix("_quantized") for node in branch.node if len(node.input) > 1]
    order = [name for name in dict.fromkeys(used) if name.startswith(_NAMELESS) and name in values]
    return {name: values[stored].T.copy() for name, stored in zip(names, order, strict=True)}


def _values(branch: onnx.GraphProto) -> Iterator[tuple[str, Floats]]:
    """Every tensor of a branch in float, those in int8 by their scale."""
    raw = {one.name: numpy_helper.to_array(one) for one in branch.initializer}
    for name, value in raw.items():
        stem = name.removesuffix("_quantized")
        if value.dtype == np.float32 and not name.endswith("_scale"):
            yield name, np.array(value, np.float32)
        elif stem != name:
            zero = raw[f"{stem}_zero_point"].astype(np.float32)
            scale = raw[f"{stem}_scale"].astype(np.float32)
            yield stem, np.asarray((value.astype(np.float32) - zero) * scale, np.float32)
